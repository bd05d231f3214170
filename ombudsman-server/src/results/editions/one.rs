//! `GET /results/editions/{quarter}`: the newest edition of a quarter, or the one that is named in full; with `service`,
//! everything about one service.

use ::http::StatusCode;
use askama::Template;

use super::archive::published;
use super::held::document;
use super::table::quarter_in_words;
use super::{BadgeLines, Edition, Line, Quarter, Tables, store};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::registry::Service;

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

#[derive(Template)]
#[template(path = "results/edition_service.html")]
struct ServicePage {
    page: Page,
    edition: Edition,
    is_public: bool,
    quarter: String,
    slug: String,
    name: String,
    /// The newer one that corrects the edition.
    newer: Option<String>,
    items: Vec<String>,
    lines: Vec<Line>,
    /// The lines that show its newest results on the service's own page.
    badge: Option<BadgeLines>,
}

/// A service in an edition, and where a reader found it.
pub struct ServiceOf<'a> {
    /// The edition.
    pub edition: &'a Edition,
    /// The service's name in addresses.
    pub service: &'a str,
    /// Whether it is read by anyone, and not by who approves it.
    pub is_public: bool,
    /// The newer edition that corrects it.
    pub newer: Option<String>,
    /// The lines that show them on the service's own page, if it is the newest that are read.
    pub badge: Option<BadgeLines>,
}

/// `GET /results/editions/{quarter}`.
pub(super) async fn show(house: &House, visit: &Visit, name: &str) -> Result<Reply, Failure> {
    let public = store::public(&house.db, house.clock.millis()).await.map_err(Failure::unavailable)?;
    let quarter = name.parse::<Quarter>().ok();
    let found = public.iter().find(|edition| edition.id == name || Some(edition.quarter) == quarter);
    let edition = found.ok_or(Failure::NotFound)?.clone();
    let newest = public.iter().find(|other| other.quarter == edition.quarter);
    let newer = newest.filter(|newest| newest.number > edition.number).map(|newest| newest.id.clone());
    if let Some(service) = visit.asked("service") {
        let of = ServiceOf { edition: &edition, service, is_public: true, newer, badge: None };
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

/// Everything that an edition shows of a service; nothing where it does not name it.
pub async fn of_service(house: &House, visit: &Visit, page: Page, of: ServiceOf<'_>) -> Result<Option<Reply>, Failure> {
    let ServiceOf { edition, service, is_public, newer, badge } = of;
    let document = document(house, edition).await?;
    let Some(names) = document.services.get(service) else { return Ok(None) };
    let words = visit.words();
    let page = ServicePage {
        page,
        edition: edition.clone(),
        is_public,
        quarter: quarter_in_words(edition.quarter, words),
        slug: service.to_owned(),
        name: names.name(visit.official).to_owned(),
        newer,
        items: super::cube::ITEMS.iter().map(|item| words.text(&["item-", item.as_str()].concat())).collect(),
        lines: Tables::of_service(&document, service, words),
        badge,
    };
    html(StatusCode::OK, &page).map(Some)
}

/// What the newest edition shows of a service; nothing where there is none, or it does not name it.
pub async fn newest_of(house: &House, visit: &Visit, service: &Service) -> Result<Option<Reply>, Failure> {
    let public = store::public(&house.db, house.clock.millis()).await.map_err(Failure::unavailable)?;
    let Some(edition) = public.first() else { return Ok(None) };
    let badge = Some(BadgeLines::of(house, service, visit.official));
    let of = ServiceOf { edition, service: &service.slug, is_public: true, newer: None, badge };
    of_service(house, visit, Page::new(visit), of).await
}
