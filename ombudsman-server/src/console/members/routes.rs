//! `GET` and `POST /console/staff`, `/console/staff/{member}`.

use std::sync::Arc;

use warp::Filter;

use super::one;
use crate::house::House;
use crate::http::{Routes, answer, body, either, get, get_one, post, post_one, visit, with};

/// The routes of the staff.
#[must_use]
pub fn routes(house: &Arc<House>) -> Routes {
    let list = get("/console/staff")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, super::list(&house, &visit).await) });
    let add =
        post("/console/staff").and(with(house)).and(visit()).and(body::limited(body::FORM_LIMIT)).then(
            |house: Arc<House>, visit, sent| async move { answer(&visit, super::add(&house, &visit, sent).await) },
        );
    let show =
        get_one("/console/staff/{member}").and(with(house)).and(visit()).then(
            |handle: String, house: Arc<House>, visit| async move {
                answer(&visit, one::show(&house, &visit, &handle).await)
            },
        );
    let change =
        post_one("/console/staff/{member}").and(with(house)).and(visit()).and(body::limited(body::FORM_LIMIT)).then(
            |handle: String, house: Arc<House>, visit, sent| async move {
                answer(&visit, one::change(&house, &visit, &handle, sent).await)
            },
        );
    either(either(list.boxed(), add.boxed()), either(show.boxed(), change.boxed()))
}
