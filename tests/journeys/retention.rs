//! What leads to a person is removed when it is kept no longer, or when they ask; a hold keeps it, and what is gone is gone.

use std::fs;

use reqwest::StatusCode;
use serde_json::json;
use tests::reading::hidden;
use tests::{AUDITOR, Backend, CUSTODIAN, DIRECTOR, Desk, House, OFFICER, Public, Receipt, SENIOR, UPHELD};
use tests::{complaint, until};

use crate::audit::chain;

/// What must not be found anywhere once it is removed.
const MARKER: &str = "quixotichaddock";

fn bare(receipt: &Receipt) -> String {
    receipt.reference.replace('-', "")
}

async fn house() -> (House, Public, Desk) {
    let house = House::open(Backend::Embedded).await;
    let (anyone, officer) = (house.public(), house.sign_in(OFFICER).await);
    (house, anyone, officer)
}

/// A complaint of somebody who can be reached, and its case, taken back.
async fn over(anyone: &Public, officer: &Desk, words: &str) -> Receipt {
    let mut card = complaint(words);
    card["reply"] = json!({ "wanted": true, "phone": "613-555-0123" });
    card["consents"] = json!(["contact"]);
    let receipt = officer.takes_on(anyone, &card).await;
    officer.does(&receipt, "message", &[("words", &format!("We read: {words}"))]).await;
    let (status, page) = anyone.act(&receipt, "withdraw", &[("sure", "yes")]).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    receipt
}

/// Has everything have come and been closed this long ago.
async fn age(house: &House, receipt: &Receipt, months: u32) {
    let db = house.db().await;
    let day = jiff::Zoned::now().date().saturating_sub(jiff::Span::new().months(months));
    let millis = day.to_zoned(jiff::tz::TimeZone::UTC).expect("a time").timestamp().as_millisecond();
    let sql = "UPDATE cards SET received_at = $2 WHERE reference = $1";
    db.execute(sql, vec![bare(receipt).into(), millis.into()]).await.expect("it came long ago");
    let sql = "UPDATE cases SET closed_on = $2 WHERE reference = $1 AND closed_on IS NOT NULL";
    db.execute(sql, vec![bare(receipt).into(), day.to_string().into()]).await.expect("it was closed long ago");
    db.close().await;
}

async fn hold(desk: &Desk, receipt: &Receipt, wish: &str, reason: &str) -> (StatusCode, String) {
    let token = hidden(&desk.page("/holds").await, "form_token");
    let form = [("form_token", token.as_str()), ("do", wish), ("reference", &receipt.reference), ("reason", reason)];
    let answer = desk.post("/holds?lang=en").form(&form).send().await.expect("an answer");
    (answer.status(), answer.text().await.expect("a page"))
}

/// Asks on the tracking page to have it removed; what the page says then.
async fn asks(anyone: &Public, receipt: &Receipt, sure: &str) -> (StatusCode, String) {
    let codes = [("reference", receipt.reference.as_str()), ("access_code", &receipt.access_code)];
    let form: Vec<(&str, &str)> = codes.into_iter().chain([("do", "erase"), ("sure", sure)]).collect();
    let request = anyone.post("/track?lang=en").header("accept", "text/html").form(&form);
    let answer = request.send().await.expect("an answer");
    (answer.status(), answer.text().await.expect("a page"))
}

/// Whether a file of the record holds the marker.
fn is_anywhere(house: &House) -> bool {
    house.record_files().into_iter().any(|file| {
        let bytes = fs::read(file).unwrap_or_default();
        bytes.windows(MARKER.len()).any(|piece| piece.eq_ignore_ascii_case(MARKER.as_bytes()))
    })
}

