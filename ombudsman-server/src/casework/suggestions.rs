//! Suggestions get an answer: will be done, is looked into, or will not be done, with a reason that the person reads. What was
//! done can be told to everyone as "you said, we did".

mod answer;
mod place;
mod publish;
mod quoted;
pub(super) mod routes;
mod store;
pub(super) mod told;
mod you_said;

use ::http::StatusCode;
use askama::Template;

use self::answer::Typed;
pub(super) use self::answer::Verdict;
pub(super) use self::place::{Place, address};
use super::desk::grouped;
use super::reach;
use super::service_names::ServiceNames;
use super::story::day;
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::staff::{Action, Resource, SignedIn, can, enter};

/// So many cards are on a page.
pub(super) const ON_A_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "casework/suggestions.html")]
struct SuggestionsPage {
    page: Page,
    rows: Vec<Row>,
    next_page: Option<String>,
    first_page: Option<String>,
    /// The desks to choose from: slug, name, and whether it is the one that is shown.
    desks: Vec<(String, String, bool)>,
    may_write: bool,
    form_token: String,
    typed: Typed,
    /// The id of the sentence that says why nothing was kept.
    fault: Option<&'static str>,
}

/// A suggestion in the record, with what was said to it.
struct Suggestion {
    reference: String,
    service: String,
    texts: Vec<String>,
    received_at: i64,
    is_ended: bool,
    may_quote: bool,
    answer: Option<Answered>,
}

/// What was said to a suggestion.
struct Answered {
    id: String,
    verdict: Verdict,
    reason_en: String,
    reason_fr: String,
    owner: String,
    officer: String,
    at: i64,
}

struct Row {
    suggestion: Suggestion,
    reference: String,
    service: String,
    received: String,
    /// When it was answered, by whom, and the reason in the page's language.
    answered: Option<(String, String)>,
    /// What its box says when it is ticked: the reference, and the answer that this page shows.
    tick: String,
    is_ticked: bool,
}

/// `GET /desk/suggestions`.
pub(super) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::WorkOnCases).await?;
    page(house, visit, &signed_in, Typed::default(), None).await
}

async fn page(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    typed: Typed,
    fault: Option<&'static str>,
) -> Result<Reply, Failure> {
    let desks = reach::desks(house, visit, signed_in).await?;
    let after = visit.asked("after").map(Place::parse);
    let found = store::page(&house.db, after.as_ref(), &desks.shown(signed_in)).await;
    let mut suggestions = found.map_err(Failure::unavailable)?;
    let has_more = suggestions.len() > ON_A_PAGE;
    suggestions.truncate(ON_A_PAGE);
    let last = suggestions.last().filter(|_| has_more).map(|last| Place {
        is_ended: last.is_ended,
        received_at: last.received_at,
        reference: last.reference.clone(),
    });
    let mut names = ServiceNames::new(house, visit);
    let mut rows = Vec::with_capacity(suggestions.len());
    for suggestion in suggestions {
        let service = names.of(&suggestion.service).await?;
        rows.push(row(visit, suggestion, service, &typed));
    }
    let address = |after: Option<&Place>| place::address(visit, "/desk/suggestions", after);
    let page = SuggestionsPage {
        page: Page::for_staff(visit, &signed_in.shown_as, "desk"),
        rows,
        next_page: last.map(|last| address(Some(&last))),
        first_page: after.map(|_| address(None)),
        desks: desks.choices(),
        may_write: can(signed_in, Action::WriteYouSaid, Resource::Room),
        form_token: signed_in.form_token.clone(),
        typed,
        fault,
    };
    html(if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
}

fn row(visit: &Visit, suggestion: Suggestion, service: String, typed: &Typed) -> Row {
    let words = visit.words();
    let answered = suggestion.answer.as_ref().map(|answer| {
        let values = [("officer", answer.officer.as_str().into()), ("date", day(answer.at, words).into())];
        let reason = if visit.official == feedback::Language::French { &answer.reason_fr } else { &answer.reason_en };
        (words.with_all("suggestions-answered-by", &values), reason.clone())
    });
    let tick = answer::tick(&suggestion.reference, suggestion.answer.as_ref().map_or("", |answer| &answer.id));
    Row {
        reference: grouped(&suggestion.reference),
        service,
        received: day(suggestion.received_at, words),
        answered,
        is_ticked: typed.ticked.contains(&tick),
        tick,
        suggestion,
    }
}
