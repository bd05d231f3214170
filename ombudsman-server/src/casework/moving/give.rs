//! A case is given to an officer by a senior one: where it is, through the same rules of impartiality as when somebody takes
//! it themselves. Nobody attests for another: who is given a case attests before they go on with it.

use super::{By, append, check_officer, store, told};
use crate::audit;
use crate::casework::letter::{self, Kind};
use crate::casework::life::{Ground, Move, Part, Refusal, Stage, conflict};
use crate::casework::{Case, StoreError};
use crate::db::Tx;
use crate::house::House;
use crate::staff::{Action, Member, Resource, SignedIn, can};
use crate::standard::Standard;
use crate::words::Words;

/// Gives the case of this reference, from this version, to this member.
pub(in crate::casework) async fn give(
    house: &House,
    by: (&SignedIn, &'static Words),
    reference: &str,
    version: i64,
    to: &Member,
) -> Result<(), StoreError> {
    let tried = attempt(house, by, reference, version, to).await;
    noted_about(house, by.0, reference, &to.name, tried).await
}

/// The same, once the log tells that it does not go to whoever signs in with this name.
pub(super) async fn noted_about(
    house: &House,
    giver: &SignedIn,
    reference: &str,
    to: &str,
    tried: Result<(), StoreError>,
) -> Result<(), StoreError> {
    if let Err(StoreError::Refused(refusal)) = &tried
        && let Some(entry) = told::of_refusal(reference, house.clock.millis(), giver.actor(), refusal)
    {
        audit::note(&house.db, &entry.about(to)).await?;
    }
    tried
}

async fn attempt(
    house: &House,
    (giver, words): (&SignedIn, &'static Words),
    reference: &str,
    version: i64,
    to: &Member,
) -> Result<(), StoreError> {
    let (now, standard) = (house.clock.millis(), Standard::default());
    let mut tx = house.db.begin().await?;
    let mut case = crate::casework::store::find_for_write(&mut tx, &standard, reference).await?;
    let case = case.as_mut().ok_or(StoreError::NotFound)?;
    if !can(giver, Action::ShareWork, Resource::Case { desk: &case.desk }) {
        return Err(StoreError::Forbidden);
    }
    let ground = Ground {
        standard: &standard,
        today: standard.office_date(house.clock.now()),
        deemed_on: case.deemed_on,
        is_complaint: case.is_complaint(),
    };
    let by = By::Officer(giver, words);
    check_officer(&mut tx, &by, case, None, ground.today).await?;
    check_receiver(&mut tx, case, to, &ground).await?;
    let from = case.stage.name();
    let is_new = case.stage == Stage::Received;
    let officer = to.shown_as.clone();
    let step = if is_new { Move::Acknowledge(officer) } else { Move::Give(officer) };
    let entries = told::of_gift(reference, now, &giver.actor(), &step, &to.name);
    let part = if case.stage.file().is_some() { Part::Handler } else { Part::Receiver };
    case.stage = std::mem::replace(&mut case.stage, Stage::Received).step(step, &ground)?;
    if case.version != version {
        return Err(StoreError::Changed);
    }
    crate::casework::store::keep_stage(&mut tx, &standard, reference, case.acknowledge_by, &case.stage).await?;
    store::keep_part(&mut tx, reference, &to.name, part.as_str(), now, None).await?;
    append(&mut tx, entries, from, &case.stage).await?;
    if is_new {
        let said = (None, Some(to.shown_as.as_str()));
        letter::follow(&mut tx, house, giver.actor(), case, Kind::Acknowledgement, said).await?;
    }
    Ok(tx.commit().await?)
}

/// Whether this member may have the case: it is of their desk, they have it not yet, and nothing stands between them and it.
async fn check_receiver(tx: &mut Tx, case: &Case, to: &Member, ground: &Ground<'_>) -> Result<(), StoreError> {
    let is_theirs = to.desks.is_empty() || to.desks.contains(&case.desk);
    if !is_theirs || (case.is_complaint() && to.is_of_program) {
        return Err(Refusal::NotOfTheirDesk.into());
    }
    if case.stage.holder() == Some(&to.shown_as) {
        return Err(Refusal::TheirsAlready.into());
    }
    if case.is_complaint() {
        let past = store::past(tx, &to.name, &case.reference, &case.service).await?;
        conflict(&past, false, ground.today).map_err(Refusal::from)?;
    }
    Ok(())
}
