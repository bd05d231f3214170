//! `GET /results/complaints`, and `part=complaints` of an edition: how the office handled complaints, for anyone, and for who
//! approves it before; and what the page of an organisation says of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use ::http::StatusCode;
use askama::Template;

use super::sections::{Reading, Section};
use super::{Cell, Document, Seal};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::registry;
use crate::results::editions::archive::published;
use crate::results::editions::data::File;
use crate::results::editions::held::Held;
use crate::results::editions::table::quarter_in_words;
use crate::results::editions::{Edition, store as editions};
use crate::words::Words;

/// The newest, and some of those that people look back at: so that one visit to an old one does not send the newest away.
static DOCUMENT: Held<Arc<Document>> = Held::new(4);

/// How it is counted, each by its name in the words' ids.
const HOW: [&str; 8] = ["quarter", "in-time", "from", "days", "found", "put-right", "organisations", "once"];

#[derive(Template)]
#[template(path = "results/complaints.html")]
struct ComplaintsPage {
    page: Page,
    edition: Edition,
    is_public: bool,
    quarter: String,
    published: String,
    /// The newer edition that corrects it.
    newer: Option<String>,
    lead: Vec<String>,
    sections: Vec<Section>,
    organisations: Vec<Organisation>,
    /// The files: where, what it is called, and its hash.
    files: Vec<(String, &'static str, String)>,
}

/// An organisation, with how many complaints about its services were received.
struct Organisation {
    /// Where its results are.
    address: String,
    name: String,
    received: String,
}

#[derive(Template)]
#[template(path = "results/complaints_none.html")]
struct NothingPage {
    page: Page,
}

/// The complaints of an edition, and where a reader found it.
pub struct Of<'a> {
    /// The edition.
    pub edition: &'a Edition,
    /// Whether it is read by anyone, and not by who approves it.
    pub is_public: bool,
    /// The newer edition that corrects it.
    pub newer: Option<String>,
}

/// `GET /results/complaints`: of the newest edition that tells of them.
pub(in crate::results) async fn newest(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let public = editions::public(&house.db, house.clock.millis()).await.map_err(Failure::unavailable)?;
    let Some(edition) = public.iter().find(|edition| edition.complaints.is_some()) else {
        return html(StatusCode::OK, &NothingPage { page: Page::new(visit) });
    };
    of_edition(house, visit, Page::new(visit), Of { edition, is_public: true, newer: None }).await
}

/// How complaints were handled, as an edition tells it.
pub async fn of_edition(house: &House, visit: &Visit, page: Page, of: Of<'_>) -> Result<Reply, Failure> {
    let Of { edition, is_public, newer } = of;
    let seal = edition.complaints.as_ref().ok_or(Failure::NotFound)?;
    let document = document(house, edition, seal).await?;
    let words = visit.words();
    let reading = Reading { document: &document, words };
    let organisations = organisations(house, visit, &page, reading.by_organisation()).await?;
    let room = if is_public { "/data" } else { "/publish/editions" };
    let files = [("complaints.csv", &seal.csv_sha256), ("complaints.json", &seal.json_sha256)];
    let file = |(name, hash): (&'static str, &String)| (format!("{room}/{}/{name}", edition.id), name, hash.clone());
    let page = ComplaintsPage {
        page,
        is_public,
        quarter: quarter_in_words(edition.quarter, words),
        published: published(edition, words),
        newer,
        lead: reading.lead(),
        sections: reading.sections(),
        organisations,
        files: files.map(file).to_vec(),
        edition: edition.clone(),
    };
    html(StatusCode::OK, &page)
}

/// The organisations of which something is told, by what people call them.
async fn organisations(
    house: &House,
    visit: &Visit,
    page: &Page,
    received: BTreeMap<&str, String>,
) -> Result<Vec<Organisation>, Failure> {
    let services = registry::all(&house.db).await.map_err(Failure::unavailable)?;
    let name = |service: &registry::Service| service.organisation_name(visit.official).to_owned();
    let mut names: BTreeMap<&str, String> =
        services.iter().map(|service| (service.organisation.as_str(), name(service))).collect();
    let organisation = |(slug, received): (&str, String)| Organisation {
        address: page.link_to("/results/", slug),
        name: names.remove(slug).unwrap_or_else(|| slug.to_owned()),
        received,
    };
    let mut organisations: Vec<Organisation> = received.into_iter().map(organisation).collect();
    let order = visit.words().order();
    organisations.sort_by(|a, b| order(&a.name, &b.name));
    Ok(organisations)
}

/// How many complaints about an organisation's services an edition tells to have been received, in words; `None` where it tells
/// nothing by organisation, or was made before this one was in the register.
pub(in crate::results) async fn received(
    house: &House,
    edition: &Edition,
    organisation: &str,
    words: &Words,
) -> Result<Option<String>, Failure> {
    let Some(seal) = &edition.complaints else { return Ok(None) };
    let document = document(house, edition, seal).await?;
    Ok(Reading { document: &document, words }.by_organisation().remove(organisation))
}

/// Reads what the newest of these editions that tells of complaints tells of them, before anybody asks.
pub(in crate::results) async fn read_newest(house: &House, public: &[Edition]) -> Result<(), Failure> {
    if let Some((edition, seal)) = public.iter().find_map(|edition| Some((edition, edition.complaints.as_ref()?))) {
        document(house, edition, seal).await?;
    }
    Ok(())
}

async fn document(house: &House, edition: &Edition, seal: &Seal) -> Result<Arc<Document>, Failure> {
    let json = editions::file(&house.db, &edition.id, File::ComplaintsJson);
    DOCUMENT.get(&seal.json_sha256, json, |json| serde_json::from_slice(&json).ok().map(Arc::new)).await
}

/// The counts of an edition's complaints that are not told, of the office or of an organisation, for staff to read: the names of
/// the cells, by the reason's id in the words. Nothing where the edition has no part about complaints.
pub async fn withheld(house: &House, edition: &Edition) -> Result<Vec<(&'static str, Vec<&'static str>)>, Failure> {
    let Some(seal) = &edition.complaints else { return Ok(Vec::new()) };
    let document = document(house, edition, seal).await?;
    let of = |why, status| (why, document.untold(status).map(Cell::as_str).collect::<Vec<_>>());
    let of_organisations = document.untold_of_organisations().into_iter().map(Cell::as_str).collect();
    let all = [
        of("complaints-why-few", "fewer-than-10"),
        of("complaints-why-together", "suppressed"),
        ("complaints-why-organisations", of_organisations),
    ];
    Ok(all.into_iter().filter(|(_, cells)| !cells.is_empty()).collect())
}
