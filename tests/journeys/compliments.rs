//! A compliment goes to the team that it is about, and may lead to a nomination that names nobody who did not agree.

use reqwest::StatusCode;
use serde_json::json;
use tests::reading::hidden;
use tests::{ADMIN, Backend, CONTACT, Desk, House, OFFICER, Receipt, card_id};

/// Gives the passport a program's desk; its contact.
pub async fn program(house: &House) -> Desk {
    house.hire(CONTACT);
    house.sign_in(ADMIN).await.open_program_desk().await;
    assert!(house.command(&["staff", "desks", "--name", CONTACT.name, "--desk", "help"]).contains("only: help"));
    house.sign_in(CONTACT).await
}

async fn act(desk: &Desk, receipt: &Receipt, fields: &[(&str, &str)]) -> StatusCode {
    let token = hidden(&desk.page("/account").await, "form_token");
    let named = [("form_token", token.as_str()), ("reference", receipt.reference.as_str())];
    let form: Vec<(&str, &str)> = named.into_iter().chain(fields.iter().copied()).collect();
    desk.post("/desk/compliments?lang=en").form(&form).send().await.expect("an answer").status()
}

#[tokio::test]
async fn a_compliment_goes_to_the_team_and_to_a_nomination() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, officer, contact) = (house.public(), house.sign_in(OFFICER).await, program(&house).await);
    let card = json!({ "id": card_id(), "service": "passport", "intent": "compliment", "language": "en",
        "comment": "The clerk found my file at once. Write me at a.person@example.org." });
    let receipt = anyone.leave(&card).await;
    anyone.recorded(&receipt).await;
    assert!(officer.page("/desk/compliments").await.contains("found my file at once"));
    assert!(!contact.page("/desk/compliments").await.contains("found my file"), "nobody passed it on yet");
    let nominated = [("do", "nominate"), ("unit", "Counter 4")];
    assert_eq!(act(&officer, &receipt, &nominated).await, StatusCode::CONFLICT, "first it is passed on");
    assert_eq!(act(&contact, &receipt, &[("do", "pass")]).await, StatusCode::FORBIDDEN);
    assert_eq!(act(&officer, &receipt, &[("do", "pass")]).await, StatusCode::SEE_OTHER);
    assert_eq!(act(&officer, &receipt, &[("do", "pass")]).await, StatusCode::CONFLICT, "once");

    let theirs = contact.page("/desk/compliments").await;
    assert!(theirs.contains("found my file at once") && !theirs.contains("a.person@"), "the masked text: {theirs}");
    let told = anyone.track(&receipt).await.1;
    assert!(told.contains("We passed your compliment on") && told.contains("Canadian Passport"), "{told}");

    let unasked = [("do", "nominate"), ("unit", "Counter 4"), ("employee", "The clerk")];
    assert_eq!(act(&officer, &receipt, &unasked).await, StatusCode::UNPROCESSABLE_ENTITY, "did the clerk agree?");
    let agreed: Vec<_> = unasked.into_iter().chain([("agreed_on", "2026-01-15")]).collect();
    assert_eq!(act(&officer, &receipt, &agreed).await, StatusCode::SEE_OTHER);
    assert_eq!(act(&officer, &receipt, &nominated).await, StatusCode::CONFLICT, "once");
    let page = officer.page("/desk/compliments").await;
    assert!(page.contains("officer nominated Counter 4 on") && page.contains("The clerk agreed on"), "{page}");
    let told = anyone.track(&receipt).await.1;
    assert!(!told.contains("Counter 4") && !told.contains("The clerk"), "the person reads of no nomination: {told}");
}

#[tokio::test]
async fn compliments_that_say_nothing_are_counted_and_not_listed() {
    let house = House::open(Backend::Embedded).await;
    let receipt = house.public().leave(&tests::card()).await;
    house.public().recorded(&receipt).await;
    let page = house.sign_in(OFFICER).await.page("/desk/compliments").await;
    assert!(page.contains("There is nothing here.") && !page.contains(&receipt.reference), "{page}");
    assert_eq!(act(&house.sign_in(OFFICER).await, &receipt, &[("do", "pass")]).await, StatusCode::NOT_FOUND);
}
