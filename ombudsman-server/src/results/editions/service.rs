//! Everything that an edition shows of one service: sentences and charts first, then every number by channel and language.

use ::http::StatusCode;
use askama::Template;

use super::account::Account;
use super::course::Course;
use super::drivers::account::Together;
use super::held::document;
use super::history::history;
use super::table::quarter_in_words;
use super::whole::Whole;
use super::{BadgeLines, Edition, Line, Tables, Whose, drivers, store};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::registry::Service;
use crate::results::standards::OfService;

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
    account: Account,
    course: Course,
    /// What answers tell together; editions of before do not.
    together: Option<Together>,
    items: Vec<String>,
    lines: Vec<Line>,
    /// How its standards were kept, if it is the newest that are read.
    standards: Option<OfService>,
    /// Its kind in addresses and in words, if it is the newest that are read, which are compared.
    kind: Option<(&'static str, String)>,
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
    /// How the service's standards were kept, if it is the newest that are read: they are no part of the edition.
    pub standards: Option<OfService>,
    /// The lines that show them on the service's own page, if it is the newest that are read.
    pub badge: Option<BadgeLines>,
}

/// The page; nothing where the edition does not name the service.
pub async fn of_service(house: &House, visit: &Visit, page: Page, of: ServiceOf<'_>) -> Result<Option<Reply>, Failure> {
    let ServiceOf { edition, service, is_public, newer, standards, badge } = of;
    let Some(document) = document(house, edition).await?.only(service) else { return Ok(None) };
    let Some(names) = document.services.get(service) else { return Ok(None) };
    let quarters = history(house, edition, Whose::Service(service)).await?;
    let part = drivers::read::document(house, edition).await?;
    let (words, whole) = (visit.words(), Whole::of(&document, service));
    // Only the page of the newest has the lines for the service's own.
    let kind = if badge.is_some() { document.kinds.get(service) } else { None };
    let page = ServicePage {
        page,
        edition: edition.clone(),
        is_public,
        quarter: quarter_in_words(edition.quarter, words),
        slug: service.to_owned(),
        name: names.name(visit.official).to_owned(),
        newer,
        account: Account::of(&whole, words),
        course: Course::of(&quarters, words),
        together: part.and_then(|part| Together::of(&part, service, &whole, words)),
        items: super::cube::ITEMS.iter().map(|item| words.text(&["item-", item.as_str()].concat())).collect(),
        lines: Tables::of_service(&document, service, words),
        standards,
        kind: kind.map(|kind| (kind.as_str(), kind.said(words))),
        badge,
    };
    html(StatusCode::OK, &page).map(Some)
}

/// What the newest edition shows of a service; nothing where there is none, or it does not name it.
pub async fn newest_of(house: &House, visit: &Visit, service: &Service) -> Result<Option<Reply>, Failure> {
    let public = store::public(&house.db, house.clock.millis()).await.map_err(Failure::unavailable)?;
    let Some(edition) = public.first() else { return Ok(None) };
    let standards = OfService::newest(house, visit, service).await?;
    let badge = Some(BadgeLines::of(house, service, visit.official));
    let of = ServiceOf { edition, service: &service.slug, is_public: true, newer: None, standards, badge };
    of_service(house, visit, Page::new(visit), of).await
}
