//! What stands between a member of staff and a case is declared, and taken back by somebody else who says why. What they did before, and who
//! had the case since, stays as it was.

pub(super) mod store;

use super::{By, check_past, is_impartial, noted, store as beside, told};
use crate::audit;
use crate::casework::life::{Move, Refusal, Rule, Stage};
use crate::casework::{StoreError, store as cases};
use crate::house::House;
use crate::staff::{Action, Resource, can};
use crate::standard::Standard;

/// Declares that this rule stands between a member of staff and the case. From now on they make no move in it; what they did
/// before stays, and shows. What stands already is not declared once more.
pub(in crate::casework) async fn declare(
    house: &House,
    by: &By<'_>,
    reference: &str,
    version: i64,
    staff: &str,
    rule: Rule,
) -> Result<(), StoreError> {
    let now = house.clock.millis();
    let mut tx = house.db.begin().await?;
    // Of themselves anybody says it; of others only who has nothing between them and the case.
    if by.shown_as() != Some(staff) {
        is_impartial(&mut tx, house, by, reference).await?;
    }
    beside::next_version(&mut tx, reference, version).await?;
    let name = beside::name_of(&mut tx, staff).await?.ok_or(Refusal::Missing)?;
    if !store::keep(&mut tx, (reference, &name, rule), by.actor().name(), now).await? {
        return Err(Refusal::DeclaredAlready.into());
    }
    audit::append(&mut tx, &told::of_interest(reference, now, by.actor(), &name, rule)).await?;
    Ok(tx.commit().await?)
}

/// Takes back, for this reason, that this rule stands between a member of staff and the case. From now on they may have it again, where
/// nothing else stands in the way.
pub(in crate::casework) async fn take_back(
    house: &House,
    by: &By<'_>,
    (reference, version): (&str, i64),
    (staff, rule): (&str, Rule),
    why: &str,
) -> Result<(), StoreError> {
    let tried = try_to_take_back(house, by, (reference, version), (staff, rule), why).await;
    noted(house, by, reference, tried).await
}

async fn try_to_take_back(
    house: &House,
    by: &By<'_>,
    (reference, version): (&str, i64),
    (staff, rule): (&str, Rule),
    why: &str,
) -> Result<(), StoreError> {
    let By::Officer(officer, _) = by else { return Err(StoreError::Forbidden) };
    let (now, standard) = (house.clock.millis(), Standard::default());
    let mut tx = house.db.begin().await?;
    let case = cases::find_for_write(&mut tx, &standard, reference).await?.ok_or(StoreError::NotFound)?;
    if !can(officer, Action::TakeBackInterest, Resource::Case { desk: &case.desk }) {
        return Err(StoreError::Forbidden);
    }
    // What led to a person was removed: nothing is written there any more.
    if matches!(case.stage, Stage::Anonymised { .. }) {
        return Err(case.stage.illegal(&Move::Reply).into());
    }
    let name = beside::name_of(&mut tx, staff).await?.ok_or(Refusal::Missing)?;
    let declared = store::declared(&mut tx, (reference, &name, rule)).await?.ok_or(Refusal::Missing)?;
    // Nobody frees themselves, and a second person looks at what the first one said.
    if name == officer.name || declared.by.as_deref() == Some(officer.name.as_str()) {
        return Err(Refusal::ByAnother.into());
    }
    // An interest in a question bars nobody from answering it, and yet from clearing others of theirs.
    let today = standard.office_date(house.clock.now());
    check_past(&mut tx, (&officer.name, &officer.shown_as), &case, false, today).await?;
    beside::next_version(&mut tx, reference, version).await?;
    store::take_back(&mut tx, (reference, &name, rule), &officer.name, now, why).await?;
    audit::append(&mut tx, &told::of_interest_taken_back(reference, now, by.actor(), (&name, rule), why)).await?;
    Ok(tx.commit().await?)
}
