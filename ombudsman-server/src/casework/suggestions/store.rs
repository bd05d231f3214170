//! Suggestions in the cards' table, and what was said to them.

use feedback::{Consent, Reference};

use super::answer::{Typed, Verdict};
use super::{Answered, Place, Suggestion};
use crate::audit::{self, Action, Entry};
use crate::db::{Arg, Db, DbError, Row, Tx};
use crate::staff::{self, Resource, SignedIn, can};

/// The suggestions after this place, one more than a page: the open ones first, then by when they came. Of these desks only,
/// unless there are none. What became a case has its end there.
pub(super) async fn page(db: &Db, after: Option<&Place>, desks: &[String]) -> Result<Vec<Suggestion>, DbError> {
    let sql = "SELECT k.reference, k.service, k.comment, k.put_right, k.received_at, k.is_ended, k.consents, a.id, \
               a.verdict, a.reason_en, a.reason_fr, a.owner, COALESCE(s.shown_as, a.officer), a.answered_at \
               FROM cards k LEFT JOIN services v ON v.slug = k.service \
               LEFT JOIN suggestions_answered t ON t.reference = k.reference \
               LEFT JOIN suggestion_answers a ON a.id = t.answer LEFT JOIN staff s ON s.name = a.officer \
               WHERE k.intent = 'suggestion' AND k.mark IS NULL AND (k.comment IS NOT NULL OR k.put_right IS NOT NULL) \
               AND (k.is_ended, k.received_at, k.reference) > ($1, $2, $3) \
               AND ($4 = '' OR ' ' || $4 || ' ' LIKE '% ' || COALESCE(v.desk, 'office') || ' %') \
               AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.reference = k.reference) \
               ORDER BY k.is_ended, k.received_at, k.reference LIMIT 51";
    let first = Place { received_at: i64::MIN, ..Place::default() };
    let after = after.unwrap_or(&first);
    let args: Vec<Arg> =
        vec![after.is_ended.into(), after.received_at.into(), after.reference.as_str().into(), desks.join(" ").into()];
    db.read(sql, args).await?.iter().map(suggestion).collect()
}

fn suggestion(row: &Row) -> Result<Suggestion, DbError> {
    let answer = match row.maybe_text(7)? {
        Some(id) => Some(Answered {
            id,
            verdict: row.parsed(8, Verdict::parse)?,
            reason_en: row.text(9)?,
            reason_fr: row.text(10)?,
            owner: row.text(11)?,
            officer: row.text(12)?,
            at: row.int(13)?,
        }),
        None => None,
    };
    Ok(Suggestion {
        reference: row.text(0)?,
        service: row.text(1)?,
        texts: [row.maybe_text(2)?, row.maybe_text(3)?].into_iter().flatten().collect(),
        received_at: row.int(4)?,
        is_ended: row.int(5)? > 0,
        may_quote: row.text(6)?.split_whitespace().any(|consent| consent == Consent::PublishQuote.as_str()),
        answer,
    })
}

/// An answer as it was typed.
pub(super) struct Said<'a> {
    pub id: &'a str,
    pub verdict: Verdict,
    pub typed: &'a Typed,
    pub now: i64,
}

/// Why nothing was said.
pub(super) enum Refused {
    /// There is no such suggestion.
    Unknown,
    /// It is at a desk whose cases this member does not see.
    NotTheirs,
    /// Somebody answered it in the meantime.
    Changed,
    /// They are about several services.
    SeveralServices,
}

/// Says this to all of these suggestions, each as its page showed it, or to none.
pub(super) async fn answer(
    db: &Db,
    cards: &[(Reference, String)],
    said: &Said<'_>,
    signed_in: &SignedIn,
) -> Result<Result<(), Refused>, DbError> {
    let mut tx = db.begin().await?;
    let service = match service_of(&mut tx, cards, signed_in).await? {
        Ok(service) => service,
        Err(refused) => return Ok(Err(refused)),
    };
    let actor = signed_in.actor();
    let (typed, verdict) = (said.typed, said.verdict.as_str());
    let insert = "INSERT INTO suggestion_answers (id, service, verdict, reason_en, reason_fr, owner, officer, answered_at) \
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let texts = [said.id, &service, verdict, &typed.reason_en, &typed.reason_fr, &typed.owner, actor.name()];
    tx.execute(insert, texts.into_iter().map(Arg::from).chain([said.now.into()]).collect()).await?;
    for (reference, _) in cards {
        let upsert = "INSERT INTO suggestions_answered (reference, answer) VALUES ($1, $2) \
                      ON CONFLICT (reference) DO UPDATE SET answer = excluded.answer";
        tx.execute(upsert, vec![reference.as_str().into(), said.id.into()]).await?;
        let is_ended = said.verdict != Verdict::LookedInto;
        let update = "UPDATE cards SET is_ended = $1 WHERE reference = $2";
        tx.execute(update, vec![is_ended.into(), reference.as_str().into()]).await?;
        let entry = Entry::of_case(reference.as_str(), said.now, actor.clone(), Action::SuggestionAnswer);
        let decided = format!("{verdict}\n{}\n{}", typed.reason_en, typed.reason_fr);
        audit::append(&mut tx, &entry.because(verdict).deciding(&decided)).await?;
    }
    tx.commit().await?;
    Ok(Ok(()))
}

/// The one service of these suggestions, if this member sees all of them and each is as its page showed it.
async fn service_of(
    tx: &mut Tx,
    cards: &[(Reference, String)],
    signed_in: &SignedIn,
) -> Result<Result<String, Refused>, DbError> {
    let sql = "SELECT k.service, COALESCE(v.desk, 'office'), COALESCE(t.answer, '') FROM cards k \
               LEFT JOIN services v ON v.slug = k.service \
               LEFT JOIN suggestions_answered t ON t.reference = k.reference \
               WHERE k.reference = $1 AND k.intent = 'suggestion' AND k.mark IS NULL \
               AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.reference = k.reference)";
    let mut services = Vec::new();
    for (reference, shown) in cards {
        let rows = tx.read(sql, vec![reference.as_str().into()]).await?;
        let Some(row) = rows.first() else { return Ok(Err(Refused::Unknown)) };
        if !can(signed_in, staff::Action::WorkOnCases, Resource::Case { desk: &row.text(1)? }) {
            return Ok(Err(Refused::NotTheirs));
        }
        if row.text(2)? != *shown {
            return Ok(Err(Refused::Changed));
        }
        services.push(row.text(0)?);
    }
    services.dedup();
    let one = services.pop().filter(|_| services.is_empty());
    Ok(one.ok_or(Refused::SeveralServices))
}
