//! A case is moved: in one write with what is said, who had which part and the entries of the log; only if nobody changed it
//! since the page was made, nothing stands between the officer and the case, and the move exists. What was refused for one
//! of the last two reasons is an entry as well.

mod store;
mod told;

use feedback::Intent;

use super::life::{Ground, Move, Refusal, Rule, Stage, conflict};
use super::{Case, StoreError};
use crate::audit::{self, Actor};
use crate::db::{DbError, Tx};
use crate::house::House;
use crate::secrets::sha256_hex;
use crate::staff::SignedIn;
use crate::standard::Standard;

pub(super) use store::{Message, interests, messages, parts, rating};

/// What an officer attests who takes or reviews a case. Its hash is kept with their part.
const ATTESTATION: &str = "I do not work and have not worked in this program in the last 24 months. I am not named in this \
    case and do not answer to anybody who is. I did not make or advise on the decision. I have no other relation or interest.";

/// Who moves a case.
pub(super) enum By<'a> {
    /// An officer.
    Officer(&'a SignedIn),
    /// The person themselves.
    Client,
}

impl By<'_> {
    /// Who it is in the log.
    fn actor(&self) -> Actor {
        match self {
            Self::Officer(signed_in) => signed_in.actor(),
            Self::Client => Actor::client(),
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
    let case = super::store::find_for_write(&mut tx, &standard, reference).await?.ok_or(StoreError::NotFound)?;
    let ground = Ground {
        standard: &standard,
        today: standard.office_date(house.clock.now()),
        deemed_on: case.deemed_on,
        is_complaint: case.intent == Intent::Complaint,
    };
    if let By::Officer(officer) = by {
        check_officer(&mut tx, officer, &case, &step, &ground).await?;
    }
    let from = case.stage.name();
    let part = step.part();
    let entries = told::of_move(reference, now, &by.actor(), &step);
    let stage = case.stage.step(step, &ground)?;
    if case.version != version {
        return Err(StoreError::Changed);
    }
    super::store::keep_stage(&mut tx, &standard, reference, case.acknowledge_by, &stage).await?;
    if let (By::Officer(officer), Some(part)) = (by, part) {
        let attested = part.is_attested().then(|| sha256_hex(ATTESTATION.as_bytes()));
        store::keep_part(&mut tx, reference, &officer.name, part.as_str(), now, attested).await?;
    }
    if let Some(words) = words.filter(|words| !words.is_empty()) {
        let officer = if let By::Officer(officer) = by { Some(officer.shown_as.as_str()) } else { None };
        store::say(&mut tx, reference, officer, now, words).await?;
    }
    append(&mut tx, entries, from, &stage).await?;
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

/// Whether this officer may make this move: nothing stands between them and the case, and it is theirs where it must be.
async fn check_officer(
    tx: &mut Tx,
    officer: &SignedIn,
    case: &Case,
    step: &Move,
    ground: &Ground<'_>,
) -> Result<(), StoreError> {
    // A program's desk answers questions about its own program.
    if !ground.is_complaint && case.stage.file().is_none() {
        return Ok(());
    }
    let past = store::past(tx, &officer.name, &case.reference, &case.service).await?;
    let is_review = matches!(step, Move::Review(_) | Move::Confirm(_) | Move::Vary(_));
    conflict(&past, is_review, ground.today).map_err(Refusal::from)?;
    if step.is_of_handler() && case.stage.file().is_some() && case.stage.officer() != Some(&officer.shown_as) {
        return Err(Refusal::NotYours.into());
    }
    Ok(())
}

/// Has something said that moves nothing.
pub(super) async fn say(
    house: &House,
    by: &By<'_>,
    reference: &str,
    version: i64,
    words: &str,
) -> Result<(), StoreError> {
    let now = house.clock.millis();
    let officer = if let By::Officer(officer) = by { Some(officer.shown_as.as_str()) } else { None };
    let mut tx = house.db.begin().await?;
    store::next_version(&mut tx, reference, version).await?;
    store::say(&mut tx, reference, officer, now, words).await?;
    audit::append(&mut tx, &told::of_message(reference, now, by.actor(), words)).await?;
    Ok(tx.commit().await?)
}

/// Declares that this rule stands between a member of staff and the case. From now on they make no move in it; what they did
/// before stays, and shows.
pub(super) async fn declare(
    house: &House,
    by: &By<'_>,
    reference: &str,
    version: i64,
    staff: &str,
    rule: Rule,
) -> Result<(), StoreError> {
    let now = house.clock.millis();
    let mut tx = house.db.begin().await?;
    store::next_version(&mut tx, reference, version).await?;
    let name = store::name_of(&mut tx, staff).await?.ok_or(Refusal::Missing)?;
    store::keep_interest(&mut tx, reference, &name, rule, now).await?;
    audit::append(&mut tx, &told::of_interest(reference, now, by.actor(), &name, rule)).await?;
    Ok(tx.commit().await?)
}

/// Keeps how the person rates the handling of their case, from 1 to 5.
pub(super) async fn rate(house: &House, reference: &str, version: i64, rating: i64) -> Result<(), StoreError> {
    let now = house.clock.millis();
    let on = Standard::default().office_date(house.clock.now());
    let mut tx = house.db.begin().await?;
    store::next_version(&mut tx, reference, version).await?;
    store::keep_rating(&mut tx, reference, rating, on).await?;
    audit::append(&mut tx, &told::of_rating(reference, now)).await?;
    Ok(tx.commit().await?)
}
