//! `GET /results`, `GET /results/you-said`, `GET /results/{organisation}/{service}`; the editions are in `editions/routes.rs`.
//! No number is told but those of an edition: two looks at a number that changes with every card give away a card.

use std::sync::Arc;

use ::http::StatusCode;
use askama::Template;
use warp::Filter;

use super::editions::BadgeLines;
use super::{editions, you_said};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Routes, Visit, answer, either, get, get_two, html, visit, with};
use crate::registry::{self, Service};

#[derive(Template)]
#[template(path = "results/overview.html")]
struct OverviewPage {
    page: Page,
    /// The newest edition: its name, and what people call it.
    newest: Option<(String, String)>,
    services: Vec<Row>,
}

struct Row {
    service: Service,
    address: String,
}

#[derive(Template)]
#[template(path = "results/service.html")]
struct ServicePage {
    page: Page,
    service: Service,
    /// The lines that will show its results on the service's own page.
    badge: Option<BadgeLines>,
}

/// The routes of this room.
#[must_use]
pub fn routes(house: &Arc<House>) -> Routes {
    let all = get("/results")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, overview(&house, &visit).await) });
    let one = get_two("/results/{organisation}/{service}").and(with(house)).and(visit()).then(
        |organisation: String, service: String, house: Arc<House>, visit| async move {
            answer(&visit, one_service(&house, &visit, &organisation, &service).await)
        },
    );
    let said = get("/results/you-said")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, you_said::show(&house, &visit).await) });
    // The editions first: their addresses are also of the form of a service's.
    either(either(all.boxed(), editions::routes::routes(house)), either(said.boxed(), one.boxed()))
}

async fn overview(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let mut services = registry::all(&house.db).await.map_err(Failure::unavailable)?;
    let language = visit.language;
    services.sort_by(|a, b| {
        (a.organisation_name(language), a.name(language)).cmp(&(b.organisation_name(language), b.name(language)))
    });
    let page = Page::new(visit);
    let services = services.into_iter().map(|service| {
        let address = page.link(&format!("/results/{}/{}", service.organisation, service.slug));
        Row { service, address }
    });
    let services = services.collect();
    let newest = editions::newest(house, visit.words()).await?;
    html(StatusCode::OK, &OverviewPage { page, newest, services })
}

async fn one_service(house: &House, visit: &Visit, organisation: &str, slug: &str) -> Result<Reply, Failure> {
    let found = registry::find(&house.db, slug).await.map_err(Failure::unavailable)?;
    let service = found.filter(|service| service.organisation == organisation).ok_or(Failure::NotFound)?;
    if let Some(newest) = editions::newest_of(house, visit, &service).await? {
        return Ok(newest);
    }
    let badge = Some(BadgeLines::of(house, &service, visit.official));
    html(StatusCode::OK, &ServicePage { page: Page::new(visit), service, badge })
}
