//! `POST /desk/cases/{reference}`: an officer moves a case on, says something, or has something sealed opened. What cannot be
//! done is refused with the reason, and what was written is given back.

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;

use super::desk::{Shown, case_page};
use super::form::{self, Wish};
use super::life::Refusal;
use super::moving::{self, By, Deed};
use super::since::{self, Change};
use super::{Case, StoreError, letters, reach};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, html, see_other};
use crate::staff::{Action, Resource, can, check_form, enter};

/// What an officer sent and what was not done.
pub(super) struct Undone {
    status: StatusCode,
    /// Why, in a few words.
    pub title: String,
    /// Why, and what to do.
    pub detail: String,
    /// What was done in the case since the form was made.
    pub changes: Vec<Change>,
    /// What they sent.
    pub form: Vec<(String, String)>,
}

impl Undone {
    /// The step that they asked for.
    pub(super) fn step(&self) -> &str {
        body::value(&self.form, "step")
    }

    /// With which status it is answered.
    pub(super) const fn status(&self) -> StatusCode {
        self.status
    }
}

#[derive(Template)]
#[template(path = "casework/unsent.html")]
struct UnsentPage<'a> {
    page: Page,
    undone: &'a Undone,
    /// What was written, where something was.
    text: String,
    back: String,
}

/// Why a step was not taken.
enum NotTaken {
    /// The door.
    Door(Failure),
    /// The rules of the case.
    Rules(Refusal),
}

impl From<Failure> for NotTaken {
    fn from(failure: Failure) -> Self {
        Self::Door(failure)
    }
}

impl From<Refusal> for NotTaken {
    fn from(refusal: Refusal) -> Self {
        Self::Rules(refusal)
    }
}

impl From<StoreError> for NotTaken {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::Door(Failure::NotFound),
            StoreError::Forbidden => Self::Door(Failure::Forbidden),
            StoreError::Changed | StoreError::Refused(Refusal::Illegal(_)) => Self::Door(Failure::Conflict),
            StoreError::Refused(refusal) => Self::Rules(refusal),
            StoreError::Db(error) => Self::Door(Failure::unavailable(error)),
        }
    }
}

/// Takes the step that the form asks for.
pub(super) async fn step(
    house: &House,
    visit: &Visit,
    reference: &str,
    sent: Result<Bytes, Failure>,
) -> Result<Reply, Failure> {
    let form = body::form(visit, &sent?)?;
    // Who does not say what they know is told of nothing.
    let known = body::value(&form, "known").parse().unwrap_or(i64::MAX);
    let (status, title, detail) = match take(house, visit, reference, &form).await {
        Ok(reply) => return Ok(reply),
        Err(NotTaken::Rules(refusal)) => of_rules(&refusal, visit),
        Err(NotTaken::Door(failure @ Failure::Conflict)) if visit.wants_a_page() => of_door(&failure, visit),
        Err(NotTaken::Door(failure @ (Failure::NotSignedIn | Failure::Forbidden | Failure::Unavailable)))
            if !form::written(&form).is_empty() && visit.wants_a_page() =>
        {
            let (status, title, detail) = of_door(&failure, visit);
            return unsent(visit, reference, &Undone { status, title, detail, changes: Vec::new(), form });
        }
        Err(NotTaken::Door(failure)) => return Err(failure),
    };
    let changes = since::changes(house, visit, reference, known).await?;
    come_back(house, visit, reference, &Undone { status, title, detail, changes, form }).await
}

/// The case as it is now: on top what was not done and why, and what was written in its form again, where that form is still there.
async fn come_back(house: &House, visit: &Visit, reference: &str, undone: &Undone) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::WorkOnCases).await?;
    match case_page(house, visit, &signed_in, reference, Shown::Undone(undone)).await {
        // By now it is at a desk whose cases they do not see.
        Err(Failure::NotFound | Failure::Forbidden) => unsent(visit, reference, undone),
        shown => shown,
    }
}

