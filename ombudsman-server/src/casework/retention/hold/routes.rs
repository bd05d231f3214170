//! `GET` and `POST /holds`.

use std::sync::Arc;

use warp::Filter;

use crate::house::House;
use crate::http::{Routes, answer, body, either, get, post, visit, with};

/// The routes of holds.
#[must_use]
pub fn routes(house: &Arc<House>) -> Routes {
    let show = get("/holds")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, super::show(&house, &visit).await) });
    let decide = post("/holds").and(with(house)).and(visit()).and(body::limited(body::FORM_LIMIT)).then(
        |house: Arc<House>, visit, sent| async move { answer(&visit, super::decide(&house, &visit, sent).await) },
    );
    either(show.boxed(), decide.boxed())
}
