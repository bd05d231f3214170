//! `GET /results/editions/{quarter}`: the newest edition of a quarter, or the one that is named in full; with `service`, the page
//! of one service, and with `part=complaints` how complaints were handled.

use ::http::StatusCode;
use askama::Template;

use super::archive::published;
use super::held::document;
use super::service::{ServiceOf, of_service};
use super::table::quarter_in_words;
use super::{Edition, Quarter, Tables, store};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::results::complaints;

#[derive(Template)]
#[template(path = "results/edition.html")]
struct EditionPage {
    page: Page,
    edition: Edition,
    quarter: String,
    published: String,
    reason: Option<String>,
    /// The newer one that corrects it.
    newer: Option<String>,
    signature: String,
    tables: Vec<Tables>,
}

/// `GET /results/editions/{quarter}`.
pub(super) async fn show(house: &House, visit: &Visit, name: &str) -> Result<Reply, Failure> {
    let public = store::public(&house.db, house.clock.millis()).await.map_err(Failure::unavailable)?;
    let quarter = name.parse::<Quarter>().ok();
    let found = public.iter().find(|edition| edition.id == name || Some(edition.quarter) == quarter);
    let edition = found.ok_or(Failure::NotFound)?.clone();
    let newest = public.iter().find(|other| other.quarter == edition.quarter);
    let newer = newest.filter(|newest| newest.number > edition.number).map(|newest| newest.id.clone());
    if visit.asked("part") == Some("complaints") {
        let of = complaints::page::Of { edition: &edition, is_public: true, newer };
        return complaints::page::of_edition(house, visit, Page::new(visit), of).await;
    }
    if let Some(service) = visit.asked("service") {
        let of = ServiceOf { edition: &edition, service, is_public: true, newer, standards: None, badge: None };
        return of_service(house, visit, Page::new(visit), of).await?.ok_or(Failure::NotFound);
    }
    let document = document(house, &edition).await?;
    let (words, page) = (visit.words(), Page::new(visit));
    let quarter = quarter_in_words(edition.quarter, words);
    let tables = Tables::of(&document, visit.official, words);
    let (published, reason) = (published(&edition, words), edition.reason_in(visit.official));
    let signature = edition.approved.as_ref().map_or_else(String::new, |(_, _, signature)| signature.clone());
    html(StatusCode::OK, &EditionPage { page, edition, quarter, published, reason, newer, signature, tables })
}
