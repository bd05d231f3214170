//! The record cannot be written: another program holds its lock, or the disk is full.

use std::time::Duration;

use tests::{Backend, House, Load, Plan, Record, SmallDisk, card, complaint, until, within};
use tokio::time::Instant;

use crate::rounds;

tests::wherever_they_are_kept!(
    a_record_locked_for_seconds_by_another_program_costs_no_card,
    a_card_that_alone_cannot_be_recorded_waits_longer_each_time_and_holds_up_nobody,
);

/// The disk of a record in a file: what the disk of a `PostgreSQL` does, it says by an error like any other.
mod disk {
    use super::*;

    tests::on_both_queues!(
        a_full_disk_costs_no_card_and_is_over_when_there_is_room,
        a_disk_that_stays_full_for_more_tries_than_a_card_has_sets_none_aside,
    );
}

/// What the log says when the record, and no card, is to blame.
const HELD: &str = "the record cannot be written";
/// What it says when nothing could be taken up at all.
const NOT_TAKEN: &str = "cards could not be taken up";
/// More often than a card is tried.
const TROUBLES: usize = 8;
/// Whoever writes waits ten seconds for the lock, one after the other: the index of the search may be first.
const FELT_WITHIN: Duration = Duration::from_mins(1);
/// The worker looks again every five seconds.
const TROUBLES_WITHIN: Duration = Duration::from_mins(2);

/// How long the record stays locked in the long run once it is felt: longer than any wait.
const LONG: Duration = Duration::from_mins(1);

async fn a_record_locked_for_seconds_by_another_program_costs_no_card(backend: Backend) {
    let mut house = House::prepare(backend, 2).await;
    let record = Record::open(&house.data()).await;
    house.start_all().await;
    let load = Load::begin(&house.server, Plan { people: 8, rate: Some(200), seed: 1 });
    load.more(40).await;
    let lock = record.lock().await;
    match backend {
        Backend::Embedded | Backend::Postgres => load.more_refused(1).await,
        // The queue still takes cards: only the worker feels it.
        Backend::Redis => {
            within(FELT_WITHIN, "the worker feels it", async || house.log().contains(HELD).then_some(())).await;
            load.more(40).await;
        }
    }
    if rounds::are_many() {
        tokio::time::sleep(LONG).await;
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
    house.start_short_of_room(1_500).await;
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
        Backend::Embedded | Backend::Postgres => {
            load.more_refused(8).await;
            until("it says that it keeps nothing", async || (house.readiness().await == 503).then_some(())).await;
            // Some seconds of the load: it has looked again, and more than once.
            load.more_refused(600).await;
            assert_eq!(house.readiness().await, 503);
        }
        // The queue still takes cards: only the worker feels it.
        Backend::Redis => {
            until("the worker feels it", async || house.log().contains(HELD).then_some(())).await;
            assert_eq!(house.readiness().await, 200);
        }
    }
    assert!(house.public().page("/card/passport?lang=en").await.contains("<form"), "the card is still shown");
    make_room(&house);
    load.more(40).await;
    until("it says that it is well", async || (house.readiness().await == 200).then_some(())).await;
    let ledger = load.end().await;
    assert_eq!(ledger.refused.keys().filter(|status| **status != 503).count(), 0, "{:?}", ledger.refused);
    record.holds(&ledger).await;
}

/// Whatever waits when the record falls ill is recorded when it is well, however often the worker tried.
async fn a_disk_that_stays_full_for_more_tries_than_a_card_has_sets_none_aside(backend: Backend) {
    let mut house = House::prepare(backend, 1).await;
    let record = Record::open(&house.data()).await;
    house.start_server("intake").await;
    let load = Load::begin(&house.server, Plan { people: 8, rate: Some(400), seed: 1 });
    load.more(600).await;
    let ledger = load.end().await;
    house.kill_server();
    house.start_short_of_room(16).await;
    within(TROUBLES_WITHIN, "the worker has tried more often than a card is tried", async || {
        let log = house.log();
        (log.matches(HELD).count() + log.matches(NOT_TAKEN).count() >= TROUBLES).then_some(())
    })
    .await;
    house.make_room();
    record.holds(&ledger).await;
    assert_eq!(house.command(&["queue", "list"]).trim(), "No letter is set aside.");
}

async fn a_card_that_alone_cannot_be_recorded_waits_longer_each_time_and_holds_up_nobody(backend: Backend) {
    let mut house = House::prepare(backend, 60).await;
    let metrics = house.count();
    let record = Record::open(&house.data()).await;
    record.refuse_cards_that_say("avalanche").await;
    house.start_all().await;
    let anyone = house.public();
    let refused = anyone.leave(&complaint("An avalanche of forms.")).await;
    let tries = async || {
        let text = reqwest::get(&metrics).await.ok()?.text().await.ok()?;
        text.lines().find_map(|line| line.strip_prefix("ombudsman_card_tries_failed_total "))?.parse::<u32>().ok()
    };
    let mut moments = Vec::new();
    for number in 1..=3 {
        until("the card fails again", async || (tries().await? >= number).then_some(())).await;
        moments.push(Instant::now());
        let other = anyone.leave(&card()).await;
        anyone.recorded(&other).await;
    }
    // A second and five seconds, give or take a fifth: never at once, and never all the time in hand.
    assert!(moments[2] - moments[1] >= Duration::from_secs(3), "{moments:?}");
    assert_eq!(tries().await, Some(3), "its next try is half a minute away");
    record.accept_all_cards().await;
    within(Duration::from_mins(1), "the card is recorded", async || {
        let (_, page) = anyone.track(&refused).await;
        page.contains("An officer takes it up").then_some(())
    })
    .await;
    assert!(!house.log().contains("valanche"), "the log holds what the card says");
}
