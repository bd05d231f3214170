//! Cases that an earlier version of the program has left are read as they were, and can go on.

use super::*;
use crate::casework::life::Ending;
use jiff::civil::date;

const CARDS: &str = "INSERT INTO cards (id, reference, digest, service, intent, language, channel, received_at, \
    recorded_at) SELECT 'id-' || r.value, r.value, '', 'passport', 'complaint', 'en', 'web', 1, 1 \
    FROM json_each('[\"RECEIVED\", \"TAKEN\", \"ANSWERED\", \"CLOSED\"]') r";
const CASES: &str = "INSERT INTO cases (reference, service, intent, stage, deemed_on, acknowledge_by, answer_by, \
    acknowledged_on, officer, answered_on, answer, closed_on, version) VALUES \
    ('RECEIVED', 'passport', 'complaint', 'received', '2026-05-01', '2026-05-04', '2026-05-13', NULL, NULL, NULL, NULL, \
     NULL, 1), \
    ('TAKEN', 'passport', 'complaint', 'acknowledged', '2026-05-01', '2026-05-04', '2026-05-12', '2026-05-01', \
     'Al \"O''Neil\"', NULL, NULL, NULL, 2), \
    ('ANSWERED', 'passport', 'complaint', 'answered', '2026-05-01', '2026-05-04', '2026-05-12', '2026-05-01', 'Amal', \
     '2026-05-05', 'Désolés: \\ \"oui\"', NULL, 3), \
    ('CLOSED', 'passport', 'complaint', 'closed', '2026-05-01', '2026-05-04', '2026-05-12', '2026-05-01', 'Amal', \
     '2026-05-05', 'Sorry.', '2026-05-06', 4)";
/// A case as the record keeps one now.
const NOW: &str = "INSERT INTO cases (reference, service, intent, stage, deemed_on, acknowledge_by, answer_by, version) VALUES \
    ('TAKEN', 'passport', 'complaint', 'received', '2026-05-01', '2026-05-04', '2026-05-12', 1)";

#[tokio::test]
async fn cases_of_before_keep_their_stage_their_officer_their_answer_and_their_dates() {
    let folder = tempfile::tempdir().expect("a folder");
    Db::leave_for_testing(folder.path(), 8, &[CARDS, CASES]).await;
    let (db, standard) = (Db::open(folder.path()).await.expect("a record"), Standard::default());
    let case = async |reference: &str| find(&db, &standard, reference).await.expect("a read").expect("a case");

    let received = case("RECEIVED").await;
    assert_eq!((&received.stage, received.due), (&Stage::Received, Some(date(2026, 5, 4))));
    let taken = case("TAKEN").await;
    assert_eq!((taken.stage.name(), taken.stage.officer()), ("acknowledged", Some("Al \"O'Neil\"")));
    assert_eq!((taken.due, taken.stage.clock().expect("a clock").since), (Some(date(2026, 5, 12)), date(2026, 5, 1)));
    let answered = case("ANSWERED").await;
    assert_eq!(answered.stage.given_answer(), Some(("Désolés: \\ \"oui\"", date(2026, 5, 5))));
    let closed = case("CLOSED").await;
    assert_eq!((closed.stage.name(), closed.stage.given_answer()), ("closed", Some(("Sorry.", date(2026, 5, 5)))));
    assert!(matches!(closed.stage, Stage::Closed { on, ending: Ending::Answered { .. } } if on == date(2026, 5, 6)));
}

#[tokio::test]
async fn a_part_of_before_is_called_what_was_done_as_the_log_has_it() {
    const STAFF: &str =
        "INSERT INTO staff (name, shown_as, role, password, is_active) VALUES ('amal', 'Amal', 'officer', '', 1)";
    const PARTS: &str = "INSERT INTO parts (reference, staff, part, since) VALUES ('TAKEN', 'amal', 'receiver', 1), \
        ('TAKEN', 'amal', 'helper', 2), ('TAKEN', 'amal', 'helper', 3), ('TAKEN', 'amal', 'helper', 4), \
        ('TAKEN', 'amal', 'helper', 5)";
    const LOG: &str = "INSERT INTO audit_entries (chain, seq, at, actor, role, action, reason, previous, hash) VALUES \
        ('TAKEN', 1, 2, 'amal', 'officer', 'classify', NULL, '', ''), \
        ('TAKEN', 2, 3, 'amal', 'officer', 'program_reply', 'settled', '', ''), \
        ('TAKEN', 3, 3, 'amal', 'officer', 'close', NULL, '', ''), \
        ('TAKEN', 4, 4, 'amal', 'officer', 'give_back', NULL, '', ''), \
        ('TAKEN', 5, 5, 'somebody', 'officer', 'extend', 'complex', '', '')";
    let folder = tempfile::tempdir().expect("a folder");
    Db::leave_for_testing(folder.path(), 30, &[CARDS, NOW, STAFF, PARTS, LOG]).await;
    let db = Db::open(folder.path()).await.expect("a record");
    let parts = crate::casework::moving::parts(&db, "TAKEN").await.expect("the parts");
    let parts: Vec<_> = parts.iter().map(|(_, part, since)| (part.as_str(), *since)).collect();
    let expected = [("receiver", 1), ("assessed", 2), ("settled", 3), ("gave-back", 4), ("helper", 5)];
    assert_eq!(parts, expected);
}
