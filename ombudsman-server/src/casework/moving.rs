//! A case is moved: in one write with what is said, who had which part and the entries of the log; only if nobody changed it
//! since the page was made, nothing stands between the officer and the case, and the move exists. What was refused for one
//! of the last two reasons is an entry as well.

mod for_all;
mod give;
mod hand_over;
mod interest;
mod letters;
mod referral;
pub(super) mod silence;
mod store;
mod together;
mod told;

use jiff::civil::Date;

use super::letter::{self, Kind};
use super::life::{Conflict, Ground, Move, Part, Refusal, Rule, Stage, conflict};
use super::{Case, StoreError};
use crate::audit::{self, Actor};
use crate::db::{DbError, Tx};
use crate::house::House;
use crate::mail;
use crate::staff::{Action, Resource, SignedIn, can};
use crate::standard::Standard;
use crate::words::Words;

pub(super) use for_all::{About, Deed as IncidentDeed, may_write_about, under_incident};
pub(super) use give::give;
pub(super) use hand_over::hand_over;
pub(super) use interest::{declare, store::taken_back as interests_taken_back, take_back as take_interest_back};
pub(super) use letters::{Deed, deal};
pub(super) use referral::{Kind as ReferralKind, Verdict, answer as answer_referral, store as referrals};
pub(super) use store::{
    Message, interests, interests_in_matter, messages, must_attest, parts, parts_in_matter, past, rating, worked,
};
pub(super) use together::keep_told;
pub(super) use together::store::{goes_on_in, with as answered_with};

/// Who moves a case.
pub(super) enum By<'a> {
    /// An officer, and the words in which they read what they attest.
    Officer(&'a SignedIn, &'static Words),
    /// The person themselves.
    Client,
    /// The office's program, because a time is over.
    System,
}

impl By<'_> {
    /// Who it is in the log.
    fn actor(&self) -> Actor {
        match self {
            Self::Officer(signed_in, _) => signed_in.actor(),
            Self::Client => Actor::client(),
            Self::System => Actor::system(),
        }
    }

    /// The name that people see; `None` for the person themselves, and empty for the program, which has none.
    fn shown_as(&self) -> Option<&str> {
        match self {
            Self::Officer(signed_in, _) => Some(&signed_in.shown_as),
            Self::Client => None,
            Self::System => Some(""),
        }
    }

    /// Whether the officer's role allows the move: a program's desk answers questions, and an answer is put off by a senior
    /// officer, the second time by a director.
    fn check_role(&self, case: &Case, step: &Move) -> Result<(), StoreError> {
        let Self::Officer(signed_in, _) = self else { return Ok(()) };
        let may = match step {
            Move::Acknowledge(_) | Move::Answer(_) | Move::Close => true,
            Move::Extend(..) => {
                let earlier = case.stage.clock().map_or(0, |clock| clock.extensions);
                can(signed_in, Action::PutOff, Resource::Extension { earlier })
            }
            _ => can(signed_in, Action::DoJustice, Resource::Room),
        };
        if may { Ok(()) } else { Err(StoreError::Forbidden) }
    }

    /// What an officer attests who takes this part: that nothing stands between them and the case.
    fn attests(&self, part: Option<Part>) -> Option<String> {
        match self {
            Self::Officer(_, words) if part.is_some_and(Part::is_attested) => Some(words.text("case-attest-text")),
            _ => None,
        }
    }
}

/// Moves the case of this reference on from this version, and has `words` said with it, where there are any.
pub(super) async fn move_on(
    house: &House,
    by: &By<'_>,
    reference: &str,
    version: i64,
    step: Move,
    words: Option<&str>,
) -> Result<(), StoreError> {
    let tried = attempt(house, by, reference, version, step, words).await;
    noted(house, by, reference, tried).await
}

/// The same, once the log tells of a move that does not exist, or of an interest that stood in the way.
async fn noted<T>(house: &House, by: &By<'_>, reference: &str, tried: Result<T, StoreError>) -> Result<T, StoreError> {
    if let Err(StoreError::Refused(refusal)) = &tried
        && let Some(entry) = told::of_refusal(reference, house.clock.millis(), by.actor(), refusal)
    {
        audit::note(&house.db, &entry).await?;
    }
    tried
}

