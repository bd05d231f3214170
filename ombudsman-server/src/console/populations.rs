//! `/publish/populations`: surveys that wait to be approved, each with the page and the files that everyone would read, and those that
//! somebody asked to have withdrawn. Nobody approves what was imported in their own name, nor withdraws what they asked for.

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;

use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, html, see_other};
use crate::results::editions::Reason;
use crate::results::populations::{self, Of, Survey};
use crate::staff::{Action, SignedIn, check_form, enter};
use crate::standard::Standard;
use crate::words::Words;

#[derive(Template)]
#[template(path = "console/populations.html")]
struct PopulationsPage {
    page: Page,
    waiting: Vec<Listed>,
    /// Those that somebody asked to have withdrawn.
    leaving: Vec<Leaving>,
    approved: Vec<Listed>,
    /// The name that this member signs in with.
    me: String,
    form_token: String,
}

/// A survey, and who did the last thing to it.
struct Listed {
    survey: Survey,
    title: String,
    state: String,
    /// Why it corrects the one before it.
    reason: Option<String>,
}

/// A survey that somebody asked to have withdrawn.
struct Leaving {
    name: String,
    title: String,
    state: String,
    /// Why, in English and in French, as everyone would read it.
    reason: Reason,
    /// By which the form says what was shown.
    shown: String,
    /// Whether this member asked.
    is_own: bool,
}

/// `GET /publish/populations`.
pub(super) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::PublishEditions).await?;
    let words = visit.words();
    let listed = |survey: Survey| {
        let reason = survey.corrects.as_ref().map(|(_, reason)| reason.in_language(visit.official).to_owned());
        let title = survey.title_in(visit.official).to_owned();
        Listed { title, state: state(&survey, words), reason, survey }
    };
    let surveys = populations::all(&house.db).await.map_err(Failure::unavailable)?;
    let leaving = surveys.iter().filter_map(|survey| leaving(survey, visit, &signed_in)).collect();
    let (approved, waiting) = surveys.into_iter().map(listed).partition(|one| one.survey.approved.is_some());
    let page = PopulationsPage {
        page: Page::for_staff(visit, &signed_in.shown_as, signed_in.role.room()),
        waiting,
        leaving,
        approved,
        me: signed_in.name.clone(),
        form_token: signed_in.form_token.clone(),
    };
    html(StatusCode::OK, &page)
}

/// What there is to show of a survey that is to be withdrawn; nothing of another.
fn leaving(survey: &Survey, visit: &Visit, signed_in: &SignedIn) -> Option<Leaving> {
    let withdrawal = survey.withdrawal.as_ref().filter(|withdrawal| withdrawal.done.is_none())?;
    let (name, shown_as) = &withdrawal.asker;
    Some(Leaving {
        name: survey.name.clone(),
        title: survey.title_in(visit.official).to_owned(),
        state: said(visit.words(), "populations-state-asked", (shown_as, withdrawal.asked_at)),
        reason: withdrawal.reason.clone(),
        shown: withdrawal.shown(),
        is_own: *name == signed_in.name,
    })
}

/// `POST /publish/populations`: approves a survey, or withdraws one.
pub(super) async fn approve(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let form = body::form(visit, &sent?)?;
    let signed_in = enter(house, visit, Action::PublishEditions).await?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let (name, shown) = (body::value(&form, "survey"), body::value(&form, "sha256"));
    let is_done = if body::value(&form, "do") == "withdraw" {
        populations::withdraw(house, name, shown, &signed_in.actor()).await
    } else {
        populations::approve(house, name, shown, &signed_in.actor()).await
    };
    let is_done = is_done.map_err(Failure::unavailable)?;
    if is_done { see_other(&Page::new(visit).link("/publish/populations")) } else { Err(Failure::Conflict) }
}

/// `GET /publish/populations/{survey}`: the page that everyone would read.
pub(super) async fn one(house: &House, visit: &Visit, name: &str) -> Result<Reply, Failure> {
    let (signed_in, survey) = entered(house, visit, name).await?;
    let page = Page::for_staff(visit, &signed_in.shown_as, signed_in.role.room());
    populations::show(house, visit, page, Of { survey: &survey, is_public: false }).await
}

/// A file of the survey of this name.
pub(super) async fn file(house: &House, visit: &Visit, name: &str, file: &str) -> Result<Reply, Failure> {
    let (_, survey) = entered(house, visit, name).await?;
    populations::file(house, &survey, file).await
}

async fn entered(house: &House, visit: &Visit, name: &str) -> Result<(SignedIn, Survey), Failure> {
    let signed_in = enter(house, visit, Action::PublishEditions).await?;
    let surveys = populations::all(&house.db).await.map_err(Failure::unavailable)?;
    let survey = surveys.into_iter().find(|survey| survey.name == name).ok_or(Failure::NotFound)?;
    Ok((signed_in, survey))
}

/// Who did the last thing to a survey, and when.
fn state(survey: &Survey, words: &Words) -> String {
    let done = survey.withdrawal.as_ref().and_then(|withdrawal| withdrawal.done.as_ref());
    match (done, &survey.approved) {
        (Some((member, at)), _) => said(words, "populations-state-withdrawn", (member, *at)),
        (None, Some((member, at, _))) => said(words, "editions-state-approved", (member, *at)),
        (None, None) => said(words, "editions-state-prepared", (&survey.preparer.1, survey.prepared_at)),
    }
}

/// That a member did something then.
fn said(words: &Words, id: &str, (member, at): (&str, i64)) -> String {
    let at = jiff::Timestamp::from_millisecond(at).unwrap_or_default().to_zoned(Standard::default().zone);
    let (date, time) = (words.date(at.date()), at.strftime("%H:%M").to_string());
    words.with_all(id, &[("member", member.into()), ("date", date.into()), ("time", time.into())])
}
