//! A web team closes a service's card and opens it again.

use feedback::Language;
use ombudsman_server::words::Words;
use reqwest::StatusCode;
use reqwest::header::{ACCEPT_LANGUAGE, CONTENT_TYPE};
use serde_json::Value;
use tests::{ADMIN, Backend, House, Public, card};

async fn problem(anyone: &Public, language: &str) -> Value {
    let request = anyone.post("/api/v1/cards").header(ACCEPT_LANGUAGE, language).json(&card());
    let answer = request.send().await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::CONFLICT);
    assert_eq!(answer.headers()[CONTENT_TYPE], "application/problem+json");
    answer.json().await.expect("a problem document")
}

#[tokio::test]
async fn a_closed_card_says_so_to_people_and_programs_and_opens_again() {
    let house = House::open(Backend::Embedded).await;
    let (anyone, admin) = (house.public(), house.sign_in(ADMIN).await);
    admin.set_service("passport", "closed").await;
    let closed = anyone.get("/card/passport?lang=en").send().await.expect("an answer");
    assert_eq!(closed.status(), StatusCode::CONFLICT);
    let page = closed.text().await.expect("a page");
    assert!(page.contains(&Words::of(Language::English).text("problem-service-closed-title")), "{page}");
    let (english, french) = (problem(&anyone, "en-CA").await, problem(&anyone, "fr-CA,fr;q=0.9").await);
    assert_eq!(english["errors"][0]["field"], "service");
    assert_ne!(english["detail"], french["detail"], "each in their language");
    let form = anyone.post("/card/passport").header("accept", "text/html").form(&[("intent", "compliment")]);
    assert_eq!(form.send().await.expect("an answer").status(), StatusCode::CONFLICT);
    anyone.page("/card/employment-insurance").await;

    admin.set_service("passport", "open").await;
    anyone.page("/card/passport").await;
    let receipt = anyone.leave(&card()).await;
    anyone.recorded(&receipt).await;
}
