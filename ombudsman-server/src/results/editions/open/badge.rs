//! `GET /results/{organisation}/{service}/badge.svg`: the score of a service in the newest edition, as a picture for the
//! service's own page. It shows what the pages show, and where they show nothing it says so.

use ::http::{HeaderValue, StatusCode, header};
use askama::Template;
use feedback::Language;

use super::to_everyone;
use crate::house::House;
use crate::http::{Failure, Reply, Visit, of_type};
use crate::registry::{self, Service};
use crate::results::editions::figure::{ALL, Figure};
use crate::results::editions::table::{Value, quarter_in_words};
use crate::results::editions::{Quarter, document, store};

#[derive(Template)]
#[template(path = "results/badge.svg")]
struct Badge {
    lang: &'static str,
    /// What the score is of.
    label: String,
    /// What the picture says, in a sentence.
    title: String,
    /// The score, in as few characters as it has; a dash where none is told.
    score: String,
    /// From, to; or why no score is told.
    beside: String,
    /// Of when.
    quarter: Option<String>,
}

/// Where the badge of a service is, for the lines that show it on a page elsewhere.
pub struct BadgeLines {
    /// The office's address.
    pub server: String,
    /// Where the service's results are in it.
    pub path: String,
    /// What people call the service.
    pub name: String,
}

impl BadgeLines {
    /// Those of a service.
    #[must_use]
    pub fn of(house: &House, service: &Service, language: Language) -> Self {
        let path = format!("/results/{}/{}", service.organisation, service.slug);
        Self { server: house.config.public_url.clone(), path, name: service.name(language).to_owned() }
    }
}

/// `GET /results/{organisation}/{service}/badge.svg`.
pub(in crate::results::editions) async fn show(
    house: &House,
    visit: &Visit,
    (organisation, slug): (&str, &str),
) -> Result<Reply, Failure> {
    let found = registry::find(&house.db, slug).await.map_err(Failure::unavailable)?;
    let service = found.filter(|service| service.organisation == organisation).ok_or(Failure::NotFound)?;
    let public = store::public(&house.db, house.clock.millis()).await.map_err(Failure::unavailable)?;
    let badge = match public.first() {
        Some(edition) => {
            let own = document(house, edition).await?.only(slug).map_or_else(Vec::new, |document| document.figures);
            let figure = own.iter().find(|figure| is_of_everyone(figure, slug));
            Badge::of(house, visit, &service, figure.map(|figure| (figure, edition.quarter)))
        }
        None => Badge::of(house, visit, &service, None),
    };
    let text = badge.render().map_err(Failure::internal)?;
    let mut reply = to_everyone(of_type(StatusCode::OK, "image/svg+xml; charset=utf-8", text.into_bytes()));
    let headers = reply.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-language"));
    Ok(reply)
}

/// Whether it is the score of the service as a whole.
fn is_of_everyone(figure: &Figure, service: &str) -> bool {
    let all = [&figure.channel, &figure.language];
    figure.service == service && figure.is_score() && figure.item == "overall" && all.iter().all(|limit| *limit == ALL)
}

impl Badge {
    fn of(house: &House, visit: &Visit, service: &Service, told: Option<(&Figure, Quarter)>) -> Self {
        let words = visit.words();
        let quarter = told.map(|(_, quarter)| quarter_in_words(quarter, words));
        let value = told.map(|(figure, _)| (figure, Value::of(figure, words)));
        let name = service.name(visit.official);
        let shown = value.and_then(|(figure, value)| Some((figure, value.shown?, value.range?)));
        let (score, beside) = match &shown {
            Some((figure, _, range)) => (in_short(figure), words.with("badge-range", "range", range.as_str())),
            None if told.is_some() => ("–".to_owned(), words.text("badge-withheld")),
            None => ("–".to_owned(), words.text("badge-none")),
        };
        let title = match (&shown, &quarter) {
            (Some((_, score, range)), Some(quarter)) => {
                let values = [("service", name), ("score", score), ("range", range), ("quarter", quarter)];
                words.with_all("badge-title", &values.map(|(name, value)| (name, value.into())))
            }
            _ => words.with_all("badge-title-without", &[("service", name.into()), ("why", beside.as_str().into())]),
        };
        let label = words.text(if house.config.sample_data { "badge-label-sample" } else { "badge-label" });
        Self { lang: visit.official.as_str(), label, title, score, beside, quarter }
    }
}

/// The score in at most four characters.
fn in_short(figure: &Figure) -> String {
    let sign = match figure.status.as_str() {
        "at-most" => "≤",
        "at-least" => "≥",
        _ => "",
    };
    figure.value.map_or_else(String::new, |value| format!("{sign}{value}"))
}
