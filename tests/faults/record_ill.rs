//! The record cannot be written: another program holds its lock, or the disk is full.

use std::time::Duration;

use tests::{Backend, House, Load, Plan, Record, SmallDisk};

use crate::rounds;

tests::on_both_queues!(
    a_record_locked_for_seconds_by_another_program_costs_no_card,
    a_full_disk_costs_no_card_and_is_over_when_there_is_room,
);

/// Longer than any write takes; in the long run longer than any wait.
fn locked() -> Duration {
    if rounds::are_many() { Duration::from_mins(1) } else { Duration::from_secs(6) }
}

async fn a_record_locked_for_seconds_by_another_program_costs_no_card(backend: Backend) {
    let mut house = House::prepare(backend, 2).await;
    let record = Record::open(&house.data()).await;
    house.start_all().await;
    let load = Load::begin(&house.server, Plan { people: 8, rate: Some(200), seed: 1 });
    load.more(40).await;
    let lock = record.lock().await;
    match backend {
        Backend::Embedded => tokio::time::sleep(locked()).await,
        Backend::Redis => {
            load.more(200).await;
            if rounds::are_many() {
                tokio::time::sleep(locked()).await;
            }
        }
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
    house.start_short_of_room(600).await;
    rides_out_a_full_disk(house, backend, House::make_room).await;
}

/// A disk of its own, of four megabytes, that is full to the last block: nothing can be written, not even a log of writes.
async fn a_small_disk_that_is_full_costs_no_card(backend: Backend) {
    let mut house = House::prepare(backend, 3).await;
    let disk = SmallDisk::under(&house.data(), 4);
    house.start_all().await;
    rides_out_a_full_disk(house, backend, |_| disk.resize(256)).await;
}

#[tokio::test]
#[ignore = "mounts a disk, which needs root: cargo xtask test --faults"]
async fn a_small_disk_that_is_full_costs_no_card_on_a_table() {
    a_small_disk_that_is_full_costs_no_card(Backend::Embedded).await;
}

#[tokio::test]
#[ignore = "mounts a disk, which needs root: cargo xtask test --faults"]
async fn a_small_disk_that_is_full_costs_no_card_on_redis() {
    a_small_disk_that_is_full_costs_no_card(Backend::Redis).await;
}

async fn rides_out_a_full_disk(house: House, backend: Backend, make_room: impl FnOnce(&House)) {
    let record = Record::open(&house.data()).await;
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
    make_room(&house);
    load.more(40).await;
    let ledger = load.end().await;
    assert_eq!(ledger.refused.keys().filter(|status| **status != 503).count(), 0, "{:?}", ledger.refused);
    record.holds(&ledger).await;
}
