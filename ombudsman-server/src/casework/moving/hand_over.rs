//! A case that nobody of this office may have is handed over to somebody of another one, through the same rules of impartiality. Its desk
//! changes and its clock does not; its person is told, and so is everyone who is answered with them. Who hands it over may be one
//! of those who may not have it, so this asks nothing of them, and everything of the record (decision 42).

use jiff::civil::Date;

use super::{append, check_past, give, store, together, told};
use crate::casework::letter::{self, Kind};
use crate::casework::life::{Ground, Move, Part, Refusal, Stage};
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
    let tried = attempt(house, giver, (reference, version), to).await;
    give::noted_about(house, giver, reference, to, tried).await
}

/// All that speaks for it is read in the write: who is there and what stands against them cannot change before it ends.
async fn attempt(
    house: &House,
    giver: &SignedIn,
    (reference, version): (&str, i64),
    to: &str,
) -> Result<(), StoreError> {
    let (now, standard) = (house.clock.millis(), Standard::default());
    let mut tx = house.db.begin().await?;
    let mut case = cases::find_for_write(&mut tx, &standard, reference).await?.ok_or(StoreError::NotFound)?;
    if !can(giver, Action::HandOver, Resource::Case { desk: &case.desk }) {
        return Err(StoreError::Forbidden);
    }
    if case.version != version {
        return Err(StoreError::Changed);
    }
    let (staff, desks) = (staff::list_in(&mut tx).await?, desks::all_in(&mut tx).await?);
    let to = staff.iter().find(|member| member.name == to).ok_or(Refusal::Missing)?;
    let office = nobody::office_of(&desks, to).ok_or(Refusal::NotFromOutside)?;
    let ground = Ground {
        standard: &standard,
        today: standard.office_date(house.clock.now()),
        deemed_on: case.deemed_on,
        is_complaint: case.is_complaint(),
    };
    if !nobody::is_left_in(&mut tx, &staff, &case, ground.today).await? {
        return Err(Refusal::SomebodyMay.into());
    }
    let is_review = matches!(case.stage, Stage::UnderReview { .. });
    check_past(&mut tx, (&to.name, &to.shown_as), &case, is_review, ground.today).await?;
    let from = case.stage.name();
    let step = gift(&case.stage, to);
    let to_them = step.as_ref().map(|step| (step, to.name.as_str()));
    let entries = told::of_hand_over(reference, now, &giver.actor(), &office.slug, to_them);
    if let Some(step) = step {
        let part = if case.stage.file().is_some() { Part::Handler } else { Part::Receiver };
        case.stage = std::mem::replace(&mut case.stage, Stage::Received).step(step, &ground)?;
        store::keep_part(&mut tx, reference, &to.name, part.as_str(), now, None).await?;
    }
    cases::keep_stage(&mut tx, &standard, reference, case.acknowledge_by, &case.stage).await?;
    append(&mut tx, entries, from, &case.stage).await?;
    bring(&mut tx, house, giver, &case, (office, ground.today)).await?;
    for other in together::store::others(&mut tx, reference).await? {
        let other = cases::find_for_write(&mut tx, &standard, &other).await?.ok_or(StoreError::NotFound)?;
        store::next_version(&mut tx, &other.reference, other.version).await?;
        let entries = told::of_hand_over(&other.reference, now, &giver.actor(), &office.slug, None);
        append(&mut tx, entries, other.stage.name(), &other.stage).await?;
        bring(&mut tx, house, giver, &other, (office, ground.today)).await?;
    }
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

/// Brings a case to the desk of this office from this day on, and tells its person.
async fn bring(
    tx: &mut Tx,
    house: &House,
    giver: &SignedIn,
    case: &Case,
    (office, today): (&Desk, Date),
) -> Result<(), StoreError> {
    store::bring_to(tx, &case.reference, &office.slug).await?;
    let words = Words::of(case.language);
    let values = [("office", office.name(case.language).into()), ("date", words.date(today).into())];
    let said = words.with_all("progress-handed-over", &values);
    let by = giver.shown_as.as_str();
    // The office says so, nobody of it: whether the person was answered is another matter.
    store::say(tx, &case.reference, Some(""), house.clock.millis(), &said).await?;
    letter::follow(tx, house, giver.actor(), case, Kind::HandOver, (Some(said.as_str()), Some(by))).await
}
