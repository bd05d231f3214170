//! What is kept beside a case when it moves: who had which part, what stands between whom and the case, what was said.

use jiff::civil::Date;

use crate::casework::StoreError;
use crate::casework::life::{Part, Past, Rule};
use crate::db::{Db, DbError, Row, Tx};

/// The cards of the matter of the case `$1`: of its form, for one that was changed and sent again is one matter; and of the forms of
/// the cases that are answered with it, whose people read the same answer.
macro_rules! of_matter {
    ($of:literal, $rest:literal) => {
        concat!(
            $of,
            " (WITH own (first) AS (SELECT COALESCE(beside, reference) FROM cards WHERE reference = $1), \
             forms (first) AS (SELECT own.first FROM own UNION SELECT COALESCE(b.beside, b.reference) \
             FROM answered_together t JOIN cards b ON b.reference = t.reference WHERE t.goes_on_in IN \
             (SELECT o.reference FROM own JOIN cards o ON o.reference = own.first OR o.beside = own.first)) \
             SELECT k.reference FROM forms JOIN cards k ON k.reference = forms.first OR k.beside = forms.first) ",
            $rest
        )
    };
}

/// What the record knows about this officer and this case of this service.
pub(in crate::casework) async fn past(
    tx: &mut Tx,
    staff: &str,
    reference: &str,
    service: &str,
) -> Result<Past, DbError> {
    let in_program = in_program(tx, staff, service).await?;
    let args = || vec![reference.into(), staff.into()];
    let sql = of_matter!("SELECT rule FROM interests WHERE staff = $2 AND reference IN", "ORDER BY declared_at, rule");
    let rows = tx.read(sql, args()).await?;
    let declared = rows.iter().map(|row| row.parsed(0, Rule::parse)).collect::<Result<_, DbError>>()?;
    let sql = of_matter!("SELECT 1 FROM parts WHERE staff = $2 AND part <> 'reviewer' AND reference IN", "LIMIT 1");
    let had_a_part = !tx.read(sql, args()).await?.is_empty();
    Ok(Past { in_program, declared, had_a_part })
}

/// Who had any part in the matter of this case, by the names that people see.
pub(super) async fn with_a_part(tx: &mut Tx, reference: &str) -> Result<Vec<String>, DbError> {
    let sql = of_matter!(
        "SELECT DISTINCT s.shown_as FROM parts p JOIN staff s ON s.name = p.staff WHERE p.reference IN",
        "ORDER BY s.shown_as"
    );
    tx.read(sql, vec![reference.into()]).await?.iter().map(|row| row.text(0)).collect()
}

/// Until when this member worked in the program of this service, each time; `None` where they still do.
pub(super) async fn in_program(tx: &mut Tx, staff: &str, service: &str) -> Result<Vec<Option<Date>>, DbError> {
    let sql = "SELECT until FROM past_work WHERE staff = $1 AND service = $2 UNION ALL \
        SELECT NULL FROM staff_desks d JOIN services s ON s.desk = d.desk JOIN desks k ON k.slug = d.desk \
        WHERE d.staff = $1 AND s.slug = $2 AND k.kind = 'program'";
    let rows = tx.read(sql, vec![staff.into(), service.into()]).await?;
    let until = |row: &Row| match row.maybe_text(0)? {
        None => Ok(None),
        Some(_) => row.parsed(0, |text| text.parse::<Date>().ok()).map(Some),
    };
    rows.iter().map(until).collect()
}

/// Who works or worked in the program of this service, by the name that they sign in with, and until when.
pub(in crate::casework) async fn worked(db: &Db, service: &str) -> Result<Vec<(String, Option<Date>)>, DbError> {
    let rows = db.read("SELECT staff, until FROM past_work WHERE service = $1", vec![service.into()]).await?;
    let one = |row: &Row| {
        let until = row.maybe_text(1)?.map(|_| row.parsed(1, |text| text.parse::<Date>().ok()));
        Ok((row.text(0)?, until.transpose()?))
    };
    rows.iter().map(one).collect()
}

