//! What a write asks is what it sees itself, and by the same rules as the page.

use jiff::civil::date;

use super::*;

const TODAY: Date = date(2026, 5, 4);
const STAFF: &str = "INSERT INTO staff (name, shown_as, role, password, is_active) VALUES \
    ('amal', 'Amal', 'officer', '', 1), ('noor', 'Noor', 'custodian', '', 1), ('kim', 'Kim', 'senior', '', 0)";
const ORGANISATION: &str = "INSERT INTO organisations (slug, name_en, name_fr) VALUES ('org', 'Office', 'Bureau')";
const SERVICE: &str = "INSERT INTO services (slug, inventory_id, organisation, name_en, name_fr, is_open) \
    VALUES ('passport', '1', 'org', 'Passport', 'Passeport', 1)";
const CARD: &str = "INSERT INTO cards (id, reference, digest, service, intent, language, channel, received_at, recorded_at) \
    VALUES ('id', 'CASE', '', 'passport', 'complaint', 'en', 'web', 1, 1)";
const CASE: &str = "INSERT INTO cases (reference, service, intent, stage, deemed_on, acknowledge_by, answer_by, version) \
    VALUES ('CASE', 'passport', 'complaint', 'received', '2026-05-01', '2026-05-04', '2026-05-13', 1)";

#[tokio::test]
async fn a_write_sees_what_changed_in_it_and_agrees_with_the_page_once_it_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    Db::leave_for_testing(folder.path(), 33, &[ORGANISATION, SERVICE, STAFF, CARD, CASE]).await;
    let db = Db::open(folder.path()).await.expect("a record");
    let case = store::find(&db, &Standard::default(), "CASE").await.expect("a read").expect("a case");
    for change in [
        "INSERT INTO interests (reference, staff, rule, declared_at) VALUES ('CASE', 'amal', 'named', 7)",
        "DELETE FROM interests",
        "INSERT INTO past_work (staff, service, until) VALUES ('amal', 'passport', '2026-04-30')",
        "UPDATE past_work SET until = '2024-04-30'",
        "UPDATE staff SET is_active = 0 WHERE name = 'amal'",
    ] {
        let before = is_left(&db, &staff::list(&db).await.expect("staff"), &case, TODAY).await.expect("a read");
        let mut tx = db.begin().await.expect("a write");
        tx.execute(change, Vec::new()).await.expect("a change");
        let staff = staff::list_in(&mut tx).await.expect("staff");
        let seen = is_left_in(&mut tx, &staff, &case, TODAY).await.expect("a read");
        assert_eq!(seen, !before, "{change}");
        tx.commit().await.expect("it is kept");
        let staff = staff::list(&db).await.expect("staff");
        assert_eq!(is_left(&db, &staff, &case, TODAY).await.expect("a read"), seen, "{change}");
    }
}
