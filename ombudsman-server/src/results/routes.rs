//! `GET /results`, `GET /results/you-said`, `GET /results/{organisation}/{service}`; the editions are in `editions/routes.rs`.

use std::collections::HashMap;
use std::sync::Arc;

use ::http::StatusCode;
use askama::Template;
use feedback::Item;
use warp::Filter;

use super::disclosure::publishable;
use super::measures::{Counts, Histogram, round_half_up};
use super::{editions, store, you_said};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Routes, Visit, answer, either, get, get_two, html, visit, with};
use crate::registry::{self, Service};
use crate::words::Words;

#[derive(Template)]
#[template(path = "results/overview.html")]
struct OverviewPage {
    page: Page,
    services: Vec<Row>,
}

struct Row {
    service: Service,
    address: String,
    /// How many rated it, where enough did.
    answers: Option<String>,
}

#[derive(Template)]
#[template(path = "results/service.html")]
struct ServicePage {
    page: Page,
    service: Service,
    overall: Line,
    drivers: Vec<Line>,
}

/// One item: what it is, how many answered it, and its score, or neither where too few did.
struct Line {
    label: String,
    shown: Option<Shown>,
}

struct Shown {
    n: String,
    score: String,
    /// The score as the length of a bar, 0 to 100.
    bar: u64,
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
    let answers = store::answers_by_service(&house.db).await.map_err(Failure::unavailable)?;
    let answers: HashMap<String, u64> = answers.into_iter().collect();
    let page = Page::new(visit);
    let services = services.into_iter().map(|service| {
        let n = answers.get(&service.slug).copied().unwrap_or(0);
        let address = page.link(&format!("/results/{}/{}", service.organisation, service.slug));
        Row { service, address, answers: publishable(n).then(|| visit.words().number(n)) }
    });
    let services = services.collect();
    html(StatusCode::OK, &OverviewPage { page, services })
}

async fn one_service(house: &House, visit: &Visit, organisation: &str, slug: &str) -> Result<Reply, Failure> {
    let found = registry::find(&house.db, slug).await.map_err(Failure::unavailable)?;
    let service = found.filter(|service| service.organisation == organisation).ok_or(Failure::NotFound)?;
    let tally = store::patterns(&house.db, slug).await.map_err(Failure::unavailable)?.tally();
    let words = visit.words();
    let line = |item: Item, histogram: &Histogram| Line {
        label: words.text(&format!("item-{}", item.as_str())),
        shown: Shown::of(&histogram.rated, words),
    };
    let overall = line(Item::Overall, tally.overall());
    let drivers = tally.items().filter(|(item, _)| matches!(item, Item::Driver(_)));
    let drivers = drivers.map(|(item, histogram)| line(item, histogram)).collect();
    html(StatusCode::OK, &ServicePage { page: Page::new(visit), service, overall, drivers })
}

impl Shown {
    fn of(counts: &Counts, words: &Words) -> Option<Self> {
        let score = round_half_up(counts.service_quality_score().filter(|_| publishable(counts.n()))?);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a score is from 0 to 100")]
        let bar = score as u64;
        Some(Self { n: words.number(counts.n()), score: words.number(bar), bar })
    }
}
