//! The table of kept views.

use super::MOST;
use crate::audit::{self, Entry};
use crate::db::{Db, DbError};

/// What became of a view that was to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    /// It is kept.
    Here,
    /// It has no name, or too long a one.
    Unnamed,
    /// Another one has the name.
    Taken,
    /// There are as many as there can be.
    Full,
}

impl Kept {
    /// The sentence that says why it is not.
    pub(super) const fn fault(self) -> Option<&'static str> {
        match self {
            Self::Here => None,
            Self::Unnamed => Some("saved-fault-name"),
            Self::Taken => Some("saved-fault-taken"),
            Self::Full => Some("saved-fault-full"),
        }
    }
}

/// The views of this member, each with its address, the first kept in front.
pub(super) async fn of(db: &Db, staff: &str) -> Result<Vec<(String, String)>, DbError> {
    let sql = "SELECT name, address FROM saved_views WHERE staff = $1 ORDER BY kept_at, name";
    let rows = db.read(sql, vec![staff.into()]).await?;
    rows.iter().map(|row| Ok((row.text(0)?, row.text(1)?))).collect()
}

/// Keeps a view under this name.
pub(super) async fn keep(db: &Db, staff: &str, (name, address): (&str, &str), entry: &Entry) -> Result<Kept, DbError> {
    let mut tx = db.begin().await?;
    let rows = tx.read("SELECT COUNT(*) FROM saved_views WHERE staff = $1", vec![staff.into()]).await?;
    if rows.first().map_or(Ok(0), |row| row.int(0))? >= MOST {
        return Ok(Kept::Full);
    }
    let sql = "INSERT INTO saved_views (staff, name, address, kept_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    let args = vec![staff.into(), name.into(), address.into(), entry.at().into()];
    if tx.execute(sql, args).await? == 0 {
        return Ok(Kept::Taken);
    }
    audit::append(&mut tx, entry).await?;
    tx.commit().await?;
    Ok(Kept::Here)
}

/// Puts the view of this name away, where there is one.
pub(super) async fn remove(db: &Db, staff: &str, name: &str, entry: &Entry) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    let sql = "DELETE FROM saved_views WHERE staff = $1 AND name = $2";
    if tx.execute(sql, vec![staff.into(), name.into()]).await? > 0 {
        audit::append(&mut tx, entry).await?;
    }
    tx.commit().await
}
