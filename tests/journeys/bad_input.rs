//! Whatever is sent to the doors: a refusal that says what to change, in the caller's language, keeps nothing, and
//! repeats nothing of what a person wrote, neither in the answer nor in the log.

use feedback::Language;
use ombudsman_server::queue::Depth;
use ombudsman_server::words::Words;
use reqwest::RequestBuilder;
use reqwest::header::{ACCEPT_LANGUAGE, CONTENT_TYPE};
use serde_json::{Value, json};
use tests::{Backend, House, Public, card, raw};

use crate::kept::depth;

/// A word that no answer and no log may hold.
const CANARY: &str = "canarylikenoother";
const DOOR: &str = "/api/v1/cards";

/// Something bad, and what must be said of it.
struct Bad {
    name: &'static str,
    request: RequestBuilder,
    status: u16,
    code: &'static str,
    /// The fields named, in order.
    fields: &'static [&'static str],
}

/// A good card but for these members; its comment holds the canary.
fn card_with(members: Value) -> Value {
    let mut card = card();
    card["comment"] = json!(format!("My neighbour is called {CANARY}."));
    let (Value::Object(card), Value::Object(members)) = (&mut card, members) else { unreachable!("both are objects") };
    card.extend(members);
    Value::Object(card.clone())
}

/// Cards of the right form and size that say something wrong.
fn wrong_cards(anyone: &Public) -> Vec<Bad> {
    let canary = CANARY;
    let wrong = |name, members: Value, fields| {
        let request = anyone.post(DOOR).json(&card_with(members));
        Bad { name, request, status: 422, code: "card", fields }
    };
    vec![
        wrong("an unknown field", json!({ "favourite": canary }), &["favourite"]),
        wrong("an unknown field in a known one", json!({ "drivers": { "weather": canary } }), &["drivers.weather"]),
        wrong("a rating of 6", json!({ "overall": 6 }), &["overall"]),
        wrong("a rating in words", json!({ "overall": canary }), &["overall"]),
        wrong("a comment of 4,001 characters", json!({ "comment": "é".repeat(4_001) }), &["comment"]),
        wrong("an id that is no UUID", json!({ "id": canary }), &["id"]),
        wrong("a path as service", json!({ "service": format!("../{canary}") }), &["service"]),
        wrong("a script as service", json!({ "service": format!("<script>{canary}") }), &["service"]),
        wrong("an address without consent", json!({ "reply": { "email": format!("{canary}@a.ca") } }), &["consents"]),
        wrong(
            "several faults at once",
            json!({ "intent": canary, "language": "de", "page": format!("javascript:{canary}") }),
            &["intent", "language", "page"],
        ),
    ]
}

/// Requests that are wrong before a card can be read from them.
fn wrong_requests(anyone: &Public) -> Vec<Bad> {
    let bad = |name, request, status, code| Bad { name, request, status, code, fields: &[] };
    let of_type = |kind: &str, body: String| anyone.post(DOOR).header(CONTENT_TYPE, kind).body(body);
    let json = "application/json";
    let large = format!("{{\"comment\":\"{CANARY}{}\"}}", "x".repeat(17 * 1024));
    let unknown = |request| Bad { fields: &["service"], ..bad("", request, 404, "unknown-service") };
    vec![
        bad("malformed JSON", of_type(json, format!("{{\"comment\":\"{CANARY}")), 400, "malformed"),
        bad("JSON that is no object", of_type(json, format!("[\"{CANARY}\"]")), 400, "malformed"),
        bad("JSON nested too deep", of_type(json, "[".repeat(10_000)), 400, "malformed"),
        bad("no body", of_type(json, String::new()), 400, "malformed"),
        bad("17 KiB", of_type(json, large.clone()), 413, "too-large"),
        bad("a wrong type", of_type("text/plain", card().to_string()), 415, "wrong-type"),
        bad("JSON to the form", anyone.post("/card/passport").json(&card()), 415, "wrong-type"),
        bad("a wrong method", anyone.ask("DELETE", DOOR), 405, "method-not-allowed"),
        bad("no such path", anyone.ask("GET", &format!("/{CANARY}")), 404, "not-found"),
        bad("a path of bytes", anyone.ask("GET", "/%FF%00"), 404, "not-found"),
        Bad { name: "an unknown service", ..unknown(anyone.post(DOOR).json(&card_with(json!({ "service": CANARY })))) },
        Bad { name: "a path in the address", ..unknown(anyone.ask("GET", &format!("/card/..%2F..%2F{CANARY}"))) },
        Bad { name: "a script in the address", ..unknown(anyone.ask("GET", &format!("/card/%3Cscript%3E{CANARY}"))) },
    ]
}

