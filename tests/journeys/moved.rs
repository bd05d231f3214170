//! An office gets a Redis while cards wait in its table, and finds out that a Redis is another office's; it moves from its file
//! into `PostgreSQL`.

use std::fs;

use tests::{Backend, Database, House, OFFICER, card, complaint};

use crate::kept;

#[tokio::test]
async fn what_waits_in_the_table_when_the_office_gets_a_redis_is_recorded_once() {
    let mut house = House::prepare(Backend::Redis, 60).await;
    let redis = house.redis().url();
    house.set("redis_url", "\"\"");
    house.start_server("intake").await;
    let anyone = house.public();
    let receipts = [anyone.leave(&complaint("It waits in the table.")).await, anyone.leave(&card()).await];
    assert!(house.stop().await.success());
    kept::put_unreadable(&house).await;
    house.set("redis_url", &format!("\"{redis}\""));
    house.start_all().await;
    for receipt in &receipts {
        anyone.recorded(receipt).await;
    }
    assert!(house.log().contains("what waited in the table waits in Redis now letters=3"), "{}", house.log());
    tests::until("what cannot be read is set aside there", async || {
        house.command(&["queue", "list"]).contains("the card cannot be read").then_some(())
    })
    .await;
    assert_eq!(kept::cards(&house).await, 2);
    assert!(house.stop().await.success());
    house.set("redis_url", "\"\"");
    assert_eq!(house.command(&["queue", "list"]), "No letter is set aside.\n", "the table is empty");
}

#[tokio::test]
async fn an_office_does_not_open_on_the_keys_of_another_and_does_on_its_own_again() {
    let mut first = House::prepare(Backend::Redis, 60).await;
    let redis = format!("\"{}\"", first.redis().url());
    first.start_all().await;
    let mut second = House::prepare(Backend::Embedded, 60).await;
    // All houses of the tests begin with the same keys, as one that was restored would.
    fs::remove_file(second.data().join("secret.key")).expect("its keys");
    let _ = second.command(&["keys", "begin-anew"]);
    second.set("redis_url", &redis);
    let refused = second.refused_command(&["queue", "list"]);
    assert!(refused.contains("belong to another office") && refused.contains("`redis_prefix`"), "{refused}");
    second.set("redis_prefix", "\"second\"");
    second.start_all().await;
    let (anyone, other) = (first.public(), second.public());
    let (here, there) = (anyone.leave(&card()).await, other.leave(&card()).await);
    anyone.recorded(&here).await;
    other.recorded(&there).await;
    assert!(first.stop().await.success());
    first.start_all().await;
}

#[tokio::test]
async fn a_record_that_is_moved_into_postgresql_is_whole_there_and_goes_on() {
    let mut house = House::prepare_at("").await;
    house.start_all().await;
    let anyone = house.public();
    let receipts =
        [anyone.leave(&complaint("It lay behind the radiator for 613-555-0123.")).await, anyone.leave(&card()).await];
    for receipt in &receipts {
        anyone.recorded(receipt).await;
    }
    house.stop().await;
    kept::put_unreadable(&house).await;
    let database = Database::create("template0").await;
    assert!(house.refused_command(&["record", "move"]).contains("Say by `database_url`"));
    house.set("database_url", &format!("\"{}\"", database.url()));
    let said = house.command(&["record", "move"]);
    assert!(said.contains("cards: 2\n") && said.contains("queue: 1\n") && said.contains("originals: 1\n"), "{said}");
    assert!(!said.contains("not-to-be-printed"), "{said}");
    let refused = house.refused_command(&["record", "move"]);
    assert!(refused.contains("has moved from this file") && refused.contains("Nothing was copied"), "{refused}");
    let other = House::prepare_at("").await;
    other.set("database_url", &format!("\"{}\"", database.url()));
    assert!(other.refused_command(&["record", "move"]).contains("There is a record in that database already"));
    house.set("database_url", "\"\"");
    assert!(house.refused_command(&["queue", "list"]).contains("Name the database by `database_url`"));
    house.set("database_url", &format!("\"{}\"", database.url()));
    house.start_all().await;
    assert!(anyone.recorded(&receipts[0]).await.contains("Received"), "the code of before leads to its case");
    let officer = house.sign_in(OFFICER).await;
    officer.step(&receipts[0], "acknowledge", "").await;
    let later = anyone.leave(&complaint("It still lies there.")).await;
    anyone.recorded(&later).await;
    tests::Record::open(&house.data()).await.can_be_searched().await;
    tests::until("what cannot be read is set aside there", async || {
        house.command(&["queue", "list"]).contains("the card cannot be read").then_some(())
    })
    .await;
    assert!(house.command(&["audit", "verify"]).ends_with("The log is as it was written.\n"));
    assert_eq!(kept::cards(&house).await, 3);
}
