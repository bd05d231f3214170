//! More workers than one, and one that comes back from the dead with cards in its hands.

use tests::{Backend, House, Load, Plan, Record};

tests::wherever_they_are_kept!(
    three_workers_on_one_queue_record_each_card_once,
    a_worker_that_hangs_loses_its_cards_to_another_and_doubles_none_when_it_goes_on,
);

async fn three_workers_on_one_queue_record_each_card_once(backend: Backend) {
    let mut house = House::prepare(backend, 1).await;
    let record = Record::open(&house.data()).await;
    house.start_all().await;
    let others = (house.start_beside("worker").await, house.start_beside("worker").await);
    let load = Load::begin(&house.server, Plan { people: 16, rate: Some(400), seed: 1 });
    load.more(600).await;
    let ledger = load.end().await;
    record.holds(&ledger).await;
    drop(others);
}

async fn a_worker_that_hangs_loses_its_cards_to_another_and_doubles_none_when_it_goes_on(backend: Backend) {
    let mut house = House::prepare(backend, 1).await;
    let record = Record::open(&house.data()).await;
    house.start_server("intake,desk").await;
    let hanging = house.start_beside("worker").await;
    let load = Load::begin(&house.server, Plan { people: 8, rate: Some(200), seed: 1 });
    load.more(60).await;
    hanging.freeze();
    // A worker that hangs in the middle of a write holds the record's lock as well: then nobody can write until it goes
    // on. Another moment is as likely.
    while record.is_locked().await {
        hanging.thaw();
        load.more(7).await;
        hanging.freeze();
    }
    load.more(20).await;
    let mut ledger = load.end().await;
    let other = house.start_beside("worker").await;
    // Nobody sends any more and the first still hangs: what it held has come into the record by the other.
    record.holds(&ledger).await;
    hanging.thaw();
    let load = Load::begin(&house.server, Plan { people: 8, rate: Some(200), seed: 2 });
    load.more(60).await;
    ledger.acknowledged.extend(load.end().await.acknowledged);
    record.holds(&ledger).await;
    drop((hanging, other));
}