async fn attempt(
    house: &House,
    by: &By<'_>,
    reference: &str,
    version: i64,
    step: Move,
    words: Option<&str>,
) -> Result<(), StoreError> {
    let (now, standard) = (house.clock.millis(), Standard::default());
    let mut tx = house.db.begin().await?;
    let mut case = super::store::find_for_write(&mut tx, &standard, reference).await?.ok_or(StoreError::NotFound)?;
    let ground = Ground {
        standard: &standard,
        today: standard.office_date(house.clock.now()),
        deemed_on: case.deemed_on,
        is_complaint: case.is_complaint(),
    };
    by.check_role(&case, &step)?;
    check_officer(&mut tx, by, &case, Some(&step), ground.today).await?;
    if let Move::Merge(other) = &step {
        together::check(&mut tx, by, &case, other, &ground).await?;
    }
    let (is_reminder, is_sent_back) = (step == Move::Remind, matches!(step, Move::Reopen(_)));
    // What the person says by phone or letter an officer writes down for them.
    let speaker = by.shown_as().filter(|_| !matches!(step, Move::Reply | Move::AskReview | Move::GoOn));
    let from = case.stage.name();
    let (part, kind, ends_letters) =
        (step.part(), Kind::of_move(&step), matches!(step, Move::Withdraw | Move::Anonymise));
    let effect = together::Effect::of(&step);
    let (step, request) = referral::asked(&mut tx, reference, step, case.language).await?;
    let attested = by.attests(part);
    let promises = told::of_promises(reference, now, by.actor(), &case.stage, &step);
    let entries = told::of_move(reference, now, &by.actor(), &step, attested.as_deref());
    let entries: Vec<audit::Entry> = promises.into_iter().chain(entries).collect();
    case.stage = std::mem::replace(&mut case.stage, Stage::Received).step(step, &ground)?;
    if is_sent_back {
        case.stage.bar(store::with_a_part(&mut tx, reference).await?);
    }
    let (effect, entries) = match effect {
        // What a review sent back goes on also without a reply: it is not closed, and nothing ends for the others.
        together::Effect::Ends if !case.stage.is_over() => {
            (together::Effect::Nothing, told::of_going_on(reference, now, by.actor()))
        }
        effect => (effect, entries),
    };
    if case.version != version {
        return Err(StoreError::Changed);
    }
    let reminder = reminder(&case, &standard).filter(|_| is_reminder);
    let words = reminder.as_deref().or(words).filter(|words| !words.is_empty());
    super::store::keep_stage(&mut tx, &standard, reference, case.acknowledge_by, &case.stage).await?;
    if let (By::Officer(officer, _), Some(part)) = (by, part) {
        store::keep_part(&mut tx, reference, &officer.name, part.as_str(), now, attested).await?;
    }
    if let Some(words) = words {
        store::say(&mut tx, reference, speaker, now, words).await?;
    }
    append(&mut tx, entries, from, &case.stage).await?;
    referral::keep(&mut tx, by, &case, request, &ground, now).await?;
    together::follow(&mut tx, house, by, &case, effect, words, &ground).await?;
    if ends_letters {
        mail::stop(&mut tx, reference, by.actor(), now).await?;
    }
    if let Some(kind) = kind {
        letter::follow(&mut tx, house, by.actor(), &case, kind, (words, by.shown_as())).await?;
    }
    Ok(tx.commit().await?)
}

/// Appends what happened; the last entry tells between which stages, and has the hash of the stage's facts.
async fn append(tx: &mut Tx, mut entries: Vec<audit::Entry>, from: &str, stage: &Stage) -> Result<(), DbError> {
    let last = entries.pop();
    for entry in &entries {
        audit::append(tx, entry).await?;
    }
    match last {
        Some(last) => {
            let facts = super::store::facts(stage);
            audit::append(tx, &last.moving(from, stage.name()).deciding(&facts)).await
        }
        None => Ok(()),
    }
}

/// Whether who moves the case may: nothing stands between an officer and a complaint, and it is theirs where it must be.
async fn check_officer(
    tx: &mut Tx,
    by: &By<'_>,
    case: &Case,
    step: Option<&Move>,
    today: Date,
) -> Result<(), StoreError> {
    // A program's desk answers questions about its own program.
    let By::Officer(officer, _) = by else { return Ok(()) };
    if !case.is_complaint() {
        return Ok(());
    }
    let is_review = matches!(step, Some(Move::Review(_) | Move::Confirm(_) | Move::Vary(_) | Move::Reopen(_)));
    check_past(tx, (&officer.name, &officer.shown_as), case, is_review, today).await?;
    let is_of_handler = step.is_some_and(Move::is_of_handler) && case.stage.file().is_some();
    if is_of_handler && case.stage.officer() != Some(&officer.shown_as) {
        return Err(Refusal::NotYours.into());
    }
    // Where nobody looks into it yet there is no way to attest: that is owed once they do.
    let is_taken_on = is_of_handler && case.stage.may_be_taken_over();
    if is_taken_on && store::is_unattested(tx, &officer.name, &case.reference).await? {
        return Err(Refusal::NotAttested.into());
    }
    if let (Some(Move::Comment), Stage::FindingDraft { draft, .. }) = (step, &case.stage)
        && draft.author == officer.shown_as
    {
        return Err(Refusal::SameOfficer.into());
    }
    Ok(())
}

