//! `GET` and `POST /releases`.

use std::sync::Arc;

use warp::Filter;

use crate::house::House;
use crate::http::{Routes, answer, body, either, get, post, visit, with};

/// The custodian's routes.
#[must_use]
pub fn routes(house: &Arc<House>) -> Routes {
    let show = get("/releases")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, super::show(&house, &visit).await) });
    let release = post("/releases").and(with(house)).and(visit()).and(body::limited(body::FORM_LIMIT)).then(
        |house: Arc<House>, visit, sent| async move { answer(&visit, super::release(&house, &visit, sent).await) },
    );
    either(show.boxed(), release.boxed())
}
