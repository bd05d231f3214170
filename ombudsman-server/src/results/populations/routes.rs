//! `GET /results/populations`, `GET /results/populations/{survey}`, `GET /data/populations/{survey}/{file}`.

use std::sync::Arc;

use warp::Filter;

use super::{data, list, page};
use crate::house::House;
use crate::http::{Routes, answer, either, get, get_one, get_two, visit, with};

/// The routes of this room.
pub(in crate::results) fn routes(house: &Arc<House>) -> Routes {
    let all = get("/results/populations")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, list::show(&house, &visit).await) });
    let one = get_one("/results/populations/{survey}").and(with(house)).and(visit()).then(
        |name: String, house: Arc<House>, visit| async move { answer(&visit, page::one(&house, &visit, &name).await) },
    );
    let file = get_two("/data/populations/{survey}/{file}").and(with(house)).and(visit()).then(
        |survey: String, file: String, house: Arc<House>, visit| async move {
            answer(&visit, data::send(&house, &visit, &survey, &file).await)
        },
    );
    either(all.boxed(), either(one.boxed(), file.boxed()))
}
