//! `GET /results/editions`, `GET /results/editions/{quarter}`, `GET /data/{edition}/{file}`.

use std::sync::Arc;

use warp::Filter;

use super::{archive, data, one};
use crate::house::House;
use crate::http::{Routes, answer, either, get, visit, with};

/// The routes of editions.
pub(in crate::results) fn routes(house: &Arc<House>) -> Routes {
    let all = warp::path!("results" / "editions")
        .and(get())
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, archive::show(&house, &visit).await) });
    let one = warp::path!("results" / "editions" / String).and(get()).and(with(house)).and(visit()).then(
        |name: String, house: Arc<House>, visit| async move { answer(&visit, one::show(&house, &visit, &name).await) },
    );
    let file = warp::path!("data" / String / String).and(get()).and(with(house)).and(visit()).then(
        |edition: String, file: String, house: Arc<House>, visit| async move {
            answer(&visit, data::send(&house, &edition, &file).await)
        },
    );
    either(either(all.boxed(), one.boxed()), file.boxed())
}
