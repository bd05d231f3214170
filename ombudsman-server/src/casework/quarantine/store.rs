//! The cards that wait in quarantine.

use feedback::Intent;

use super::Waiting;
use crate::db::{Db, DbError, Row};

/// The cards that a machine seems to have sent, the oldest in front.
pub(in crate::casework) async fn in_quarantine(db: &Db, most: i64) -> Result<Vec<Waiting>, DbError> {
    let sql = "SELECT reference, intent, comment, mark_reason, received_at, put_right FROM cards WHERE mark = 'spam' \
               ORDER BY received_at LIMIT $1";
    let rows = db.read(sql, vec![most.into()]).await?;
    let waiting = |row: &Row| -> Result<Waiting, DbError> {
        let signs = row.maybe_text(3)?.unwrap_or_default();
        Ok(Waiting {
            reference: row.text(0)?,
            intent: row.parsed(1, Intent::parse)?,
            texts: [row.maybe_text(2)?, row.maybe_text(5)?].into_iter().flatten().collect(),
            signs: signs.split_whitespace().map(str::to_owned).collect(),
            received_at: row.int(4)?,
        })
    };
    rows.iter().map(waiting).collect()
}

/// How many they are.
pub(in crate::casework) async fn number_in_quarantine(db: &Db) -> Result<i64, DbError> {
    let rows = db.read("SELECT COUNT(*) FROM cards WHERE mark = 'spam'", Vec::new()).await?;
    rows.first().map_or(Ok(0), |row| row.int(0))
}

/// Lets a card out of quarantine, for the worker to take in; false if it is not there.
pub(in crate::casework) async fn release(db: &Db, reference: &str) -> Result<bool, DbError> {
    let mut tx = db.begin().await?;
    let sql = "UPDATE cards SET mark = 'restored' WHERE reference = $1 AND mark = 'spam'";
    let is_out = tx.execute(sql, vec![reference.into()]).await? == 1;
    tx.commit().await?;
    Ok(is_out)
}
