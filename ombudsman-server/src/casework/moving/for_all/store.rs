//! Which case is under which incident, as a write changes it.

use crate::db::{DbError, Tx};

/// Puts a case under an incident; whether it was under none.
pub(super) async fn put(tx: &mut Tx, reference: &str, incident: &str, by: &str, now: i64) -> Result<bool, DbError> {
    let sql = "INSERT INTO incident_cases (reference, incident, put_by, put_at) VALUES ($1, $2, $3, $4) \
        ON CONFLICT DO NOTHING";
    Ok(tx.execute(sql, vec![reference.into(), incident.into(), by.into(), now.into()]).await? > 0)
}

/// Takes a case out of an incident; whether it was there and not answered yet.
pub(super) async fn take(tx: &mut Tx, reference: &str, incident: &str) -> Result<bool, DbError> {
    let sql = "DELETE FROM incident_cases WHERE reference = $1 AND incident = $2 AND ended IS NULL";
    Ok(tx.execute(sql, vec![reference.into(), incident.into()]).await? > 0)
}

/// Keeps how a case was answered.
pub(super) async fn end(tx: &mut Tx, reference: &str, how: &str, now: i64) -> Result<(), DbError> {
    let sql = "UPDATE incident_cases SET ended = $2, ended_at = $3 WHERE reference = $1 AND ended IS NULL";
    tx.execute(sql, vec![reference.into(), how.into(), now.into()]).await.map(drop)
}
