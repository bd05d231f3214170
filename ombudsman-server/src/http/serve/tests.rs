//! How a connection ends: what was asked is answered.

use hyper::Response;
use hyper::service::service_fn;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::*;

const SOON: Duration = Duration::from_millis(100);

/// What the other side reads of a request whose answer comes only when the connection should take no more.
async fn asked(within: Duration, draining: watch::Receiver<bool>) -> String {
    let (mut here, there) = tokio::io::duplex(1_024);
    let begun = Arc::new(Notify::new());
    let told = Arc::clone(&begun);
    let service = service_fn(move |_: Request<Incoming>| {
        told.notify_one();
        async {
            tokio::time::sleep(SOON * 3).await;
            Ok::<_, Infallible>(Response::new("here".to_owned()))
        }
    });
    tokio::spawn(async move {
        let builder = Builder::new(TokioExecutor::new());
        let connection = builder.serve_connection(TokioIo::new(there), service).into_owned();
        attend(connection, &begun, within, draining).await;
    });
    here.write_all(b"GET / HTTP/1.1\r\nhost: a\r\n\r\n").await.expect("sent");
    let mut read = String::new();
    let ended = timeout(HEADERS_WITHIN / 2, here.read_to_string(&mut read)).await;
    ended.expect("the connection ends by itself").expect("a text");
    read
}

#[tokio::test]
async fn a_connection_whose_time_is_over_answers_what_was_asked_and_ends() {
    let (_drain, draining) = watch::channel(false);
    let read = asked(SOON, draining).await;
    assert!(read.starts_with("HTTP/1.1 200 OK") && read.ends_with("here"), "{read}");
}

#[tokio::test]
async fn a_server_that_stops_answers_what_was_asked_and_ends() {
    let (drain, draining) = watch::channel(false);
    let (read, ()) = tokio::join!(asked(CONNECTION_WITHIN, draining), async {
        tokio::time::sleep(SOON).await;
        drain.send_replace(true);
    });
    assert!(read.ends_with("here"), "{read}");
}
