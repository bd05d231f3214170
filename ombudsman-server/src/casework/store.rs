//! The cases' table.

use feedback::{Channel, Consent, Intent, Language, ReplyBy};
use jiff::Timestamp;
use jiff::civil::Date;

use super::life::Refusal;
use super::{Case, Labels, Stage};
use crate::db::{Arg, Db, DbError, Row, Tx};
use crate::standard::Standard;

/// Why a case was not changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The record.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The rules of the case do not allow it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Someone else changed the case since the page was made.
    #[error("the case was changed by someone else")]
    Changed,
    /// There is no such case.
    #[error("there is no such case")]
    NotFound,
    /// The member's role does not allow it.
    #[error("the role does not allow it")]
    Forbidden,
}

/// Rows of one statement, where there are so many: a statement costs more than its rows.
const MANY: usize = 8;

/// What a case is opened for.
pub struct Opening<'a> {
    /// The card's reference.
    pub reference: &'a str,
    /// The service that it is about.
    pub service: &'a str,
    /// What it was meant as.
    pub intent: Intent,
    /// The desk that works on it.
    pub desk: &'a str,
    /// Why it is that desk, by name.
    pub desk_reason: &'a str,
    /// What a person must see in it.
    pub labels: &'a Labels,
    /// When it was received.
    pub received: Timestamp,
}

/// The row of a case that is to be opened.
pub struct NewCase([Arg; 9]);

impl NewCase {
    /// What the case begins with.
    #[must_use]
    pub fn of(opening: &Opening<'_>, standard: &Standard) -> Self {
        let deemed_on = standard.deemed_receipt(opening.received);
        Self([
            opening.reference.into(),
            opening.service.into(),
            opening.intent.as_str().into(),
            deemed_on.to_string().into(),
            standard.acknowledge_by(deemed_on).to_string().into(),
            standard.expected_answer_by(deemed_on).to_string().into(),
            opening.desk.into(),
            opening.labels.to_record().into(),
            opening.desk_reason.into(),
        ])
    }
}

/// Opens the cases that cards lead to. Part of the transaction that records the cards.
pub async fn open_cases(tx: &mut Tx, cases: &[NewCase]) -> Result<(), DbError> {
    let (many, rest) = cases.as_chunks::<MANY>();
    for cases in many {
        let sql = "INSERT INTO cases (reference, service, intent, stage, deemed_on, acknowledge_by, due, answer_by, version, desk, \
                   labels, desk_reason) VALUES \
                   ($1, $2, $3, 'received', $4, $5, $5, $6, 1, $7, $8, $9), \
                   ($10, $11, $12, 'received', $13, $14, $14, $15, 1, $16, $17, $18), \
                   ($19, $20, $21, 'received', $22, $23, $23, $24, 1, $25, $26, $27), \
                   ($28, $29, $30, 'received', $31, $32, $32, $33, 1, $34, $35, $36), \
                   ($37, $38, $39, 'received', $40, $41, $41, $42, 1, $43, $44, $45), \
                   ($46, $47, $48, 'received', $49, $50, $50, $51, 1, $52, $53, $54), \
                   ($55, $56, $57, 'received', $58, $59, $59, $60, 1, $61, $62, $63), \
                   ($64, $65, $66, 'received', $67, $68, $68, $69, 1, $70, $71, $72)";
        tx.execute(sql, cases.iter().flat_map(|case| case.0.iter().cloned()).collect()).await?;
    }
    for case in rest {
        let sql = "INSERT INTO cases (reference, service, intent, stage, deemed_on, acknowledge_by, due, answer_by, version, desk, \
                   labels, desk_reason) VALUES ($1, $2, $3, 'received', $4, $5, $5, $6, 1, $7, $8, $9)";
        tx.execute(sql, case.0.to_vec()).await?;
    }
    Ok(())
}

