//! On paper: the poster leads to the card, and a sheet that was filled in by hand is one card, under the codes that its
//! stub has.

use reqwest::StatusCode;
use reqwest::header::ACCEPT;
use serde_json::{Value, json};
use tests::reading::{between, hidden};
use tests::{Backend, House, Public, Receipt, card};

/// What stands on a printed sheet: its code, and what the person tears off.
async fn sheet(anyone: &Public) -> (String, Receipt) {
    let page = anyone.page("/card/passport/paper").await;
    let codes: Vec<&str> = page.split("<code>").skip(1).filter_map(|rest| rest.split("</code>").next()).collect();
    let [sheet, reference, access_code, other @ ..] = codes.as_slice() else { panic!("codes of a sheet: {codes:?}") };
    assert_eq!(other, [*sheet, *reference, *access_code], "both sides are of one sheet");
    (sheet.to_string(), Receipt { reference: reference.to_string(), access_code: access_code.to_string() })
}

/// Keys a sheet in as an officer does; the status and what the form's door says.
async fn key_in(anyone: &Public, sheet: &str, more: &[(&str, &str)]) -> (StatusCode, Value) {
    let id = hidden(&anyone.page("/card/passport?channel=paper").await, "id");
    let form = [("id", id.as_str()), ("language", "en"), ("channel", "paper"), ("sheet", sheet), ("overall", "4")];
    let form: Vec<(&str, &str)> = form.into_iter().chain(more.iter().copied()).collect();
    let answer = anyone.post("/card/passport").header(ACCEPT, "application/json").form(&form).send().await;
    let answer = answer.expect("an answer");
    (answer.status(), answer.json().await.expect("a document"))
}

#[tokio::test]
async fn a_sheet_keyed_in_twice_is_one_card_under_the_codes_of_its_stub() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    for _ in 0..9 {
        anyone.leave(&card()).await;
    }
    let (sheet, stub) = sheet(&anyone).await;
    assert!(anyone.track(&stub).await.1.contains("being sorted"), "the stub has a code that fits its reference");
    for typed in [sheet.clone(), sheet.to_lowercase().replace('-', "")] {
        let (status, document) = key_in(&anyone, &typed, &[("intent", "compliment")]).await;
        assert_eq!(status, StatusCode::ACCEPTED, "{document}");
        assert_eq!(document["reference"], json!(stub.reference));
        assert_eq!(document["access_code"], "", "only the person has it");
    }
    anyone.recorded(&stub).await;
    let last = anyone.leave(&card()).await;
    anyone.recorded(&last).await;
    tests::until("nine, the sheet and the last are counted", async || {
        (house.passport_answers().await == 11).then_some(())
    })
    .await;
}

#[tokio::test]
async fn each_print_is_another_sheet() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let ((first, one), (second, other)) = (sheet(&anyone).await, sheet(&anyone).await);
    assert!(first != second && one.reference != other.reference);
}

#[tokio::test]
async fn a_wrong_code_is_said_at_its_field_together_with_what_else_is_wrong() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let (sheet, stub) = sheet(&anyone).await;
    let (status, problem) = key_in(&anyone, &stub.reference, &[]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields: Vec<&str> =
        problem["errors"].as_array().expect("faults").iter().filter_map(|e| e["field"].as_str()).collect();
    assert_eq!(fields, ["sheet", "intent"]);
    let said = problem["errors"][0]["detail"].as_str().expect("a sentence");
    assert!(said.contains("not the code of a sheet"), "{said}");
    let (status, problem) = key_in(&anyone, &sheet, &[("intent", "compliment"), ("sheet", &sheet)]).await;
    assert_eq!((status, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("sheet")));
}

#[tokio::test]
async fn the_poster_and_the_sheet_are_in_both_languages_and_only_for_services_that_take_cards() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    for page in ["poster", "paper"] {
        let text = anyone.page(&format!("/card/passport/{page}?lang=fr")).await;
        assert!(text.contains("Passeport canadien") && text.contains("Canadian Passport"), "{text}");
        assert!(text.contains("<svg"), "a code to point a camera at: {text}");
        let unknown = anyone.get(&format!("/card/nowhere/{page}")).send().await.expect("an answer");
        assert_eq!(unknown.status(), StatusCode::NOT_FOUND);
    }
    let poster = anyone.page("/card/passport/poster?lang=fr").await;
    let address = between(&poster, "class=\"address\">", "<").expect("an address");
    assert_eq!(address, format!("{}/card/passport", house.server), "what people type is what is there");
    assert!(poster.find("Passeport canadien") < poster.find("Canadian Passport"), "the page's language comes first");
}