#[tokio::test]
pub async fn what_is_kept_no_longer_is_removed_everywhere_with_a_proof_and_what_is_not_yet_stays() {
    let (mut house, anyone, officer) = house().await;
    // So long that what is rewritten at every step fills pages of its own.
    let old = over(&anyone, &officer, &format!("{MARKER} ").repeat(3_900 / (MARKER.len() + 1))).await;
    let young = over(&anyone, &officer, "It was late.").await;
    let open = officer.takes_on(&anyone, &complaint("It is open.")).await;
    age(&house, &old, 25).await;
    age(&house, &young, 23).await;
    age(&house, &open, 90).await;
    assert!(is_anywhere(&house));
    for arguments in [&["retention"][..], &["retention", "--dry-run"]] {
        let said = house.command(arguments);
        assert!(said.contains("case: 1 kept no longer") && said.contains("Nothing was removed."), "{said}");
    }
    assert!(anyone.track(&old).await.1.contains("You took this back."));
    house.stop().await;
    let said = house.command(&["retention", "--for-real"]);
    assert!(said.contains("was removed from 1 records.") && said.contains("messages: 1 removed"), "{said}");
    assert!(!is_anywhere(&house), "not in the record, nor in what can be searched, nor in free pages");
    let proof = said.lines().last().expect("a line").rsplit(' ').next().expect("a hash").to_owned();
    house.start_all().await;
    let (_, page) = anyone.track(&old).await;
    assert!(page.contains("what leads to you was removed"), "{page}");
    for receipt in [&young, &open] {
        assert!(!anyone.track(receipt).await.1.contains("was removed"));
    }
    let told = chain(&house, &bare(&old)).await;
    assert_eq!(told.last().expect("an entry"), "operator/operator anonymise closed> anonymised");
    let db = house.db().await;
    let sql = "SELECT payload FROM audit_entries WHERE chain = 'office' AND action = 'anonymise'";
    assert_eq!(db.read(sql, Vec::new()).await.expect("the log")[0].text(0).expect("a hash"), proof);
    let sql = "SELECT (SELECT COUNT(*) FROM vault) + (SELECT COUNT(*) FROM cases WHERE stage = 'anonymised')";
    assert_eq!(db.read(sql, Vec::new()).await.expect("a count")[0].int(0).expect("a number"), 2, "the other's address");
    db.close().await;
    assert!(house.command(&["audit", "verify"]).ends_with("The log is as it was written.\n"));
    let said = house.command(&["retention", "--for-real"]);
    assert!(said.contains("was removed from 0 records."), "there is nothing twice: {said}");
    let officer = house.sign_in(OFFICER).await;
    assert!(officer.case(&old).await.contains("Made anonymous"));
    // Nothing is written there any more, also not from a page that was loaded before.
    let db = house.db().await;
    let sql = "SELECT version FROM cases WHERE reference = $1";
    let version = db.read(sql, vec![bare(&old).into()]).await.expect("a version")[0].int(0).expect("a number");
    let page = officer.case(&open).await;
    let [now, before] =
        [hidden(&page, "version"), version.to_string()].map(|version| format!("name=\"version\" value=\"{version}\""));
    let fields = [("words", "A new word.")];
    let refused = officer.send_from(&old, &page.replace(&now, &before), "message", &fields).await;
    assert_eq!(refused.status(), StatusCode::CONFLICT);
    let sql = "SELECT COUNT(*) FROM messages WHERE body LIKE '%new word%'";
    assert_eq!(db.read(sql, Vec::new()).await.expect("a count")[0].int(0).expect("a number"), 0);
    db.close().await;
}

