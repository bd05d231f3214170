//! What programs' desks are asked, and what they answer.

use feedback::Language;
use jiff::civil::Date;

use super::{Kind, Verdict};
use crate::casework::life::Request;
use crate::db::{Db, DbError, Row, Tx};

/// Something that a program's desk was asked.
pub(in crate::casework) struct Referral {
    pub reference: String,
    pub number: i64,
    pub desk: String,
    pub kind: Kind,
    pub question: String,
    pub answer_by: Date,
    /// `None` while it is open, and where the case went on without it.
    pub verdict: Option<Verdict>,
    pub is_open: bool,
    pub answer: String,
    pub answered_at: Option<i64>,
}

macro_rules! referrals {
    ($rest:literal) => {
        concat!(
            "SELECT reference, number, desk, kind, question, answer_by, verdict, answer, answered_at \
             FROM referrals ",
            $rest
        )
    };
}

fn referral(row: &Row) -> Result<Referral, DbError> {
    let verdict = row.text(6)?;
    Ok(Referral {
        reference: row.text(0)?,
        number: row.int(1)?,
        desk: row.text(2)?,
        kind: row.parsed(3, Kind::parse)?,
        question: row.text(4)?,
        answer_by: row.parsed(5, |text| text.parse().ok())?,
        verdict: Verdict::parse(&verdict),
        is_open: verdict.is_empty(),
        answer: row.text(7)?,
        answered_at: row.maybe_int(8)?,
    })
}

/// What was asked about this case, the first in front.
pub(in crate::casework) async fn of_case(db: &Db, reference: &str) -> Result<Vec<Referral>, DbError> {
    let sql = referrals!("WHERE reference = $1 ORDER BY number");
    db.read(sql, vec![reference.into()]).await?.iter().map(referral).collect()
}

/// What these desks are asked and have not answered, what is due first in front; at most a hundred.
pub(in crate::casework) async fn open_at(db: &Db, desks: &[String]) -> Result<Vec<Referral>, DbError> {
    let sql = referrals!(
        "WHERE verdict = '' AND ' ' || $1 || ' ' LIKE '% ' || desk || ' %' ORDER BY answer_by, reference LIMIT 100"
    );
    db.read(sql, vec![desks.join(" ").into()]).await?.iter().map(referral).collect()
}

/// What these desks answered, the latest in front; at most fifty.
pub(in crate::casework) async fn answered_at(db: &Db, desks: &[String]) -> Result<Vec<Referral>, DbError> {
    let sql = referrals!(
        "WHERE verdict <> '' AND ' ' || $1 || ' ' LIKE '% ' || desk || ' %' ORDER BY answered_at DESC, reference LIMIT 50"
    );
    db.read(sql, vec![desks.join(" ").into()]).await?.iter().map(referral).collect()
}

/// The name of this desk, where it is a program's.
pub(super) async fn program_desk(tx: &mut Tx, slug: &str, language: Language) -> Result<Option<String>, DbError> {
    let sql = "SELECT name_en, name_fr FROM desks WHERE slug = $1 AND kind = 'program'";
    let rows = tx.read(sql, vec![slug.into()]).await?;
    rows.first().map(|row| row.text(usize::from(language == Language::French))).transpose()
}

/// What a desk was asked about this case and has not answered yet.
pub(super) async fn asked_last(tx: &mut Tx, reference: &str) -> Result<Option<Request>, DbError> {
    let sql = "SELECT desk, question FROM referrals WHERE reference = $1 AND kind = 'ask' AND verdict = '' \
        ORDER BY number DESC LIMIT 1";
    let rows = tx.read(sql, vec![reference.into()]).await?;
    let request = |row: &Row| Ok(Request { to: String::new(), desk: Some(row.text(0)?), question: row.text(1)? });
    rows.first().map(request).transpose()
}

/// Ends what a desk has not answered, but for what is of this kind; that too, where something else is asked in its place. Where
/// its time is over, it was silent.
pub(super) async fn end_others(
    tx: &mut Tx,
    reference: &str,
    kept: &str,
    is_replaced: bool,
    (now, today): (i64, Date),
) -> Result<(), DbError> {
    let sql = "UPDATE referrals SET verdict = CASE WHEN answer_by < $5 THEN 'silent' ELSE 'ended' END, answered_at = $4 \
        WHERE reference = $1 AND verdict = '' AND (kind <> $2 OR $3 = 1)";
    tx.execute(sql, vec![reference.into(), kept.into(), is_replaced.into(), now.into(), today.to_string().into()])
        .await
        .map(drop)
}

