//! What the addresses of a survey say that was withdrawn: that it is gone, since when, and why.

use ::http::StatusCode;
use askama::Template;
use serde_json::json;

use super::Survey;
use crate::http::{Failure, Page, Reply, Visit, html, of_type};
use crate::standard::Standard;

#[derive(Template)]
#[template(path = "results/population_withdrawn.html")]
struct WithdrawnPage {
    page: Page,
    title: String,
    /// Since when, and why.
    why: String,
}

/// The answer for a survey that was withdrawn: a page for a person, a problem document for a program. Nothing where it was not.
pub(super) fn reply(visit: &Visit, survey: &Survey) -> Option<Result<Reply, Failure>> {
    let why = survey.withdrawn_in(visit)?;
    let words = visit.words();
    if visit.wants_a_page() {
        let title = survey.title_in(visit.official).to_owned();
        return Some(html(StatusCode::GONE, &WithdrawnPage { page: Page::new(visit), title, why }));
    }
    let problem = json!({
        "type": "about:blank",
        "title": words.text("populations-withdrawn-title"),
        "status": StatusCode::GONE.as_u16(),
        "detail": why,
        "code": "withdrawn",
    });
    Some(Ok(of_type(StatusCode::GONE, "application/problem+json", problem.to_string().into_bytes())))
}

impl Survey {
    /// Whether a list tells of it: it stands, or it was withdrawn, which is to be known even where another corrects it. What else
    /// was corrected is reached from what corrects it.
    pub(super) fn is_listed(&self) -> bool {
        self.corrected_by.is_none() || self.withdrawn().is_some()
    }

    /// Why it was withdrawn and when, in a sentence; else why it corrects the one before it.
    pub(super) fn note_in(&self, visit: &Visit) -> Option<String> {
        let because = |reason: &str| visit.words().with("editions-because", "reason", reason);
        let corrects = || self.corrects.as_ref().map(|(_, reason)| because(reason.in_language(visit.official)));
        self.withdrawn_in(visit).or_else(corrects)
    }

    fn withdrawn_in(&self, visit: &Visit) -> Option<String> {
        let (words, (reason, at)) = (visit.words(), self.withdrawn()?);
        let at = jiff::Timestamp::from_millisecond(at).unwrap_or_default();
        let date = words.date(Standard::default().office_date(at));
        let reason = reason.in_language(visit.official);
        Some(words.with_all("populations-withdrawn", &[("date", date.into()), ("reason", reason.into())]))
    }
}
