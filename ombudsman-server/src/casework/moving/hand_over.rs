//! A case that nobody of this office may have is handed over to somebody of another one, through the same rules of impartiality. Its desk
//! changes and its clock does not; its person is told. Who hands it over may be one of those who may not have it, so this asks
//! nothing of them, and everything of the record (decision 42).

use jiff::civil::Date;

use super::{append, give, store, told};
use crate::casework::letter::{self, Kind};
use crate::casework::life::{Conflict, Ground, Move, Part, Refusal, Rule, Stage, conflict};
use crate::casework::{Case, StoreError, nobody, store as cases};
use crate::db::Tx;
use crate::house::House;
use crate::registry::desks::{self, Desk};
use crate::staff::{self, Action, Member, Resource, SignedIn, can};
use crate::standard::Standard;
use crate::words::Words;

/// Hands the case of this reference, from this version, over to the officer of another office who signs in with this name.
pub(in crate::casework) async fn hand_over(
    house: &House,
    giver: &SignedIn,
    (reference, version): (&str, i64),
    to: &str,
) -> Result<(), StoreError> {
    let all = staff::list(&house.db).await?;
    let desks = desks::all(&house.db).await?;
    let to = all.iter().find(|member| member.name == to).ok_or(Refusal::Missing)?;
    let office = nobody::office_of(&desks, to).ok_or(Refusal::NotFromOutside)?;
    check_left(house, giver, (reference, version), &all).await?;
    let tried = attempt(house, giver, (reference, version), (to, office)).await;
    give::noted_about(house, giver, reference, &to.name, tried).await
}

/// Whether who asks may hand the case over, and nobody of the office may have it. What that is read from cannot change in the case without
/// its version.
async fn check_left(
    house: &House,
    giver: &SignedIn,
    (reference, version): (&str, i64),
    staff: &[Member],
) -> Result<(), StoreError> {
    let standard = Standard::default();
    let case = cases::find(&house.db, &standard, reference).await?.ok_or(StoreError::NotFound)?;
    if !can(giver, Action::HandOver, Resource::Case { desk: &case.desk }) {
        return Err(StoreError::Forbidden);
    }
    if case.version != version {
        return Err(StoreError::Changed);
    }
    let today = standard.office_date(house.clock.now());
    if nobody::is_left(&house.db, staff, &case, today).await? { Ok(()) } else { Err(Refusal::SomebodyMay.into()) }
}

async fn attempt(
    house: &House,
    giver: &SignedIn,
    (reference, version): (&str, i64),
    (to, office): (&Member, &Desk),
) -> Result<(), StoreError> {
    let (now, standard) = (house.clock.millis(), Standard::default());
    let mut tx = house.db.begin().await?;
    let mut case = cases::find_for_write(&mut tx, &standard, reference).await?.ok_or(StoreError::NotFound)?;
    if case.version != version {
        return Err(StoreError::Changed);
    }
    let ground = Ground {
        standard: &standard,
        today: standard.office_date(house.clock.now()),
        deemed_on: case.deemed_on,
        is_complaint: case.is_complaint(),
    };
    check_receiver(&mut tx, &case, to, ground.today).await?;
    let from = case.stage.name();
    let step = gift(&case.stage, to);
    let to_them = step.as_ref().map(|step| (step, to.name.as_str()));
    let entries = told::of_hand_over(reference, now, &giver.actor(), &office.slug, to_them);
    if let Some(step) = step {
        let part = if case.stage.may_be_taken_over() { Part::Handler } else { Part::Receiver };
        case.stage = std::mem::replace(&mut case.stage, Stage::Received).step(step, &ground)?;
        store::keep_part(&mut tx, reference, &to.name, part.as_str(), now, None).await?;
    }
    cases::keep_stage(&mut tx, &standard, reference, case.acknowledge_by, &case.stage).await?;
    store::bring_to(&mut tx, reference, &office.slug).await?;
    append(&mut tx, entries, from, &case.stage).await?;
    let words = Words::of(case.language);
    let values = [("office", office.name(case.language).into()), ("date", words.date(ground.today).into())];
    let said = words.with_all("progress-handed-over", &values);
    store::say(&mut tx, reference, Some(&giver.shown_as), now, &said).await?;
    let said = (Some(said.as_str()), Some(giver.shown_as.as_str()));
    letter::follow(&mut tx, house, giver.actor(), &case, Kind::HandOver, said).await?;
    Ok(tx.commit().await?)
}

/// By which move they get it. Who takes a review, or what one sent back, says first that they had no part in it: that is left to them.
fn gift(stage: &Stage, to: &Member) -> Option<Move> {
    let officer = to.shown_as.clone();
    match stage {
        Stage::Received => Some(Move::Acknowledge(officer)),
        stage => stage.may_be_given().then_some(Move::Give(officer)),
    }
}

/// Whether nothing stands between this member of another office and the case.
async fn check_receiver(tx: &mut Tx, case: &Case, to: &Member, today: Date) -> Result<(), StoreError> {
    let is_review = matches!(case.stage, Stage::UnderReview { .. });
    let past = store::past(tx, &to.name, &case.reference, &case.service).await?;
    conflict(&past, is_review, today).map_err(Refusal::from)?;
    if case.stage.bars(&to.shown_as) {
        return Err(Refusal::Conflict(Conflict(Rule::Handled)).into());
    }
    Ok(())
}
