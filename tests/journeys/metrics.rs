//! What is counted can be fetched on an address of its own, moves with what happens, and says nothing about anybody.

use reqwest::StatusCode;
use serde_json::json;
use tests::{Backend, House, card, until};

tests::wherever_they_are_kept!(
    what_waits_is_told_with_its_age_while_no_worker_is_there_and_is_gone_once_one_was,
    what_is_counted_says_nothing_that_anybody_wrote_and_nothing_of_where_it_came_from,
);

/// What is told under this name.
async fn told(metrics: &str, name: &str) -> f64 {
    let text = reqwest::get(metrics).await.expect("an answer").text().await.expect("text");
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("{name} is not told in {text}")).parse().expect("a number")
}

async fn what_waits_is_told_with_its_age_while_no_worker_is_there_and_is_gone_once_one_was(backend: Backend) {
    let mut house = House::prepare(backend, 60).await;
    let metrics = house.count();
    house.start_server("intake,desk").await;
    assert!(told(&metrics, "ombudsman_queue_waiting").await.abs() < 0.5);
    assert!(told(&metrics, "ombudsman_queue_oldest_age_seconds").await.abs() < 0.001);
    let anyone = house.public();
    for _ in 0..3 {
        anyone.leave(&card()).await;
    }
    assert!((told(&metrics, "ombudsman_queue_waiting").await - 3.0).abs() < 0.5);
    assert!((told(&metrics, "ombudsman_cards_accepted_total").await - 3.0).abs() < 0.5);
    assert!((told(&metrics, "ombudsman_card_accept_duration_seconds_count").await - 3.0).abs() < 0.5);
    let age = told(&metrics, "ombudsman_queue_oldest_age_seconds").await;
    until("what waits grows older", async || {
        (told(&metrics, "ombudsman_queue_oldest_age_seconds").await >= age + 0.5).then_some(())
    })
    .await;
    let worker = house.start_beside("worker").await;
    until("nothing waits once a worker was there", async || {
        let waiting = told(&metrics, "ombudsman_queue_waiting").await;
        let age = told(&metrics, "ombudsman_queue_oldest_age_seconds").await;
        (waiting < 0.5 && age < 0.001).then_some(())
    })
    .await;
    drop(worker);
}

async fn what_is_counted_says_nothing_that_anybody_wrote_and_nothing_of_where_it_came_from(backend: Backend) {
    const COMMENT: &str = "zanzibar";
    const ADDRESS: &str = "quixotic@example.ca";
    let mut house = House::prepare(backend, 60).await;
    let metrics = house.count();
    house.set("network_burst", "1");
    house.set("network_hourly", "1");
    house.start_all().await;
    let anyone = house.public();
    let mut written = card();
    written["comment"] = json!(format!("The {COMMENT} was late."));
    written["reply"] = json!({ "wanted": true, "email": ADDRESS });
    written["consents"] = json!(["contact"]);
    let receipt = anyone.leave(&written).await;
    let mut wrong = card();
    wrong["service"] = json!("no-such-service-as-this");
    for (card, status) in [
        (card(), StatusCode::TOO_MANY_REQUESTS),
        (wrong, StatusCode::NOT_FOUND),
        (json!({}), StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        let answer = anyone.send(&card).await;
        assert_eq!(answer.status(), status);
    }
    anyone.recorded(&receipt).await;
    until("it is counted that the card was recorded", async || {
        (told(&metrics, "ombudsman_cards_recorded_total").await > 0.5).then_some(())
    })
    .await;
    let text = reqwest::get(&metrics).await.expect("an answer").text().await.expect("text");
    for (name, value) in [
        ("ombudsman_cards_refused_total{reason=\"asked\"}", 1.0),
        ("ombudsman_cards_refused_total{reason=\"unknown-service\"}", 1.0),
        ("ombudsman_cards_refused_total{reason=\"card\"}", 1.0),
        ("ombudsman_limits_exceeded_total{limit=\"network\"}", 1.0),
        ("ombudsman_http_answers_total{route=\"POST /api/v1/cards\",class=\"4xx\"}", 3.0),
        ("ombudsman_http_answers_total{route=\"POST /api/v1/cards\",class=\"2xx\"}", 1.0),
        ("ombudsman_card_tries_failed_total", 0.0),
        ("ombudsman_queue_up", 1.0),
    ] {
        assert!((told(&metrics, name).await - value).abs() < 0.5, "{name} in {text}");
    }
    assert!(told(&metrics, "process_start_time_seconds").await > 1.6e9);
    assert!(told(&metrics, "ombudsman_http_connections").await > 0.5);
    let id = written["id"].as_str().expect("an id").to_owned();
    let markers = [COMMENT, ADDRESS, "quixotic", "127.0.0", "passport", "no-such-service", &id, &receipt.reference];
    for marker in markers.into_iter().chain([receipt.access_code.as_str()]) {
        assert!(!text.contains(marker), "{marker} in {text}");
    }
    // The public has no such address, and this one has nothing else.
    let public = anyone.get("/metrics").send().await.expect("an answer");
    assert_eq!(public.status(), StatusCode::NOT_FOUND);
    let other = reqwest::get(metrics.replace("/metrics", "/results")).await.expect("an answer");
    assert_eq!(other.status(), StatusCode::NOT_FOUND);
}
