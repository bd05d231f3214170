//! The index holds what the record holds: also of the cases of before it, and nothing of what was taken out of a text.

use super::*;

const CARDS: &str = "INSERT INTO cards (id, reference, digest, service, intent, language, channel, comment, received_at, \
    recorded_at) VALUES ('a', 'FIRST', '', 'passport', 'complaint', 'en', 'web', 'Two weeks of zanzibar.', 5, 5), \
    ('b', 'SECOND', '', 'passport', 'question', 'fr', 'web', 'Un délai.', 5, 5)";
const CASES: &str = "INSERT INTO cases (reference, service, intent, stage, deemed_on, acknowledge_by, answer_by, due, version) \
    SELECT reference, service, intent, 'received', '2026-05-01', '2026-05-04', '2026-05-13', '2026-05-04', 1 FROM cards";

async fn references(db: &Db, matching: &str) -> Vec<String> {
    let matching = Matching { sqlite: matching.to_owned(), postgres: String::new() };
    let hits = found(db, Some(&matching), (0, 10)).await.expect("hits");
    hits.into_iter().map(|hit| hit.reference).collect()
}

/// That the index and what it is of are the same.
async fn agrees(db: &Db) {
    let sql = "INSERT INTO case_search (case_search, rank) VALUES ('integrity-check', 1)";
    db.execute(sql, Vec::new()).await.expect("the index fits the texts");
}

#[tokio::test]
async fn cases_of_before_are_found_once_it_was_their_turn_as_they_are_then() {
    let folder = tempfile::tempdir().expect("a folder");
    Db::leave_for_testing(folder.path(), 15, &[CARDS, CASES]).await;
    let db = Db::open(folder.path()).await.expect("a record");
    assert!(references(&db, "said : delai").await.is_empty());
    let said = "INSERT INTO messages (reference, number, said_at, body) VALUES ('SECOND', 1, 6, 'Encore rien.')";
    db.execute(said, Vec::new()).await.expect("a message");
    assert!(pay(&db).await.expect("a turn"));
    assert!(!pay(&db).await.expect("a turn"), "nothing is left to write");
    assert_eq!(references(&db, "said : delai AND office : encore").await, ["SECOND"]);
    assert_eq!(references(&db, "said : (zanzibar OR delai)").await.len(), 2, "two that came at once are two");
    agrees(&db).await;
}

#[tokio::test]
async fn what_changes_is_found_as_it_is_now_and_what_is_taken_out_is_in_no_part_of_the_index() {
    let folder = tempfile::tempdir().expect("a folder");
    let db = Db::open(folder.path()).await.expect("a record");
    for sql in [CARDS, CASES] {
        db.execute(sql, Vec::new()).await.expect("rows");
    }
    assert!(references(&db, "said : zanzibar").await.is_empty(), "a case is recorded without the index");
    assert!(pay(&db).await.expect("a turn"));
    assert_eq!(references(&db, "said : zanzibar").await, ["FIRST"]);
    for sql in [
        "UPDATE cards SET comment = 'Two weeks.' WHERE reference = 'FIRST'",
        "UPDATE cases SET desk = 'help' WHERE reference = 'SECOND'",
        "INSERT INTO messages (reference, number, said_at, body) VALUES ('FIRST', 1, 6, 'Yokohama.')",
        "UPDATE messages SET body = 'Osaka.'",
    ] {
        db.execute(sql, Vec::new()).await.expect("a change");
        agrees(&db).await;
    }
    assert_eq!(references(&db, "office : osaka").await, ["FIRST"]);
    assert!(references(&db, "zanzibar OR yokohama").await.is_empty());
    let left = "SELECT COUNT(*) FROM case_search_data WHERE instr(block, CAST('zanzibar' AS BLOB)) > 0 \
        OR instr(block, CAST('yokohama' AS BLOB)) > 0";
    assert_eq!(db.read(left, Vec::new()).await.expect("rows")[0].int(0).expect("a number"), 0);
    db.execute("DELETE FROM cases WHERE reference = 'SECOND'", Vec::new()).await.expect("it is gone");
    assert!(references(&db, "said : delai").await.is_empty());
    agrees(&db).await;
}
