//! Interests of before have their declarer from the log; one that was taken back stands no more, stays known, and can be declared anew.

use super::*;

const MEMBERS: &str = "INSERT INTO staff (name, shown_as, role, password, is_active) VALUES \
    ('amal', 'Amal', 'officer', '', 1), ('noor', 'Noor', 'senior', '', 1), ('kim', 'Kim', 'director', '', 1)";
const CARD: &str = "INSERT INTO cards (id, reference, digest, service, intent, language, channel, received_at, recorded_at) \
    VALUES ('id', 'CASE', '', 'passport', 'complaint', 'en', 'web', 1, 1)";
const CASE: &str = "INSERT INTO cases (reference, service, intent, stage, deemed_on, acknowledge_by, answer_by, version) \
    VALUES ('CASE', 'passport', 'complaint', 'received', '2026-05-01', '2026-05-04', '2026-05-13', 1)";
const INTERESTS: &str = "INSERT INTO interests (reference, staff, rule, declared_at) VALUES \
    ('CASE', 'amal', 'named', 7), ('CASE', 'amal', 'interest', 8)";
const LOG: &str = "INSERT INTO audit_entries (chain, seq, at, actor, role, action, about, reason, previous, hash) VALUES \
    ('CASE', 1, 6, 'amal', 'officer', 'coi_block', 'amal', 'named', '', ''), \
    ('CASE', 2, 7, 'noor', 'senior', 'coi_block', 'amal', 'named', '', '')";

/// A record of before with what it held.
async fn record(folder: &tempfile::TempDir) -> Db {
    Db::leave_for_testing(folder.path(), 32, &[MEMBERS, CARD, CASE, INTERESTS, LOG]).await;
    Db::open(folder.path()).await.expect("a record")
}

#[tokio::test]
async fn who_declared_an_interest_before_is_read_off_the_log_and_unknown_where_it_does_not_say() {
    let folder = tempfile::tempdir().expect("a folder");
    let db = record(&folder).await;
    let mut tx = db.begin().await.expect("a write");
    for (rule, by) in [(Rule::Named, Some("noor")), (Rule::Interest, None)] {
        let found = declared(&mut tx, ("CASE", "amal", rule)).await.expect("a read").expect("an interest");
        assert_eq!(found.by.as_deref(), by, "{rule:?}");
    }
    assert!(declared(&mut tx, ("CASE", "noor", Rule::Named)).await.expect("a read").is_none());
}

#[tokio::test]
async fn what_was_taken_back_stands_no_more_stays_known_and_can_be_declared_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let db = record(&folder).await;
    let key = ("CASE", "amal", Rule::Named);
    let mut tx = db.begin().await.expect("a write");
    take_back(&mut tx, key, "kim", 9, "Another person of this name.").await.expect("a write");
    assert!(declared(&mut tx, key).await.expect("a read").is_none(), "it stands no more");
    assert!(keep(&mut tx, key, "kim", 10).await.expect("a write"), "it can be declared anew");
    assert!(!keep(&mut tx, key, "noor", 10).await.expect("a write"), "but not twice");
    let found = declared(&mut tx, key).await.expect("a read").expect("it stands again");
    assert_eq!(found.by.as_deref(), Some("kim"));
    take_back(&mut tx, key, "noor", 11, "Once more.").await.expect("a write");
    tx.commit().await.expect("it is kept");
    let known: Vec<_> = taken_back(&db, "CASE").await.expect("a read");
    let known: Vec<_> = known
        .iter()
        .map(|one| (one.of.as_str(), one.declared_at, one.by.as_str(), one.at, one.reason.as_str()))
        .collect();
    assert_eq!(known, [("Amal", 7, "Kim", 9, "Another person of this name."), ("Amal", 10, "Noor", 11, "Once more.")]);
}
