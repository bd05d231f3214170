//! Connections that never say anything whole: each holds a place, so each is cut.

use std::time::Duration;

use tests::{Backend, House, raw};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout};

/// The server waits ten seconds for a request's headers.
const CUT_WITHIN: Duration = Duration::from_secs(14);

/// Sends the beginning and never more; how long the server kept the connection.
async fn kept_open(address: &str, beginning: &'static [u8]) -> Duration {
    let start = Instant::now();
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    tokio::io::AsyncWriteExt::write_all(&mut stream, beginning).await.expect("sent");
    let told = String::from_utf8_lossy(beginning).into_owned();
    let wait = async { while !raw::first_bytes(&mut stream).await.is_empty() {} };
    timeout(CUT_WITHIN, wait).await.unwrap_or_else(|_| panic!("still open after {CUT_WITHIN:?}: {told:?}"));
    start.elapsed()
}

#[tokio::test]
async fn a_connection_that_never_says_a_whole_request_is_cut() {
    let house = House::open(Backend::Embedded).await;
    let address = house.server.trim_start_matches("http://");
    let cut = tokio::join!(
        kept_open(address, b"GET /results HTTP/1.1\r\nHost: a\r\nX-Slow: "),
        kept_open(address, b""),
        kept_open(address, b"PRI * HTTP/2.0\r\n"),
    );
    assert!(cut.0 > Duration::from_secs(5), "a slow but honest line has time: {:?}", cut.0);
    assert!(house.public().page("/health/live").await.contains("live"));
}
