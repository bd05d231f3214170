//! The accept loop: what lies between a socket and the routes. Limits on time and connections are here, because the
//! router's own server has none.

mod crowd;

use std::any::Any;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use ::http::{HeaderName, HeaderValue, Method, Request, StatusCode, header};
use feedback::Language;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulConnection;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::timeout;
use tower::util::MapRequest;
use tower::{Service, ServiceBuilder, ServiceExt};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::set_header::SetResponseHeaderLayer;

use self::crowd::{Crowd, Held};
use super::visit::Asked;
use super::{Failure, Peer, Proxies, Reply, Routes, of_type};
use crate::house::House;
use crate::metrics::Route;
use crate::words::Words;

/// Request headers must be complete within this time.
const HEADERS_WITHIN: Duration = Duration::from_secs(10);
/// The headers of a request have at most so many bytes. What a connection may hold in memory, all connections together may.
const HEADERS_MOST: usize = 32 * 1024;
/// Requests under way at once on one HTTP/2 connection: a card is six files.
const STREAMS: u32 = 8;
/// A request must be answered within this time.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);
/// A connection takes requests for this long, however busy or idle: nobody holds a place for ever. Browsers open another.
const CONNECTION_WITHIN: Duration = Duration::from_mins(5);
/// What was asked by then is answered, and read, within this time.
const LAST_WITHIN: Duration = Duration::from_secs(40);
/// How often the other side of a quiet HTTP/2 connection is asked whether it is still there, and how soon it says so.
const ASKED_EVERY: Duration = Duration::from_secs(20);
const THERE_WITHIN: Duration = Duration::from_secs(10);
/// Work under way when the server stops has this long to end.
const DRAIN_WITHIN: Duration = Duration::from_secs(10);
/// Connections served at once; more wait to be accepted.
const CONNECTIONS: u32 = 12_000;
/// So many may be of one network. A library or an office behind one address never has a tenth of them.
const OF_ONE_NETWORK: u32 = CONNECTIONS / 2;

/// The server cannot listen.
#[derive(Debug, thiserror::Error)]
#[error(
    "The server cannot listen on {address}: {source}. Is another program using it? Set `{setting}` to a free address."
)]
pub struct ServeError {
    setting: &'static str,
    address: SocketAddr,
    source: std::io::Error,
}

/// A bound address that does not yet answer.
pub struct Listener(TcpListener);

impl Listener {
    /// Binds the address that stands in this setting.
    pub async fn bind(address: SocketAddr, setting: &'static str) -> Result<Self, ServeError> {
        TcpListener::bind(address).await.map(Self).map_err(|source| ServeError { setting, address, source })
    }

