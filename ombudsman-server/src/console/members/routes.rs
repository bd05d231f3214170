//! `GET` and `POST /console/staff`, `/console/staff/{member}`.

use std::sync::Arc;

use warp::Filter;

use super::one;
use crate::house::House;
use crate::http::{Routes, answer, body, either, get, post, visit, with};

/// The routes of the staff.
#[must_use]
pub fn routes(house: &Arc<House>) -> Routes {
    let list = warp::path!("console" / "staff")
        .and(get())
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, super::list(&house, &visit).await) });
    let add = warp::path!("console" / "staff")
        .and(post())
        .and(with(house))
        .and(visit())
        .and(body::limited(body::FORM_LIMIT))
        .then(|house: Arc<House>, visit, sent| async move { answer(&visit, super::add(&house, &visit, sent).await) });
    let show =
        warp::path!("console" / "staff" / String).and(get()).and(with(house)).and(visit()).then(
            |handle: String, house: Arc<House>, visit| async move {
                answer(&visit, one::show(&house, &visit, &handle).await)
            },
        );
    let change = warp::path!("console" / "staff" / String)
        .and(post())
        .and(with(house))
        .and(visit())
        .and(body::limited(body::FORM_LIMIT))
        .then(|handle: String, house: Arc<House>, visit, sent| async move {
            answer(&visit, one::change(&house, &visit, &handle, sent).await)
        });
    either(either(list.boxed(), add.boxed()), either(show.boxed(), change.boxed()))
}
