//! `GET /results/editions`: every edition that is public, the newest first, with why it was corrected.

use ::http::StatusCode;
use askama::Template;
use feedback::Language;

use super::table::quarter_in_words;
use super::{Edition, store};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::standard::Standard;
use crate::words::Words;

#[derive(Template)]
#[template(path = "results/editions.html")]
struct EditionsPage {
    page: Page,
    editions: Vec<Listed>,
}

/// An edition in the list.
struct Listed {
    id: String,
    quarter: String,
    number: i64,
    published: String,
    reason: Option<String>,
}

/// `GET /results/editions`.
pub(super) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let public = store::public(&house.db, house.clock.millis()).await.map_err(Failure::unavailable)?;
    let words = visit.words();
    let listed = |edition: Edition| Listed {
        quarter: quarter_in_words(edition.quarter, words),
        number: edition.number,
        published: published(&edition, words),
        reason: edition.reason_in(visit.official),
        id: edition.id,
    };
    let editions = public.into_iter().map(listed).collect();
    html(StatusCode::OK, &EditionsPage { page: Page::new(visit), editions })
}

/// The day on which an edition was published.
pub(in crate::results) fn published(edition: &Edition, words: &Words) -> String {
    edition.published_at().map_or_else(String::new, |at| words.date(Standard::default().office_date(at)))
}

impl Edition {
    /// From when on it is public.
    pub(super) fn published_at(&self) -> Option<jiff::Timestamp> {
        self.approved.as_ref().and_then(|(_, at, _)| jiff::Timestamp::from_millisecond(*at).ok())
    }

    /// Why it corrects the one before it, in this language.
    #[must_use]
    pub fn reason_in(&self, language: Language) -> Option<String> {
        self.reason.as_ref().map(|reason| reason.in_language(language).to_owned())
    }
}
