//! What is kept about a person, in every table that has something; holds, and requests to have it removed.

use jiff::Timestamp;
use jiff::civil::Date;

use super::classes::Kept;
use super::hold::Hold;
use super::traces::{TRACES, WITH_THE_CASE};
use crate::audit::{self, Action, Actor, Entry};
use crate::casework::{Labels, same_form};
use crate::db::{Db, DbError, Row, Sql, Tx};
use crate::standard::Standard;

/// How much of what leads to a person is left of this card.
pub(super) async fn left(tx: &mut Tx, reference: &str) -> Result<i64, DbError> {
    let mut left = 0;
    for sql in TRACES.iter().map(|trace| trace.left).chain(WITH_THE_CASE) {
        let rows = tx.read(sql, vec![reference.into()]).await?;
        left += rows.first().map_or(Err(DbError::Inconsistent { column: 0 }), |row| row.int(0))?;
    }
    Ok(left)
}

/// Keeps when it was removed.
pub(super) async fn mark(tx: &mut Tx, reference: &str, now: i64) -> Result<(), DbError> {
    let sql = "UPDATE cards SET removed_at = $2 WHERE reference = $1";
    tx.execute(sql, vec![reference.into(), now.into()]).await.map(drop)
}

/// From now on, what is removed is written over and not only marked as free.
pub(super) async fn overwrite(db: &Db) -> Result<(), DbError> {
    // PostgreSQL has no such setting: there, all is written anew in the end.
    db.maintain(Sql { sqlite: "PRAGMA secure_delete = ON", postgres: "SELECT 1" }).await
}

/// Writes the whole record anew, without the pages that are free: what was rewritten before the run began may still stand in
/// them. Then empties the journal beside it. Whether that was done: somebody who reads meanwhile keeps it.
pub(super) async fn write_anew(db: &Db) -> Result<bool, DbError> {
    db.maintain(Sql { sqlite: "VACUUM", postgres: "VACUUM (FULL, ANALYZE)" }).await?;
    let empty = Sql { sqlite: "PRAGMA wal_checkpoint(TRUNCATE)", postgres: "SELECT 0" };
    let rows = db.read(empty, Vec::new()).await?;
    rows.first().map_or(Ok(false), |row| Ok(row.int(0)? == 0))
}

/// Whether something is left to do about a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Its case is open.
    Open,
    /// It is in quarantine: nobody's yet, and ended by its class alone.
    Quarantined,
    /// Nothing is left to do.
    Over,
}

/// A card that still leads to a person.
pub(super) struct Candidate {
    pub reference: String,
    pub received_at: i64,
    pub kept: Kept,
    /// Whether something is left to do about it.
    pub state: State,
    /// Whether a hold keeps it, set on any card of its form.
    pub is_held: bool,
    /// Whether its person asked to have it removed.
    pub is_asked: bool,
    /// When what leads to its person was removed.
    pub removed_at: Option<i64>,
}

impl Candidate {
    /// Whether it is kept no longer, but for a hold.
    pub fn is_due(&self, today: Date) -> bool {
        let is_past = |is_asked| self.kept.kept_until(is_asked) < today;
        match self.state {
            State::Open => false,
            State::Quarantined => is_past(false),
            State::Over => is_past(self.is_asked),
        }
    }
}

// Where a case is answered with another, its answer is that one's, and so is the day on which it was told: until then it is
// not over.
macro_rules! candidates {
    ($rest:literal) => {
        Sql {
            sqlite: candidates!("json_extract(c.facts, '$.closed.ending.duplicate.told.on')", $rest),
            postgres: candidates!("CAST(c.facts AS JSON) #>> '{closed,ending,duplicate,told,on}'", $rest),
        }
    };
    ($told:literal, $rest:literal) => {
        concat!(
            "SELECT k.reference, k.received_at, k.labels, c.labels, c.closed_on, c.reference, \
             (SELECT COUNT(*) FROM holds h JOIN cards f ON f.reference = h.reference WHERE h.lifted_at IS NULL \
             AND (f.reference = COALESCE(k.beside, k.reference) OR f.beside = COALESCE(k.beside, k.reference))), \
             (SELECT COUNT(*) FROM erasures e WHERE e.reference = k.reference), k.mark, k.removed_at, t.goes_on_in, \
             COALESCE(",
            $told,
            ", a.closed_on) FROM cards k LEFT JOIN cases c ON c.reference = k.reference \
             LEFT JOIN answered_together t ON t.reference = k.reference LEFT JOIN cases a ON a.reference = t.goes_on_in ",
            $rest
        )
    };
}

/// A page of the cards that still lead to a person, the first received first.
pub(super) async fn page(
    db: &Db,
    standard: &Standard,
    (at, reference): &(i64, String),
    most: usize,
) -> Result<Vec<Candidate>, DbError> {
    let sql = candidates!(
        "WHERE k.removed_at IS NULL AND k.received_at >= $1 AND (k.received_at > $1 OR k.reference > $2) \
         ORDER BY k.received_at, k.reference LIMIT $3"
    );
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let rows = db.read(sql, vec![(*at).into(), reference.as_str().into(), most.into()]).await?;
    rows.iter().map(|row| candidate(row, standard)).collect()
}

/// The same of one card, as this write sees it; `None` where there is nothing left to remove.
pub(super) async fn find_for_write(
    tx: &mut Tx,
    standard: &Standard,
    reference: &str,
) -> Result<Option<Candidate>, DbError> {
    let rows = tx.read(candidates!("WHERE k.reference = $1 AND k.removed_at IS NULL"), vec![reference.into()]).await?;
    rows.first().map(|row| candidate(row, standard)).transpose()
}

