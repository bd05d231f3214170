//! The record cannot be written: another program holds its lock, or the disk is full.

use std::time::Duration;

use tests::{Backend, House, Load, Plan, Record};

tests::on_both_queues!(
    a_record_locked_for_seconds_by_another_program_costs_no_card,
    a_full_disk_costs_no_card_and_is_over_when_there_is_room,
);

/// Longer than any write takes.
const LOCKED: Duration = Duration::from_secs(6);

async fn a_record_locked_for_seconds_by_another_program_costs_no_card(backend: Backend) {
    let mut house = House::prepare(backend, 2).await;
    let record = Record::open(&house.data()).await;
    house.start_all().await;
    let load = Load::begin(&house.server, Plan { people: 8, rate: Some(200), seed: 1 });
    load.more(40).await;
    let lock = record.lock().await;
    match backend {
        Backend::Embedded => tokio::time::sleep(LOCKED).await,
        Backend::Redis => load.more(200).await,
    }
    assert!(house.public().page("/card/passport?lang=en").await.contains("<form"), "the card is still shown");
    drop(lock);
    load.more(40).await;
    let ledger = load.end().await;
    assert_eq!(ledger.refused.keys().filter(|status| **status != 503).count(), 0, "{:?}", ledger.refused);
    record.holds(&ledger).await;
}

async fn a_full_disk_costs_no_card_and_is_over_when_there_is_room(backend: Backend) {
    let mut house = House::prepare(backend, 3).await;
    let record = Record::open(&house.data()).await;
    house.start_short_of_room(600).await;
    let load = Load::begin(&house.server, Plan { people: 8, rate: Some(200), seed: 1 });
    match backend {
        Backend::Embedded => load.more_refused(8).await,
        // The queue still takes cards: only the worker feels it.
        Backend::Redis => {
            tests::until("the worker feels it", async || {
                house.log().contains("a card could not be recorded").then_some(())
            })
            .await;
        }
    }
    assert!(house.public().page("/card/passport?lang=en").await.contains("<form"), "the card is still shown");
    house.make_room();
    load.more(40).await;
    let ledger = load.end().await;
    assert_eq!(ledger.refused.keys().filter(|status| **status != 503).count(), 0, "{:?}", ledger.refused);
    record.holds(&ledger).await;
}
