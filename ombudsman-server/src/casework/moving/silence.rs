//! Silence: what follows by itself where somebody says nothing in their time. A complaint that a program was to settle comes back
//! to the office; that a program did not answer a question is noted (`question.rs`); a person who was asked something is
//! reminded, and in the end their case is closed (`person.rs`). The log says that nobody pressed anything.

mod person;
mod question;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::referral::store;
use super::{By, append, attempt, told};
use crate::audit::Actor;
use crate::casework::letter::{self, Kind};
use crate::casework::life::{Ground, Move, Stage};
use crate::casework::{StoreError, store as cases};
use crate::db::DbError;
use crate::house::House;
use crate::standard::Standard;

/// How often it is looked: a day ends once.
const LOOK_EVERY: Duration = Duration::from_mins(10);

/// Looks who is silent, until the office stops.
pub async fn keep_watching(house: Arc<House>, mut stopped: watch::Receiver<bool>) {
    loop {
        for looked in [take_back(&house).await, question::note(&house).await, person::remind(&house).await] {
            if let Err(error) = looked {
                tracing::error!(%error, "it could not be seen who is silent; it is looked again in ten minutes");
            }
        }
        if tokio::time::timeout(LOOK_EVERY, stopped.wait_for(|stop| *stop)).await.is_ok() {
            return;
        }
    }
}

/// Takes back what is due; what cannot be taken back holds up nothing else.
async fn take_back(house: &House) -> Result<(), DbError> {
    let standard = Standard::default();
    let today = standard.office_date(house.clock.now());
    for reference in store::lapsed(&house.db, today).await? {
        match lapse(house, &standard, &reference).await {
            // Somebody moved it meanwhile.
            Ok(()) | Err(StoreError::Refused(_)) => {}
            Err(error) => tracing::error!(%error, "a case could not be taken back from its program yet"),
        }
    }
    Ok(())
}

/// Makes the move that silence calls for in each of these cases; what cannot be moved holds up nothing else.
async fn follow(house: &House, references: &[String], step: impl Fn(&Stage) -> Option<Move>) {
    let standard = Standard::default();
    for reference in references {
        let case = match cases::find(&house.db, &standard, reference).await {
            Ok(Some(case)) => case,
            Ok(None) => continue,
            Err(error) => {
                tracing::error!(%error, "a case that waits for somebody silent cannot be read");
                continue;
            }
        };
        let Some(step) = step(&case.stage) else { continue };
        match attempt(house, &By::System, reference, case.version, step, None).await {
            // Somebody moved it meanwhile, or there is time left.
            Ok(()) | Err(StoreError::Refused(_) | StoreError::Changed) => {}
            Err(error) => tracing::error!(%error, "what follows from a silence could not be done yet"),
        }
    }
}

/// Takes this case back, if nobody has said anything until now.
async fn lapse(house: &House, standard: &Standard, reference: &str) -> Result<(), StoreError> {
    let (now, system) = (house.clock.millis(), Actor::system());
    let mut tx = house.db.begin().await?;
    let mut case = cases::find_for_write(&mut tx, standard, reference).await?.ok_or(StoreError::NotFound)?;
    if store::is_settled(&mut tx, reference).await? {
        return Ok(());
    }
    let ground = Ground {
        standard,
        today: standard.office_date(house.clock.now()),
        deemed_on: case.deemed_on,
        is_complaint: case.is_complaint(),
    };
    let (from, entries) = (case.stage.name(), told::of_move(reference, now, &system, &Move::Lapse, None));
    case.stage = std::mem::replace(&mut case.stage, Stage::Received).step(Move::Lapse, &ground)?;
    cases::keep_stage(&mut tx, standard, reference, case.acknowledge_by, &case.stage).await?;
    store::lapse(&mut tx, reference, now).await?;
    append(&mut tx, entries, from, &case.stage).await?;
    letter::follow(&mut tx, house, system, &case, Kind::Lapse, (None, None)).await?;
    Ok(tx.commit().await?)
}
