//! The silence of a program: a complaint that it was to settle, and said nothing about in its time, comes back to the office by
//! itself. Its officer sees why, its person is written to, and the log says that nobody pressed anything.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::referral::store;
use super::{append, told};
use crate::audit::Actor;
use crate::casework::letter::{self, Kind};
use crate::casework::life::{Ground, Move, Stage};
use crate::casework::{StoreError, store as cases};
use crate::db::DbError;
use crate::house::House;
use crate::standard::Standard;

/// How often it is looked: a day ends once.
const LOOK_EVERY: Duration = Duration::from_mins(10);

/// Takes back what programs are silent about, until the office stops.
pub async fn keep_watching(house: Arc<House>, mut stopped: watch::Receiver<bool>) {
    loop {
        if let Err(error) = take_back(&house).await {
            tracing::error!(%error, "it could not be seen which programs are silent; it is looked again in ten minutes");
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
