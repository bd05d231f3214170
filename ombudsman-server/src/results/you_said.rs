//! `GET /results/you-said`: what people suggested and what was done, newest first; of every service, or of one.

mod store;

use ::http::StatusCode;
use askama::Template;
use feedback::Language;
use jiff::civil::Date;

use super::disclosure::publishable;
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::registry::{self, Service};

/// So many entries are on a page.
const ON_A_PAGE: usize = 20;

#[derive(Template)]
#[template(path = "results/you_said.html")]
struct YouSaidPage {
    page: Page,
    /// The one service that it is about.
    service: Option<Service>,
    rows: Vec<Row>,
    next_page: Option<String>,
}

/// An entry in the record.
struct Published {
    id: String,
    service: String,
    done_on: Date,
    suggestions: u64,
    at: i64,
    /// Title, what people said, what was done.
    texts: [String; 3],
}

struct Row {
    title: String,
    said: String,
    did: String,
    /// The service's name, and the address of its entries.
    service: (String, String),
    done_on: String,
    /// How many suggested it, where so many may be told.
    suggestions: Option<String>,
}

/// `GET /results/you-said`.
pub(super) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let service = match visit.asked("service").filter(|slug| !slug.is_empty()) {
        Some(slug) => {
            let found = registry::find(&house.db, slug).await.map_err(Failure::unavailable)?;
            Some(found.ok_or(Failure::NotFound)?)
        }
        None => None,
    };
    let slug = service.as_ref().map_or("", |service| service.slug.as_str());
    let is_french = visit.official == Language::French;
    let found = store::page(&house.db, slug, after(visit), is_french, ON_A_PAGE + 1).await;
    let mut entries = found.map_err(Failure::unavailable)?;
    let has_more = entries.len() > ON_A_PAGE;
    entries.truncate(ON_A_PAGE);
    let page = Page::new(visit);
    let of = |slug: &str| format!("{}&service={slug}", page.link("/results/you-said"));
    let next_page =
        entries.last().filter(|_| has_more).map(|last| format!("{}&after={}.{}", of(slug), last.at, last.id));
    let services = registry::all(&house.db).await.map_err(Failure::unavailable)?;
    let words = visit.words();
    let row = |entry: Published| {
        let [title, said, did] = entry.texts;
        let known = services.iter().find(|service| service.slug == entry.service);
        let name = known.map_or_else(|| entry.service.clone(), |service| service.name(visit.official).to_owned());
        Row {
            title,
            said,
            did,
            service: (name, of(&entry.service)),
            done_on: words.date(entry.done_on),
            suggestions: publishable(entry.suggestions).then(|| words.number(entry.suggestions)),
        }
    };
    let rows = entries.into_iter().map(row).collect();
    html(StatusCode::OK, &YouSaidPage { page, service, rows, next_page })
}

/// Where the page begins: after this entry.
fn after(visit: &Visit) -> Option<(i64, String)> {
    let (at, id) = visit.asked("after")?.split_once('.')?;
    Some((at.parse().ok()?, id.to_owned()))
}
