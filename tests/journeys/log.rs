//! What the log says of cards: enough to follow one, and nothing that a person said or holds, by whichever door it came and
//! whatever became of it.

use reqwest::StatusCode;
use reqwest::header::ACCEPT;
use serde_json::{Value, json};
use tests::reading::hidden;
use tests::{Backend, House, OFFICER, Receipt, card, complaint};

tests::wherever_they_are_kept!(the_log_follows_a_card_by_a_name_that_leads_to_nothing_that_a_person_said_or_holds);

async fn the_log_follows_a_card_by_a_name_that_leads_to_nothing_that_a_person_said_or_holds(backend: Backend) {
    let mut house = House::prepare(backend, 60).await;
    house.log_much();
    house.start_all().await;
    let anyone = house.public();
    let said = marked();
    let receipt = anyone.leave(&said).await;
    let (form_id, by_form) = send_form(&house).await;
    let receipts = [&receipt, &by_form];
    for receipt in receipts {
        anyone.recorded(receipt).await;
    }
    let refused = refuse(&house, &receipt).await;
    let officer = house.sign_in(OFFICER).await;
    officer.step(&receipt, "acknowledge", "").await;
    officer.opened(&receipt, "open-address").await;
    anyone.act(&receipt, "message", &[("words", "Marker-message")]).await;
    assert!(house.stop().await.success());

    let log = house.log();
    let line = |what: &str| log.lines().find(|line| line.contains(" card: ") && line.contains(what)).map(str::to_owned);
    let trace =
        |line: &str| line.split("trace=").nth(1).and_then(|rest| rest.split_whitespace().next().map(str::to_owned));
    let (accepted, worked) = (line("accepted").expect("it is accepted"), line("worked").expect("it is worked"));
    assert_eq!(trace(&accepted), trace(&worked), "one name for one card: {accepted} {worked}");
    assert!(worked.contains("is_masked=true") && worked.contains("recorded"), "{worked}");
    let ids = [&said, &refused].map(|card| card["id"].as_str().expect("an id"));
    let bare = receipts.map(|receipt| receipt.reference.replace('-', ""));
    let held = receipts.into_iter().flat_map(|receipt| [receipt.reference.as_str(), &receipt.access_code]);
    let markers = ["arker", "613-555-0123", "example.ca", "wrong-code", &form_id].into_iter();
    for marker in markers.chain(ids).chain(bare.iter().map(String::as_str)).chain(held) {
        assert!(!log.contains(marker), "the log holds {marker}");
    }
}

/// A card with a marker wherever a person may write.
fn marked() -> Value {
    let mut said = complaint("Marker-comment: my number is 613-555-0123.");
    said["page"] = json!("https://www.example.org/marker-page");
    said["put_right"] = json!("Marker-remedy");
    said["reply"] = json!({ "wanted": true, "email": "marker@example.ca" });
    said["consents"] = json!(["contact"]);
    said
}

/// Leaves a card by the form, as without script; its id and its receipt.
async fn send_form(house: &House) -> (String, Receipt) {
    let anyone = house.public();
    let id = hidden(&anyone.page("/card/passport?lang=en").await, "id");
    let form = [("id", id.as_str()), ("language", "en"), ("intent", "complaint"), ("comment", "Marker-form, by form")];
    let request = anyone.post("/card/passport?lang=en").header(ACCEPT, "text/html").form(&form);
    let answer = request.send().await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::OK);
    let receipt = Receipt::of_page(&answer.text().await.expect("a page"));
    (id, receipt)
}

/// Sends what is refused: a card of no service, one that is no JSON, and a wrong access code; the first card.
async fn refuse(house: &House, receipt: &Receipt) -> Value {
    let anyone = house.public();
    let mut stray = card();
    stray["service"] = json!("marker-service");
    stray["comment"] = json!("Marker-stray");
    assert_eq!(anyone.send(&stray).await.status(), StatusCode::NOT_FOUND);
    let broken =
        anyone.post("/api/v1/cards").header("content-type", "application/json").body("{\"comment\": \"Marker-broken");
    assert_eq!(broken.send().await.expect("an answer").status(), StatusCode::BAD_REQUEST);
    let stranger = Receipt { access_code: "wrong-code".to_owned(), ..receipt.clone() };
    assert_ne!(anyone.track(&stranger).await.0, StatusCode::OK);
    stray
}
