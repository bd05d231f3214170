//! Cases of before stand in the queues where they belong, and a page begins where the one before ended.

use super::store::{Place, page};
use super::{View, store};
use crate::casework::Case;
use crate::db::Db;

const CARDS: &str = "INSERT INTO cards (id, reference, digest, service, intent, language, channel, received_at, recorded_at) \
    SELECT 'id-' || r.value, r.value, '', 'passport', 'complaint', 'en', 'web', 1, 1 \
    FROM json_each('[\"FRESH\", \"DANGER\", \"TRIAGED\", \"REVIEWED\", \"UNREVIEWED\", \"DRAFTED\", \"ENDED\"]') r";
const CASES: &str = "INSERT INTO cases (reference, service, intent, stage, deemed_on, acknowledge_by, answer_by, due, labels, \
    closed_on, facts, version) VALUES \
    ('FRESH', 'passport', 'complaint', 'received', '2026-05-01', '2026-05-04', '2026-05-13', '2026-05-04', '', NULL, \
     '\"received\"', 1), \
    ('DANGER', 'passport', 'complaint', 'received', '2026-05-04', '2026-05-05', '2026-05-14', '2026-05-05', \
     'urgent danger', NULL, '\"received\"', 1), \
    ('TRIAGED', 'passport', 'complaint', 'triaged', '2026-05-01', '2026-05-04', '2026-05-13', '2026-05-13', '', NULL, \
     '{\"triaged\":{\"taken\":{\"officer\":\"Amal\",\"clock\":{\"since\":\"2026-05-01\",\"due\":\"2026-05-13\",\
\"extensions\":0,\"paused_days\":0}},\"assessment\":{\"severity\":\"standard\",\"allegations\":[],\"wanted\":\"\"}}}', 2), \
    ('ENDED', 'passport', 'complaint', 'closed', '2026-05-01', '2026-05-04', '2026-05-13', NULL, '', '2026-05-06', \
     '{\"closed\":{\"on\":\"2026-05-06\",\"ending\":{\"withdrawn\":{\"officer\":\"Amal\"}}}}', 4)";
const FILE: &str = "WITH file (text) AS (SELECT '{\"taken\":{\"officer\":\"Amal\",\"clock\":{\"since\":\"2026-05-01\",\
\"due\":\"2026-05-12\",\"extensions\":0,\"paused_days\":0}},\"assessment\":{\"severity\":\"standard\",\"allegations\":[],\
\"wanted\":\"\"}}'), draft (text) AS (SELECT '\"author\":\"Amal\",\"findings\":[],\"remedies\":[],\"letter\":\"\"'), \
    sent (text) AS (SELECT '{\"decision\":{\"approver\":\"Bo\",' || text || '},\"on\":\"2026-05-06\",\"reviewed\":null}' \
        FROM draft), \
    review (reference, reviewer) AS (VALUES ('REVIEWED', '\"Bo\"'), ('UNREVIEWED', 'null')) \
    INSERT INTO cases (reference, service, intent, stage, deemed_on, acknowledge_by, answer_by, due, facts, version) \
    SELECT 'DRAFTED', 'passport', 'complaint', 'finding-draft', '2026-05-01', '2026-05-04', '2026-05-12', '2026-05-12', \
        '{\"finding-draft\":{\"file\":' || file.text || ',\"draft\":{' || draft.text || \
        ',\"comments_until\":null,\"is_commented\":false}}}', 3 FROM file, draft UNION ALL \
    SELECT review.reference, 'passport', 'complaint', 'under-review', '2026-05-01', '2026-05-04', '2026-05-12', \
        '2026-06-03', '{\"under-review\":{\"file\":' || file.text || ',\"sent\":' || sent.text || \
        ',\"review\":{\"asked_on\":\"2026-05-06\",\"due\":\"2026-06-03\",\"reviewer\":' || review.reviewer || '}}}', 5 \
        FROM review, file, sent";

async fn record() -> (tempfile::TempDir, Db) {
    let folder = tempfile::tempdir().expect("a folder");
    Db::leave_for_testing(folder.path(), 11, &[CARDS, CASES, FILE]).await;
    let db = Db::open(folder.path()).await.expect("a record");
    (folder, db)
}

fn references(cases: &[Case]) -> Vec<&str> {
    cases.iter().map(|case| case.reference.as_str()).collect()
}

#[tokio::test]
async fn cases_of_before_stand_in_the_queue_of_whoever_has_them_and_what_nobody_has_stands_with_the_team() {
    let (_folder, db) = record().await;
    let shown = async |view, me| page(&db, view, me, None, &[]).await.expect("a page").0;
    for (view, me, expected) in [
        (View::Mine, "Amal", vec!["DRAFTED", "TRIAGED"]),
        (View::Mine, "Bo", vec!["REVIEWED"]),
        (View::Mine, "", vec!["DANGER", "FRESH", "UNREVIEWED"]),
        (View::Team, "Amal", vec!["DANGER", "FRESH", "UNREVIEWED"]),
        (View::Second, "Amal", vec![]),
        (View::Second, "Bo", vec!["DRAFTED"]),
        (View::Open, "Bo", vec!["DANGER", "FRESH", "DRAFTED", "TRIAGED", "REVIEWED", "UNREVIEWED"]),
        (View::Closed, "Bo", vec!["ENDED"]),
    ] {
        assert_eq!(references(&shown(view, me).await), expected, "{view:?} {me}");
    }
    assert_eq!(store::counts(&db, "Amal", &[]).await.expect("counts"), [2, 3, 0, 6, 1]);
    assert_eq!(store::counts(&db, "Amal", &["elsewhere".to_owned()]).await.expect("counts"), [0; 5]);
}

