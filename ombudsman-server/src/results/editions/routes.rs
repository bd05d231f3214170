//! `GET /results/editions`, `/results/editions.atom`, `/results/editions/{quarter}`, `/data/dcat.jsonld`, `/data/{edition}/{file}`,
//! `/results/{organisation}/{service}/badge.svg`.

use std::sync::Arc;

use warp::Filter;

use super::{archive, data, one, open};
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
    let feed = get("/results/editions.atom")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, open::feed(&house, &visit).await) });
    let catalogue = get("/data/dcat.jsonld")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, open::catalogue(&house).await) });
    let badge = get_two("/results/{organisation}/{service}/badge.svg").and(with(house)).and(visit()).then(
        |organisation: String, service: String, house: Arc<House>, visit| async move {
            answer(&visit, open::badge(&house, &visit, (&organisation, &service)).await)
        },
    );
    let pages = either(all.boxed(), one.boxed());
    let for_programs = either(either(feed.boxed(), catalogue.boxed()), either(file.boxed(), badge.boxed()));
    either(pages, for_programs)
}
