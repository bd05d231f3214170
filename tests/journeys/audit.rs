//! Whatever is done leaves an entry in the log, an auditor can read it, and nobody can quietly edit it.

use ombudsman_server::db::{Db, Engine};
use reqwest::StatusCode;
use serde_json::{Value, json};
use tests::reading::hidden;
use tests::{ADMIN, AUDITOR, Backend, CUSTODIAN, Desk, House, OFFICER, Receipt, complaint, question};

/// A question with an address and something to mask.
fn sealed_question() -> Value {
    let mut card = question("My SIN is 130 692 544 and nobody called me back.");
    card["reply"] = json!({ "wanted": true, "email": "someone@example.ca" });
    card["consents"] = json!(["contact"]);
    card
}

async fn record(house: &House) -> Db {
    house.db().await
}

/// What the log has of this chain, a text an entry: who, as what, did what, about what, between which stages, and why.
pub async fn chain(house: &House, name: &str) -> Vec<String> {
    let db = record(house).await;
    let sql = "SELECT actor || '/' || role || ' ' || action || COALESCE(' ' || about, '') || COALESCE(' ' || from_stage || '>', '') \
               || COALESCE(' ' || to_stage, '') || COALESCE(' (' || reason || ')', '') \
               FROM audit_entries WHERE chain = $1 ORDER BY seq";
    let rows = db.read(sql, vec![name.into()]).await.expect("the log");
    let texts = rows.iter().map(|row| row.text(0).expect("a text")).collect();
    db.close().await;
    texts
}

/// Does this to the record, as somebody who can write it would.
async fn tamper(house: &House, statements: &[&'static str]) {
    let db = record(house).await;
    let mut tx = db.begin().await.expect("a write");
    for &sql in statements {
        let table = sql.strip_prefix("DROP TRIGGER ").and_then(|name| name.rsplit_once('_'));
        let sql: &'static str = match table {
            Some((table, _)) if db.engine() == Engine::Postgres => format!("{sql} ON {table}").leak(),
            _ => sql,
        };
        tx.execute(sql, Vec::new()).await.expect("it is done");
    }
    tx.commit().await.expect("a commit");
    db.close().await;
}

fn plain(receipt: &Receipt) -> String {
    receipt.reference.replace('-', "")
}

/// Gives a case this label.
pub async fn give_label(officer: &Desk, receipt: &Receipt, label: &str) {
    let page = officer.case(receipt).await;
    let (token, version) = (hidden(&page, "form_token"), hidden(&page, "version"));
    let form = [("form_token", token.as_str()), ("version", &version), ("give", label)];
    let answer = officer.post(&format!("/desk/cases/{}/labels", plain(receipt))).form(&form).send().await;
    assert_eq!(answer.expect("an answer").status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn whatever_is_done_about_a_case_is_an_entry_and_nothing_that_was_written_is_in_it() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let receipt = anyone.leave(&sealed_question()).await;
    anyone.recorded(&receipt).await;
    let officer = house.sign_in(OFFICER).await;
    let before = officer.case(&receipt).await;
    officer.step(&receipt, "acknowledge", "").await;
    let again = officer.press(&receipt, &before, "acknowledge", "").await;
    assert_eq!(again.status(), StatusCode::CONFLICT, "it is taken up already");
    give_label(&officer, &receipt, "accessibility").await;
    officer.opened(&receipt, "open-address").await;
    house.sign_in(CUSTODIAN).await.release(&receipt, "original", OFFICER).await;
    officer.opened(&receipt, "open-original").await;
    officer.step(&receipt, "answer", "We are sorry about the wait.").await;
    officer.step(&receipt, "close", "").await;

    assert_eq!(
        chain(&house, &plain(&receipt)).await,
        [
            "client/client submit consent:contact masked:sin:1 received (sent)",
            "officer/officer acknowledge received> acknowledged",
            "officer/officer illegal_transition acknowledged> acknowledged",
            "officer/officer reclassify accessibility (label-given)",
            "officer/officer view_identity",
            "custodian/custodian unredact officer (original)",
            "officer/officer view_original",
            "officer/officer answer acknowledged> answered",
            "officer/officer close answered> closed",
        ]
    );
    house.hire(AUDITOR);
    let page = house.sign_in(AUDITOR).await.page(&format!("/desk/audit/{}", receipt.reference)).await;
    assert!(page.contains("The address was shown") && page.contains("Received → Taken up"), "{page}");
    let page = page.replace(['\u{2068}', '\u{2069}'], "");
    for said in ["Allowed: to be answered", "Masked: social insurance number (1)"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    for secret in [
        "someone@example.ca",
        "130 692 544",
        "called me back",
        "sorry about the wait",
        &receipt.access_code,
        "To answer what was asked",
    ] {
        assert!(!page.contains(secret), "{secret}");
    }
    assert!(house.command(&["audit", "verify"]).ends_with("The log is as it was written.\n"));
}

#[tokio::test]
async fn what_is_done_to_staff_services_keys_and_quarantine_is_an_entry_too() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, officer, admin) = (house.public(), house.sign_in(OFFICER).await, house.sign_in(ADMIN).await);
    let links = "https://a.example/1 https://a.example/2 https://a.example/3";
    let machine = anyone.leave(&complaint(links)).await;
    anyone.recorded(&machine).await;
    officer.let_in(&machine).await;
    tests::until("it is let in", async || {
        anyone.track(&machine).await.1.contains("An officer takes it up").then_some(())
    })
    .await;
    admin.set_service("passport", "closed").await;
    admin.set_service("passport", "open").await;
    assert!(house.command(&["keys", "rotate"]).contains("Generation 2"));
    for (step, more, said) in [
        ("disable", [].as_slice(), "can no longer sign in"),
        ("enable", &[], "can sign in again"),
        ("role", &["--role", "senior"], "is senior from now on"),
        ("desks", &[], "works for the office"),
    ] {
        let command = [&["staff", step, "--name", OFFICER.name], more].concat();
        assert!(house.command(&command).contains(said), "{step}");
    }
    assert_eq!(
        chain(&house, &plain(&machine)).await,
        ["officer/officer quarantine_restore", "system/system submit received (let-in)"]
    );
    assert_eq!(
        chain(&house, "office").await,
        [
            "operator/operator import_services 13",
            "operator/operator staff_add officer",
            "operator/operator staff_add admin",
            "operator/operator staff_add custodian",
            "officer/officer sign_in officer (password)",
            "admin/administrator sign_in admin (password)",
            "admin/administrator service_close passport",
            "admin/administrator service_open passport",
            "operator/operator keys_rotate 2",
            "operator/operator staff_disable officer",
            "operator/operator staff_enable officer",
            "operator/operator staff_role officer",
            "operator/operator staff_desks officer",
        ]
    );
}

