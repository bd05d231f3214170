//! Incidents: something that went wrong for many is opened once, the cases about it are put under it, one officer writes what
//! was done and what is answered, another sends it, and everyone gets it.

mod act;
mod one;
pub(super) mod routes;
mod sending;
pub(super) mod store;

use ::http::StatusCode;
use askama::Template;

use super::service_names::ServiceNames;
use super::story::day;
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::registry::{self, Service};
use crate::staff::{Action, SignedIn, enter};

/// The longest title, in characters.
const TITLE_LIMIT: usize = 150;
/// The longest of the other texts.
const TEXT_LIMIT: usize = 4_000;

/// What was typed to open an incident, kept where it comes back.
#[derive(Default)]
struct Typed {
    service: String,
    title: String,
    known: String,
}

#[derive(Template)]
#[template(path = "casework/incidents.html")]
struct IncidentsPage {
    page: Page,
    rows: Vec<Row>,
    services: Vec<Service>,
    typed: Typed,
    fault: Option<&'static str>,
    form_token: String,
}

/// An incident in the list.
struct Row {
    id: String,
    title: String,
    service: String,
    opened: String,
    /// How many cases are under it, and how many of them were answered.
    cases: String,
    answered: String,
    is_sent: bool,
}

/// `GET /desk/incidents`.
async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::AnswerForAll).await?;
    list(house, visit, &signed_in, Typed::default(), None).await
}

/// The list, with what was typed and is at fault in it.
async fn list(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    typed: Typed,
    fault: Option<&'static str>,
) -> Result<Reply, Failure> {
    let words = visit.words();
    let mut names = ServiceNames::new(house, visit);
    let mut rows = Vec::new();
    for one in store::newest(&house.db).await.map_err(Failure::unavailable)? {
        let incident = one.incident;
        rows.push(Row {
            service: names.of(&incident.service).await?,
            opened: day(incident.opened_at, words),
            cases: words.number(one.cases.unsigned_abs()),
            answered: words.number(one.answered.unsigned_abs()),
            is_sent: incident.is_sent,
            id: incident.id,
            title: incident.title,
        });
    }
    let mut services = registry::all(&house.db).await.map_err(Failure::unavailable)?;
    services.retain(|service| service.is_open);
    let page = Page::for_staff(visit, &signed_in.shown_as, "desk");
    let status = if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let form_token = signed_in.form_token.clone();
    html(status, &IncidentsPage { page, rows, services, typed, fault, form_token })
}
