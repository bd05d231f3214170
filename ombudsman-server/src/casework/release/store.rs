//! What was released. Rows are only ever added.

use super::Release;
use crate::audit::{self, Entry};
use crate::db::{Db, DbError, Row};
use crate::staff::Sealed;

/// Whether a case has this sealed.
pub(super) async fn is_sealed(db: &Db, reference: &str, sealed: Sealed) -> Result<bool, DbError> {
    let sql = match sealed {
        Sealed::Address => "SELECT 1 FROM cases c JOIN vault v ON v.reference = c.reference WHERE c.reference = $1",
        Sealed::Original => {
            "SELECT 1 FROM cases c JOIN originals o ON o.reference = c.reference WHERE c.reference = $1"
        }
    };
    Ok(!db.read(sql, vec![reference.into()]).await?.is_empty())
}

/// Keeps a release; the log tells of it by this entry.
pub(super) async fn keep(db: &Db, release: &Release, entry: &Entry) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    let sql = "INSERT INTO releases (reference, released, staff, custodian, reason, released_at) \
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";
    let Release { reference, sealed, to, by, reason, at, .. } = release;
    let (reference, sealed, to) = (reference.as_str(), sealed.as_str(), to.as_str());
    let args =
        vec![reference.into(), sealed.into(), to.into(), by.as_str().into(), reason.as_str().into(), (*at).into()];
    if tx.execute(sql, args).await? == 1 {
        audit::append(&mut tx, entry).await?;
    }
    tx.commit().await
}

/// Whether this was released to this member since then.
pub(super) async fn is_released(
    db: &Db,
    name: &str,
    reference: &str,
    sealed: Sealed,
    since: i64,
) -> Result<bool, DbError> {
    let sql =
        "SELECT 1 FROM releases WHERE reference = $1 AND released = $2 AND staff = $3 AND released_at > $4 LIMIT 1";
    let args = vec![reference.into(), sealed.as_str().into(), name.into(), since.into()];
    Ok(!db.read(sql, args).await?.is_empty())
}

/// The last 200 releases, the newest in front, each with whether it was opened while it was good, as the log tells.
pub(super) async fn list(db: &Db, good_for: i64) -> Result<Vec<Release>, DbError> {
    let sql = "SELECT r.reference, r.released, m.shown_as, c.shown_as, r.reason, r.released_at, \
        (SELECT COUNT(*) FROM audit_entries e WHERE e.chain = r.reference AND e.actor = r.staff \
            AND e.action = CASE r.released WHEN 'address' THEN 'view_identity' ELSE 'view_original' END \
            AND e.at BETWEEN r.released_at AND r.released_at + $1) \
        FROM releases r JOIN staff m ON m.name = r.staff JOIN staff c ON c.name = r.custodian \
        ORDER BY r.released_at DESC, r.reference LIMIT 200";
    let release = |row: &Row| {
        Ok(Release {
            reference: row.text(0)?,
            sealed: row.parsed(1, Sealed::parse)?,
            to: row.text(2)?,
            by: row.text(3)?,
            reason: row.text(4)?,
            at: row.int(5)?,
            is_opened: row.int(6)? > 0,
        })
    };
    db.read(sql, vec![good_for.into()]).await?.iter().map(release).collect()
}
