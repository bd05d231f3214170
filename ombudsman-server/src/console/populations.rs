//! `/publish/populations`: surveys that wait to be approved, each with the page and the files that everyone would read. Nobody
//! approves what was imported in their own name.

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;
use feedback::Language;

use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, html, see_other};
use crate::results::populations::{self, Of, Survey};
use crate::staff::{Action, SignedIn, check_form, enter};
use crate::standard::Standard;
use crate::words::Words;

#[derive(Template)]
#[template(path = "console/populations.html")]
struct PopulationsPage {
    page: Page,
    waiting: Vec<Listed>,
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
}

/// `GET /publish/populations`.
pub(super) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::PublishEditions).await?;
    let words = visit.words();
    let listed = |survey: Survey| {
        let title = if visit.official == Language::French { survey.title.fr.clone() } else { survey.title.en.clone() };
        Listed { title, state: state(&survey, words), survey }
    };
    let surveys = populations::all(&house.db).await.map_err(Failure::unavailable)?;
    let (approved, waiting) = surveys.into_iter().map(listed).partition(|one| one.survey.approved.is_some());
    let page = PopulationsPage {
        page: Page::for_staff(visit, &signed_in.shown_as, signed_in.role.room()),
        waiting,
        approved,
        me: signed_in.name.clone(),
        form_token: signed_in.form_token.clone(),
    };
    html(StatusCode::OK, &page)
}

/// `POST /publish/populations`.
pub(super) async fn approve(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let form = body::form(visit, &sent?)?;
    let signed_in = enter(house, visit, Action::PublishEditions).await?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let (name, shown) = (body::value(&form, "survey"), body::value(&form, "sha256"));
    let is_done = populations::approve(house, name, shown, &signed_in.actor()).await.map_err(Failure::unavailable)?;
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
    let said = |id, member: &str, at: i64| {
        let at = jiff::Timestamp::from_millisecond(at).unwrap_or_default().to_zoned(Standard::default().zone);
        let (date, time) = (words.date(at.date()), at.strftime("%H:%M").to_string());
        words.with_all(id, &[("member", member.into()), ("date", date.into()), ("time", time.into())])
    };
    match &survey.approved {
        Some((member, at, _)) => said("editions-state-approved", member, *at),
        None => said("editions-state-prepared", &survey.preparer.1, survey.prepared_at),
    }
}
