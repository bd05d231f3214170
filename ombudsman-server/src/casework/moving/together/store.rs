//! Which case is answered together with which other one.

use crate::db::{Db, DbError, Row, Tx};

/// A case that is answered with another.
pub(in crate::casework) struct Other {
    pub reference: String,
    pub desk: String,
}

/// Keeps that this case is answered with that one; so is what was answered with this one until now.
pub(super) async fn keep(tx: &mut Tx, reference: &str, into: &str) -> Result<(), DbError> {
    let sql = "UPDATE answered_together SET goes_on_in = $2 WHERE goes_on_in = $1";
    tx.execute(sql, vec![reference.into(), into.into()]).await?;
    let sql = "INSERT INTO answered_together (reference, goes_on_in) VALUES ($1, $2)";
    tx.execute(sql, vec![reference.into(), into.into()]).await.map(drop)
}

/// Forgets with which one this case was answered.
pub(super) async fn part(tx: &mut Tx, reference: &str) -> Result<(), DbError> {
    let sql = "DELETE FROM answered_together WHERE reference = $1";
    tx.execute(sql, vec![reference.into()]).await.map(drop)
}

/// The cases that are answered with this one.
pub(in crate::casework) async fn others(tx: &mut Tx, reference: &str) -> Result<Vec<String>, DbError> {
    let sql = "SELECT reference FROM answered_together WHERE goes_on_in = $1 ORDER BY reference";
    tx.read(sql, vec![reference.into()]).await?.iter().map(|row| row.text(0)).collect()
}

/// The same outside of any write.
pub(in crate::casework) async fn with(db: &Db, reference: &str) -> Result<Vec<Other>, DbError> {
    let sql = "SELECT c.reference, c.desk FROM answered_together t JOIN cases c ON c.reference = t.reference \
        WHERE t.goes_on_in = $1 ORDER BY c.reference";
    db.read(sql, vec![reference.into()]).await?.iter().map(other).collect()
}

/// The case with which this one is answered.
pub(in crate::casework) async fn goes_on_in(db: &Db, reference: &str) -> Result<Option<Other>, DbError> {
    let sql = "SELECT c.reference, c.desk FROM answered_together t JOIN cases c ON c.reference = t.goes_on_in \
        WHERE t.reference = $1";
    db.read(sql, vec![reference.into()]).await?.first().map(other).transpose()
}

fn other(row: &Row) -> Result<Other, DbError> {
    Ok(Other { reference: row.text(0)?, desk: row.text(1)? })
}
