//! What is kept about a person, in every table that has something; holds, and requests to have it removed.

use jiff::Timestamp;
use jiff::civil::Date;

use super::classes::Kept;
use super::hold::Hold;
use crate::audit::{self, Entry};
use crate::casework::Labels;
use crate::db::{Db, DbError, Row, Tx};
use crate::standard::Standard;

/// Everything that leads to a person, by table: removed, or emptied where the row is counted. A trigger takes the words out
/// of what can be searched in the same write.
pub(super) const TABLES: [(&str, &str); 11] = [
    (
        "cards",
        "UPDATE cards SET comment = NULL, put_right = NULL, comment_language = NULL, page = NULL, pattern = NULL, \
         achieved = NULL, consents = '', likeness = NULL WHERE reference = $1",
    ),
    ("vault", "DELETE FROM vault WHERE reference = $1"),
    ("originals", "DELETE FROM originals WHERE reference = $1"),
    ("messages", "DELETE FROM messages WHERE reference = $1"),
    ("outbox", "DELETE FROM outbox WHERE reference = $1"),
    ("label_words", "DELETE FROM label_words WHERE reference = $1"),
    ("referrals", "DELETE FROM referrals WHERE reference = $1"),
    ("releases", "UPDATE releases SET reason = '' WHERE reference = $1"),
    ("compliments_passed", "UPDATE compliments_passed SET unit = NULL, employee = NULL WHERE reference = $1"),
    ("answered_together", "DELETE FROM answered_together WHERE reference = $1"),
    ("erasures", "DELETE FROM erasures WHERE reference = $1"),
];

/// How much of what leads to a person is left of this card.
pub(super) async fn left(tx: &mut Tx, reference: &str) -> Result<i64, DbError> {
    let sql = "SELECT (SELECT COUNT(*) FROM cards WHERE reference = $1 AND \
        (comment IS NOT NULL OR put_right IS NOT NULL OR page IS NOT NULL OR likeness IS NOT NULL)) \
        + (SELECT COUNT(*) FROM vault WHERE reference = $1) + (SELECT COUNT(*) FROM originals WHERE reference = $1) \
        + (SELECT COUNT(*) FROM messages WHERE reference = $1) + (SELECT COUNT(*) FROM outbox WHERE reference = $1) \
        + (SELECT COUNT(*) FROM referrals WHERE reference = $1) \
        + (SELECT COUNT(*) FROM cases WHERE reference = $1 AND stage <> 'anonymised') \
        + (SELECT COUNT(*) FROM case_texts WHERE reference = $1 AND trim(said || office, char(10)) <> '')";
    let rows = tx.read(sql, vec![reference.into()]).await?;
    rows.first().map_or(Err(DbError::Inconsistent { column: 0 }), |row| row.int(0))
}

/// Keeps when it was removed.
pub(super) async fn mark(tx: &mut Tx, reference: &str, now: i64) -> Result<(), DbError> {
    let sql = "UPDATE cards SET removed_at = $2 WHERE reference = $1";
    tx.execute(sql, vec![reference.into(), now.into()]).await.map(drop)
}

/// Writes what was removed out of the journal beside the record too, as far as nobody reads at this moment.
pub(super) async fn write_out(db: &Db) -> Result<(), DbError> {
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)", Vec::new()).await.map(drop)
}

/// A card that still leads to a person.
pub(super) struct Candidate {
    pub reference: String,
    pub received_at: i64,
    pub kept: Kept,
    /// Whether nothing is left to do about it.
    pub is_over: bool,
    pub is_held: bool,
    /// Whether its person asked to have it removed.
    pub is_asked: bool,
}

macro_rules! candidates {
    ($rest:literal) => {
        concat!(
            "SELECT k.reference, k.received_at, k.labels, c.labels, c.closed_on, c.reference, \
             (SELECT COUNT(*) FROM holds h WHERE h.reference = k.reference AND h.lifted_at IS NULL), \
             (SELECT COUNT(*) FROM erasures e WHERE e.reference = k.reference), k.mark, k.removed_at \
             FROM cards k LEFT JOIN cases c ON c.reference = k.reference ",
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

/// The same of one card, and when what led to its person was removed.
pub(super) async fn find(
    db: &Db,
    standard: &Standard,
    reference: &str,
) -> Result<Option<(Candidate, Option<i64>)>, DbError> {
    let rows = db.read(candidates!("WHERE k.reference = $1"), vec![reference.into()]).await?;
    rows.first().map(|row| Ok((candidate(row, standard)?, row.maybe_int(9)?))).transpose()
}

fn candidate(row: &Row, standard: &Standard) -> Result<Candidate, DbError> {
    let received_at = row.int(1)?;
    let received = Timestamp::from_millisecond(received_at).unwrap_or(Timestamp::UNIX_EPOCH);
    let closed_on = row.maybe_text(4)?.map(|_| row.parsed(4, |text| text.parse::<Date>().ok())).transpose()?;
    let has_case = row.maybe_text(5)?.is_some();
    let labels = row.maybe_text(3)?.map_or_else(|| row.text(2), Ok)?;
    // What waits in quarantine is nobody's yet.
    let waits = row.maybe_text(8)?.is_some_and(|mark| mark == "spam" || mark == "restored");
    Ok(Candidate {
        reference: row.text(0)?,
        received_at,
        is_over: if has_case { closed_on.is_some() } else { !waits },
        kept: Kept { received_on: standard.office_date(received), closed_on, labels: Labels::parse(&labels) },
        is_held: row.int(6)? > 0,
        is_asked: row.int(7)? > 0,
    })
}

/// Keeps that a person asked to have it removed.
pub(super) async fn ask(db: &Db, reference: &str, entry: &Entry) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    let sql = "INSERT INTO erasures (reference, asked_at) SELECT reference, $2 FROM cards \
        WHERE reference = $1 AND removed_at IS NULL ON CONFLICT DO NOTHING";
    if tx.execute(sql, vec![reference.into(), entry.at().into()]).await? > 0 {
        audit::append(&mut tx, entry).await?;
        tx.commit().await?;
    }
    Ok(())
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
