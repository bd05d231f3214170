//! What leads to a person is removed: what they wrote and were written, where they are reached, and what was found about them.
//! What is left of a case is that there was one, about which service, and when. One write for a page of cards; before it is
//! kept, the record is asked whether anything of them is left.

use super::due::{Report, is_gone};
use super::store::{self, Candidate, TABLES};
use crate::audit::{self, Action, Actor, Entry};
use crate::casework::life::{Ground, Move};
use crate::casework::{StoreError, store as cases};
use crate::db::{DbError, Tx};
use crate::house::House;
use crate::standard::Standard;

/// Removes it from all of these, or from none.
pub(super) async fn remove(house: &House, due: &[Candidate], report: &mut Report) -> Result<(), StoreError> {
    let (now, standard) = (house.clock.millis(), Standard::default());
    let mut tx = house.db.begin().await?;
    let mut removed = Vec::new();
    for one in due {
        let reference = one.reference.as_str();
        if one.kept.closed_on.is_some() {
            end(&mut tx, house, &standard, reference).await?;
        }
        for (table, sql) in TABLES {
            removed.push((table, tx.execute(sql, vec![reference.into()]).await?));
        }
        store::mark(&mut tx, reference, now).await?;
        is_gone(store::left(&mut tx, reference).await?)?;
    }
    tx.commit().await?;
    report.removed += due.len() as u64;
    for (table, rows) in removed {
        *report.rows.entry(table).or_default() += rows;
    }
    Ok(())
}

/// Moves a closed case to its last stage, which says nothing but the day.
async fn end(tx: &mut Tx, house: &House, standard: &Standard, reference: &str) -> Result<(), StoreError> {
    let case = cases::find_for_write(tx, standard, reference).await?.ok_or(StoreError::NotFound)?;
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
