//! The ledger itself, which every fault is judged by: it must see what it is there to see.

use tests::{Backend, Balance, House, Load, Plan, Record};

#[tokio::test]
async fn the_ledger_sees_words_that_were_not_said_a_card_counted_for_another_and_a_case_an_address_and_an_original_lost()
 {
    let mut house = House::prepare(Backend::Embedded, 60).await;
    let record = Record::open(&house.data()).await;
    house.start_all().await;
    let load = Load::begin(&house.server, Plan { people: 8, rate: Some(200), seed: 1 });
    load.more(200).await;
    let ledger = load.end().await;
    record.holds(&ledger).await;
    let clean = record.now(&ledger).await;
    record.count_one_card_for_another().await;
    assert_eq!(record.now(&ledger).await, Balance { miscounted: 2, ..clean });
    assert!(ledger.acknowledged.values().any(|promise| promise.owed.sealed), "some have an address");
    record.lose_a_case_an_address_and_an_original().await;
    assert_eq!(record.now(&ledger).await, Balance { miscounted: 2, unkept: 3, ..clean });
    record.put_words_in_a_mouth().await;
    assert_eq!(record.now(&ledger).await, Balance { miscounted: 2, unkept: 3, changed: 1, ..clean });
    record.take_for_another_copy().await;
    assert_eq!(record.now(&ledger).await.changed, 2);
}