/// The same of every card of the form that this one is from, the first received first.
pub(super) async fn of_form(db: &Db, standard: &Standard, reference: &str) -> Result<Vec<Candidate>, DbError> {
    let sql = candidates!(
        "JOIN (SELECT COALESCE(beside, reference) AS first FROM cards WHERE reference = $1) form \
         ON k.reference = form.first OR k.beside = form.first ORDER BY k.received_at, k.reference"
    );
    db.read(sql, vec![reference.into()]).await?.iter().map(|row| candidate(row, standard)).collect()
}

fn candidate(row: &Row, standard: &Standard) -> Result<Candidate, DbError> {
    let received_at = row.int(1)?;
    let received = Timestamp::from_millisecond(received_at).unwrap_or(Timestamp::UNIX_EPOCH);
    let day =
        |column| row.maybe_text(column)?.map(|_| row.parsed(column, |text| text.parse::<Date>().ok())).transpose();
    let (own, told) = (day(4)?, day(11)?);
    let closed_on = if row.maybe_text(10)?.is_some() { own.zip(told).map(|(own, told)| own.max(told)) } else { own };
    let has_case = row.maybe_text(5)?.is_some();
    let labels = row.maybe_text(3)?.map_or_else(|| row.text(2), Ok)?;
    let is_quarantined = row.maybe_text(8)?.is_some_and(|mark| mark == "spam" || mark == "restored");
    let state = match (has_case, closed_on) {
        (true, None) => State::Open,
        (false, _) if is_quarantined => State::Quarantined,
        _ => State::Over,
    };
    Ok(Candidate {
        reference: row.text(0)?,
        received_at,
        state,
        kept: Kept { received_on: standard.office_date(received), closed_on, labels: Labels::parse(&labels) },
        is_held: row.int(6)? > 0,
        is_asked: row.int(7)? > 0,
        removed_at: row.maybe_int(9)?,
    })
}

/// Keeps that a person asked to have every card of the form removed that this one is from.
pub(super) async fn ask(db: &Db, reference: &str, now: i64) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    let first = same_form::first(&mut tx, reference).await?;
    let sql = "SELECT reference FROM cards WHERE (reference = $1 OR beside = $1) AND removed_at IS NULL \
        AND NOT EXISTS (SELECT 1 FROM erasures e WHERE e.reference = cards.reference) ORDER BY reference";
    for row in tx.read(sql, vec![first.into()]).await? {
        let reference = row.text(0)?;
        let sql = "INSERT INTO erasures (reference, asked_at) VALUES ($1, $2)";
        tx.execute(sql, vec![reference.as_str().into(), now.into()]).await?;
        audit::append(&mut tx, &Entry::of_case(&reference, now, Actor::client(), Action::ErasureRequest)).await?;
    }
    tx.commit().await
}

/// Sets a hold; whether there is such a card with none.
pub(super) async fn hold(db: &Db, reference: &str, reason: &str, by: &str, entry: &Entry) -> Result<bool, DbError> {
    let sql = "INSERT INTO holds (reference, number, reason, set_by, set_at) \
        SELECT k.reference, (SELECT COUNT(*) + 1 FROM holds WHERE reference = $1), $2, $3, $4 FROM cards k \
        WHERE k.reference = $1 AND k.removed_at IS NULL ON CONFLICT DO NOTHING";
    let mut tx = db.begin().await?;
    let args = vec![reference.into(), reason.into(), by.into(), entry.at().into()];
    let is_set = tx.execute(sql, args).await? > 0;
    if is_set {
        audit::append(&mut tx, entry).await?;
        tx.commit().await?;
    }
    Ok(is_set)
}

/// Lifts a hold; whether there was one.
pub(super) async fn lift(db: &Db, reference: &str, by: &str, entry: &Entry) -> Result<bool, DbError> {
    let mut tx = db.begin().await?;
    let sql = "UPDATE holds SET lifted_by = $2, lifted_at = $3 WHERE reference = $1 AND lifted_at IS NULL";
    let is_lifted = tx.execute(sql, vec![reference.into(), by.into(), entry.at().into()]).await? > 0;
    if is_lifted {
        audit::append(&mut tx, entry).await?;
        tx.commit().await?;
    }
    Ok(is_lifted)
}

/// The holds that hold, the latest in front; at most two hundred.
pub(super) async fn holds(db: &Db) -> Result<Vec<Hold>, DbError> {
    let sql = "SELECT h.reference, h.reason, COALESCE(s.shown_as, h.set_by), h.set_at FROM holds h \
        LEFT JOIN staff s ON s.name = h.set_by WHERE h.lifted_at IS NULL ORDER BY h.set_at DESC, h.reference LIMIT 200";
    let hold =
        |row: &Row| Ok(Hold { reference: row.text(0)?, reason: row.text(1)?, by: row.text(2)?, set_at: row.int(3)? });
    db.read(sql, Vec::new()).await?.iter().map(hold).collect()
}

/// Why and since when a card is held, or another of its form; the first hold of those that hold.
pub(super) async fn hold_of(db: &Db, reference: &str) -> Result<Option<(String, i64)>, DbError> {
    let sql = "SELECT h.reason, h.set_at FROM cards k \
        JOIN cards f ON f.reference = COALESCE(k.beside, k.reference) OR f.beside = COALESCE(k.beside, k.reference) \
        JOIN holds h ON h.reference = f.reference AND h.lifted_at IS NULL \
        WHERE k.reference = $1 ORDER BY h.set_at, h.reference LIMIT 1";
    let rows = db.read(sql, vec![reference.into()]).await?;
    rows.first().map(|row| Ok((row.text(0)?, row.int(1)?))).transpose()
}
