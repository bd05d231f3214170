//! A network that sends very many cards is asked for a little work or a little patience, and its neighbours are not.

use altcha::{Challenge, Payload, SolveChallengeOptions, solve_challenge};
use base64::Engine;
use ombudsman_server::queue::Depth;
use reqwest::header::{ACCEPT, HeaderValue, RETRY_AFTER};
use reqwest::{Response, StatusCode};
use serde_json::Value;
use tests::reading::{between, hidden};
use tests::{Backend, House, Receipt, card, card_id, until};

use crate::kept::depth;

tests::wherever_they_are_kept!(
    a_network_of_very_many_cards_is_asked_for_a_computation_that_counts_once,
    past_a_second_limit_cards_are_turned_away,
);

const ALL: &str = "intake,worker,desk,results";

/// A house that takes one card of each network before it asks.
async fn house_of_one_card(backend: Backend, more: &[(&str, &str)]) -> House {
    let mut house = House::prepare(backend, 60).await;
    for (key, value) in [("network_hourly", "1"), ("network_burst", "1"), ("trusted_proxies", "[\"127.0.0.1\"]")] {
        house.set(key, value);
    }
    for (key, value) in more {
        house.set(key, value);
    }
    house.start_server(ALL).await;
    house
}

async fn sent(house: &House, from: &str, card: &Value, proof: Option<&str>) -> Response {
    let request = house.public().post("/api/v1/cards").header("x-forwarded-for", from).json(card);
    let request = proof.into_iter().fold(request, |request, proof| request.header("proof", proof));
    request.send().await.expect("an answer")
}

async fn asked(answer: Response) -> Value {
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
    assert!(answer.headers().contains_key(RETRY_AFTER));
    answer.json().await.expect("a problem document")
}

fn solved(problem: &Value) -> String {
    let challenge: Challenge = serde_json::from_value(problem["challenge"].clone()).expect("a challenge");
    let solution = solve_challenge(SolveChallengeOptions::new(&challenge)).expect("an answer").expect("in time");
    let payload = serde_json::to_vec(&Payload { challenge, solution }).expect("JSON");
    base64::engine::general_purpose::STANDARD.encode(payload)
}

async fn a_network_of_very_many_cards_is_asked_for_a_computation_that_counts_once(backend: Backend) {
    let mut house = house_of_one_card(backend, &[]).await;
    house.stop().await;
    house.log_much();
    house.start_server(ALL).await;
    assert_eq!(sent(&house, "192.0.2.9", &card(), None).await.status(), StatusCode::ACCEPTED);
    let problem = asked(sent(&house, "192.0.2.77", &card(), None).await).await;
    assert_eq!(problem["code"], "asked", "{problem}");
    assert_eq!(sent(&house, "198.51.100.7", &card(), None).await.status(), StatusCode::ACCEPTED, "another network");

    let (one, proof) = (card(), solved(&problem));
    assert_eq!(sent(&house, "192.0.2.9", &one, Some(&proof)).await.status(), StatusCode::ACCEPTED);
    let again = asked(sent(&house, "192.0.2.9", &card(), Some(&proof)).await).await;
    assert_ne!(again["challenge"], problem["challenge"], "a proof that was used is asked for anew");
    asked(sent(&house, "192.0.2.9", &card(), Some("bm8=")).await).await;

    let early = problem["wait"]["proof"].as_str().expect("a wait");
    let still = asked(sent(&house, "192.0.2.9", &card(), Some(early)).await).await;
    assert_eq!(still["wait"]["proof"], early, "a wait that has begun goes on");
    let done = Depth { waiting: 0, set_aside: 0 };
    until("what was let in is recorded", async || (depth(&house).await == done).then_some(())).await;
    assert!(house.stop().await.success());
    for network in ["192.0.2", "198.51.100", "network:"] {
        assert!(!house.log().contains(network), "the log names a network");
    }
}

async fn past_a_second_limit_cards_are_turned_away(backend: Backend) {
    let house = house_of_one_card(backend, &[("network_checked_hourly", "1")]).await;
    let from = "2001:db8:0:1234::1";
    assert_eq!(sent(&house, from, &card(), None).await.status(), StatusCode::ACCEPTED);
    let problem = asked(sent(&house, from, &card(), None).await).await;
    assert_eq!(sent(&house, from, &card(), Some(&solved(&problem))).await.status(), StatusCode::ACCEPTED);
    // Nobody computes in vain: what is over is said before a proof is asked for, and whatever proof comes.
    for proof in [None, Some("bm8=")] {
        let problem = asked(sent(&house, from, &card(), proof).await).await;
        assert_eq!((&problem["code"], &problem["challenge"]), (&"too-many".into(), &Value::Null), "{problem}");
    }
    assert_eq!(sent(&house, "192.0.2.9", &card(), None).await.status(), StatusCode::ACCEPTED, "others are not");
}

