//! `GET` and `POST /desk/views`.

use std::sync::Arc;

use warp::Filter;

use crate::house::House;
use crate::http::{Routes, answer, body, either, get, post, visit, with};

/// The routes of kept views.
pub(in crate::casework) fn routes(house: &Arc<House>) -> Routes {
    let show = get("/desk/views")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, super::show(&house, &visit).await) });
    let change = post("/desk/views").and(with(house)).and(visit()).and(body::limited(body::FORM_LIMIT)).then(
        |house: Arc<House>, visit, sent| async move { answer(&visit, super::change(&house, &visit, sent).await) },
    );
    either(show.boxed(), change.boxed())
}
