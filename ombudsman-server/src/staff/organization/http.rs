//! How the provider is asked: HTTP/1.1, encrypted by certificates that this machine trusts; no answer leads anywhere else.

use std::io;
use std::time::Duration;

use bytes::Bytes;
use futures::future::BoxFuture;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};

/// How long the provider may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// No answer is longer.
const MOST: usize = 1024 * 1024;

/// What asks the provider.
pub(super) struct Http(Client<HttpsConnector<HttpConnector>, Full<Bytes>>);

/// There was no answer.
#[derive(Debug, thiserror::Error)]
#[error("the provider gave no answer that can be read")]
pub(super) struct NoAnswer;

impl Http {
    /// With the certificates that this machine trusts.
    pub fn new() -> io::Result<Self> {
        // The settings refuse a provider whose address is not encrypted, but on this machine.
        let connector = HttpsConnectorBuilder::new().with_native_roots()?.https_or_http().enable_http1().build();
        Ok(Self(Client::builder(TokioExecutor::new()).build(connector)))
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = NoAnswer;
    type Future = BoxFuture<'c, Result<HttpResponse, NoAnswer>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        let asked = self.0.request(request.map(|body| Full::new(Bytes::from(body))));
        Box::pin(async move {
            let whole = async {
                let (head, body) = asked.await.map_err(|_| NoAnswer)?.into_parts();
                let body = Limited::new(body, MOST).collect().await.map_err(|_| NoAnswer)?;
                Ok(HttpResponse::from_parts(head, body.to_bytes().to_vec()))
            };
            tokio::time::timeout(PATIENCE, whole).await.map_err(|_| NoAnswer)?
        })
    }
}
