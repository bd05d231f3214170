//! Compliments in the cards' table, and what became of them.

use feedback::{Consent, Reference};

use super::act::Nominee;
use super::{Compliment, Nomination, Place};
use crate::audit::{self, Action, Entry};
use crate::db::{Arg, Db, DbError, Row, Tx};
use crate::staff::SignedIn;

/// Which compliments are shown.
pub(super) struct Shown<'a> {
    /// Those of these desks only, unless there are none.
    pub desks: &'a [String],
    /// Only those that were passed on.
    pub is_passed_only: bool,
}

/// The compliments after this place, one more than a page: those that nobody passed on first, then by when they came.
pub(super) async fn page(db: &Db, after: Option<&Place>, shown: &Shown<'_>) -> Result<Vec<Compliment>, DbError> {
    let sql = "SELECT k.reference, k.service, k.comment, k.received_at, k.consents, COALESCE(s.shown_as, p.officer), \
               p.passed_at, p.unit, p.employee, p.agreed_on, COALESCE(n.shown_as, p.nominated_by), p.nominated_at \
               FROM cards k LEFT JOIN services v ON v.slug = k.service \
               LEFT JOIN compliments_passed p ON p.reference = k.reference \
               LEFT JOIN staff s ON s.name = p.officer LEFT JOIN staff n ON n.name = p.nominated_by \
               WHERE k.intent = 'compliment' AND k.mark IS NULL AND k.comment IS NOT NULL AND k.is_ended >= $5 \
               AND (k.is_ended, k.received_at, k.reference) > ($1, $2, $3) \
               AND ($4 = '' OR ' ' || $4 || ' ' LIKE '% ' || COALESCE(p.desk, v.desk, 'office') || ' %') \
               AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.reference = k.reference) \
               ORDER BY k.is_ended, k.received_at, k.reference LIMIT 51";
    let first = Place { received_at: i64::MIN, ..Place::default() };
    let after = after.unwrap_or(&first);
    let args: Vec<Arg> = vec![
        after.is_ended.into(),
        after.received_at.into(),
        after.reference.as_str().into(),
        shown.desks.join(" ").into(),
        shown.is_passed_only.into(),
    ];
    db.read(sql, args).await?.iter().map(compliment).collect()
}

fn compliment(row: &Row) -> Result<Compliment, DbError> {
    let by = row.maybe_text(10)?.zip(row.maybe_int(11)?);
    let employee = row.maybe_text(8)?.zip(row.maybe_text(9)?);
    Ok(Compliment {
        reference: row.text(0)?,
        service: row.text(1)?,
        text: row.text(2)?,
        received_at: row.int(3)?,
        may_quote: row.text(4)?.split_whitespace().any(|consent| consent == Consent::PublishQuote.as_str()),
        passed: row.maybe_text(5)?.zip(row.maybe_int(6)?),
        nomination: row.maybe_text(7)?.zip(by).map(|(unit, by)| Nomination { unit, employee, by }),
    })
}

/// Why nothing was done.
pub(super) enum Refused {
    /// There is no such compliment.
    Unknown,
    /// It is at a desk whose cases this member does not see.
    NotTheirs,
    /// Somebody did it in the meantime, or what comes before it was not done.
    Changed,
}

/// The desk of this compliment's service, if this member sees it.
async fn desk(tx: &mut Tx, reference: &Reference, signed_in: &SignedIn) -> Result<Result<String, Refused>, DbError> {
    let sql = "SELECT COALESCE(v.desk, 'office') FROM cards k LEFT JOIN services v ON v.slug = k.service \
               WHERE k.reference = $1 AND k.intent = 'compliment' AND k.mark IS NULL AND k.comment IS NOT NULL \
               AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.reference = k.reference)";
    let rows = tx.read(sql, vec![reference.as_str().into()]).await?;
    let Some(row) = rows.first() else { return Ok(Err(Refused::Unknown)) };
    let desk = row.text(0)?;
    Ok(if signed_in.sees(&desk) { Ok(desk) } else { Err(Refused::NotTheirs) })
}

/// Passes a compliment on to the desk of its service.
pub(super) async fn pass_on(
    db: &Db,
    reference: &Reference,
    signed_in: &SignedIn,
    now: i64,
) -> Result<Result<(), Refused>, DbError> {
    let mut tx = db.begin().await?;
    let desk = match desk(&mut tx, reference, signed_in).await? {
        Ok(desk) => desk,
        Err(refused) => return Ok(Err(refused)),
    };
    let actor = signed_in.actor();
    let insert = "INSERT INTO compliments_passed (reference, desk, officer, passed_at) VALUES ($1, $2, $3, $4) \
                  ON CONFLICT DO NOTHING";
    let args = vec![reference.as_str().into(), desk.as_str().into(), actor.name().into(), now.into()];
    if tx.execute(insert, args).await? == 0 {
        return Ok(Err(Refused::Changed));
    }
    tx.execute("UPDATE cards SET is_ended = 1 WHERE reference = $1", vec![reference.as_str().into()]).await?;
    let entry = Entry::of_case(reference.as_str(), now, actor, Action::ComplimentPass).about(&desk);
    audit::append(&mut tx, &entry).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Nominates for a compliment that was passed on, once.
pub(super) async fn nominate(
    db: &Db,
    reference: &Reference,
    nominee: &Nominee<'_>,
    signed_in: &SignedIn,
    now: i64,
) -> Result<Result<(), Refused>, DbError> {
    let mut tx = db.begin().await?;
    if let Err(refused) = desk(&mut tx, reference, signed_in).await? {
        return Ok(Err(refused));
    }
    let actor = signed_in.actor();
    let update = "UPDATE compliments_passed SET unit = $1, employee = $2, agreed_on = $3, nominated_by = $4, \
                  nominated_at = $5 WHERE reference = $6 AND nominated_at IS NULL";
    let employee = nominee.employee.map(|(employee, _)| employee.to_owned());
    let agreed_on = nominee.employee.map(|(_, day)| day.to_string());
    let args = vec![
        nominee.unit.into(),
        employee.into(),
        agreed_on.into(),
        actor.name().into(),
        now.into(),
        reference.as_str().into(),
    ];
    if tx.execute(update, args).await? == 0 {
        return Ok(Err(Refused::Changed));
    }
    let because = if nominee.employee.is_some() { "employee-agreed" } else { "unit" };
    let entry = Entry::of_case(reference.as_str(), now, actor, Action::ComplimentNominate);
    audit::append(&mut tx, &entry.because(because)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