async fn take(house: &House, visit: &Visit, reference: &str, form: &[(String, String)]) -> Result<Reply, NotTaken> {
    let signed_in = enter(house, visit, Action::WorkOnCases).await?;
    check_form(house, visit, &signed_in, body::value(form, "form_token"))?;
    let version: i64 = body::value(form, "version").parse().map_err(|_| Failure::Malformed)?;
    let case = reach::case(house, &signed_in, reference).await?;
    let is_empty = |name| body::value(form, name).trim().is_empty();
    let shown = match body::value(form, "step") {
        "open-address" => Some(Shown::WithAddress),
        "open-original" => Some(Shown::WithOriginal),
        "answer" if is_empty("answer") => Some(Shown::EmptyAnswer),
        _ => None,
    };
    if let Some(shown) = shown {
        return Ok(case_page(house, visit, &signed_in, reference, shown).await?);
    }
    let by = By::Officer(&signed_in, visit.words());
    let letter = body::value(form, "letter");
    match body::value(form, "step") {
        "letter-print" => return Ok(letters::print(house, visit, &signed_in, &case, letter).await?),
        "letter-told" => moving::deal(house, &by, reference, version, (letter, Deed::Told)).await?,
        "letter-again" => moving::deal(house, &by, reference, version, (letter, Deed::Again)).await?,
        _ => move_on(house, &by, &case, version, form).await?,
    }
    // Who hands a case over may not see it any more.
    let is_gone = body::value(form, "step") == "hand-over" && !signed_in.desks.is_empty();
    let back = if is_gone { "/desk".to_owned() } else { format!("/desk/cases/{reference}") };
    Ok(see_other(&Page::new(visit).link(&back))?)
}

async fn move_on(
    house: &House,
    by: &By<'_>,
    case: &Case,
    version: i64,
    form: &[(String, String)],
) -> Result<(), NotTaken> {
    let By::Officer(signed_in, _) = by else { return Err(Failure::Forbidden.into()) };
    let reference = case.reference.as_str();
    match form::read(form, &signed_in.shown_as)?.ok_or(Failure::Malformed)? {
        Wish::Move(step, words) => {
            moving::move_on(house, by, reference, version, step, Some(&words)).await?;
        }
        Wish::Say(words) => moving::say(house, by, reference, version, &words).await?,
        Wish::Interest(..) if !can(signed_in, Action::DoJustice, Resource::Room) => {
            return Err(Failure::Forbidden.into());
        }
        Wish::Interest(staff, rule) => moving::declare(house, by, reference, version, &staff, rule).await?,
        Wish::TakeBack(staff, rule, why) => {
            moving::take_interest_back(house, by, (reference, version), (&staff, rule), &why).await?;
        }
        Wish::HandOver(to) => moving::hand_over(house, signed_in, (reference, version), &to).await?,
    }
    Ok(())
}

/// What a failure says.
fn of_door(failure: &Failure, visit: &Visit) -> (StatusCode, String, String) {
    let words = visit.words();
    let detail = match failure {
        Failure::Conflict => words.text("unsent-conflict"),
        other => other.text(words, "detail"),
    };
    (failure.status(), failure.text(words, "title"), detail)
}

/// Which rule stands in the way.
fn of_rules(refusal: &Refusal, visit: &Visit) -> (StatusCode, String, String) {
    let is_missing = matches!(refusal, Refusal::Missing | Refusal::Lacks(_));
    let status = if is_missing { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::CONFLICT };
    let words = visit.words();
    let title = words.text(if is_missing { "refusal-title-missing" } else { "refusal-title" });
    let detail = match refusal {
        Refusal::Conflict(conflict) => words.text(&format!("interest-{}", conflict.0.as_str())),
        Refusal::Lacks(element) => words.text(&format!("refusal-lacks-{}", element.as_str())),
        other => words.text(&format!("refusal-{}", other.as_str())),
    };
    (status, title, detail)
}

/// What was written, to be copied, where the case cannot be shown.
fn unsent(visit: &Visit, reference: &str, undone: &Undone) -> Result<Reply, Failure> {
    let page = Page::new(visit);
    let back = page.link(&format!("/desk/cases/{reference}"));
    html(undone.status, &UnsentPage { page, undone, text: form::written(&undone.form), back })
}