/// Keeps what a desk is asked.
pub(super) async fn add(
    tx: &mut Tx,
    reference: &str,
    (kind, request): (Kind, &Request),
    by: &str,
    now: i64,
    answer_by: Date,
) -> Result<(), DbError> {
    let sql = "INSERT INTO referrals (reference, number, desk, kind, question, asked_by, asked_at, answer_by) \
        SELECT $1, COUNT(*) + 1, $2, $3, $4, $5, $6, $7 FROM referrals WHERE reference = $1";
    let desk = request.desk.clone().unwrap_or_default();
    let args = vec![
        reference.into(),
        desk.into(),
        kind.as_str().into(),
        request.question.as_str().into(),
        by.into(),
        now.into(),
        answer_by.to_string().into(),
    ];
    tx.execute(sql, args).await.map(drop)
}

/// The desk that is asked this, and of which kind it is, while it is open.
pub(super) async fn open(tx: &mut Tx, reference: &str, number: i64) -> Result<Option<(String, Kind)>, DbError> {
    let sql = "SELECT desk, kind FROM referrals WHERE reference = $1 AND number = $2 AND verdict = ''";
    let rows = tx.read(sql, vec![reference.into(), number.into()]).await?;
    rows.first().map(|row| Ok((row.text(0)?, row.parsed(1, Kind::parse)?))).transpose()
}

/// Keeps what a desk answers.
pub(super) async fn close(
    tx: &mut Tx,
    reference: &str,
    number: i64,
    (verdict, words): (Verdict, &str),
    by: &str,
    now: i64,
) -> Result<(), DbError> {
    let sql = "UPDATE referrals SET verdict = $3, answer = $4, answered_by = $5, answered_at = $6 \
        WHERE reference = $1 AND number = $2";
    let args = vec![reference.into(), number.into(), verdict.as_str().into(), words.into(), by.into(), now.into()];
    tx.execute(sql, args).await.map(drop)
}

/// The complaints that a program was to settle by a day before this one and said nothing about, the longest ago in front; at
/// most a hundred. Where it says that it settled one, the person is asked.
pub(in crate::casework::moving) async fn lapsed(db: &Db, today: Date) -> Result<Vec<String>, DbError> {
    let sql = "SELECT c.reference FROM cases c WHERE c.stage = 'referred' AND c.due < $1 AND COALESCE((SELECT r.verdict \
        FROM referrals r WHERE r.reference = c.reference ORDER BY r.number DESC LIMIT 1), '') <> 'settled' \
        ORDER BY c.due, c.reference LIMIT 100";
    db.read(sql, vec![today.to_string().into()]).await?.iter().map(|row| row.text(0)).collect()
}

/// The complaints in which something was due before this day, about which a program was asked something and has not answered, and of
/// which the log does not tell yet: the last entry that begins or ends a question is that it was asked. Each with the day, the
/// earliest first, a hundred at most from behind `after`.
pub(in crate::casework::moving) async fn missed(
    db: &Db,
    today: Date,
    (due, reference): &(String, String),
) -> Result<Vec<(String, String)>, DbError> {
    let sql = "SELECT c.due, c.reference FROM cases c WHERE c.stage = 'in-review' AND c.due < $1 \
        AND (c.due > $2 OR (c.due = $2 AND c.reference > $3)) AND (SELECT a.action \
        FROM audit_entries a WHERE a.chain = c.reference AND a.action IN ('request_program', 'program_reply', \
        'program_silent', 'finding_draft', 'request_info', 'pause') ORDER BY a.seq DESC LIMIT 1) = 'request_program' \
        ORDER BY c.due, c.reference LIMIT 100";
    let args = vec![today.to_string().into(), due.as_str().into(), reference.as_str().into()];
    db.read(sql, args).await?.iter().map(|row| Ok((row.text(0)?, row.text(1)?))).collect()
}

/// Whether the program that was asked last says that it settled this complaint.
pub(in crate::casework::moving) async fn is_settled(tx: &mut Tx, reference: &str) -> Result<bool, DbError> {
    let sql = "SELECT verdict FROM referrals WHERE reference = $1 ORDER BY number DESC LIMIT 1";
    let rows = tx.read(sql, vec![reference.into()]).await?;
    rows.first().map_or(Ok(false), |row| Ok(row.text(0)? == "settled"))
}

/// Keeps that a desk said nothing in the time that it had.
pub(in crate::casework::moving) async fn lapse(tx: &mut Tx, reference: &str, now: i64) -> Result<(), DbError> {
    let sql = "UPDATE referrals SET verdict = 'silent', answered_at = $2 WHERE reference = $1 AND verdict = ''";
    tx.execute(sql, vec![reference.into(), now.into()]).await.map(drop)
}
