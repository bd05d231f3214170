//! How the office serves: both versions of HTTP, and an end that finishes what was begun.

use reqwest::Version;
use serde_json::Value;
use tests::{Backend, House, Receipt, card, raw, until};
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

tests::wherever_they_are_kept!(a_card_that_is_on_its_way_when_the_office_is_told_to_stop_is_kept);

#[tokio::test]
async fn both_versions_of_http_are_answered() {
    let house = House::open(Backend::Embedded).await;
    let live = format!("{}/health/live", house.server);
    let answer = reqwest::get(&live).await.expect("an answer");
    assert_eq!((answer.version(), answer.status().as_u16()), (Version::HTTP_11, 200));
    let newer = reqwest::Client::builder().http2_prior_knowledge().build().expect("a client");
    let answer = newer.get(&live).send().await.expect("an answer");
    assert_eq!((answer.version(), answer.status().as_u16()), (Version::HTTP_2, 200));
    let answer = newer.post(format!("{}/api/v1/cards", house.server)).json(&card()).send().await.expect("an answer");
    assert_eq!((answer.version(), answer.status().as_u16()), (Version::HTTP_2, 202));
}

async fn a_card_that_is_on_its_way_when_the_office_is_told_to_stop_is_kept(backend: Backend) {
    let mut house = House::open(backend).await;
    let body = card().to_string();
    let (first, rest) = body.split_at(body.len() / 2);
    let mut stream = TcpStream::connect(house.server.trim_start_matches("http://")).await.expect("a connection");
    let head = format!(
        "POST /api/v1/cards HTTP/1.1\r\nHost: office\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n\
         Content-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await.expect("sent");
    // The office asks for the body: it is at work on this card.
    let go_on = raw::first_bytes(&mut stream).await;
    assert!(go_on.starts_with(b"HTTP/1.1 100"), "{}", String::from_utf8_lossy(&go_on));
    stream.write_all(first.as_bytes()).await.expect("sent");
    house.ask_to_stop();
    until("the office knows that it is to stop", async || house.log().contains("told to stop").then_some(())).await;
    stream.write_all(rest.as_bytes()).await.expect("sent");
    let answer = String::from_utf8(raw::first_bytes(&mut stream).await).expect("text");
    assert!(answer.starts_with("HTTP/1.1 202"), "{answer}");
    let (_, document) = answer.split_once("\r\n\r\n").expect("a body");
    let document: Value = serde_json::from_str(document).expect("a document");
    let status = house.stopped().await;
    assert!(status.success(), "{status}");
    house.start_all().await;
    house.public().recorded(&Receipt::of_document(&document)).await;
}
