//! The tracking page: with the reference and the access code, and nothing else, a person sees where their card is.

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;
use feedback::{AccessCode, Intent, Reference};

use super::Case;
use super::desk::in_words;
use super::same_form;
use super::service_names::ServiceNames;
use super::store::{self, Standing};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, html};
use crate::standard::{Lateness, Standard};

#[derive(Template)]
#[template(path = "casework/track.html")]
struct TrackPage {
    page: Page,
    reference: String,
    is_refused: bool,
}

#[derive(Template)]
#[template(path = "casework/progress.html")]
struct ProgressPage {
    page: Page,
    reference: String,
    access_code: String,
    progress: Progress,
}

/// Where a card is.
enum Progress {
    /// The code is right, and the worker has not recorded the card yet.
    BeingSorted,
    /// A compliment or a suggestion: it is recorded, and no answer is owed.
    Recorded(Intent),
    /// It looks as if a machine had sent it: a person looks at it first.
    InQuarantine,
    /// A person looked at it and took it for a machine's.
    Spam,
    /// A case.
    Case {
        case: Box<Case>,
        service: String,
        received: String,
        counts_from: Option<String>,
        acknowledge_by: String,
        answer_by: String,
        due: Option<String>,
        lateness: Option<String>,
        answered_on: Option<String>,
    },
}

/// `GET /track`.
pub(super) fn form(visit: &Visit) -> Result<Reply, Failure> {
    html(StatusCode::OK, &TrackPage { page: Page::new(visit), reference: String::new(), is_refused: false })
}

/// `POST /track`. A reference that does not exist and a code that does not fit are answered alike.
pub(super) async fn look_up(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let form = body::form(visit, &sent?)?;
    let (typed, typed_code) = (body::value(&form, "reference"), body::value(&form, "access_code"));
    // Both look alike, and people take one for the other.
    let found = opened(house, typed, typed_code).or_else(|| opened(house, typed_code, typed));
    let Some((reference, code)) = found else { return refuse(visit, typed) };
    let progress = progress(house, visit, &reference).await?;
    let (reference, access_code) = (reference.grouped(), code.grouped());
    html(StatusCode::OK, &ProgressPage { page: Page::new(visit), reference, access_code, progress })
}

fn opened(house: &House, reference: &str, code: &str) -> Option<(Reference, AccessCode)> {
    let (reference, code) = (Reference::parse(reference).ok()?, AccessCode::parse(code).ok()?);
    house.secrets.opens(&reference, &code).then_some((reference, code))
}

fn refuse(visit: &Visit, typed: &str) -> Result<Reply, Failure> {
    let page = TrackPage { page: Page::new(visit), reference: typed.to_owned(), is_refused: true };
    html(StatusCode::FORBIDDEN, &page)
}

async fn find(house: &House, reference: &str) -> Result<Option<Case>, Failure> {
    store::find(&house.db, &Standard::default(), reference).await.map_err(Failure::unavailable)
}

async fn progress(house: &House, visit: &Visit, reference: &Reference) -> Result<Progress, Failure> {
    // First the card, then its case: both are recorded at once, so a card that is there has its case.
    let intent = store::recorded_intent(&house.db, reference.as_str()).await.map_err(Failure::unavailable)?;
    let Some((intent, standing)) = intent else { return Ok(Progress::BeingSorted) };
    let found = match find(house, reference.as_str()).await? {
        // What was sent first needed no answer, and what was changed in the same form does.
        None => match same_form::cases(&house.db, reference.as_str()).await.map_err(Failure::unavailable)?.first() {
            Some(other) => find(house, &other.reference).await?,
            None => None,
        },
        found => found,
    };
    let Some(case) = found else {
        return Ok(match standing {
            Standing::InQuarantine => Progress::InQuarantine,
            Standing::Spam => Progress::Spam,
            Standing::Recorded => Progress::Recorded(intent),
        });
    };
    let service = ServiceNames::new(house, visit).of(&case.service).await?;
    let standard = Standard::default();
    let today = standard.office_date(house.clock.now());
    let words = visit.words();
    Ok(Progress::Case {
        service,
        received: words.date(case.received_on),
        counts_from: (case.deemed_on != case.received_on).then(|| words.date(case.deemed_on)),
        acknowledge_by: words.date(case.acknowledge_by),
        answer_by: words.date(case.answer_by),
        due: case.next_due().map(|due| words.date(due)),
        // While there is time, the date says it: a count from a day without working hours would say another.
        lateness: case
            .lateness(&standard, today)
            .filter(|lateness| !matches!(lateness, Lateness::OnTime { .. }))
            .map(|lateness| in_words(lateness, words)),
        answered_on: case.stage.given_answer().map(|(_, on)| words.date(on)),
        case: Box::new(case),
    })
}