/// Every case with its card, a row as [`case()`] reads it.
macro_rules! cases {
    ($rest:literal) => {
        concat!(
            "SELECT c.reference, c.service, c.intent, c.facts, c.deemed_on, c.acknowledge_by, c.answer_by, c.due, \
             c.version, k.comment, k.language, \
             k.comment_language, k.pattern, k.page, k.received_at, k.put_right, c.labels, k.mark, \
             (SELECT COUNT(*) FROM originals o WHERE o.reference = c.reference), c.desk, c.desk_reason, k.channel, \
             COALESCE(e.shown_as, k.entered_by), k.consents, c.place, \
             COALESCE((SELECT MAX(a.seq) FROM audit_entries a WHERE a.chain = c.reference), 0), \
             (SELECT COUNT(*) FROM messages m WHERE m.reference = c.reference AND m.officer IS NULL AND m.number > \
             COALESCE((SELECT MAX(s.number) FROM messages s WHERE s.reference = c.reference AND s.officer <> '' \
             AND NOT EXISTS (SELECT 1 FROM incident_cases i WHERE i.reference = s.reference AND i.ended_at = s.said_at)), 0) \
             AND NOT EXISTS (SELECT 1 FROM audit_entries t WHERE t.chain = c.reference AND t.at >= m.said_at \
             AND t.action IN ('answer', 'decision_sent', 'review_decision'))) \
             FROM cases c JOIN cards k ON k.reference = c.reference LEFT JOIN staff e ON e.name = k.entered_by ",
            $rest
        )
    };
}
pub(in crate::casework) use cases;

/// The case of this reference.
pub(super) async fn find(db: &Db, standard: &Standard, reference: &str) -> Result<Option<Case>, DbError> {
    let rows = db.read(cases!("WHERE c.reference = $1"), vec![reference.into()]).await?;
    rows.first().map(|row| case(row, standard)).transpose()
}

/// The open cases of these desks, of all where there are none, in whose matter somebody has an interest or for which somebody new
/// is looked for: by reference, at most a hundred from behind this one.
pub(super) async fn contested(db: &Db, desks: &[String], after: &str) -> Result<Vec<String>, DbError> {
    let sql = "WITH named (first) AS (SELECT COALESCE(b.beside, b.reference) FROM interests i \
        JOIN cards b ON b.reference = i.reference), \
        forms (first) AS (SELECT named.first FROM named UNION SELECT COALESCE(g.beside, g.reference) FROM answered_together t \
        JOIN cards a ON a.reference = t.reference JOIN cards g ON g.reference = t.goes_on_in \
        WHERE COALESCE(a.beside, a.reference) IN (SELECT named.first FROM named)) \
        SELECT c.reference FROM forms JOIN cards k ON k.reference = forms.first OR k.beside = forms.first \
        JOIN cases c ON c.reference = k.reference WHERE c.place < '3' AND c.reference > $2 \
        AND ($1 = '' OR ' ' || $1 || ' ' LIKE '% ' || c.desk || ' %') \
        UNION SELECT c.reference FROM cases c WHERE c.stage IN ('under-review', 'triaged') AND c.holder = '' \
        AND c.reference > $2 AND ($1 = '' OR ' ' || $1 || ' ' LIKE '% ' || c.desk || ' %') \
        ORDER BY reference LIMIT 100";
    db.read(sql, vec![desks.join(" ").into(), after.into()]).await?.iter().map(|row| row.text(0)).collect()
}

/// How a card stands that has no case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is in the record.
    Recorded,
    /// It waits for a person to say whether a machine sent it.
    InQuarantine,
    /// A person said that a machine did.
    Spam,
}

/// Whether the record holds a card of this reference: what it was meant as, and how it stands.
pub(super) async fn recorded_intent(db: &Db, reference: &str) -> Result<Option<(Intent, Standing)>, DbError> {
    let rows = db.read("SELECT intent, mark FROM cards WHERE reference = $1", vec![reference.into()]).await?;
    let standing = |mark: Option<String>| match mark.as_deref() {
        None | Some("duplicate") => Standing::Recorded,
        Some("confirmed") => Standing::Spam,
        Some(_) => Standing::InQuarantine,
    };
    rows.first().map(|row| Ok((row.parsed(0, Intent::parse)?, standing(row.maybe_text(1)?)))).transpose()
}

