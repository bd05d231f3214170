//! `GET` and `POST /desk/compliments`.

use std::sync::Arc;

use warp::Filter;

use crate::house::House;
use crate::http::{Routes, answer, body, either, get, post, visit, with};

/// The routes of compliments.
pub(in crate::casework) fn routes(house: &Arc<House>) -> Routes {
    let show = warp::path!("desk" / "compliments")
        .and(get())
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, super::show(&house, &visit).await) });
    let act = warp::path!("desk" / "compliments")
        .and(post())
        .and(with(house))
        .and(visit())
        .and(body::limited(body::FORM_LIMIT))
        .then(
            |house: Arc<House>, visit, sent| async move { answer(&visit, super::act::act(&house, &visit, sent).await) },
        );
    either(show.boxed(), act.boxed())
}
