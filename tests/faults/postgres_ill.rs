//! A `PostgreSQL` that holds the record and the queue is killed while cards pour in, and away for longer than anybody waits: every
//! card that somebody has a receipt for is recorded once, and the office goes on by itself when it is back.

use tests::{House, Load, Plan, Record, until};

use crate::rounds::Rounds;

#[tokio::test]
async fn a_postgresql_killed_under_load_loses_and_doubles_no_card_and_nobody_starts_the_office_again() {
    let mut rounds = Rounds::of("postgres", 3);
    while rounds.has_more() {
        let mut house = House::prepare_on_its_own_postgres(1).await;
        let record = Record::open(&house.data()).await;
        house.start_all().await;
        let load = Load::begin(&house.server, Plan { people: 16, rate: Some(150), seed: rounds.done() + 1 });
        for kill in 0..3 {
            load.more(100).await;
            house.postgres().crash();
            // The last time it stays away until the office says so.
            if kill == 2 {
                until("it says that it keeps nothing", async || (house.readiness().await == 503).then_some(())).await;
            }
            house.postgres().come_back().await;
            until("it is well again", async || (house.readiness().await == 200).then_some(())).await;
        }
        load.more(100).await;
        let ledger = load.end().await;
        assert_eq!(ledger.refused.keys().filter(|status| **status != 503).count(), 0, "{:?}", ledger.refused);
        record.holds(&ledger).await;
        assert!(!house.log().contains("not-to-be-printed"), "the address of the record is in no log");
        rounds.held(3);
    }
}

#[tokio::test]
async fn an_office_whose_postgresql_is_away_says_so_and_what_to_do() {
    let mut house = House::prepare_on_its_own_postgres(60).await;
    house.postgres().crash();
    let said = house.refused_command(&["migrate"]);
    assert!(said.contains("The record in PostgreSQL cannot be reached") && said.contains("`database_url`"), "{said}");
    assert!(!said.contains("not-to-be-printed"), "{said}");
}