/// How the person wants to be reached, and the sealed address.
pub(super) async fn sealed_address(db: &Db, reference: &str) -> Result<Option<(ReplyBy, Vec<u8>)>, DbError> {
    let rows = db.read("SELECT reached_by, sealed FROM vault WHERE reference = $1", vec![reference.into()]).await?;
    rows.first().map(|row| Ok((row.parsed(0, ReplyBy::parse)?, row.bytes(1)?))).transpose()
}

/// What the person wrote before something in it was masked, sealed.
pub(super) async fn sealed_original(db: &Db, reference: &str) -> Result<Option<Vec<u8>>, DbError> {
    let rows = db.read("SELECT sealed FROM originals WHERE reference = $1", vec![reference.into()]).await?;
    rows.first().map(|row| row.bytes(0)).transpose()
}

/// The case of this reference, as this write sees it.
pub(super) async fn find_for_write(tx: &mut Tx, standard: &Standard, reference: &str) -> Result<Option<Case>, DbError> {
    let rows = tx.read(cases!("WHERE c.reference = $1"), vec![reference.into()]).await?;
    rows.first().map(|row| case(row, standard)).transpose()
}

/// Gives a case this stage, and counts the change.
pub(super) async fn keep_stage(
    tx: &mut Tx,
    standard: &Standard,
    reference: &str,
    acknowledge_by: Date,
    stage: &Stage,
) -> Result<(), DbError> {
    let day = |date: Option<Date>| date.map(|date| date.to_string());
    let closed_on = if let Stage::Closed { on, .. } = stage { Some(*on) } else { None };
    tx.execute(
        "UPDATE cases SET stage = $1, facts = $2, due = $3, answer_by = COALESCE($4, answer_by), closed_on = $5, \
         holder = $6, version = version + 1 WHERE reference = $7",
        vec![
            stage.name().into(),
            facts(stage).into(),
            day(stage.next_due(standard, acknowledge_by)).into(),
            day(stage.clock().map(|clock| clock.due)).into(),
            day(closed_on).into(),
            stage.holder().unwrap_or_default().into(),
            reference.into(),
        ],
    )
    .await
    .map(drop)
}

/// A stage as the record keeps it.
pub(super) fn facts(stage: &Stage) -> String {
    // Names, texts and days: there is nothing in a stage that JSON could not say.
    serde_json::to_string(stage).unwrap_or_default()
}

/// A row as [`cases!`] reads it.
pub(super) fn case(row: &Row, standard: &Standard) -> Result<Case, DbError> {
    let received = Timestamp::from_millisecond(row.int(14)?).map_err(|_| DbError::Inconsistent { column: 14 })?;
    let date = |column| row.parsed(column, |text| text.parse::<Date>().ok());
    let stage = row.parsed(3, |text| serde_json::from_str::<Stage>(text).ok())?;
    let due = row.maybe_text(7)?.map(|_| date(7)).transpose()?;
    Ok(Case {
        reference: row.text(0)?,
        service: row.text(1)?,
        intent: row.parsed(2, Intent::parse)?,
        stage,
        received_on: standard.office_date(received),
        deemed_on: date(4)?,
        acknowledge_by: date(5)?,
        answer_by: date(6)?,
        due,
        version: row.int(8)?,
        last_entry: row.int(25)?,
        unheard: row.int(26)?,
        comment: row.maybe_text(9)?,
        language: row.parsed(10, Language::parse)?,
        comment_language: row.maybe_text(11)?,
        pattern: row.maybe_text(12)?,
        page: row.maybe_text(13)?,
        put_right: row.maybe_text(15)?,
        labels: Labels::parse(&row.text(16)?),
        is_said_again: row.maybe_text(17)?.is_some_and(|mark| mark == "duplicate"),
        is_masked: row.int(18)? > 0,
        desk: row.text(19)?,
        desk_reason: row.text(20)?,
        channel: row.parsed(21, Channel::parse)?,
        entered_by: row.maybe_text(22)?,
        shares_identity: row.text(23)?.split_whitespace().any(|consent| consent == Consent::ShareIdentity.as_str()),
    })
}

#[cfg(test)]
mod tests;
