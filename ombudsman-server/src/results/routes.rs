//! `GET /results`, `GET /results/complaints`, `GET /results/you-said`, `GET /results/standards`, `GET /results/standards/{organisation}`,
//! `GET /results/{organisation}/{service}`; the editions are in `editions/routes.rs`. No number is told of people but those of an
//! edition: two looks at a number that changes with every card give away a card.

use std::sync::Arc;

use ::http::StatusCode;
use askama::Template;
use warp::Filter;

use super::editions::{self, BadgeLines, Told, Value};
use super::standards::{self, OfService};
use super::{complaints, you_said};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Routes, Visit, answer, either, get, get_one, get_two, html, visit, with};
use crate::registry::{self, Service};

#[derive(Template)]
#[template(path = "results/overview.html")]
struct OverviewPage {
    page: Page,
    /// The newest edition; nothing where none is public.
    newest: Option<Newest>,
    services: Vec<Row>,
}

/// The edition that the numbers are of: its name, and its quarter in words.
struct Newest {
    edition: String,
    quarter: String,
}

struct Row {
    service: Service,
    address: String,
    answers: Option<String>,
    score: Value,
}

#[derive(Template)]
#[template(path = "results/service.html")]
struct ServicePage {
    page: Page,
    service: Service,
    /// How its standards were kept.
    standards: Option<OfService>,
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
    let handled = get("/results/complaints")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, complaints::page::newest(&house, &visit).await) });
    let kept = get("/results/standards").and(with(house)).and(visit()).then(|house: Arc<House>, visit| async move {
        answer(&visit, standards::page::overview(&house, &visit).await)
    });
    let kept_by = get_one("/results/standards/{organisation}").and(with(house)).and(visit()).then(
        |organisation: String, house: Arc<House>, visit| async move {
            answer(&visit, standards::page::of_organisation(&house, &visit, &organisation).await)
        },
    );
    // The editions and standards first: their addresses are also of the form of a service's.
    either(
        either(either(all.boxed(), editions::routes::routes(house)), either(kept.boxed(), kept_by.boxed())),
        either(either(said.boxed(), handled.boxed()), one.boxed()),
    )
}

async fn overview(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let mut services = registry::all(&house.db).await.map_err(Failure::unavailable)?;
    let newest = editions::newest(house).await?;
    let (language, words, page) = (visit.language, visit.words(), Page::new(visit));
    let order = words.order();
    services.sort_by(|a, b| order(a.name(language), b.name(language)));
    let row = |service: Service| {
        let told = newest.as_ref().map_or(Told::Nobody, |(_, scores)| scores.of_service(&service.slug));
        Row {
            address: page.link(&format!("/results/{}/{}", service.organisation, service.slug)),
            answers: told.number().map(|number| words.number(number.n)),
            score: told.value(words),
            service,
        }
    };
    let services = services.into_iter().map(row).collect();
    let newest = newest.map(|(edition, _)| {
        let quarter = editions::quarter_in_words(edition.quarter, words);
        Newest { edition: edition.id, quarter }
    });
    html(StatusCode::OK, &OverviewPage { page, newest, services })
}

async fn one_service(house: &House, visit: &Visit, organisation: &str, slug: &str) -> Result<Reply, Failure> {
    let found = registry::find(&house.db, slug).await.map_err(Failure::unavailable)?;
    let service = found.filter(|service| service.organisation == organisation).ok_or(Failure::NotFound)?;
    if let Some(newest) = editions::newest_of(house, visit, &service).await? {
        return Ok(newest);
    }
    let badge = Some(BadgeLines::of(house, &service, visit.official));
    let standards = OfService::newest(house, visit, &service).await?;
    html(StatusCode::OK, &ServicePage { page: Page::new(visit), service, standards, badge })
}
