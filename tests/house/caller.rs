//! A connection on which one request follows another, opened again when it breaks: as thin as a client can be, so that
//! what is measured is the server.

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::Request;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::header::{CONTENT_TYPE, HOST};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// The connection, open or not.
pub(crate) struct Caller {
    address: String,
    open: Option<SendRequest<Full<Bytes>>>,
}

impl Caller {
    /// Somebody who calls this address (`127.0.0.1:1`), opened when it is first used.
    pub(crate) fn to(address: &str) -> Self {
        Self { address: address.to_owned(), open: None }
    }

    /// Closes the connection.
    pub(crate) fn hang_up(&mut self) {
        self.open = None;
    }

    /// Posts a JSON body; the answer's status and body, or `None` if no whole answer came.
    pub(crate) async fn post(&mut self, path: &str, body: &str) -> Option<(u16, Bytes)> {
        let mut open = match self.open.take() {
            Some(open) => open,
            None => self.dial().await?,
        };
        open.ready().await.ok()?;
        let request = Request::post(path)
            .header(HOST, self.address.as_str())
            .header(CONTENT_TYPE, "application/json")
            .body(Full::from(body.to_owned()));
        let answer = open.send_request(request.expect("a request")).await.ok()?;
        let status = answer.status().as_u16();
        let body = answer.into_body().collect().await.ok()?.to_bytes();
        self.open = Some(open);
        Some((status, body))
    }

    async fn dial(&self) -> Option<SendRequest<Full<Bytes>>> {
        let stream = TcpStream::connect(&self.address).await.ok()?;
        stream.set_nodelay(true).ok()?;
        let (open, connection) = handshake(TokioIo::new(stream)).await.ok()?;
        tokio::spawn(connection);
        Some(open)
    }
}
