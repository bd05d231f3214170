//! `/desk/referrals` and `/desk/referrals/{reference}`.

use std::sync::Arc;

use warp::Filter;

use crate::house::House;
use crate::http::{self, Routes, body, either, get, get_one, post_one, visit, with};

/// The routes of what programs' desks are asked.
pub(in crate::casework) fn routes(house: &Arc<House>) -> Routes {
    let list = get("/desk/referrals")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { http::answer(&visit, super::show(&house, &visit).await) });
    let one = get_one("/desk/referrals/{reference}").and(with(house)).and(visit()).then(
        |reference: String, house: Arc<House>, visit| async move {
            http::answer(&visit, super::one(&house, &visit, &reference).await)
        },
    );
    let answer = post_one("/desk/referrals/{reference}")
        .and(with(house))
        .and(visit())
        .and(body::limited(body::FORM_LIMIT))
        .then(|reference: String, house: Arc<House>, visit, sent| async move {
            http::answer(&visit, super::answer(&house, &visit, &reference, sent).await)
        });
    either(list.boxed(), either(one.boxed(), answer.boxed()))
}
