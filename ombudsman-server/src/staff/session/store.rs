//! The sessions in the record.

use crate::db::{Db, DbError};

/// A session as the record keeps it: times in milliseconds since 1970.
pub(super) struct Session {
    /// The name that its member signs in with.
    pub name: String,
    pub form_token: String,
    pub begun_at: i64,
    pub seen_at: i64,
    /// The kind of browser that it is in.
    pub browser: String,
}

pub(super) async fn begin(db: &Db, digest: &str, session: &Session) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    let Session { name, form_token, begun_at, seen_at, browser } = session;
    let sql = "INSERT INTO sessions (token_digest, staff, form_token, begun_at, seen_at, browser) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    let (name, form_token, browser) = (name.as_str(), form_token.as_str(), browser.as_str());
    let args =
        vec![digest.into(), name.into(), form_token.into(), (*begun_at).into(), (*seen_at).into(), browser.into()];
    tx.execute(sql, args).await?;
    tx.commit().await
}

/// The session of this digest.
pub(super) async fn find(db: &Db, digest: &str) -> Result<Option<Session>, DbError> {
    let sql = "SELECT staff, form_token, begun_at, seen_at, browser FROM sessions WHERE token_digest = $1";
    let rows = db.read(sql, vec![digest.into()]).await?;
    let session = |row: &crate::db::Row| {
        let (name, form_token) = (row.text(0)?, row.text(1)?);
        Ok(Session { name, form_token, begun_at: row.int(2)?, seen_at: row.int(3)?, browser: row.text(4)? })
    };
    rows.first().map(session).transpose()
}

/// The sessions of a member that have not run out, each with its digest, the one seen last in front.
pub(super) async fn of_member(
    db: &Db,
    name: &str,
    begun_after: i64,
    seen_after: i64,
) -> Result<Vec<(String, Session)>, DbError> {
    let sql = "SELECT token_digest, form_token, begun_at, seen_at, browser FROM sessions \
        WHERE staff = $1 AND begun_at >= $2 AND seen_at >= $3 ORDER BY seen_at DESC, token_digest";
    let rows = db.read(sql, vec![name.into(), begun_after.into(), seen_after.into()]).await?;
    let session = |row: &crate::db::Row| {
        let (name, form_token) = (name.to_owned(), row.text(1)?);
        let session = Session { name, form_token, begun_at: row.int(2)?, seen_at: row.int(3)?, browser: row.text(4)? };
        Ok((row.text(0)?, session))
    };
    rows.iter().map(session).collect()
}

pub(super) async fn touch(db: &Db, digest: &str, now: i64) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    tx.execute("UPDATE sessions SET seen_at = $1 WHERE token_digest = $2", vec![now.into(), digest.into()]).await?;
    tx.commit().await
}

pub(super) async fn end(db: &Db, digest: &str) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    tx.execute("DELETE FROM sessions WHERE token_digest = $1", vec![digest.into()]).await?;
    tx.commit().await
}

/// Ends the session of this member whose digest begins like this.
pub(super) async fn end_of_member(db: &Db, name: &str, beginning: &str) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    let sql = "DELETE FROM sessions WHERE staff = $1 AND substr(token_digest, 1, 16) = $2";
    tx.execute(sql, vec![name.into(), beginning.into()]).await?;
    tx.commit().await
}

/// Ends every session of this member but the one of this digest.
pub(super) async fn end_others(db: &Db, name: &str, digest: &str) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    let sql = "DELETE FROM sessions WHERE staff = $1 AND token_digest <> $2";
    tx.execute(sql, vec![name.into(), digest.into()]).await?;
    tx.commit().await
}
