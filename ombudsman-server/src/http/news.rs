//! A stream that says, once, that there is something newer than what a page shows; and until then, that it is still there.

use std::convert::Infallible;
use std::future::ready;
use std::time::Duration;

use ::http::HeaderValue;
use futures::StreamExt;
use tokio::sync::oneshot;
use warp::Reply as _;
use warp::sse::{self, Event};

use super::Reply;

/// How often a quiet stream says that it is there: whatever stands between closes a line that is silent for long.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// A stream ends by itself before its connection does; the browser begins another.
const LONGEST: Duration = Duration::from_mins(4);

/// A stream that ends when `wait` does, and says before that there is news, if there is. Who stops listening stops the wait.
pub fn news(wait: impl Future<Output = bool> + Send + 'static) -> Reply {
    let (mut tell, told) = oneshot::channel();
    tokio::spawn(async move {
        let is_newer = tokio::select! {
            is_newer = wait => is_newer,
            () = tell.closed() => false,
            () = tokio::time::sleep(LONGEST) => false,
        };
        if is_newer {
            // Whoever stopped listening meanwhile need not know.
            let _ = tell.send(());
        }
    });
    // An event without data is none to a browser.
    let event = || Ok::<_, Infallible>(Event::default().event("news").data("1"));
    let events = futures::stream::once(told).filter_map(move |told| ready(told.ok().map(|()| event())));
    let mut reply = sse::reply(sse::keep_alive().interval(HEARTBEAT).stream(events)).into_response();
    reply.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
    reply
}