/// Whether nothing stands between a case and a member of staff, by the names that they sign in with and that people see.
async fn check_past(
    tx: &mut Tx,
    (name, shown_as): (&str, &str),
    case: &Case,
    is_review: bool,
    today: Date,
) -> Result<(), StoreError> {
    let past = store::past(tx, name, &case.reference, &case.service).await?;
    conflict(&past, is_review, today).map_err(Refusal::from)?;
    if case.stage.bars(shown_as) {
        return Err(Refusal::Conflict(Conflict(Rule::Handled)).into());
    }
    Ok(())
}

/// Whether nothing stands between another member of this name, whose words a person is to read, and a complaint.
async fn check_another(tx: &mut Tx, name: &str, case: &Case, today: Date) -> Result<(), StoreError> {
    if !case.is_complaint() {
        return Ok(());
    }
    let past = store::past(tx, name, &case.reference, &case.service).await?;
    Ok(conflict(&past, false, today).map_err(Refusal::OfAnother)?)
}

/// What is said with a reminder: until when the office waits.
fn reminder(case: &Case, standard: &Standard) -> Option<String> {
    let until = case.stage.silent_until(standard)?;
    let words = Words::of(case.language);
    Some(words.with("progress-reminder", "date", words.date(until)))
}

/// Whether nothing stands between this member and the case, in this write.
pub(super) async fn is_impartial(tx: &mut Tx, house: &House, by: &By<'_>, reference: &str) -> Result<(), StoreError> {
    let standard = Standard::default();
    let case = super::store::find_for_write(tx, &standard, reference).await?.ok_or(StoreError::NotFound)?;
    check_officer(tx, by, &case, None, standard.office_date(house.clock.now())).await
}

/// Has something said that moves nothing.
pub(super) async fn say(
    house: &House,
    by: &By<'_>,
    reference: &str,
    version: i64,
    words: &str,
) -> Result<(), StoreError> {
    let tried = try_to_say(house, by, reference, version, words).await;
    noted(house, by, reference, tried).await
}

async fn try_to_say(house: &House, by: &By<'_>, reference: &str, version: i64, words: &str) -> Result<(), StoreError> {
    let (now, standard) = (house.clock.millis(), Standard::default());
    let mut tx = house.db.begin().await?;
    let case = super::store::find_for_write(&mut tx, &standard, reference).await?.ok_or(StoreError::NotFound)?;
    let today = standard.office_date(house.clock.now());
    check_officer(&mut tx, by, &case, None, today).await?;
    match by {
        // What led to a person was removed: nothing is written there any more.
        By::Officer(..) if matches!(case.stage, Stage::Anonymised { .. }) => {
            return Err(case.stage.illegal(&Move::Reply).into());
        }
        By::Officer(..) => store::next_version(&mut tx, reference, version).await?,
        // What a person adds moves nothing, and makes no officer's form out of date.
        By::Client if case.stage.is_over() && !case.stage.may_be_replied_to(today) => {
            return Err(case.stage.illegal(&Move::Reply).into());
        }
        By::Client | By::System => {}
    }
    store::say(&mut tx, reference, by.shown_as(), now, words).await?;
    audit::append(&mut tx, &told::of_message(reference, now, by, words)).await?;
    if let By::Officer(..) = by {
        letter::follow(&mut tx, house, by.actor(), &case, Kind::Message, (Some(words), by.shown_as())).await?;
    }
    Ok(tx.commit().await?)
}

/// Keeps how the person rates the handling of their case, from 1 to 5.
pub(super) async fn rate(house: &House, reference: &str, rating: i64) -> Result<(), StoreError> {
    let (now, standard) = (house.clock.millis(), Standard::default());
    let on = standard.office_date(house.clock.now());
    let mut tx = house.db.begin().await?;
    let case = super::store::find_for_write(&mut tx, &standard, reference).await?.ok_or(StoreError::NotFound)?;
    if !case.stage.is_told() {
        return Err(Refusal::TooEarly.into());
    }
    store::keep_rating(&mut tx, reference, rating, on).await?;
    audit::append(&mut tx, &told::of_rating(reference, now)).await?;
    Ok(tx.commit().await?)
}
