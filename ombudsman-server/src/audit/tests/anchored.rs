//! What an anchor shows that a chain alone cannot.

use super::ground::Ground;
use crate::audit::anchor::{self, Anchor};
use crate::audit::verify::Fault;

#[tokio::test]
async fn an_end_or_a_whole_chain_that_was_removed_is_named_by_the_anchor_that_covers_it() {
    let (ground, _) = Ground::anchored().await;
    ground
        .tamper(&[
            "DELETE FROM audit_entries WHERE chain = 'CASEA' AND seq = 4",
            "DELETE FROM audit_entries WHERE chain = 'CASEB'",
        ])
        .await;
    assert_eq!(
        ground.faults(&[]).await,
        ["chain CASEA, entry 4: removed, anchor 1 covers it", "chain CASEB, entry 2: removed, anchor 1 covers it"]
    );
}

#[tokio::test]
async fn a_chain_that_was_removed_with_what_the_anchor_says_of_it_leaves_an_anchor_that_signed_something_else() {
    let (ground, _) = Ground::anchored().await;
    let traces = "DELETE FROM audit_heads WHERE chain = 'CASEB'";
    ground.tamper(&["DELETE FROM audit_entries WHERE chain = 'CASEB'", traces]).await;
    assert_eq!(ground.faults(&[]).await, ["anchor 1: what it covers was altered or removed"]);
}

#[tokio::test]
async fn a_chain_that_was_written_anew_with_every_hash_as_it_should_be_is_named_by_the_anchor() {
    let (ground, _) = Ground::anchored().await;
    ground.write_anew("CASEA", 2, |link| link.actor = "another".to_owned()).await;
    let replaced = Fault::Replaced { chain: "CASEA".into(), seq: 4, number: 1 }.to_string();
    assert_eq!(ground.faults(&[]).await, [replaced]);
}

#[tokio::test]
async fn an_anchor_that_was_edited_or_removed_is_named() {
    let (ground, kept) = Ground::anchored().await;
    anchor::make(&ground.house).await.expect("another anchor");
    ground.tamper(&["UPDATE audit_anchors SET day = '2001-01-01' WHERE number = 1"]).await;
    assert_eq!(
        ground.faults(&[kept]).await,
        [
            "anchor 1: another than the one that was kept elsewhere",
            "anchor 1: altered, no key of the office signed it as it is"
        ]
    );
    let (ground, _) = Ground::anchored().await;
    anchor::make(&ground.house).await.expect("another anchor");
    ground.tamper(&["DELETE FROM audit_anchors WHERE number = 1"]).await;
    let faults = ground.faults(&[]).await;
    assert!(faults.iter().all(|fault| fault == "anchor 1: removed") && !faults.is_empty(), "{faults:?}");
}

#[tokio::test]
async fn an_anchor_kept_elsewhere_shows_that_the_log_was_taken_back_to_an_earlier_day() {
    let (ground, kept) = Ground::anchored().await;
    ground
        .tamper(&[
            "DELETE FROM audit_anchors",
            "DELETE FROM audit_heads",
            "DELETE FROM audit_entries WHERE chain = 'CASEA' AND seq > 2",
        ])
        .await;
    assert_eq!(ground.faults(&[]).await, [""; 0], "what is left holds together");
    assert_eq!(ground.faults(std::slice::from_ref(&kept)).await, ["anchor 1: removed"]);
    let forged = Anchor { heads: 9, ..kept };
    let faults = ground.faults(&[forged]).await;
    assert_eq!(faults[0], "anchor 1, as it was kept elsewhere: no key of this office signed it");
}
