//! `GET /desk/events`: the stream that tells a page of what is newer.

use std::sync::Arc;

use warp::Filter;

use super::Ears;
use crate::house::House;
use crate::http::{Routes, Visit, answer, get, visit, with};

/// The route of what is newer.
pub(in crate::casework) fn routes(house: &Arc<House>, ears: &Arc<Ears>) -> Routes {
    get("/desk/events")
        .and(with(house))
        .and(with(ears))
        .and(visit())
        .then(|house: Arc<House>, ears: Arc<Ears>, visit: Visit| async move {
            answer(&visit, super::events(house, visit.clone(), &ears).await)
        })
        .boxed()
}