async fn is_refused(bad: Bad, language: Language) {
    let name = bad.name;
    let words = Words::of(language);
    let answer = bad.request.header(ACCEPT_LANGUAGE, language.as_str()).send().await.expect("an answer");
    let (status, headers) = (answer.status().as_u16(), format!("{:?}", answer.headers()));
    let kind = answer.headers()[CONTENT_TYPE].clone();
    let text = answer.text().await.expect("text");
    assert_eq!((status, kind.to_str().expect("text")), (bad.status, "application/problem+json"), "{name}: {text}");
    assert!(!text.contains(CANARY) && !headers.contains(CANARY), "{name}: what was sent comes back: {text}");
    let problem: Value = serde_json::from_str(&text).expect("a problem document");
    assert_eq!(problem["code"], bad.code, "{name}");
    assert_eq!(problem["status"], bad.status, "{name}");
    assert_eq!(problem["detail"], words.text(&format!("problem-{}-detail", bad.code)).as_str(), "{name}");
    assert_eq!(problem["title"], words.text(&format!("problem-{}-title", bad.code)).as_str(), "{name}");
    let errors = problem["errors"].as_array().expect("a list of errors");
    let fields: Vec<&str> = errors.iter().filter_map(|error| error["field"].as_str()).collect();
    assert_eq!(fields, bad.fields, "{name}");
    for error in errors {
        let sentence = error["detail"].as_str().unwrap_or_default();
        assert!(sentence.ends_with('.') && sentence.contains(' '), "{name}: a sentence for each field: {sentence}");
    }
}

/// 17 KiB in pieces whose sum is announced nowhere.
async fn is_refused_in_pieces(address: &str) {
    let stream = tokio::net::TcpStream::connect(address).await.expect("a connection");
    let head = format!(
        "POST {DOOR} HTTP/1.1\r\nHost: office\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    );
    let piece = format!("400\r\n{}\r\n", " ".repeat(1024));
    let answer = raw::ask(stream, format!("{head}{}", piece.repeat(17)).as_bytes()).await;
    let answer = String::from_utf8_lossy(&answer);
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    assert!(answer.to_lowercase().contains("content-type: application/problem+json"), "{answer}");
}

#[tokio::test]
async fn bad_input_is_refused_in_words_keeps_nothing_and_is_repeated_nowhere() {
    let mut house = House::prepare(Backend::Embedded, 60).await;
    house.log_much();
    // Nobody takes cards up, so whatever was kept is still in the queue at the end.
    house.start_server("intake").await;
    let anyone = house.public();
    for language in [Language::English, Language::French] {
        for bad in wrong_cards(&anyone).into_iter().chain(wrong_requests(&anyone)) {
            is_refused(bad, language).await;
        }
    }
    is_refused_in_pieces(house.server.trim_start_matches("http://")).await;
    anyone.leave(&card_with(json!({}))).await;
    assert!(house.stop().await.success());
    let log = house.log();
    assert!(!log.contains(CANARY), "the log holds what a person wrote: {log}");
    assert_eq!(depth(&house).await, Depth { waiting: 1, set_aside: 0 }, "only the good card was kept");
}

#[tokio::test]
async fn a_comment_of_exactly_the_limit_is_taken() {
    let house = House::open(Backend::Embedded).await;
    let anyone = house.public();
    let receipt = anyone.leave(&card_with(json!({ "comment": "é".repeat(4_000) }))).await;
    anyone.recorded(&receipt).await;
}
