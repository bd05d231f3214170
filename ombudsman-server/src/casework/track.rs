//! The tracking page: with the reference and the access code, and nothing else, a person sees where their card is.

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;
use feedback::{AccessCode, Intent, Reference};

use super::Case;
use super::progress::{self, Progress};
use super::retention::erasure;
use super::same_form;
use super::speak::{self, Said};
use super::store::{self, Standing};
use super::suggestions::told::{self, Told};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, html};
use crate::standard::Standard;

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
    place: Place,
    /// Which case of the form it is, counted from 0.
    of: usize,
    /// The cases of the form, where there are several: what each was meant as, and the day on which it came.
    all: Vec<(usize, Intent, String)>,
    /// What became of what the person just did.
    said: Option<Said>,
    /// How it stands with having what leads to them removed.
    erasure: Option<erasure::Standing>,
}

/// Where a card is.
enum Place {
    /// The code is right, and the worker has not recorded the card yet.
    BeingSorted,
    /// A compliment or a suggestion: it is recorded, and no answer is owed.
    Recorded(Intent),
    /// A compliment or a suggestion of which something became.
    Told(Told),
    /// It looks as if a machine had sent it: a person looks at it first.
    InQuarantine,
    /// A person looked at it and took it for a machine's.
    Spam,
    /// A case.
    Case(Box<Progress>),
}

impl Place {
    /// Whether the form for this wish is on the page, so that a text which was not kept can stand in it again.
    fn has_form(&self, wish: &str) -> bool {
        let Self::Case(progress) = self else { return false };
        match wish {
            "message" => progress.may_write,
            "review" => progress.review_until.is_some(),
            "apart" => progress.together.is_some(),
            "go-on" => progress.may_go_on,
            _ => false,
        }
    }
}

/// `GET /track`.
pub(super) fn form(visit: &Visit) -> Result<Reply, Failure> {
    html(StatusCode::OK, &TrackPage { page: Page::new(visit), reference: String::new(), is_refused: false })
}

/// `POST /track`: where the card is, after what the person does about it. A reference that does not exist and a code that does not fit are answered alike.
pub(super) async fn look_up(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let form = body::form(visit, &sent?)?;
    let (typed, typed_code) = (body::value(&form, "reference"), body::value(&form, "access_code"));
    // Both look alike, and people take one for the other.
    let found = opened(house, typed, typed_code).or_else(|| opened(house, typed_code, typed));
    let Some((reference, code)) = found else { return refuse(visit, typed) };
    let of = body::value(&form, "of").parse().unwrap_or(0);
    // First the card, then its case: both are recorded at once, so a card that is there has its case.
    let card = store::recorded_intent(&house.db, reference.as_str()).await.map_err(Failure::unavailable)?;
    let mut found = cases(house, &reference).await?;
    let mut said = None;
    let own = found.get(of).map_or_else(|| reference.as_str().to_owned(), |case| case.reference.clone());
    if body::value(&form, "do") == "erase" {
        said = Some(erase(house, &form, &own).await?);
    } else if let Some(case) = found.get(of) {
        said = speak::act(house, case, &form).await?;
    }
    if said.is_some() {
        found = cases(house, &reference).await?;
    }
    let day = |case: &Case| visit.words().date(case.received_on);
    let all = found.iter().enumerate().map(|(of, case)| (of, case.intent, day(case)));
    let all = if found.len() > 1 { all.collect() } else { Vec::new() };
    let place = place(house, visit, &reference, card, found.into_iter().nth(of)).await?;
    let (reference, access_code) = (reference.grouped(), code.grouped());
    let status = match &said {
        Some(Said { is_done: false, .. }) => StatusCode::CONFLICT,
        _ => StatusCode::OK,
    };
    let erasure = erasure::standing(house, visit, &own).await?;
    html(status, &ProgressPage { page: Page::new(visit), reference, access_code, place, of, all, said, erasure })
}

/// Keeps that they want to have it removed, where they say that they are sure.
async fn erase(house: &House, form: &[(String, String)], reference: &str) -> Result<Said, Failure> {
    if body::value(form, "sure").is_empty() {
        return Ok(Said::not("progress-not-sure", "erase", ""));
    }
    erasure::ask(house, reference).await?;
    Ok(Said { sentence: "progress-done-erase", is_done: true, text: String::new(), wish: String::new() })
}

fn opened(house: &House, reference: &str, code: &str) -> Option<(Reference, AccessCode)> {
    let (reference, code) = (Reference::parse(reference).ok()?, AccessCode::parse(code).ok()?);
    house.secrets.opens(&reference, &code).then_some((reference, code))
}

fn refuse(visit: &Visit, typed: &str) -> Result<Reply, Failure> {
    let page = TrackPage { page: Page::new(visit), reference: typed.to_owned(), is_refused: true };
    html(StatusCode::FORBIDDEN, &page)
}

/// The cases of the form that these codes are of: a form that was changed and sent again may have led to another.
async fn cases(house: &House, reference: &Reference) -> Result<Vec<Case>, Failure> {
    let (db, standard) = (&house.db, Standard::default());
    let others = same_form::cases(db, reference.as_str()).await.map_err(Failure::unavailable)?;
    let mut cases = Vec::new();
    for one in std::iter::once(reference.as_str()).chain(others.iter().map(|other| other.reference.as_str())) {
        cases.extend(store::find(db, &standard, one).await.map_err(Failure::unavailable)?);
    }
    Ok(cases)
}

async fn place(
    house: &House,
    visit: &Visit,
    reference: &Reference,
    card: Option<(Intent, Standing)>,
    case: Option<Case>,
) -> Result<Place, Failure> {
    let Some((intent, standing)) = card else { return Ok(Place::BeingSorted) };
    match case {
        Some(case) => Ok(Place::Case(Box::new(progress::of(house, visit, case).await?))),
        None => Ok(match standing {
            Standing::InQuarantine => Place::InQuarantine,
            Standing::Spam => Place::Spam,
            Standing::Recorded => {
                told::of(house, visit, reference.as_str(), intent).await?.map_or(Place::Recorded(intent), Place::Told)
            }
        }),
    }
}
