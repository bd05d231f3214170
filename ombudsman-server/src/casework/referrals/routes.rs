//! `/desk/referrals` and `/desk/referrals/{reference}`.

use std::sync::Arc;

use warp::Filter;

use crate::house::House;
use crate::http::{self, Routes, body, either, get, post, visit, with};

/// The routes of what programs' desks are asked.
pub(in crate::casework) fn routes(house: &Arc<House>) -> Routes {
    let list = warp::path!("desk" / "referrals")
        .and(get())
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { http::answer(&visit, super::show(&house, &visit).await) });
    let one = warp::path!("desk" / "referrals" / String).and(get()).and(with(house)).and(visit()).then(
        |reference: String, house: Arc<House>, visit| async move {
            http::answer(&visit, super::one(&house, &visit, &reference).await)
        },
    );
    let answer = warp::path!("desk" / "referrals" / String)
        .and(post())
        .and(with(house))
        .and(visit())
        .and(body::limited(body::FORM_LIMIT))
        .then(|reference: String, house: Arc<House>, visit, sent| async move {
            http::answer(&visit, super::answer(&house, &visit, &reference, sent).await)
        });
    either(list.boxed(), either(one.boxed(), answer.boxed()))
}
