//! Bodies that never end, headers without measure: they are answered or cut, and whoever has a card to leave is served.

use std::time::Duration;

use tests::{Backend, House, card, raw};
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::time::{interval, timeout};

/// The server answers within 30 s.
const ANSWERED_WITHIN: Duration = Duration::from_secs(36);

/// Sends the beginning, and then a byte at a time for as long as the server listens; what it said in the end.
async fn dribble(address: &str, beginning: String) -> String {
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    stream.write_all(beginning.as_bytes()).await.expect("sent");
    let (mut from, mut to) = stream.into_split();
    let drops = async {
        let mut beat = interval(Duration::from_millis(500));
        loop {
            beat.tick().await;
            if to.write_all(b"1\r\n \r\n").await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    };
    let mut said = vec![0; 16 * 1024];
    let answer = async { tokio::io::AsyncReadExt::read(&mut from, &mut said).await.unwrap_or(0) };
    let read = tokio::select! {
        read = timeout(ANSWERED_WITHIN, answer) => read.expect("an answer within 36 s"),
        () = drops => 0,
    };
    String::from_utf8_lossy(&said[..read]).into_owned()
}

#[tokio::test]
async fn a_body_that_never_ends_is_answered_with_a_sentence_in_the_senders_language() {
    let house = House::open(Backend::Embedded).await;
    let address = house.server.trim_start_matches("http://");
    let post = |headers: &str| {
        format!("POST /api/v1/cards HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n{headers}\r\n")
    };
    let (english, french, large) = tokio::join!(
        dribble(address, post("Transfer-Encoding: chunked\r\n")),
        dribble(address, post("Transfer-Encoding: chunked\r\nAccept: text/html\r\nAccept-Language: fr-CA\r\n")),
        dribble(address, post("Content-Length: 20000\r\n") + &" ".repeat(16_500)),
    );
    assert!(english.starts_with("HTTP/1.1 503"), "{english}");
    assert!(english.contains("application/problem+json") && english.contains("send it again"), "{english}");
    assert!(french.starts_with("HTTP/1.1 503"), "{french}");
    assert!(french.contains("<h1>Cela a pris trop de temps</h1>"), "{french}");
    assert!(large.starts_with("HTTP/1.1 413"), "{large}");
    assert!(house.public().page("/health/live").await.contains("live"));
}

#[tokio::test]
async fn a_request_with_a_megabyte_of_headers_is_refused_or_cut() {
    let house = House::open(Backend::Embedded).await;
    let address = house.server.trim_start_matches("http://");
    let stream = TcpStream::connect(address).await.expect("a connection");
    let request = format!("GET /results HTTP/1.1\r\nHost: a\r\nX-Large: {}\r\n\r\n", "a".repeat(1 << 20));
    let said = String::from_utf8_lossy(&raw::ask(stream, request.as_bytes()).await).into_owned();
    assert!(said.is_empty() || said.starts_with("HTTP/1.1 431"), "{said}");
    house.public().leave(&card()).await;
}
