//! The system's clock is set back by an hour, and forward again, while cards pour in and a worker dies with cards in its
//! hands.

use reqwest::StatusCode;
use tests::{Backend, House, Load, OFFICER, Owed, Plan, Promise, Record, complaint};

/// As far as the clock is set back.
const BACK: i64 = -3_600;

#[tokio::test]
#[ignore = "turns the clock by libfaketime: cargo xtask test --faults"]
async fn a_clock_that_is_set_back_under_load_loses_and_doubles_no_card_on_a_table() {
    set_back_under_load(Backend::Embedded).await;
}

#[tokio::test]
#[ignore = "turns the clock by libfaketime: cargo xtask test --faults"]
async fn a_clock_that_is_set_back_under_load_loses_and_doubles_no_card_on_redis() {
    set_back_under_load(Backend::Redis).await;
}

async fn set_back_under_load(backend: Backend) {
    let mut house = House::prepare(backend, 1).await;
    // With the limits that an office has, but for their size: everybody comes from one address here.
    house.set("network_hourly", "1000000");
    house.set("network_burst", "10000");
    house.turn_clock(0);
    let record = Record::open(&house.data()).await;
    house.start_server("intake,desk").await;
    let anyone = house.public();
    let mut worker = house.start_beside("worker").await;
    let [before_card, now_card] = ["It was slow before.", "It was slow in an hour that came twice."].map(complaint);
    let before = anyone.leave(&before_card).await;
    anyone.recorded(&before).await;
    let officer = house.sign_in(OFFICER).await;
    let load = Load::begin(&house.server, Plan { people: 8, rate: Some(200), seed: 1 });
    load.more(100).await;
    // With cards in its hands, as likely as not.
    worker.kill();
    house.turn_clock(BACK);
    load.more(100).await;
    let another = house.start_beside("worker").await;
    load.more(200).await;
    assert!(officer.case(&before).await.contains(&before.reference), "who is signed in stays so");
    officer.step(&before, "acknowledge", "").await;
    assert_eq!(anyone.track(&before).await.0, StatusCode::OK);
    let now = anyone.leave(&now_card).await;
    anyone.recorded(&now).await;
    house.turn_clock(0);
    load.more(200).await;
    let mut ledger = load.end().await;
    assert_eq!(ledger.refused.len(), 0, "{:?}", ledger.refused);
    for (card, receipt) in [(&before_card, &before), (&now_card, &now)] {
        let id = card["id"].as_str().expect("an id").to_owned();
        let owed = Owed { case: true, sealed: false };
        ledger
            .acknowledged
            .insert(id, Promise { reference: receipt.reference.replace('-', ""), owed, card: card.to_string() });
        assert!(officer.case(receipt).await.contains(&receipt.reference));
    }
    record.holds(&ledger).await;
    assert!(ledger.answered_within(0.99) < 5_000.0, "nobody waits for the clock");
    drop(another);
}
