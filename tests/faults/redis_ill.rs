//! Redis is ill in every way that is known: it hangs, is away, or refuses. People are told to
//! send again, in an answer; once it is well, cards are taken again, and each is recorded once.

use std::time::Duration;

use tests::{Backend, House, Ledger, Load, Plan, Record};

use crate::rounds;

/// How long an illness goes on in the long run once it is felt.
const LONG: Duration = Duration::from_mins(1);
/// How long a Redis pauses with all other tests: longer than it has for an answer.
const PAUSE: Duration = Duration::from_secs(7);

/// Nobody waits longer for a refusal: Redis has five seconds, and whoever comes meanwhile is told by a new connection.
const REFUSED_WITHIN: Duration = Duration::from_secs(10);

/// A house on Redis under load, fallen ill and well again: `fall_ill` ends when the illness is felt, `recover` when it is
/// over. Nobody's connection to the office may break of it.
async fn rides_out(
    prepare: impl AsyncFnOnce(&mut House),
    fall_ill: impl AsyncFnOnce(&mut House, &Load),
    recover: impl AsyncFnOnce(&mut House),
) {
    let mut house = House::prepare(Backend::Redis, 1).await;
    prepare(&mut house).await;
    rides_out_in(house, fall_ill, recover).await;
}

/// The same in a house that is prepared.
pub async fn rides_out_in(
    mut house: House,
    fall_ill: impl AsyncFnOnce(&mut House, &Load),
    recover: impl AsyncFnOnce(&mut House),
) {
    let record = Record::open(&house.data()).await;
    house.start_all().await;
    let load = Load::begin(&house.server, Plan { people: 8, rate: Some(200), seed: 1 });
    load.more(40).await;
    fall_ill(&mut house, &load).await;
    if rounds::are_many() {
        tokio::time::sleep(LONG).await;
    }
    recover(&mut house).await;
    load.more(40).await;
    let ledger = load.end().await;
    assert_eq!(ledger.refused.keys().filter(|status| **status != 503).count(), 0, "{:?}", ledger.refused);
    refused_in_time(&ledger);
    record.holds(&ledger).await;
}

fn refused_in_time(ledger: &Ledger) {
    println!("the slowest refusal took {:?}", ledger.slowest_refusal);
    assert!(ledger.slowest_refusal <= REFUSED_WITHIN, "a refusal took {:?}", ledger.slowest_refusal);
}

#[tokio::test]
async fn a_redis_that_hangs_and_goes_on_costs_no_card() {
    rides_out(
        async |_| {},
        async |house, load| {
            house.redis().freeze();
            load.more_refused(1).await;
        },
        async |house| house.redis().thaw(),
    )
    .await;
}

#[tokio::test]
async fn a_redis_that_is_shut_down_and_comes_back_costs_no_card() {
    rides_out(
        async |_| {},
        async |house, load| {
            house.redis().shut_down().await;
            load.more_refused(1).await;
        },
        async |house| house.redis().come_back().await,
    )
    .await;
}

#[tokio::test]
async fn a_redis_that_no_longer_keeps_what_it_is_given_takes_no_card_until_it_does() {
    rides_out(
        async |_| {},
        async |house, load| {
            house.redis().tell("CONFIG SET appendonly no").await;
            load.more_refused(1).await;
            assert!(house.log().contains("it keeps no append-only file"), "the log says why");
        },
        async |house| drop(house.redis().tell("CONFIG SET appendonly yes").await),
    )
    .await;
}

#[tokio::test]
async fn a_redis_that_pauses_its_clients_costs_no_card() {
    rides_out(
        async |_| {},
        async |house, load| {
            let millis = if rounds::are_many() { LONG } else { PAUSE }.as_millis();
            house.redis().tell(&format!("CLIENT PAUSE {millis} ALL")).await;
            load.more_refused(1).await;
        },
        async |_| {},
    )
    .await;
}

#[tokio::test]
async fn a_redis_whose_memory_is_full_still_gives_out_what_it_has() {
    let mut house = House::prepare(Backend::Redis, 1).await;
    let record = Record::open(&house.data()).await;
    house.start_server("intake,desk").await;
    let load = Load::begin(&house.server, Plan { people: 8, rate: Some(200), seed: 1 });
    load.more(40).await;
    house.redis().tell("CONFIG SET maxmemory 1").await;
    load.more_refused(1).await;
    tests::until("it says that it keeps nothing", async || (house.readiness().await == 503).then_some(())).await;
    // Some seconds of the load: it has looked again, and more than once.
    load.more_refused(600).await;
    assert_eq!(house.readiness().await, 503);
    let waiting = i64::try_from(load.acknowledged()).expect("a number");
    let worker = house.start_beside("worker").await;
    tests::until("what waits is recorded although Redis is full", async || {
        (record.cards().await >= waiting).then_some(())
    })
    .await;
    if rounds::are_many() {
        tokio::time::sleep(LONG).await;
    }
    house.redis().tell("CONFIG SET maxmemory 0").await;
    load.more(40).await;
    tests::until("it says that it is well", async || (house.readiness().await == 200).then_some(())).await;
    let ledger = load.end().await;
    refused_in_time(&ledger);
    record.holds(&ledger).await;
    drop(worker);
}

#[tokio::test]
async fn a_redis_that_is_made_a_replica_of_nobody_costs_no_card() {
    rides_out(
        async |_| {},
        async |house, load| {
            house.redis().tell("REPLICAOF 127.0.0.1 1").await;
            load.more_refused(1).await;
        },
        async |house| drop(house.redis().tell("REPLICAOF NO ONE").await),
    )
    .await;
}
