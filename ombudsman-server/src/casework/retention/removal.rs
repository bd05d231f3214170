//! What leads to a person is removed: what they wrote and were written, where they are reached, and what was found about them.
//! What is left of a case is that there was one, about which service, and when. One write for a page of cards; before it is
//! kept, the record is asked whether anything of them is left.

use jiff::civil::Date;

use super::due::{Report, is_gone};
use super::store::{self, Candidate};
use super::traces::TRACES;
use crate::audit::{self, Action, Actor, Entry};
use crate::casework::life::{Ground, Move, Stage};
use crate::casework::{Case, StoreError, moving, store as cases};
use crate::db::{DbError, Tx};
use crate::house::House;
use crate::standard::Standard;

/// Removes it from all of these that are still kept no longer when the write begins, or from none: a hold may have been set, or
/// a case may go on, since they were read.
pub(super) async fn remove(
    house: &House,
    due: &[Candidate],
    today: Date,
    report: &mut Report,
) -> Result<(), StoreError> {
    let (now, standard) = (house.clock.millis(), Standard::default());
    let mut tx = house.db.begin().await?;
    for one in due {
        let Some(one) = store::find_for_write(&mut tx, &standard, &one.reference).await? else { continue };
        if !report.count(&one, today) {
            continue;
        }
        let reference = one.reference.as_str();
        if let Some(case) = cases::find_for_write(&mut tx, &standard, reference).await? {
            end(&mut tx, house, &standard, case).await?;
        } else {
            let entry = Entry::of_office(now, Actor::operator(), Action::Anonymise).about(reference);
            audit::append(&mut tx, &entry).await?;
        }
        for trace in TRACES {
            let rows = tx.execute(trace.remove, vec![reference.into()]).await?;
            *report.rows.entry(trace.table).or_default() += rows;
        }
        store::mark(&mut tx, reference, now).await?;
        is_gone(store::left(&mut tx, reference).await?)?;
        report.removed += 1;
    }
    Ok(tx.commit().await?)
}

/// Moves a closed case to its last stage, which says nothing but the day. Those who are answered with it keep what they were
/// told.
async fn end(tx: &mut Tx, house: &House, standard: &Standard, case: Case) -> Result<(), StoreError> {
    let reference = case.reference.as_str();
    if let Stage::Closed { on, .. } = &case.stage {
        moving::keep_told(tx, standard, &case, *on).await?;
    }
    let ground = Ground {
        standard,
        today: standard.office_date(house.clock.now()),
        deemed_on: case.deemed_on,
        is_complaint: case.is_complaint(),
    };
    let from = case.stage.name();
    let stage = case.stage.step(Move::Anonymise, &ground)?;
    cases::keep_stage(tx, standard, reference, case.acknowledge_by, &stage).await?;
    let entry = Entry::of_case(reference, house.clock.millis(), Actor::operator(), Action::Anonymise);
    Ok(audit::append(tx, &entry.moving(from, stage.name())).await?)
}

/// Tells of a run in the office's own chain: how many, and the hash of what the run printed.
pub(super) async fn tell(house: &House, report: &Report) -> Result<(), DbError> {
    let entry = Entry::of_office(house.clock.millis(), Actor::operator(), Action::Anonymise);
    let entry = entry.about(&report.removed.to_string()).deciding(&report.lines().join("\n"));
    audit::note(&house.db, &entry).await
}