#[tokio::test]
async fn the_log_can_be_read_in_pages_and_by_case_person_action_and_day_by_whoever_may() {
    let house = House::open(Backend::Embedded).await;
    house.hire(AUDITOR);
    let (auditor, admin) = (house.sign_in(AUDITOR).await, house.sign_in(ADMIN).await);
    for _ in 0..28 {
        admin.set_service("passport", "closed").await;
        admin.set_service("passport", "open").await;
    }
    let rows = |page: &str| page.matches("<th scope=\"row\">").count();
    let first = auditor.page("/desk/audit").await;
    assert_eq!(rows(&first), 50);
    let next = first.split("href=\"").find(|rest| rest.contains("rel=\"next\"")).expect("another page");
    let next = next.split('"').next().expect("an address").replace("&amp;", "&").replace("&#38;", "&");
    let second = auditor.page(&next).await;
    assert_eq!(rows(&second), 13, "an import, four members, two who signed in and 56 changes");
    for (query, expected) in [
        ("action=service_close", 28),
        ("action=staff_add", 4),
        ("actor=operator", 5),
        ("action=sign_in", 2),
        ("actor=nobody", 0),
        ("day=2001-01-01", 0),
        ("action=staff_add&actor=admin", 0),
        ("chain=office&action=staff_add", 4),
        ("chain=nonsense", 0),
    ] {
        assert_eq!(rows(&auditor.page(&format!("/desk/audit?{query}")).await), expected, "{query}");
    }
    let nowhere = auditor.get("/desk/audit/nonsense").send().await.expect("an answer");
    assert_eq!(nowhere.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
pub async fn an_edited_log_is_found_out_and_an_anchor_kept_elsewhere_proves_an_earlier_day() {
    let house = House::open(Backend::Embedded).await;
    let anchors = async || house.command(&["audit", "anchors"]).lines().next().map(drop);
    tests::until("the day has its anchor by itself", anchors).await;
    let line = house.command(&["audit", "anchor"]);
    let kept = house.write("anchors.txt", &line);
    let kept = kept.to_str().expect("a path");
    assert!(house.command(&["audit", "anchors"]).contains(&line));
    assert!(house.command(&["audit", "verify", "--anchors", kept]).contains("1 anchors that were kept elsewhere"));

    tamper(&house, &["DROP TRIGGER audit_entries_stay", "UPDATE audit_entries SET actor = 'x' WHERE seq = 1"]).await;
    let (printed, said) = house.command_done_in_part(&["audit", "verify"]);
    assert!(printed.starts_with("chain office, entry 1: altered"), "{printed}");
    assert!(said.contains("faults: 1") && said.contains("Change nothing."), "{said}");

    tamper(
        &house,
        &[
            "DROP TRIGGER audit_entries_last",
            "DROP TRIGGER audit_anchors_last",
            "DROP TRIGGER audit_heads_last",
            "DELETE FROM audit_entries",
            "DELETE FROM audit_heads",
            "DELETE FROM audit_anchors",
        ],
    )
    .await;
    assert!(house.command(&["audit", "verify"]).contains("Read: 0 entries"), "an empty log holds together");
    let (printed, _) = house.command_done_in_part(&["audit", "verify", "--anchors", kept]);
    assert!(printed.contains(": removed."), "{printed}");
    let said = house.refused_command(&["audit", "verify", "--anchors", "nowhere.txt"]);
    assert!(said.contains("nothing was checked"), "{said}");
}
