//! The sessions in the record.

use crate::audit::{self, Action, Actor, Entry};
use crate::db::{Db, DbError};

/// Why a session ended.
#[derive(Clone, Copy)]
pub(super) enum End {
    /// Its member signed out.
    SignedOut,
    /// Another began in the same browser.
    Again,
    /// Nobody was there for as long as a session waits.
    Idle,
    /// It was as long as a session can be.
    Whole,
}

impl End {
    const fn is_by_itself(self) -> bool {
        matches!(self, Self::Idle | Self::Whole)
    }

    /// Its name in the log.
    const fn as_str(self) -> &'static str {
        match self {
            Self::SignedOut => "signed-out",
            Self::Again => "again",
            Self::Idle => "idle",
            Self::Whole => "whole-day",
        }
    }
}

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

pub(super) async fn begin(db: &Db, digest: &str, session: &Session, entry: Option<&Entry>) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    let Session { name, form_token, begun_at, seen_at, browser } = session;
    let sql = "INSERT INTO sessions (token_digest, staff, form_token, begun_at, seen_at, browser) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    let (name, form_token, browser) = (name.as_str(), form_token.as_str(), browser.as_str());
    let args =
        vec![digest.into(), name.into(), form_token.into(), (*begun_at).into(), (*seen_at).into(), browser.into()];
    tx.execute(sql, args).await?;
    if let Some(entry) = entry {
        audit::append(&mut tx, entry).await?;
    }
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

/// Ends the session of this digest, if there is one.
pub(super) async fn end(db: &Db, digest: &str, why: End, now: i64) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    let sql = "SELECT m.name, m.role FROM sessions s JOIN staff m ON m.name = s.staff WHERE s.token_digest = $1";
    let rows = tx.read(sql, vec![digest.into()]).await?;
    let Some(row) = rows.first() else { return Ok(()) };
    let (name, role) = (row.text(0)?, row.text(1)?);
    let actor = if why.is_by_itself() { Actor::system() } else { Actor::staff(&name, &role) };
    let entry = Entry::of_office(now, actor, Action::SessionEnd).about(&name).because(why.as_str());
    if tx.execute("DELETE FROM sessions WHERE token_digest = $1", vec![digest.into()]).await? > 0 {
        audit::append(&mut tx, &entry).await?;
    }
    tx.commit().await
}

/// Ends the session of this member whose digest begins like this.
pub(super) async fn end_of_member(db: &Db, name: &str, beginning: &str, entry: &Entry) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    let sql = "DELETE FROM sessions WHERE staff = $1 AND substr(token_digest, 1, 16) = $2";
    if tx.execute(sql, vec![name.into(), beginning.into()]).await? > 0 {
        audit::append(&mut tx, entry).await?;
    }
    tx.commit().await
}

/// Ends every session of this member but the one of this digest.
pub(super) async fn end_others(db: &Db, name: &str, digest: &str, entry: &Entry) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    let sql = "DELETE FROM sessions WHERE staff = $1 AND token_digest <> $2";
    if tx.execute(sql, vec![name.into(), digest.into()]).await? > 0 {
        audit::append(&mut tx, entry).await?;
    }
    tx.commit().await
}
