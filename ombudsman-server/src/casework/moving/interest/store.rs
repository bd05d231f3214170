//! The interests that stand, and those that were taken back.

use crate::casework::life::Rule;
use crate::db::{Db, DbError, Row, Tx};

/// An interest: the case's reference, the name with which the member signs in, and the rule.
type Key<'a> = (&'a str, &'a str, Rule);

/// Who declared an interest that stands.
pub(super) struct Declared {
    /// The name that they sign in with; `None` where neither record nor log tells it.
    pub by: Option<String>,
}

/// Keeps that this rule stands between a member of staff and a case, as whoever signs in with this name says; whether it did
/// not stand already.
pub(super) async fn keep(tx: &mut Tx, (reference, staff, rule): Key<'_>, by: &str, now: i64) -> Result<bool, DbError> {
    let sql = "INSERT INTO interests (reference, staff, rule, declared_at, declared_by) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT DO NOTHING";
    let args = vec![reference.into(), staff.into(), rule.as_str().into(), now.into(), by.into()];
    Ok(tx.execute(sql, args).await? == 1)
}

/// Who declared this interest, where it stands.
pub(super) async fn declared(tx: &mut Tx, (reference, staff, rule): Key<'_>) -> Result<Option<Declared>, DbError> {
    let sql = "SELECT declared_by FROM interests WHERE reference = $1 AND staff = $2 AND rule = $3";
    let rows = tx.read(sql, vec![reference.into(), staff.into(), rule.as_str().into()]).await?;
    rows.first().map(|row| Ok(Declared { by: row.maybe_text(0)? })).transpose()
}

/// Keeps that whoever signs in with this name took this interest back, and why: it stands no more.
pub(super) async fn take_back(
    tx: &mut Tx,
    (reference, staff, rule): Key<'_>,
    by: &str,
    now: i64,
    why: &str,
) -> Result<(), DbError> {
    let sql = "INSERT INTO interests_taken_back \
        (reference, staff, rule, declared_at, declared_by, taken_back_by, taken_back_at, reason) \
        SELECT reference, staff, rule, declared_at, declared_by, $4, $5, $6 FROM interests \
        WHERE reference = $1 AND staff = $2 AND rule = $3";
    let rule = rule.as_str();
    let args = vec![reference.into(), staff.into(), rule.into(), by.into(), now.into(), why.into()];
    tx.execute(sql, args).await?;
    let sql = "DELETE FROM interests WHERE reference = $1 AND staff = $2 AND rule = $3";
    tx.execute(sql, vec![reference.into(), staff.into(), rule.into()]).await.map(drop)
}

/// An interest that was taken back.
pub(in crate::casework) struct TakenBack {
    /// Between whom and the case it stood, by the name that people see.
    pub of: String,
    /// What stood there.
    pub rule: Rule,
    /// Since when, in milliseconds since 1970.
    pub declared_at: i64,
    /// Who took it back, by the name that people see.
    pub by: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// Why; empty once what leads to a person was removed.
    pub reason: String,
}

/// The interests in this case that were taken back, the first in front.
pub(in crate::casework) async fn taken_back(db: &Db, reference: &str) -> Result<Vec<TakenBack>, DbError> {
    let sql = "SELECT s.shown_as, t.rule, t.declared_at, b.shown_as, t.taken_back_at, t.reason \
        FROM interests_taken_back t JOIN staff s ON s.name = t.staff JOIN staff b ON b.name = t.taken_back_by \
        WHERE t.reference = $1 ORDER BY t.taken_back_at, t.rule";
    let one = |row: &Row| -> Result<TakenBack, DbError> {
        Ok(TakenBack {
            of: row.text(0)?,
            rule: row.parsed(1, Rule::parse)?,
            declared_at: row.int(2)?,
            by: row.text(3)?,
            at: row.int(4)?,
            reason: row.text(5)?,
        })
    };
    db.read(sql, vec![reference.into()]).await?.iter().map(one).collect()
}

#[cfg(test)]
mod tests;
