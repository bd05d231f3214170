//! `GET /embed/v/{hash}/feedback.js`, `POST /embed/health/{service}`: what the loader and the pages that name it need.

use std::sync::Arc;

use ::http::StatusCode;
use warp::Filter;

use super::{Kind, Tally, store};
use crate::house::House;
use crate::http::{Failure, Reply, Routes, Visit, answer, assets, either, get_one, of_type, post_one, visit, with};
use crate::registry;

/// The routes of this part of the room.
#[must_use]
pub fn routes(house: &Arc<House>, tally: &Arc<Tally>) -> Routes {
    let loader = get_one("/embed/v/{hash}/feedback.js").and(with(house)).and(visit()).then(
        |hash: String, house: Arc<House>, visit| async move { answer(&visit, loader(&house, &visit, &hash).await) },
    );
    let report = post_one("/embed/health/{service}").and(with(house)).and(with(tally)).and(visit()).then(
        |service: String, house: Arc<House>, tally: Arc<Tally>, visit| async move {
            answer(&visit, report(&house, &tally, &service).await)
        },
    );
    either(loader.boxed(), report.boxed())
}

/// The loader of this hash, whether it is today's or one of an earlier version of the server.
async fn loader(house: &House, visit: &Visit, hash: &str) -> Result<Reply, Failure> {
    if let Some(reply) = assets::loader_of(visit, hash) {
        return Ok(reply);
    }
    let kept = store::loader(&house.db, hash).await.map_err(Failure::unavailable)?;
    kept.map(assets::kept_loader).ok_or(Failure::NotFound)
}

/// A loader says that a card failed. Nothing of the visit is read but the service's name; no answer is waited for.
async fn report(house: &House, tally: &Tally, service: &str) -> Result<Reply, Failure> {
    // Once a service has as many failures as count, a flood does not even reach the register.
    if !tally.is_full(service) {
        registry::find(&house.db, service).await.map_err(Failure::unavailable)?.ok_or(Failure::UnknownService)?;
        tally.note(service, Kind::Failed);
    }
    Ok(of_type(StatusCode::NO_CONTENT, "text/plain", Vec::new()))
}
