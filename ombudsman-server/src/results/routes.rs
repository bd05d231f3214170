//! `GET /results`, `GET /results/complaints`, `GET /results/you-said`, `GET /results/standards`,
//! `GET /results/standards/{organisation}`, `GET /results/compare`, `GET /results/compare/{organisation}`,
//! `GET /results/compare/kinds/{kind}`, `GET /results/benchmarks` with `/data/benchmarks.csv` and `.json`, `GET /results/{organisation}`,
//! `GET /results/{organisation}/{service}`; the editions are in `editions/routes.rs`, the
//! surveys in `populations/routes.rs`.
//! No number is told of people but those of an edition or a survey: two looks at a number that changes with every card give away a card.

use std::collections::BTreeSet;
use std::sync::Arc;

use ::http::StatusCode;
use askama::Template;
use warp::Filter;

use super::editions::{self, BadgeLines, Told, Value, Whose};
use super::measures::covered;
use super::standards::{self, OfService};
use super::{benchmarks, compare, complaints, organisation, populations, you_said};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Routes, Visit, answer, either, get, get_one, get_two, html, visit, with};
use crate::registry::{self, Service};
use crate::words::Words;

#[derive(Template)]
#[template(path = "results/overview.html")]
struct OverviewPage {
    page: Page,
    /// The newest edition; nothing where none is public.
    newest: Option<Newest>,
    /// How much of the register it has a score of.
    coverage: Option<String>,
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
    /// Where the results of its organisation are.
    organisation: String,
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
    let of_organisation = get_one("/results/{organisation}").and(with(house)).and(visit()).then(
        |name: String, house: Arc<House>, visit| async move {
            answer(&visit, organisation::show(&house, &visit, &name).await)
        },
    );
    let kept = get("/results/standards").and(with(house)).and(visit()).then(|house: Arc<House>, visit| async move {
        answer(&visit, standards::page::overview(&house, &visit).await)
    });
    let kept_by = get_one("/results/standards/{organisation}").and(with(house)).and(visit()).then(
        |organisation: String, house: Arc<House>, visit| async move {
            answer(&visit, standards::page::of_organisation(&house, &visit, &organisation).await)
        },
    );
    // What has a name of its own first: its address is also of the form of an organisation's, or of a service's.
    let named =
        either(either(said.boxed(), handled.boxed()), either(beside(house), either(kept.boxed(), kept_by.boxed())));
    let apart = either(editions::routes::routes(house), populations::routes::routes(house));
    either(either(either(all.boxed(), apart), named), either(of_organisation.boxed(), one.boxed()))
}

/// What stands beside the results: services beside one another, and figures of others.
fn beside(house: &Arc<House>) -> Routes {
    let compared = get("/results/compare")
        .and(with(house))
        .and(visit())
        .then(|house: Arc<House>, visit| async move { answer(&visit, compare::all(&house, &visit).await) });
    let of_organisation = get_one("/results/compare/{organisation}").and(with(house)).and(visit()).then(
        |name: String, house: Arc<House>, visit| async move {
            answer(&visit, compare::of_organisation(&house, &visit, &name).await)
        },
    );
    let of_kind = get_one("/results/compare/kinds/{kind}").and(with(house)).and(visit()).then(
        |kind: String, house: Arc<House>, visit| async move {
            answer(&visit, compare::of_kind(&house, &visit, &kind).await)
        },
    );
    let others =
        get("/results/benchmarks").and(visit()).then(|visit| async move { answer(&visit, benchmarks::show(&visit)) });
    let csv =
        get("/data/benchmarks.csv").and(visit()).then(|visit| async move { answer(&visit, Ok(benchmarks::csv())) });
    let json =
        get("/data/benchmarks.json").and(visit()).then(|visit| async move { answer(&visit, benchmarks::json()) });
    let data = either(csv.boxed(), json.boxed());
    let compared = either(either(compared.boxed(), of_organisation.boxed()), of_kind.boxed());
    either(compared, either(others.boxed(), data))
}

async fn overview(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let mut services = registry::all(&house.db).await.map_err(Failure::unavailable)?;
    let newest = editions::newest(house).await?;
    let (language, words, page) = (visit.language, visit.words(), Page::new(visit));
    let order = words.order();
    services.sort_by(|a, b| order(a.name(language), b.name(language)));
    let row = |service: Service| {
        let told =
            newest.as_ref().map_or(Told::Nobody, |(_, scores)| scores.rated(Whose::Service(&service.slug)).score);
        Row {
            address: page.link(&format!("/results/{}/{}", service.organisation, service.slug)),
            organisation: page.link(&format!("/results/{}", service.organisation)),
            answers: told.number().map(|number| words.number(number.n)),
            score: told.value(words),
            service,
        }
    };
    let services: Vec<Row> = services.into_iter().map(row).collect();
    let coverage = newest.as_ref().and_then(|_| coverage(&services, words));
    let newest = newest.map(|(edition, _)| {
        let quarter = editions::quarter_in_words(edition.quarter, words);
        Newest { edition: edition.id, quarter }
    });
    html(StatusCode::OK, &OverviewPage { page, newest, coverage, services })
}

/// How many services have a score, and how many organisations have such a service, of those in the register.
fn coverage(rows: &[Row], words: &Words) -> Option<String> {
    let scored = || rows.iter().filter(|row| row.answers.is_some());
    let [all, told] = [rows.len(), scored().count()].map(|number| u64::try_from(number).unwrap_or(u64::MAX));
    let mut organisations: BTreeSet<&str> = rows.iter().map(|row| row.service.organisation.as_str()).collect();
    let every = organisations.len();
    organisations.retain(|name| scored().any(|row| row.service.organisation == *name));
    let number = |number: usize| words.number(u64::try_from(number).unwrap_or(u64::MAX));
    let values = [
        ("scored", words.number(told).into()),
        ("services", words.number(all).into()),
        ("share", words.number(covered(told, all)?).into()),
        ("with", number(organisations.len()).into()),
        ("organisations", number(every).into()),
    ];
    Some(words.with_all("results-coverage", &values))
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
