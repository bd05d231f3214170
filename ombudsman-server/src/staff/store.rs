//! The staff and their sessions.

use super::{Password, Role};
use crate::audit::{self, Entry};
use crate::db::{Db, DbError};

/// A member of staff.
#[derive(Clone)]
pub struct Member {
    /// The name to sign in with.
    pub name: String,
    /// The name that people see.
    pub shown_as: String,
    /// What they are there for.
    pub role: Role,
    /// Whether they may sign in.
    pub is_active: bool,
    /// The desks whose cases they see; without one, the office's: every case.
    pub desks: Vec<String>,
    /// Whether one of these desks is a program's.
    pub is_of_program: bool,
    pub(super) password: Password,
}

/// A session as the record keeps it: times in milliseconds since 1970.
pub(super) struct Session {
    pub name: String,
    pub shown_as: String,
    pub role: Role,
    pub desks: Vec<String>,
    pub is_of_program: bool,
    pub form_token: String,
    pub begun_at: i64,
    pub seen_at: i64,
}

/// Adds a member; whether the name was free. The log tells of it by this entry.
pub async fn add(
    db: &Db,
    name: &str,
    shown_as: &str,
    role: Role,
    password: &Password,
    entry: &Entry,
) -> Result<bool, DbError> {
    let mut tx = db.begin().await?;
    let sql = "INSERT INTO staff (name, shown_as, role, password, is_active) VALUES ($1, $2, $3, $4, 1) ON CONFLICT DO NOTHING";
    let added =
        tx.execute(sql, vec![name.into(), shown_as.into(), role.as_str().into(), password.as_str().into()]).await?;
    if added == 1 {
        audit::append(&mut tx, entry).await?;
    }
    tx.commit().await?;
    Ok(added == 1)
}

/// Every member, with the desks of each.
const LIST: &str = "SELECT m.name, m.role, m.password, m.is_active, m.shown_as, \
    (SELECT string_agg(d.desk, ' ') FROM staff_desks d WHERE d.staff = m.name), \
    (SELECT COUNT(*) FROM staff_desks d JOIN desks k ON k.slug = d.desk WHERE d.staff = m.name AND k.kind = 'program') FROM staff m ORDER BY m.name";

/// Every member, by name.
pub async fn list(db: &Db) -> Result<Vec<Member>, DbError> {
    let rows = db.read(LIST, Vec::new()).await?;
    rows.iter().map(member).collect()
}

/// Lets a member sign in or not, and ends their sessions if not; whether there is such a member.
pub async fn set_active(db: &Db, name: &str, is_active: bool, entry: &Entry) -> Result<bool, DbError> {
    let mut tx = db.begin().await?;
    let sql = "UPDATE staff SET is_active = $1 WHERE name = $2";
    let changed = tx.execute(sql, vec![is_active.into(), name.into()]).await?;
    if !is_active {
        tx.execute("DELETE FROM sessions WHERE staff = $1", vec![name.into()]).await?;
    }
    if changed == 1 {
        audit::append(&mut tx, entry).await?;
    }
    tx.commit().await?;
    Ok(changed == 1)
}

/// Puts a member at these desks and no others; at none, they work for the office. Whether there is such a member.
pub async fn set_desks(db: &Db, name: &str, desks: &[String], entry: &Entry) -> Result<bool, DbError> {
    let mut tx = db.begin().await?;
    if tx.read("SELECT 1 FROM staff WHERE name = $1", vec![name.into()]).await?.is_empty() {
        return Ok(false);
    }
    tx.execute("DELETE FROM staff_desks WHERE staff = $1", vec![name.into()]).await?;
    for desk in desks {
        let sql = "INSERT INTO staff_desks (staff, desk) VALUES ($1, $2) ON CONFLICT DO NOTHING";
        tx.execute(sql, vec![name.into(), desk.as_str().into()]).await?;
    }
    audit::append(&mut tx, entry).await?;
    tx.commit().await?;
    Ok(true)
}

pub(super) async fn find(db: &Db, name: &str) -> Result<Option<Member>, DbError> {
    let sql = "SELECT m.name, m.role, m.password, m.is_active, m.shown_as, \
        (SELECT string_agg(d.desk, ' ') FROM staff_desks d WHERE d.staff = m.name), \
        (SELECT COUNT(*) FROM staff_desks d JOIN desks k ON k.slug = d.desk WHERE d.staff = m.name AND k.kind = 'program') FROM staff m WHERE m.name = $1";
    let rows = db.read(sql, vec![name.into()]).await?;
    rows.first().map(member).transpose()
}

pub(super) async fn begin_session(db: &Db, digest: &str, session: &Session) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    tx.execute(
        "INSERT INTO sessions (token_digest, staff, form_token, begun_at, seen_at) VALUES ($1, $2, $3, $4, $5)",
        vec![
            digest.into(),
            session.name.as_str().into(),
            session.form_token.as_str().into(),
            session.begun_at.into(),
            session.seen_at.into(),
        ],
    )
    .await?;
    tx.commit().await
}

pub(super) async fn session(db: &Db, digest: &str) -> Result<Option<Session>, DbError> {
    let rows = db
        .read(
            "SELECT s.staff, m.role, s.form_token, s.begun_at, s.seen_at, m.shown_as, \
             (SELECT string_agg(d.desk, ' ') FROM staff_desks d WHERE d.staff = m.name), \
             (SELECT COUNT(*) FROM staff_desks d JOIN desks k ON k.slug = d.desk WHERE d.staff = m.name AND k.kind = 'program') FROM sessions s \
             JOIN staff m ON m.name = s.staff WHERE s.token_digest = $1 AND m.is_active = 1",
            vec![digest.into()],
        )
        .await?;
    let session = |row: &crate::db::Row| -> Result<Session, DbError> {
        Ok(Session {
            name: row.text(0)?,
            role: row.parsed(1, Role::parse)?,
            form_token: row.text(2)?,
            begun_at: row.int(3)?,
            seen_at: row.int(4)?,
            shown_as: row.text(5)?,
            desks: desks(row, 6)?,
            is_of_program: row.int(7)? > 0,
        })
    };
    rows.first().map(session).transpose()
}

pub(super) async fn touch_session(db: &Db, digest: &str, now: i64) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    tx.execute("UPDATE sessions SET seen_at = $1 WHERE token_digest = $2", vec![now.into(), digest.into()]).await?;
    tx.commit().await
}

pub(super) async fn end_session(db: &Db, digest: &str) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    tx.execute("DELETE FROM sessions WHERE token_digest = $1", vec![digest.into()]).await?;
    tx.commit().await
}

fn member(row: &crate::db::Row) -> Result<Member, DbError> {
    Ok(Member {
        name: row.text(0)?,
        role: row.parsed(1, Role::parse)?,
        password: Password::from_record(row.text(2)?),
        is_active: row.int(3)? == 1,
        shown_as: row.text(4)?,
        desks: desks(row, 5)?,
        is_of_program: row.int(6)? > 0,
    })
}

fn desks(row: &crate::db::Row, column: usize) -> Result<Vec<String>, DbError> {
    let mut desks: Vec<String> =
        row.maybe_text(column)?.unwrap_or_default().split_whitespace().map(str::to_owned).collect();
    desks.sort();
    Ok(desks)
}
