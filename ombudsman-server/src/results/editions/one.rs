//! `GET /results/editions/{quarter}`: the newest edition of a quarter, or the one that is named in full; with `service`,
//! everything about one service.

use std::sync::{Arc, Mutex, PoisonError};

use ::http::StatusCode;
use askama::Template;

use super::archive::published;
use super::table::quarter_in_words;
use super::{Document, Edition, Line, Quarter, Tables, store};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};

/// The edition that was read last, by the hash of its bytes: reading the numbers of a large one takes a while, and nearly
/// everyone reads the newest.
static LAST: Mutex<Option<(String, Arc<Document>)>> = Mutex::new(None);

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
    quarter: String,
    name: String,
    items: Vec<String>,
    lines: Vec<Line>,
}

/// `GET /results/editions/{quarter}`.
pub(super) async fn show(house: &House, visit: &Visit, name: &str) -> Result<Reply, Failure> {
    let public = store::public(&house.db, house.clock.millis()).await.map_err(Failure::unavailable)?;
    let quarter = name.parse::<Quarter>().ok();
    let found = public.iter().find(|edition| edition.id == name || Some(edition.quarter) == quarter);
    let edition = found.ok_or(Failure::NotFound)?.clone();
    let newest = public.iter().find(|other| other.quarter == edition.quarter);
    let newer = newest.filter(|newest| newest.number > edition.number).map(|newest| newest.id.clone());
    let document = read(house, &edition).await?;
    let (words, page) = (visit.words(), Page::new(visit));
    let quarter = quarter_in_words(edition.quarter, words);
    if let Some(service) = visit.asked("service") {
        let names = document.services.get(service).ok_or(Failure::NotFound)?;
        let name = names.name(visit.official).to_owned();
        let items = super::cube::ITEMS.iter().map(|item| words.text(&["item-", item.as_str()].concat())).collect();
        let lines = Tables::of_service(&document, service, words);
        return html(StatusCode::OK, &ServicePage { page, edition, quarter, name, items, lines });
    }
    let tables = Tables::of(&document, visit.official, words);
    let (published, reason) = (published(&edition, words), edition.reason_in(visit.official));
    let signature = edition.approved.as_ref().map_or_else(String::new, |(_, _, signature)| signature.clone());
    html(StatusCode::OK, &EditionPage { page, edition, quarter, published, reason, newer, signature, tables })
}

async fn read(house: &House, edition: &Edition) -> Result<Arc<Document>, Failure> {
    let last = LAST.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if let Some((_, document)) = last.filter(|(hash, _)| *hash == edition.json_sha256) {
        return Ok(document);
    }
    let found = store::contents(&house.db, &edition.id).await.map_err(Failure::unavailable)?;
    let document = Arc::new(found.ok_or(Failure::NotFound)?.0);
    let kept = (edition.json_sha256.clone(), Arc::clone(&document));
    *LAST.lock().unwrap_or_else(PoisonError::into_inner) = Some(kept);
    Ok(document)
}