#[tokio::test]
async fn a_page_begins_after_the_last_case_of_the_one_before_and_none_is_shown_twice_or_left_out() {
    const MANY: &str = "WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 1119) \
        INSERT INTO cards (id, reference, digest, service, intent, language, channel, received_at, recorded_at) \
        SELECT 'many-' || i, 'MANY' || i, '', 'passport', 'question', 'en', 'web', 1, 1 FROM n";
    const THEIRS: &str = "INSERT INTO cases (reference, service, intent, stage, deemed_on, acknowledge_by, answer_by, due, \
        version) SELECT reference, service, intent, 'received', '2026-05-01', '2026-05-04', '2026-05-13', \
        '2026-05-0' || (4 + substr(reference, 8) % 3), 1 FROM cards WHERE reference LIKE 'MANY%'";
    let (_folder, db) = record().await;
    db.execute(MANY, Vec::new()).await.expect("cards");
    db.execute(THEIRS, Vec::new()).await.expect("cases");
    for (view, expected) in [(View::Team, 123), (View::Open, 126)] {
        let (mut seen, mut after) = (Vec::new(), None::<Place>);
        loop {
            let (cases, last) = page(&db, view, "Amal", after.as_ref(), &[]).await.expect("a page");
            seen.extend(cases.into_iter().map(|case| case.reference));
            let Some(last) = last else { break };
            after = Some(Place::parse(&last.to_string()));
        }
        let several = seen.len();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!((seen.len(), several), (expected, expected), "{view:?}");
    }
}

#[tokio::test]
async fn a_queue_counts_what_a_person_wrote_since_the_office_last_told_them_something() {
    const SAID: &str = "INSERT INTO messages (reference, number, officer, said_at, body) VALUES \
        ('FRESH', 1, NULL, 10, 'Hello?'), ('DANGER', 1, NULL, 10, 'Hello?'), ('DANGER', 2, 'Amal', 20, 'We are here.'), \
        ('DRAFTED', 1, '', 10, 'A reminder.'), ('DRAFTED', 2, NULL, 20, 'Yes.'), ('DRAFTED', 3, NULL, 30, 'And no.'), \
        ('DRAFTED', 4, '', 40, 'Another office has it.'), ('UNREVIEWED', 1, NULL, 10, 'Hello?'), \
        ('UNREVIEWED', 2, 'Amal', 20, 'For everyone: it works again.'), \
        ('TRIAGED', 1, NULL, 10, 'Hello?'), ('REVIEWED', 1, NULL, 20, 'I do not agree.')";
    const TOLD: &str = "INSERT INTO audit_entries (chain, seq, at, actor, role, action, previous, hash) VALUES \
        ('TRIAGED', 1, 20, 'amal', 'officer', 'answer', '', ''), ('FRESH', 1, 20, 'amal', 'officer', 'acknowledge', '', ''), \
        ('REVIEWED', 1, 10, 'amal', 'officer', 'decision_sent', '', '')";
    const INCIDENT: &str = "INSERT INTO incidents (id, service, title, known, opened_by, opened_at) VALUES \
        ('outage', 'passport', 'An outage', '', 'amal', 5)";
    const ANSWERED: &str = "INSERT INTO incident_cases (reference, incident, put_by, put_at, ended, ended_at) VALUES \
        ('UNREVIEWED', 'outage', 'amal', 6, 'told', 20)";
    let (_folder, db) = record().await;
    let before = store::state(&db, View::Open, "Bo", &[]).await.expect("a state");
    for sql in [INCIDENT, ANSWERED] {
        db.execute(sql, Vec::new()).await.expect("an answer for everyone");
    }
    db.execute(SAID, Vec::new()).await.expect("what was said");
    db.execute(TOLD, Vec::new()).await.expect("what was told");
    let cases = page(&db, View::Open, "Bo", None, &[]).await.expect("a page").0;
    let unheard: Vec<_> = cases.iter().map(|case| (case.reference.as_str(), case.unheard)).collect();
    let expected = [("DANGER", 0), ("FRESH", 1), ("DRAFTED", 2), ("TRIAGED", 0), ("REVIEWED", 1), ("UNREVIEWED", 1)];
    assert_eq!(unheard, expected, "what the program says, and what everyone is told, answers nobody");
    assert_ne!(store::state(&db, View::Open, "Bo", &[]).await.expect("a state"), before, "an open page hears of it");
}