#[tokio::test]
async fn a_redis_that_was_away_counts_again_and_remembers() {
    let mut house = house_of_one_card(Backend::Redis, &[]).await;
    assert_eq!(sent(&house, "192.0.2.9", &card(), None).await.status(), StatusCode::ACCEPTED);
    house.redis().crash_and_return().await;
    until("Redis counts the limits again", async || {
        sent(&house, "198.51.100.7", &card(), None).await;
        house.log().contains("Redis counts the limits again").then_some(())
    })
    .await;
    asked(sent(&house, "192.0.2.9", &card(), None).await).await;
}

#[tokio::test]
async fn without_script_the_form_comes_back_filled_in_and_goes_through_after_the_wait() {
    let house = house_of_one_card(Backend::Embedded, &[("wait_seconds", "1")]).await;
    assert_eq!(sent(&house, "192.0.2.9", &card(), None).await.status(), StatusCode::ACCEPTED);
    let (id, words) = (card_id(), "Two people helped me, & both were kind.");
    let send = async |proof: &str| {
        let form = [("id", id.as_str()), ("language", "en"), ("intent", "compliment"), ("comment", words)];
        let form: Vec<_> = form.into_iter().chain([("proof", proof)]).collect();
        let request = house.public().post("/card/passport?lang=en").header(ACCEPT, "text/html");
        let answer = request.header("x-forwarded-for", "192.0.2.9").form(&form).send().await.expect("an answer");
        (answer.status(), answer.headers().get(RETRY_AFTER).cloned(), answer.text().await.expect("a page"))
    };
    let (status, wait, page) = send("").await;
    assert_eq!(
        (status, wait.as_ref().map(HeaderValue::as_bytes)),
        (StatusCode::TOO_MANY_REQUESTS, Some(b"1".as_slice()))
    );
    let said = between(&page, "id=\"card-delay\"", "</div>").expect("why it came back");
    assert!(said.contains("Wait 1 seconds, then press Send."), "{said}");
    let text = between(&page, "<textarea", "</textarea>").expect("the comment's field");
    assert!(text.contains("&amp; both were kind."), "what was written is in it: {text}");
    assert_eq!(hidden(&page, "id"), id, "it is the same card");
    let proof = hidden(&page, "proof");
    let receipt = until("the wait is over", async || {
        let (status, _, page) = send(&proof).await;
        assert!(status == StatusCode::OK || hidden(&page, "proof") == proof, "{page}");
        (status == StatusCode::OK).then(|| Receipt::of_page(&page))
    })
    .await;
    house.public().recorded(&receipt).await;
    assert_eq!(send(&proof).await.0, StatusCode::TOO_MANY_REQUESTS, "a wait counts once");
}

#[tokio::test]
async fn a_service_that_gets_very_many_cards_asks_everybody_and_another_asks_nobody() {
    let more = [("network_hourly", "0"), ("service_per_minute", "1")];
    let house = house_of_one_card(Backend::Embedded, &more).await;
    assert_eq!(sent(&house, "192.0.2.9", &card(), None).await.status(), StatusCode::ACCEPTED);
    let problem = asked(sent(&house, "198.51.100.7", &card(), None).await).await;
    assert_eq!(sent(&house, "198.51.100.7", &card(), Some(&solved(&problem))).await.status(), StatusCode::ACCEPTED);
    let mut other = card();
    other["service"] = "employment-insurance".into();
    assert_eq!(sent(&house, "198.51.100.7", &other, None).await.status(), StatusCode::ACCEPTED);
}

#[tokio::test]
async fn while_too_many_cards_wait_none_is_taken_and_afterwards_they_are_again() {
    let mut house = House::prepare(Backend::Embedded, 60).await;
    house.set("queue_most", "1");
    house.start_server("intake").await;
    let answer = until("the office turns cards away", async || {
        let answer = house.public().send(&card()).await;
        (answer.status() != StatusCode::ACCEPTED).then_some(answer)
    })
    .await;
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.headers().get(RETRY_AFTER).map(HeaderValue::as_bytes), Some(b"5".as_slice()));
    let form =
        [("id", card_id()), ("language", "en".into()), ("intent", "compliment".into()), ("comment", "Kind.".into())];
    let request = house.public().post("/card/passport?lang=en").header(ACCEPT, "text/html").form(&form);
    let page = request.send().await.expect("an answer").text().await.expect("a page");
    assert!(page.contains("Kind.</textarea>"), "without script the card comes back: {page}");
    assert!(house.stop().await.success());
    house.start_all().await;
    let last = until("cards are taken again", async || {
        let answer = house.public().send(&card()).await;
        (answer.status() == StatusCode::ACCEPTED).then_some(answer)
    })
    .await;
    let receipt = Receipt::of_document(&last.json().await.expect("a document"));
    house.public().recorded(&receipt).await;
}
