//! The log on trial: what was done to its file, and what verifying says of that.

mod anchored;
mod ground;

use super::verify::{Fault, Read};
use super::{Action, Actor, Entry, anchor, begin, store};
use ground::Ground;

#[tokio::test]
async fn a_log_that_nobody_touched_is_found_whole() {
    let (ground, first) = Ground::anchored().await;
    let entry = Entry::of_case("CASEB", 9, Actor::staff("officer", "officer"), Action::Answer);
    super::note(&ground.house.db, &entry).await.expect("an entry");
    let second = anchor::make(&ground.house).await.expect("an anchor");
    let third = anchor::make(&ground.house).await.expect("an anchor of no change");
    assert_eq!((first.heads, second.heads, third.heads), (3, 1, 0));
    let (faults, read) = ground.verified(&[first, second, third]).await;
    assert_eq!(faults, []);
    assert_eq!(read, Read { entries: 8, chains: 3, anchors: 3 });
}

#[tokio::test]
async fn the_fence_refuses_every_change_of_what_was_kept() {
    let (ground, _) = Ground::anchored().await;
    for sql in [
        "UPDATE audit_entries SET actor = 'another'",
        "DELETE FROM audit_entries",
        "UPDATE audit_anchors SET day = '2000-01-01'",
        "DELETE FROM audit_anchors",
        "UPDATE audit_heads SET seq = 1",
        "DELETE FROM audit_heads",
    ] {
        let mut tx = ground.house.db.begin().await.expect("a write");
        assert!(tx.execute(sql, Vec::new()).await.is_err(), "{sql}");
    }
}

#[tokio::test]
async fn two_writers_cannot_both_have_the_next_place_of_a_chain() {
    let ground = Ground::with_a_log().await;
    let mut tx = ground.house.db.begin().await.expect("a write");
    let entry = Entry::of_case("CASEA", 9, Actor::client(), Action::Submit);
    assert!(begin(&mut tx, &[entry]).await.is_err(), "the chain has begun");
}

#[tokio::test]
async fn an_edited_entry_or_hash_is_named() {
    for sql in [
        "UPDATE audit_entries SET actor = 'another' WHERE chain = 'CASEA' AND seq = 2",
        "UPDATE audit_entries SET at = at + 1 WHERE chain = 'CASEA' AND seq = 2",
        "UPDATE audit_entries SET reason = 'x' WHERE chain = 'CASEA' AND seq = 2",
        "UPDATE audit_entries SET hash = 'ab' WHERE chain = 'CASEA' AND seq = 2",
        "UPDATE audit_entries SET previous = 'ab' WHERE chain = 'CASEA' AND seq = 2",
    ] {
        let ground = Ground::with_a_log().await;
        ground.tamper(&[sql]).await;
        assert_eq!(ground.faults(&[]).await.concat(), Fault::Altered { chain: "CASEA".into(), seq: 2 }.to_string());
    }
}

#[tokio::test]
async fn entries_that_were_removed_are_named() {
    let ground = Ground::with_a_log().await;
    ground.tamper(&["DELETE FROM audit_entries WHERE chain = 'CASEA' AND seq IN (1, 3)"]).await;
    assert_eq!(
        ground.faults(&[]).await,
        ["chain CASEA, entries 1 to 1: removed", "chain CASEA, entries 3 to 3: removed"]
    );
}

#[tokio::test]
async fn entries_that_were_swapped_are_named() {
    let ground = Ground::with_a_log().await;
    ground
        .tamper(&[
            "UPDATE audit_entries SET seq = 9 WHERE chain = 'CASEA' AND seq = 2",
            "UPDATE audit_entries SET seq = 2 WHERE chain = 'CASEA' AND seq = 3",
            "UPDATE audit_entries SET seq = 3 WHERE chain = 'CASEA' AND seq = 9",
        ])
        .await;
    let altered = |seq| Fault::Altered { chain: "CASEA".into(), seq }.to_string();
    assert_eq!(ground.faults(&[]).await, [altered(2), altered(3)]);
}

#[tokio::test]
async fn an_entry_that_was_put_in_is_named() {
    const FORGED: &str = "INSERT INTO audit_entries (chain, seq, at, actor, role, action, previous, hash) \
        SELECT chain, 0, at, actor, role, action, previous, hash FROM audit_entries WHERE chain = 'CASEA' AND seq = 1";
    const AT_THE_END: &str = "INSERT INTO audit_entries (chain, seq, at, actor, role, action, previous, hash) \
        SELECT chain, 5, at, actor, role, action, previous, hash FROM audit_entries WHERE chain = 'CASEA' AND seq = 4";
    let ground = Ground::with_a_log().await;
    ground.tamper(&[FORGED, AT_THE_END]).await;
    let faults = ground.faults(&[]).await;
    let altered = |seq| Fault::Altered { chain: "CASEA".into(), seq }.to_string();
    let first = Fault::OutOfPlace { chain: "CASEA".into(), seq: 0 }.to_string();
    assert_eq!(faults, [first, altered(0), altered(5)]);
}

#[tokio::test]
async fn one_entry_written_anew_with_its_hash_is_named_by_the_one_after() {
    let ground = Ground::with_a_log().await;
    ground.tamper(&[]).await;
    let mut link = store::after(&ground.house.db, "CASEA", 1, 1).await.expect("an entry").remove(0);
    link.actor = "another".to_owned();
    link.hash = link.computed();
    let mut tx = ground.house.db.begin().await.expect("a write");
    let sql = "DELETE FROM audit_entries WHERE chain = 'CASEA' AND seq = 2";
    tx.execute(sql, Vec::new()).await.expect("it is gone");
    store::insert(&mut tx, &link).await.expect("it is another");
    tx.commit().await.expect("a commit");
    assert_eq!(ground.faults(&[]).await, [Fault::DoesNotFollow { chain: "CASEA".into(), seq: 3 }.to_string()]);
}
