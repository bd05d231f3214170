//! `/desk/incidents` and `/desk/incidents/{id}`.

use std::sync::Arc;

use warp::Filter;

use super::{act, one};
use crate::house::House;
use crate::http::{self, Routes, body, either, get, get_one, post, visit, with};

/// The routes of incidents.
pub(in crate::casework) fn routes(house: &Arc<House>) -> Routes {
    let list = get("/desk/incidents")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { http::answer(&visit, super::show(&house, &visit).await) });
    let act = post("/desk/incidents").and(with(house)).and(visit()).and(body::limited(body::FORM_LIMIT)).then(
        |house: Arc<House>, visit, sent| async move { http::answer(&visit, act::act(&house, &visit, sent).await) },
    );
    let one = get_one("/desk/incidents/{id}").and(with(house)).and(visit()).then(
        |id: String, house: Arc<House>, visit| async move { http::answer(&visit, one::show(&house, &visit, &id).await) },
    );
    either(either(list.boxed(), act.boxed()), one.boxed())
}
