//! What is asked of the record, for each page that listens, every few seconds.

use crate::db::{Db, DbError};

/// How many things were said about this case.
pub(super) async fn number_said(db: &Db, reference: &str) -> Result<i64, DbError> {
    let rows = db.read("SELECT COUNT(*) FROM messages WHERE reference = $1", vec![reference.into()]).await?;
    rows.first().map_or(Ok(0), |row| row.int(0))
}
