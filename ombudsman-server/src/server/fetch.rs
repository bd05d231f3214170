//! `GET /metrics`, on an address of its own: it is for the operator, never for the public.

use std::sync::Arc;
use std::time::Duration;

use ::http::StatusCode;
use tokio::sync::watch;
use tokio::time::timeout;
use warp::Filter;

use crate::db::DbError;
use crate::house::House;
use crate::http::{Failure, Listener, Routes, ServeError, answer, get, of_type, visit};
use crate::mail;
use crate::metrics::{MEDIA_TYPE, Outgoing, Queued};
use crate::queue::{Queue, QueueError};

/// How long the queue may take to say how it is.
const QUEUE_WITHIN: Duration = Duration::from_secs(2);

/// Answers on the address of the settings until it is told to stop; nothing where there is none.
pub(super) async fn listen(
    house: &Arc<House>,
    queue: &Arc<dyn Queue>,
    mut stopped: watch::Receiver<bool>,
) -> Result<(), ServeError> {
    let Some(address) = house.config.metrics_listen() else { return Ok(()) };
    let listener = Listener::bind(address, "metrics_address").await?;
    let routes = routes(house, queue);
    tracing::info!(%address, "what is counted can be fetched");
    tokio::spawn(async move {
        // The sender going away is an end as well.
        listener.serve(routes, None, async move { stopped.wait_for(|stop| *stop).await.map(drop) }).await
    });
    Ok(())
}

fn routes(house: &Arc<House>, queue: &Arc<dyn Queue>) -> Routes {
    let (house, queue) = (Arc::clone(house), Arc::clone(queue));
    let fetch = get("/metrics").and(visit()).then(move |visit| {
        let (house, queue) = (Arc::clone(&house), Arc::clone(&queue));
        async move {
            let queued = timeout(QUEUE_WITHIN, queued(&house, queue.as_ref())).await;
            let outgoing = outgoing(&house).await.ok();
            let text = house.metrics.text(queued.ok().and_then(Result::ok), outgoing).map_err(Failure::internal);
            answer(&visit, text.map(|text| of_type(StatusCode::OK, MEDIA_TYPE, text.into_bytes())))
        }
    });
    let nothing = warp::any().and(visit()).map(|visit| Failure::NotFound.reply(&visit));
    fetch.or(nothing).unify().boxed()
}

async fn queued(house: &House, queue: &dyn Queue) -> Result<Queued, QueueError> {
    let (depth, since) = (queue.depth().await?, queue.waits_since().await?);
    let waited = since.map_or(0, |since| house.clock.millis() - since);
    let oldest = Duration::from_millis(u64::try_from(waited).unwrap_or(0));
    Ok(Queued { waiting: depth.waiting, set_aside: depth.set_aside, oldest })
}

async fn outgoing(house: &House) -> Result<Outgoing, DbError> {
    let waiting = mail::waiting(&house.db).await?;
    let waited = waiting.since.map_or(0, |since| house.clock.millis() - since);
    let oldest = Duration::from_millis(u64::try_from(waited).unwrap_or(0));
    Ok(Outgoing { waiting: u32::try_from(waiting.letters).unwrap_or(u32::MAX), oldest })
}
