//! The counts of embedded cards, and the loaders that were ever served.

use jiff::civil::Date;

use super::{Counts, Kind};
use crate::db::{Db, DbError};

/// Adds what was counted to a day.
pub(super) async fn add(db: &Db, day: Date, counted: &[(String, Kind, i64)]) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    for (service, kind, n) in counted {
        tx.execute(
            "INSERT INTO embed_counts (service, day, kind, n) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (service, day, kind) DO UPDATE SET n = embed_counts.n + excluded.n",
            vec![service.as_str().into(), day.to_string().into(), kind.as_str().into(), (*n).into()],
        )
        .await?;
    }
    tx.commit().await
}

/// What was counted of a service from this day on.
pub async fn counts_since(db: &Db, service: &str, day: Date) -> Result<Counts, DbError> {
    let sql = "SELECT kind, CAST(SUM(n) AS BIGINT) FROM embed_counts WHERE service = $1 AND day >= $2 GROUP BY kind";
    let mut counts = Counts::default();
    for row in db.read(sql, vec![service.into(), day.to_string().into()]).await? {
        match row.parsed(0, Kind::parse)? {
            Kind::Opened => counts.opened = row.int(1)?,
            Kind::Failed => counts.failed = row.int(1)?,
        }
    }
    Ok(counts)
}

/// Keeps a loader under its hash; whether it was new.
pub async fn keep_loader(db: &Db, hash: &str, script: &str, today: Date) -> Result<bool, DbError> {
    let mut tx = db.begin().await?;
    let sql = "INSERT INTO loaders (hash, script, first_served_on) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    let written = tx.execute(sql, vec![hash.into(), script.into(), today.to_string().into()]).await?;
    tx.commit().await?;
    Ok(written > 0)
}

/// The loader of this hash.
pub(super) async fn loader(db: &Db, hash: &str) -> Result<Option<String>, DbError> {
    let rows = db.read("SELECT script FROM loaders WHERE hash = $1", vec![hash.into()]).await?;
    rows.first().map(|row| row.text(0)).transpose()
}