    /// Serves these routes until `stop` ends, then lets what is under way end. Hands back what `stop` ended with. What is
    /// answered is counted in this house, if there is one.
    pub async fn serve<T>(self, routes: Routes, counted: Option<Arc<House>>, stop: impl Future<Output = T>) -> T {
        let routes = warp::service(routes);
        let proxies = counted.as_ref().and_then(|house| Proxies::parse(&house.config.trusted_proxies));
        let crowd = Crowd::new(OF_ONE_NETWORK, proxies.unwrap_or_default());
        let (answers, connections) = (counted.clone(), counted);
        let service = ServiceBuilder::new()
            .layer(fixed_header(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
            // Not `no-referrer`: with it browsers send our own forms with the origin "null".
            .layer(fixed_header(header::REFERRER_POLICY, "same-origin"))
            .layer(CompressionLayer::new())
            .map_request(head_as_get)
            .layer(CatchPanicLayer::custom(broken))
            .service(tower::service_fn(move |request| in_time(routes.clone(), answers.clone(), request)));
        let mut builder = Builder::new(TokioExecutor::new());
        builder.http1().timer(TokioTimer::new()).header_read_timeout(HEADERS_WITHIN).max_buf_size(HEADERS_MOST);
        let mut http2 = builder.http2();
        http2.timer(TokioTimer::new()).max_concurrent_streams(STREAMS);
        http2.keep_alive_interval(ASKED_EVERY).keep_alive_timeout(THERE_WITHIN);
        let room = Arc::new(Semaphore::new(CONNECTIONS as usize));
        let (drain, draining) = watch::channel(false);
        let mut stop = std::pin::pin!(stop);
        let ended = loop {
            let (stream, peer, place) = tokio::select! {
                ended = &mut stop => break ended,
                accepted = self.accept(&room, &crowd) => match accepted {
                    Some(accepted) => accepted,
                    None => continue,
                },
            };
            let begun = Arc::new(Notify::new());
            let told = Arc::clone(&begun);
            let service = MapRequest::new(service.clone(), move |mut request: Request<Incoming>| {
                told.notify_one();
                request.extensions_mut().insert(peer);
                request
            });
            let service = TowerToHyperService::new(service);
            let connection = builder.serve_connection(TokioIo::new(stream), service).into_owned();
            let (open, draining) = (Open::of(connections.clone()), draining.clone());
            tokio::spawn(async move {
                attend(connection, &begun, CONNECTION_WITHIN, draining).await;
                drop((place, open));
            });
        };
        drop(self);
        drain.send_replace(true);
        // Every place is free again once every connection has ended.
        if timeout(DRAIN_WITHIN, room.acquire_many(CONNECTIONS)).await.is_err() {
            tracing::warn!("some requests were still under way after {} s and were cut", DRAIN_WITHIN.as_secs());
        }
        ended
    }

    async fn accept(
        &self,
        room: &Arc<Semaphore>,
        crowd: &Arc<Crowd>,
    ) -> Option<(TcpStream, Peer, (Held, OwnedSemaphorePermit))> {
        let place = Arc::clone(room).acquire_owned().await.ok()?;
        match self.0.accept().await {
            Ok((stream, from)) => {
                let peer = Peer::at(from);
                // Whose network holds its share is hung up on: that costs less than to say so.
                Some((stream, peer, (crowd.enter(peer)?, place)))
            }
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                // Out of file handles: wait for some to be given back instead of spinning.
                tokio::time::sleep(Duration::from_millis(50)).await;
                None
            }
        }
    }
}

/// The routes' answer, or the sentence that it did not come in time.
async fn in_time<R, B>(routes: R, counted: Option<Arc<House>>, request: Request<B>) -> Result<Reply, Infallible>
where
    R: Service<Request<B>, Response = Reply, Error = Infallible>,
{
    let asked = Asked::of(&request);
    let answer =
        Answer { counted, route: Route::of(request.method().as_str(), request.uri().path()), begun: Instant::now() };
    let answered = timeout(ANSWER_WITHIN, routes.oneshot(request)).await;
    let reply = answered.unwrap_or_else(|_| Ok(Failure::TookTooLong.reply(&asked.visit())))?;
    answer.count(&reply);
    Ok(reply)
}

/// An answer that is being made, and where it is counted.
struct Answer {
    counted: Option<Arc<House>>,
    route: Route,
    begun: Instant,
}

impl Answer {
    fn count(&self, reply: &Reply) {
        let Some(House { metrics, .. }) = self.counted.as_deref() else { return };
        metrics.answered(self.route, reply.status().as_u16());
        if reply.extensions().get::<CardTaken>().is_some() {
            metrics.took(self.begun.elapsed());
        }
    }
}

impl Drop for Answer {
    fn drop(&mut self) {
        // Where a handler breaks, the answer is made outside.
        if let Some(house) = self.counted.as_deref().filter(|_| std::thread::panicking()) {
            house.metrics.answered(self.route, StatusCode::INTERNAL_SERVER_ERROR.as_u16());
        }
    }
}

/// Says of an answer that it is the receipt for a card.
#[derive(Clone)]
pub struct CardTaken;

/// A connection that is counted while it is open.
struct Open(Option<Arc<House>>);

impl Open {
    fn of(house: Option<Arc<House>>) -> Self {
        if let Some(house) = &house {
            house.metrics.connections.inc();
        }
        Self(house)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        if let Some(house) = &self.0 {
            house.metrics.connections.dec();
        }
    }
}

/// What is said when a handler panicked. Nothing of the visit is left to tell the language, so it is said in all.
fn broken(_: Box<dyn Any + Send>) -> Reply {
    let sentences = Language::ALL.iter().map(|language| {
        let words = Words::of(*language);
        [words.text("problem-internal-title"), words.text("problem-internal-detail")].join("\n")
    });
    let text = sentences.collect::<Vec<_>>().join("\n\n");
    of_type(StatusCode::INTERNAL_SERVER_ERROR, "text/plain; charset=utf-8", text.into_bytes())
}

/// A HEAD is answered as its GET would be; the connection leaves the body out.
fn head_as_get<B>(mut request: Request<B>) -> Request<B> {
    if request.method() == Method::HEAD {
        *request.method_mut() = Method::GET;
    }
    request
}

/// Serves a connection to its end, or gives it up when no request came in time. The builder's own limit begins only once
/// the first bytes have told the protocol; a connection that never tells would hold its place for ever. One that has had
/// its time, or is open when the server stops, takes no request more, and what was asked is still answered.
async fn attend(
    connection: impl GracefulConnection,
    begun: &Notify,
    within: Duration,
    mut draining: watch::Receiver<bool>,
) {
    let mut connection = std::pin::pin!(connection);
    // A connection that breaks is the other side's business.
    tokio::select! {
        _ = &mut connection => return,
        in_time = timeout(HEADERS_WITHIN, begun.notified()) => if in_time.is_err() { return },
        _ = draining.wait_for(|drains| *drains) => {}
    }
    tokio::select! {
        _ = &mut connection => return,
        _ = timeout(within, draining.wait_for(|drains| *drains)) => {}
    }
    connection.as_mut().graceful_shutdown();
    let _ = timeout(LAST_WITHIN, connection).await;
}

fn fixed_header(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
}

#[cfg(test)]
mod tests;