const LAST_HANDLED: &str = "SELECT attested FROM parts WHERE staff = $1 AND reference = $2 AND part = 'handler' \
    ORDER BY since DESC, attested IS NULL LIMIT 1";

/// Whether this officer was given the case by somebody else, and has not attested since that nothing stands between them and
/// it.
pub(super) async fn is_unattested(tx: &mut Tx, staff: &str, reference: &str) -> Result<bool, DbError> {
    is_open(&tx.read(LAST_HANDLED, vec![staff.into(), reference.into()]).await?)
}

/// The same outside of any write.
pub(in crate::casework) async fn must_attest(db: &Db, staff: &str, reference: &str) -> Result<bool, DbError> {
    is_open(&db.read(LAST_HANDLED, vec![staff.into(), reference.into()]).await?)
}

fn is_open(rows: &[Row]) -> Result<bool, DbError> {
    rows.first().map_or(Ok(false), |row| Ok(row.maybe_text(0)?.is_none()))
}

/// Keeps that a member of staff had this part from now on.
pub(super) async fn keep_part(
    tx: &mut Tx,
    reference: &str,
    staff: &str,
    part: &str,
    now: i64,
    attested: Option<String>,
) -> Result<(), DbError> {
    let sql = "INSERT INTO parts (reference, staff, part, since, attested) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT DO NOTHING";
    tx.execute(sql, vec![reference.into(), staff.into(), part.into(), now.into(), attested.into()]).await.map(drop)
}

/// Brings a case to this desk of another office.
pub(super) async fn bring_to(tx: &mut Tx, reference: &str, desk: &str) -> Result<(), DbError> {
    let sql = "UPDATE cases SET desk = $1, desk_reason = 'handed-over' WHERE reference = $2";
    tx.execute(sql, vec![desk.into(), reference.into()]).await.map(drop)
}

/// Counts a change of the case, if nobody has changed it since this version.
pub(super) async fn next_version(tx: &mut Tx, reference: &str, version: i64) -> Result<(), StoreError> {
    let sql = "UPDATE cases SET version = version + 1 WHERE reference = $1 AND version = $2";
    match tx.execute(sql, vec![reference.into(), version.into()]).await? {
        0 => Err(StoreError::Changed),
        _ => Ok(()),
    }
}

/// Keeps what an officer, or without one the person, says.
pub(super) async fn say(
    tx: &mut Tx,
    reference: &str,
    officer: Option<&str>,
    now: i64,
    body: &str,
) -> Result<(), DbError> {
    let sql = "INSERT INTO messages (reference, number, officer, said_at, body) \
        SELECT $1, COUNT(*) + 1, $2, $3, $4 FROM messages WHERE reference = $1";
    let args = vec![reference.into(), officer.map(str::to_owned).into(), now.into(), body.into()];
    tx.execute(sql, args).await.map(drop)
}

/// Something that was said about a case.
pub(in crate::casework) struct Message {
    /// Who of the office said it, empty where it was its program by itself; `None` where the person did.
    pub officer: Option<String>,
    /// When, in milliseconds since 1970.
    pub said_at: i64,
    /// What.
    pub body: String,
}

/// What was said about this case, the first in front.
pub(in crate::casework) async fn messages(db: &Db, reference: &str) -> Result<Vec<Message>, DbError> {
    let sql = "SELECT officer, said_at, body FROM messages WHERE reference = $1 ORDER BY number";
    let rows = db.read(sql, vec![reference.into()]).await?;
    let message = |row: &Row| Ok(Message { officer: row.maybe_text(0)?, said_at: row.int(1)?, body: row.text(2)? });
    rows.iter().map(message).collect()
}

