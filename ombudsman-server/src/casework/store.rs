//! The cases' table.

use feedback::{Channel, Consent, Intent, Language, ReplyBy};
use jiff::Timestamp;
use jiff::civil::Date;

use super::{Case, IllegalMove, Labels, Stage};
use crate::audit::{self, Entry};
use crate::db::{Arg, Db, DbError, Row, Tx};
use crate::standard::Standard;

/// Why a case was not changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The record.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The stage does not allow it.
    #[error(transparent)]
    IllegalMove(#[from] IllegalMove),
    /// Someone else changed the case since the page was made.
    #[error("the case was changed by someone else")]
    Changed,
    /// There is no such case.
    #[error("there is no such case")]
    NotFound,
}

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

/// Opens the case that a card leads to. Part of the transaction that records the card.
pub async fn open_case(tx: &mut Tx, standard: &Standard, opening: &Opening<'_>) -> Result<(), DbError> {
    let deemed_on = standard.deemed_receipt(opening.received);
    tx.execute(
        "INSERT INTO cases (reference, service, intent, stage, deemed_on, acknowledge_by, answer_by, version, desk, labels, desk_reason) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9, $10)",
        vec![
            opening.reference.into(),
            opening.service.into(),
            opening.intent.as_str().into(),
            Stage::Received.name().into(),
            deemed_on.to_string().into(),
            standard.acknowledge_by(deemed_on).to_string().into(),
            standard.expected_answer_by(deemed_on).to_string().into(),
            opening.desk.into(),
            opening.labels.to_record().into(),
            opening.desk_reason.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Every case with its card, a row as [`case`] reads it.
macro_rules! cases {
    ($rest:literal) => {
        concat!(
            "SELECT c.reference, c.service, c.intent, c.stage, c.deemed_on, c.acknowledge_by, c.answer_by, \
             c.acknowledged_on, c.officer, c.answered_on, c.answer, c.closed_on, c.version, k.comment, k.language, \
             k.comment_language, k.pattern, k.page, k.received_at, k.put_right, c.labels, k.mark, \
             (SELECT COUNT(*) FROM originals o WHERE o.reference = c.reference), c.desk, c.desk_reason, k.channel, \
             COALESCE(e.shown_as, k.entered_by), k.consents \
             FROM cases c JOIN cards k ON k.reference = c.reference LEFT JOIN staff e ON e.name = k.entered_by ",
            $rest
        )
    };
}

/// The open cases, the urgent ones in front and then the one that is due first, and then the closed ones, the newest in
/// front; those of these desks only, unless there are none. At most 501: one more than the desk shows, so that it can say
/// that there are more.
pub(super) async fn queue(db: &Db, standard: &Standard, desks: &[String]) -> Result<Vec<Case>, DbError> {
    let rows = db
        .read(
            cases!(
                "WHERE ($1 = '' OR ' ' || $1 || ' ' LIKE '% ' || c.desk || ' %') \
                 ORDER BY CASE c.stage WHEN 'received' THEN 0 WHEN 'acknowledged' THEN 0 WHEN 'answered' THEN 1 ELSE 2 END, \
                 CASE WHEN c.stage = 'received' AND c.labels LIKE 'urgent%' THEN 0 ELSE 1 END, \
                 CASE c.stage WHEN 'received' THEN c.acknowledge_by WHEN 'acknowledged' THEN c.answer_by ELSE '' END, \
                 CASE c.stage WHEN 'closed' THEN '' ELSE c.deemed_on END, c.closed_on DESC, c.reference LIMIT 501"
            ),
            vec![desks.join(" ").into()],
        )
        .await?;
    rows.iter().map(|row| case(row, standard)).collect()
}

/// The case of this reference.
pub(super) async fn find(db: &Db, standard: &Standard, reference: &str) -> Result<Option<Case>, DbError> {
    let rows = db.read(cases!("WHERE c.reference = $1"), vec![reference.into()]).await?;
    rows.first().map(|row| case(row, standard)).transpose()
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

/// Moves a case on, if nobody has changed it since `version`, and has the log tell of it as this entry does.
pub(super) async fn move_on(
    db: &Db,
    standard: &Standard,
    reference: &str,
    version: i64,
    entry: Entry,
    step: impl FnOnce(Stage) -> Result<Stage, IllegalMove>,
) -> Result<(), StoreError> {
    let case = find(db, standard, reference).await?.ok_or(StoreError::NotFound)?;
    let from = case.stage.name();
    let stage = step(case.stage)?;
    let day = |date: Option<Date>| Arg::from(date.map(|date| date.to_string()));
    let (acknowledged_on, closed_on) = match &stage {
        Stage::Received => (None, None),
        Stage::Acknowledged { on, .. } => (Some(*on), None),
        Stage::Answered { acknowledged_on, .. } => (Some(*acknowledged_on), None),
        Stage::Closed { acknowledged_on, on, .. } => (Some(*acknowledged_on), Some(*on)),
    };
    let mut tx = db.begin().await?;
    let changed = tx
        .execute(
            "UPDATE cases SET stage = $1, answer_by = $2, acknowledged_on = $3, officer = $4, answered_on = $5, \
             answer = $6, closed_on = $7, version = version + 1 WHERE reference = $8 AND version = $9",
            vec![
                stage.name().into(),
                stage.answer_by(case.deemed_on, standard).to_string().into(),
                day(acknowledged_on),
                stage.officer().map(str::to_owned).into(),
                day(stage.given_answer().map(|(_, on)| on)),
                stage.given_answer().map(|(answer, _)| answer.to_owned()).into(),
                day(closed_on),
                reference.into(),
                version.into(),
            ],
        )
        .await?;
    if changed == 0 {
        return Err(StoreError::Changed);
    }
    audit::append(&mut tx, &entry.moving(from, stage.name())).await?;
    Ok(tx.commit().await?)
}

fn case(row: &Row, standard: &Standard) -> Result<Case, DbError> {
    let received = Timestamp::from_millisecond(row.int(18)?).map_err(|_| DbError::Inconsistent { column: 18 })?;
    let date = |column| row.parsed(column, |text| text.parse::<Date>().ok());
    let stage = match row.text(3)?.as_str() {
        "received" => Stage::Received,
        "acknowledged" => Stage::Acknowledged { on: date(7)?, officer: row.text(8)? },
        "answered" => {
            Stage::Answered { acknowledged_on: date(7)?, officer: row.text(8)?, on: date(9)?, answer: row.text(10)? }
        }
        "closed" => Stage::Closed {
            acknowledged_on: date(7)?,
            officer: row.text(8)?,
            answered_on: date(9)?,
            answer: row.text(10)?,
            on: date(11)?,
        },
        _ => return Err(DbError::Inconsistent { column: 3 }),
    };
    Ok(Case {
        reference: row.text(0)?,
        service: row.text(1)?,
        intent: row.parsed(2, Intent::parse)?,
        stage,
        received_on: standard.office_date(received),
        deemed_on: date(4)?,
        acknowledge_by: date(5)?,
        answer_by: date(6)?,
        version: row.int(12)?,
        comment: row.maybe_text(13)?,
        language: row.parsed(14, Language::parse)?,
        comment_language: row.maybe_text(15)?,
        pattern: row.maybe_text(16)?,
        page: row.maybe_text(17)?,
        put_right: row.maybe_text(19)?,
        labels: Labels::parse(&row.text(20)?),
        is_said_again: row.maybe_text(21)?.is_some_and(|mark| mark == "duplicate"),
        is_masked: row.int(22)? > 0,
        desk: row.text(23)?,
        desk_reason: row.text(24)?,
        channel: row.parsed(25, Channel::parse)?,
        entered_by: row.maybe_text(26)?,
        shares_identity: row.text(27)?.split_whitespace().any(|consent| consent == Consent::ShareIdentity.as_str()),
    })
}
