//! `GET /results/editions`, `GET /results/editions/{quarter}`, `GET /data/{edition}/{file}`.

use std::sync::Arc;

use warp::Filter;

use super::{archive, data, one};
use crate::house::House;
use crate::http::{Routes, answer, either, get, get_one, get_two, visit, with};

/// The routes of editions.
pub(in crate::results) fn routes(house: &Arc<House>) -> Routes {
    let all = get("/results/editions")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, archive::show(&house, &visit).await) });
    let one = get_one("/results/editions/{quarter}").and(with(house)).and(visit()).then(
        |name: String, house: Arc<House>, visit| async move { answer(&visit, one::show(&house, &visit, &name).await) },
    );
    let file = get_two("/data/{edition}/{file}").and(with(house)).and(visit()).then(
        |edition: String, file: String, house: Arc<House>, visit| async move {
            answer(&visit, data::send(&house, &edition, &file).await)
        },
    );
    either(either(all.boxed(), one.boxed()), file.boxed())
}