/// The cases whose person was asked something, and of which a reminder or the end may be due by this day.
pub(super) async fn awaited(db: &Db, today: Date) -> Result<Vec<String>, DbError> {
    let sql = "SELECT reference FROM cases WHERE stage = 'awaiting-client' AND due <= $1 ORDER BY due, reference";
    db.read(sql, vec![today.to_string().into()]).await?.iter().map(|row| row.text(0)).collect()
}

/// The name with which the officer signs in whom people see under this name.
pub(super) async fn name_of(tx: &mut Tx, shown_as: &str) -> Result<Option<String>, DbError> {
    let sql = "SELECT name FROM staff WHERE shown_as = $1";
    tx.read(sql, vec![shown_as.into()]).await?.first().map(|row| row.text(0)).transpose()
}

/// Who had which part in this case, the first in front: the name that people see, the part, and when it began.
pub(in crate::casework) async fn parts(db: &Db, reference: &str) -> Result<Vec<(String, Part, i64)>, DbError> {
    let sql = "SELECT s.shown_as, p.part, p.since FROM parts p JOIN staff s ON s.name = p.staff \
        WHERE p.reference = $1 ORDER BY p.since, p.part";
    db.read(sql, vec![reference.into()]).await?.iter().map(part).collect()
}

/// The same of all cases of the matter of this one.
pub(in crate::casework) async fn parts_in_matter(
    db: &Db,
    reference: &str,
) -> Result<Vec<(String, Part, i64)>, DbError> {
    let sql = of_matter!(
        "SELECT s.shown_as, p.part, p.since FROM parts p JOIN staff s ON s.name = p.staff WHERE p.reference IN",
        "ORDER BY p.since, p.part"
    );
    db.read(sql, vec![reference.into()]).await?.iter().map(part).collect()
}

fn part(row: &Row) -> Result<(String, Part, i64), DbError> {
    Ok((row.text(0)?, row.parsed(1, Part::parse)?, row.int(2)?))
}

/// What stands between whom and this case: the name that people see, the rule, and when it was declared.
pub(in crate::casework) async fn interests(db: &Db, reference: &str) -> Result<Vec<(String, Rule, i64)>, DbError> {
    let sql = "SELECT s.shown_as, i.rule, i.declared_at FROM interests i JOIN staff s ON s.name = i.staff \
        WHERE i.reference = $1 ORDER BY i.declared_at, i.rule";
    db.read(sql, vec![reference.into()]).await?.iter().map(interest).collect()
}

/// The same of all cases of the matter of this one.
pub(in crate::casework) async fn interests_in_matter(
    db: &Db,
    reference: &str,
) -> Result<Vec<(String, Rule, i64)>, DbError> {
    let sql = of_matter!(
        "SELECT s.shown_as, i.rule, i.declared_at FROM interests i JOIN staff s ON s.name = i.staff WHERE i.reference IN",
        "ORDER BY i.declared_at, i.rule"
    );
    db.read(sql, vec![reference.into()]).await?.iter().map(interest).collect()
}

fn interest(row: &Row) -> Result<(String, Rule, i64), DbError> {
    Ok((row.text(0)?, row.parsed(1, Rule::parse)?, row.int(2)?))
}

/// Keeps how the person rates the handling of their case; the last rating stands.
pub(super) async fn keep_rating(tx: &mut Tx, reference: &str, rating: i64, on: Date) -> Result<(), DbError> {
    let sql = "INSERT INTO handling_ratings (reference, rating, rated_on) VALUES ($1, $2, $3) \
        ON CONFLICT (reference) DO UPDATE SET rating = excluded.rating, rated_on = excluded.rated_on";
    tx.execute(sql, vec![reference.into(), rating.into(), on.to_string().into()]).await.map(drop)
}

/// How the person rated it.
pub(in crate::casework) async fn rating(db: &Db, reference: &str) -> Result<Option<i64>, DbError> {
    let sql = "SELECT rating FROM handling_ratings WHERE reference = $1";
    db.read(sql, vec![reference.into()]).await?.first().map(|row| row.int(0)).transpose()
}
