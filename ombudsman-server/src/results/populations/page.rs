//! `GET /results/populations/{survey}`: one survey, for anyone, and for who approves it before. Who was asked and how stands before
//! any number, and that the numbers are not those of the cards.

use std::sync::Arc;

use ::http::StatusCode;
use askama::Template;

use super::data::File;
use super::sections::{Reading, Section};
use super::{Document, Survey, gone, store};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::results::editions::held::Held;
use crate::standard::Standard;
use crate::words::Words;

static DOCUMENT: Held<Arc<Document>> = Held::new(4);

#[derive(Template)]
#[template(path = "results/population.html")]
struct SurveyPage {
    page: Page,
    survey: Survey,
    title: String,
    is_public: bool,
    published: String,
    /// The one that corrects it.
    newer: Option<String>,
    /// The one that corrected it and was withdrawn, where it stands again.
    undone: Option<String>,
    /// The one that it corrects, and why.
    earlier: Option<(String, String)>,
    /// What is known of its method: what it is called, and what is said.
    facts: Vec<(&'static str, String)>,
    sections: Vec<Section>,
    /// The files: where, what it is called, and its hash.
    files: Vec<(String, &'static str, String)>,
}

/// A survey, and where a reader found it.
pub struct Of<'a> {
    /// The survey.
    pub survey: &'a Survey,
    /// Whether it is read by anyone, and not by who approves it.
    pub is_public: bool,
}

/// `GET /results/populations/{survey}`.
pub(super) async fn one(house: &House, visit: &Visit, name: &str) -> Result<Reply, Failure> {
    let found = store::find(&house.db, name).await.map_err(Failure::unavailable)?;
    let survey = found.filter(|survey| survey.approved.is_some()).ok_or(Failure::NotFound)?;
    if let Some(gone) = gone::reply(visit, &survey) {
        return gone;
    }
    show(house, visit, Page::new(visit), Of { survey: &survey, is_public: true }).await
}

/// The page of a survey.
pub async fn show(house: &House, visit: &Visit, page: Page, of: Of<'_>) -> Result<Reply, Failure> {
    let Of { survey, is_public } = of;
    let json = store::file(&house.db, &survey.name, File::Json);
    let read = |json: Vec<u8>| serde_json::from_slice(&json).ok().map(Arc::new);
    let document = DOCUMENT.get(&survey.json_sha256, json, read).await?;
    let words = visit.words();
    let reading = Reading { document: &document, words, language: visit.official };
    let room = if is_public { "/data/populations" } else { "/publish/populations" };
    let files = [("survey.csv", &survey.csv_sha256), ("survey.json", &survey.json_sha256)];
    let file = |(name, hash): (&'static str, &String)| (format!("{room}/{}/{name}", survey.name), name, hash.clone());
    let earlier = survey.corrects.as_ref();
    let undone = if survey.corrected_by.is_some() {
        None
    } else {
        store::withdrawn_correction(&house.db, &survey.name).await.map_err(Failure::unavailable)?
    };
    let page = SurveyPage {
        page,
        title: reading.own(&survey.title).to_owned(),
        is_public,
        published: published(survey, words),
        newer: survey.corrected_by.clone(),
        undone,
        earlier: earlier.map(|(name, reason)| (name.clone(), reason.in_language(visit.official).to_owned())),
        facts: facts(&reading),
        sections: reading.sections(),
        files: files.map(file).to_vec(),
        survey: survey.clone(),
    };
    html(StatusCode::OK, &page)
}

/// What is known of how a survey was done.
fn facts(reading: &Reading<'_>) -> Vec<(&'static str, String)> {
    let (about, words) = (&reading.document.about, reading.words);
    let days = [("first", words.date(about.first_day).into()), ("last", words.date(about.last_day).into())];
    let mode = words.text(&["populations-mode-", about.mode.as_str()].concat());
    vec![
        ("populations-fact-kind", words.text(&["populations-kind-", about.kind.as_str()].concat())),
        ("populations-fact-fielded", reading.own(&about.fielded_by).to_owned()),
        ("populations-fact-frame", reading.own(&about.frame).to_owned()),
        ("populations-fact-question", reading.own(&about.question).to_owned()),
        ("populations-fact-mode", mode),
        ("populations-fact-days", words.with_all("populations-days", &days)),
    ]
}

/// The day on which a survey was published.
pub(super) fn published(survey: &Survey, words: &Words) -> String {
    let at = survey.approved.as_ref().and_then(|(_, at, _)| jiff::Timestamp::from_millisecond(*at).ok());
    at.map_or_else(String::new, |at| words.date(Standard::default().office_date(at)))
}
