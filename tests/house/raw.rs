//! Bytes over a socket, for what no well-behaved client would send.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// Sends these bytes and returns the first that come back; none if the other side closed.
pub async fn ask(mut stream: TcpStream, bytes: &[u8]) -> Vec<u8> {
    if stream.write_all(bytes).await.is_err() {
        return Vec::new();
    }
    first_bytes(&mut stream).await
}

/// The next bytes that come; none if the other side closed.
pub async fn first_bytes(stream: &mut TcpStream) -> Vec<u8> {
    let mut buffer = vec![0; 16 * 1024];
    let read = timeout(PATIENCE, stream.read(&mut buffer)).await.expect("an answer or an end within 20 s");
    buffer.truncate(read.unwrap_or(0));
    buffer
}