#[tokio::test]
async fn a_hold_keeps_a_case_until_it_is_lifted_and_the_custodian_and_the_director_set_it() {
    let (house, anyone, officer) = house().await;
    house.hire(DIRECTOR);
    let (custodian, director) = (house.sign_in(CUSTODIAN).await, house.sign_in(DIRECTOR).await);
    let old = over(&anyone, &officer, "It was late.").await;
    age(&house, &old, 30).await;
    let (status, page) = hold(&custodian, &old, "set", "").await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("Say why"), "{page}");
    assert_eq!(hold(&custodian, &old, "set", "<script>alert(1)</script> T-12-26").await.0, StatusCode::SEE_OTHER);
    let page = director.page("/holds").await;
    assert!(page.contains(&old.reference) && page.contains("T-12-26") && !page.contains("<script>alert"), "{page}");
    assert!(!page.contains("It was late."), "nothing of the case is there");
    let (status, page) = hold(&director, &old, "set", "Again.").await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("it is held already"), "{page}");
    asks(&anyone, &old, "yes").await;
    assert!(anyone.track(&old).await.1.contains("The law makes us keep it for now."));
    let said = house.command(&["retention", "--for-real"]);
    assert!(said.contains("held: 1") && said.contains("removed from 0 records."), "{said}");
    assert_eq!(hold(&director, &old, "lift", "").await.0, StatusCode::SEE_OTHER);
    let said = house.command(&["retention", "--for-real"]);
    assert!(said.contains("removed from 1 records."), "{said}");
    let told = chain(&house, &bare(&old)).await;
    for entry in ["custodian/custodian legal_hold (set)", "director/director legal_hold (lifted)"] {
        assert!(told.contains(&entry.to_owned()), "{entry}: {told:?}");
    }
    house.hire(AUDITOR);
    for desk in [&officer, &house.sign_in(AUDITOR).await] {
        assert_eq!(desk.get("/holds").send().await.expect("an answer").status(), StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn who_asks_to_be_removed_is_told_why_it_waits_while_a_complaint_is_open_and_is_removed_after() {
    let (house, anyone, officer) = house().await;
    let open = officer.takes_on(&anyone, &complaint("My passport took nine weeks.")).await;
    let (status, page) = asks(&anyone, &open, "").await;
    assert!(status == StatusCode::CONFLICT && page.contains("Tick the box first"), "{page}");
    let (status, page) = asks(&anyone, &open, "yes").await;
    assert!(status == StatusCode::OK && page.contains("We still need it to answer you."), "{page}");
    assert!(house.command(&["retention", "--for-real"]).contains("removed from 0 records."));
    let wrong = Receipt { access_code: open.reference.clone(), ..open.clone() };
    assert_eq!(asks(&anyone, &wrong, "yes").await.0, StatusCode::FORBIDDEN);

    let mut thanks = tests::card();
    thanks["comment"] = json!("Thank you.");
    let thanks = anyone.leave(&thanks).await;
    anyone.recorded(&thanks).await;
    let (_, page) = asks(&anyone, &thanks, "yes").await;
    assert!(page.contains("We do so within 30 days."), "{page}");

    let barrier = anyone.leave(&complaint("There is no ramp for my wheelchair.")).await;
    anyone.recorded(&barrier).await;
    anyone.act(&barrier, "withdraw", &[("sure", "yes")]).await;
    let (_, page) = asks(&anyone, &barrier, "yes").await;
    assert!(page.contains("The law makes us keep it until"), "accessibility is kept for seven years: {page}");

    anyone.act(&open, "withdraw", &[("sure", "yes")]).await;
    assert!(anyone.track(&open).await.1.contains("We do so within 30 days."));
    let said = house.command(&["retention", "--for-real"]);
    assert!(said.contains("removed from 2 records.") && said.contains("card: 1 kept no longer"), "{said}");
    for receipt in [&open, &thanks] {
        assert!(anyone.track(receipt).await.1.contains("What led to you was removed."));
    }
    let told = chain(&house, &bare(&open)).await;
    assert!(told.contains(&"client/client erasure_request".to_owned()), "{told:?}");
}

#[tokio::test]
async fn a_duplicate_is_not_removed_before_it_is_answered_and_keeps_its_answer_when_the_other_is_removed() {
    let (house, anyone, officer) = house().await;
    house.hire(SENIOR);
    let senior = house.sign_in(SENIOR).await;
    let kept = officer.takes_on(&anyone, &complaint("Nine weeks.")).await;
    let mut twins = Vec::new();
    for words in ["Ten weeks.", "Eleven weeks."] {
        let twin = anyone.leave(&complaint(words)).await;
        anyone.recorded(&twin).await;
        officer.does(&twin, "merge", &[("to", &kept.reference)]).await;
        twins.push(twin);
    }
    let (_, page) = asks(&anyone, &twins[0], "yes").await;
    assert!(page.contains("We still need it to answer you."), "{page}");
    assert!(house.command(&["retention", "--for-real"]).contains("removed from 0 records."));
    officer.decides(&kept, &senior, &UPHELD).await;
    assert!(anyone.track(&twins[0]).await.1.contains("We do so within 30 days."));
    officer.does(&kept, "close", &[]).await;
    let answer = ["You were right.", "It lay in a tray for nine weeks.", "We are sorry."];
    asks(&anyone, &kept, "yes").await;
    assert!(house.command(&["retention", "--for-real"]).contains("removed from 2 records."));
    let (_, page) = anyone.track(&twins[1]).await;
    assert!(answer.iter().all(|said| page.contains(said)) && !page.contains("what leads to you was removed"), "{page}");
    for gone in [&kept, &twins[0]] {
        let (_, page) = anyone.track(gone).await;
        assert!(page.contains("What led to you was removed.") && !page.contains("It lay in a tray"), "{page}");
    }
    let db = house.db().await;
    let sql = "SELECT facts FROM cases WHERE facts LIKE '%tray%'";
    let facts = db.read(sql, Vec::new()).await.expect("facts");
    assert_eq!(facts.len(), 1, "with whom it is still kept");
    let facts = facts[0].text(0).expect("a text");
    db.close().await;
    let others = ["The passport took nine weeks.", "An apology.", "The file of the program."];
    assert!(others.iter().all(|secret| !facts.contains(secret)), "nothing of what the other said: {facts}");
}

#[tokio::test]
async fn a_hold_and_a_request_are_about_everything_that_came_with_one_form() {
    let (house, anyone, officer) = house().await;
    let first = complaint("It was late.");
    let receipt = anyone.leave(&first).await;
    anyone.recorded(&receipt).await;
    let mut changed = first.clone();
    changed["comment"] = json!(format!("It was lost, too: {MARKER}."));
    anyone.leave(&changed).await;
    until("both are there", async || officer.case(&receipt).await.contains("changed this form").then_some(())).await;
    // The later one first: both pages carry the same version then.
    for of in ["1", "0"] {
        anyone.act(&receipt, "withdraw", &[("sure", "yes"), ("of", of)]).await;
    }
    let custodian = house.sign_in(CUSTODIAN).await;
    assert_eq!(hold(&custodian, &receipt, "set", "T-12-26").await.0, StatusCode::SEE_OTHER);
    asks(&anyone, &receipt, "yes").await;
    let said = house.command(&["retention", "--for-real"]);
    assert!(said.contains("held: 2") && said.contains("removed from 0 records."), "{said}");
    assert_eq!(hold(&custodian, &receipt, "lift", "").await.0, StatusCode::SEE_OTHER);
    assert!(house.command(&["retention", "--for-real"]).contains("removed from 2 records."));
    assert!(!anyone.track(&receipt).await.1.contains("We do so within 30 days."));
    assert!(!is_anywhere(&house), "not what came second either");
}

#[tokio::test]
async fn what_nobody_decides_about_in_quarantine_ends_with_its_class() {
    let (house, anyone, officer) = house().await;
    let links = "https://a.example/1 https://a.example/2 https://a.example/3";
    let spam = anyone.leave(&complaint(links)).await;
    let waits = async || officer.page("/desk/open").await.contains("Waiting in quarantine: 1").then_some(());
    until("it waits", waits).await;
    let (_, page) = asks(&anyone, &spam, "yes").await;
    assert!(page.contains("We still need it to answer you."), "{page}");
    age(&house, &spam, 12).await;
    assert!(house.command(&["retention", "--for-real"]).contains("removed from 0 records."));
    age(&house, &spam, 14).await;
    assert!(house.command(&["retention", "--for-real"]).contains("removed from 1 records."));
    assert!(!officer.page("/desk/quarantine").await.contains(&spam.reference));
    let told = chain(&house, "office").await;
    assert!(told.contains(&format!("operator/operator anonymise {}", bare(&spam))), "{told:?}");
}

#[tokio::test]
async fn an_officer_sees_on_the_page_of_a_case_that_it_is_held_and_only_who_holds_sees_why() {
    const TOLD: &str = "This is under a legal hold since";
    let (house, anyone, officer) = house().await;
    house.hire(DIRECTOR);
    let (custodian, director) = (house.sign_in(CUSTODIAN).await, house.sign_in(DIRECTOR).await);
    let held = officer.takes_on(&anyone, &complaint("It was late.")).await;
    let free = officer.takes_on(&anyone, &complaint("It was early.")).await;
    assert!(!officer.case(&held).await.contains(TOLD));
    assert_eq!(hold(&custodian, &held, "set", "Federal Court T-12-26").await.0, StatusCode::SEE_OTHER);
    let page = officer.case(&held).await;
    assert!(page.contains(TOLD) && !page.contains("T-12-26"), "{page}");
    let page = director.case(&held).await;
    assert!(page.contains(TOLD) && page.contains("Federal Court T-12-26") && page.contains("/holds?lang=en"), "{page}");
    assert!(!officer.case(&free).await.contains(TOLD));
    assert_eq!(hold(&custodian, &held, "lift", "").await.0, StatusCode::SEE_OTHER);
    assert!(!officer.case(&held).await.contains(TOLD), "it is lifted");
}
