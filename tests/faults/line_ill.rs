//! The line to Redis goes wrong in every way that is known: it stalls, is reset, or goes dead without a word.

use tests::{Backend, House, Line, Load, Plan, Record};

use crate::redis_ill::LONG;
use crate::rounds;

/// A house under load whose line to Redis goes wrong and is right again.
async fn rides_out_a_line_that(goes_wrong: Line) {
    let mut line = None;
    let mut house = House::prepare(Backend::Redis, 1).await;
    let proxy = line.insert(house.put_line_to_redis().await);
    let record = Record::open(&house.data()).await;
    house.start_all().await;
    let load = Load::begin(&house.server, Plan { people: 8, rate: Some(200), seed: 1 });
    load.more(40).await;
    proxy.set(goes_wrong);
    load.more_refused(1).await;
    if rounds::are_many() {
        tokio::time::sleep(LONG).await;
    }
    proxy.set(Line::Passes);
    load.more(40).await;
    let ledger = load.end().await;
    assert_eq!(ledger.refused.keys().filter(|status| **status != 503).count(), 0, "{:?}", ledger.refused);
    record.holds(&ledger).await;
}

#[tokio::test]
async fn a_line_to_redis_that_stalls_costs_no_card() {
    rides_out_a_line_that(Line::Stalls).await;
}

#[tokio::test]
async fn a_line_to_redis_that_is_reset_costs_no_card() {
    rides_out_a_line_that(Line::Resets).await;
}

#[tokio::test]
async fn a_line_to_redis_that_goes_dead_without_a_word_is_given_up_for_a_new_one() {
    rides_out_a_line_that(Line::Dead).await;
}
