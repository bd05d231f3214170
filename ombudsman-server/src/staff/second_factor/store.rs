//! Second factors and recovery codes in the record.

use crate::audit::{self, Entry};
use crate::db::{Db, DbError, Tx};
use crate::secrets::{Secrets, rotation};

/// The sealed secret of this member, if they have one.
pub(super) async fn find(db: &Db, name: &str) -> Result<Option<Vec<u8>>, DbError> {
    let rows = db.read("SELECT sealed FROM second_factors WHERE staff = $1", vec![name.into()]).await?;
    rows.first().map(|row| row.bytes(0)).transpose()
}

/// How many recovery codes of this member are not used yet.
pub(in crate::staff) async fn codes_left(db: &Db, name: &str) -> Result<i64, DbError> {
    let sql = "SELECT COUNT(*) FROM recovery_codes WHERE staff = $1 AND used_at IS NULL";
    let rows = db.read(sql, vec![name.into()]).await?;
    rows.first().map_or(Ok(0), |row| row.int(0))
}

/// Uses the code of this step; false if that or a later one was used.
pub(super) async fn use_step(db: &Db, name: &str, step: i64) -> Result<bool, DbError> {
    let mut tx = db.begin().await?;
    let sql = "UPDATE second_factors SET last_step = $1 WHERE staff = $2 AND last_step < $1";
    let used = tx.execute(sql, vec![step.into(), name.into()]).await?;
    tx.commit().await?;
    Ok(used == 1)
}

/// Uses a recovery code; false if there is no such code or it was used.
pub(super) async fn use_recovery_code(db: &Db, name: &str, digest: &str, now: i64) -> Result<bool, DbError> {
    let mut tx = db.begin().await?;
    let sql = "UPDATE recovery_codes SET used_at = $1 WHERE staff = $2 AND digest = $3 AND used_at IS NULL";
    let used = tx.execute(sql, vec![now.into(), name.into(), digest.into()]).await?;
    tx.commit().await?;
    Ok(used == 1)
}

/// Keeps a member's second factor in the place of any other, with these recovery codes, and ends their sessions.
pub(super) async fn keep(
    db: &Db,
    secrets: &Secrets,
    name: &str,
    (sealed, step): (&[u8], i64),
    digests: &[String],
    entry: &Entry,
) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    let noted = rotation::noted(&mut tx).await?;
    let sealed = secrets.sealed_to_stay(&super::about(name), sealed, &noted)?;
    let sql = "INSERT INTO second_factors (staff, sealed, last_step) VALUES ($1, $2, $3) \
        ON CONFLICT (staff) DO UPDATE SET sealed = excluded.sealed, last_step = excluded.last_step";
    tx.execute(sql, vec![name.into(), sealed.into(), step.into()]).await?;
    write_codes(&mut tx, name, digests).await?;
    tx.execute("DELETE FROM sessions WHERE staff = $1", vec![name.into()]).await?;
    audit::append(&mut tx, entry).await?;
    tx.commit().await
}

/// Puts these recovery codes in the place of those of before.
pub(super) async fn replace_codes(db: &Db, name: &str, digests: &[String], entry: &Entry) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    write_codes(&mut tx, name, digests).await?;
    audit::append(&mut tx, entry).await?;
    tx.commit().await
}

async fn write_codes(tx: &mut Tx, name: &str, digests: &[String]) -> Result<(), DbError> {
    tx.execute("DELETE FROM recovery_codes WHERE staff = $1", vec![name.into()]).await?;
    for digest in digests {
        let sql = "INSERT INTO recovery_codes (staff, digest) VALUES ($1, $2)";
        tx.execute(sql, vec![name.into(), digest.as_str().into()]).await?;
    }
    Ok(())
}

/// Takes the second factor away, and ends the member's sessions; whether there was one.
pub(super) async fn remove(db: &Db, name: &str, entry: &Entry) -> Result<bool, DbError> {
    let mut tx = db.begin().await?;
    let removed = tx.execute("DELETE FROM second_factors WHERE staff = $1", vec![name.into()]).await?;
    for sql in ["DELETE FROM recovery_codes WHERE staff = $1", "DELETE FROM sessions WHERE staff = $1"] {
        tx.execute(sql, vec![name.into()]).await?;
    }
    if removed == 1 {
        audit::append(&mut tx, entry).await?;
    }
    tx.commit().await?;
    Ok(removed == 1)
}
