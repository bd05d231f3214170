//! A card sent twice is one card; two cards under one id are not, and neither is lost.

use ombudsman_server::queue::Depth;
use serde_json::json;
use tests::{Backend, House, card, complaint, until};

use crate::kept::{self, depth};

tests::wherever_they_are_kept!(
    a_card_sent_twice_has_one_receipt_and_counts_once,
    another_card_under_the_same_id_is_kept_and_not_counted,
);

async fn a_card_sent_twice_has_one_receipt_and_counts_once(backend: Backend) {
    let mut house = House::open(backend).await;
    let anyone = house.public();
    for _ in 0..10 {
        let card = card();
        let first = anyone.leave(&card).await;
        assert_eq!(anyone.leave(&card).await, first, "before it is recorded");
        anyone.recorded(&first).await;
        assert_eq!(anyone.leave(&card).await, first, "after it is recorded");
    }
    let last = anyone.leave(&complaint("What comes last shows that all before it is done.")).await;
    anyone.recorded(&last).await;
    assert_eq!(house.passport_answers().await, 11);
    assert!(house.stop().await.success());
    assert_eq!(depth(&house).await, Depth { waiting: 0, set_aside: 0 });
}

async fn another_card_under_the_same_id_is_kept_and_not_counted(backend: Backend) {
    let mut house = House::open(backend).await;
    let anyone = house.public();
    for _ in 0..9 {
        anyone.leave(&card()).await;
    }
    let first = complaint("These are the first words.");
    let mut second = complaint("These are other words.");
    second["id"] = first["id"].clone();
    second["intent"] = json!("compliment");
    let receipt = anyone.leave(&first).await;
    let page = anyone.recorded(&receipt).await;
    assert_eq!(anyone.leave(&second).await.reference, receipt.reference);
    let last = anyone.leave(&card()).await;
    anyone.recorded(&last).await;
    let told = |page: &str| page.split_once("<p class=\"quiet\">").expect("where it is").1.to_owned();
    assert_eq!(told(&anyone.track(&receipt).await.1), told(&page), "the first card stays what it is");
    until("the first, the last and nine others are counted", async || {
        (house.passport_answers().await == 11).then_some(())
    })
    .await;
    assert!(house.stop().await.success());
    assert_eq!(depth(&house).await, Depth { waiting: 0, set_aside: 0 });
    assert_eq!(kept::cards(&house).await, 12, "nothing of it is lost");
}
