//! Compliments reach those whom they are about: the office passes one on to the team, which reads its masked text, and may make
//! a nomination towards recognition of it.

mod act;
pub(super) mod routes;
mod store;

use ::http::StatusCode;
use askama::Template;

use super::desk::grouped;
use super::reach;
use super::service_names::ServiceNames;
use super::story::day;
use super::suggestions::{ON_A_PAGE, Place, address};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::staff::{Action, Resource, SignedIn, can, enter};

/// A compliment in the record.
struct Compliment {
    reference: String,
    service: String,
    text: String,
    received_at: i64,
    may_quote: bool,
    /// By whom and when it was passed on.
    passed: Option<(String, i64)>,
    nomination: Option<Nomination>,
}

/// A nomination towards recognition.
struct Nomination {
    unit: String,
    /// The employee, and the day on which they agreed to be named.
    employee: Option<(String, String)>,
    by: (String, i64),
}

struct Row {
    compliment: Compliment,
    reference: String,
    service: String,
    received: String,
    passed: Option<String>,
    nominated: Option<String>,
    agreed: Option<String>,
}

#[derive(Template)]
#[template(path = "casework/compliments.html")]
struct ComplimentsPage {
    page: Page,
    rows: Vec<Row>,
    next_page: Option<String>,
    first_page: Option<String>,
    /// Whether this member passes compliments on.
    may_pass_on: bool,
    form_token: String,
    fault: Option<&'static str>,
}

/// `GET /desk/compliments`.
async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::WorkOnCases).await?;
    page(house, visit, &signed_in, None).await
}

async fn page(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    fault: Option<&'static str>,
) -> Result<Reply, Failure> {
    let desks = reach::desks(house, visit, signed_in).await?;
    let may_pass_on = can(signed_in, Action::PassOnPraise, Resource::Room);
    let after = visit.asked("after").map(Place::parse);
    let shown = store::Shown { desks: &desks.shown(signed_in), is_passed_only: !may_pass_on };
    let found = store::page(&house.db, after.as_ref(), &shown).await;
    let mut compliments = found.map_err(Failure::unavailable)?;
    let has_more = compliments.len() > ON_A_PAGE;
    compliments.truncate(ON_A_PAGE);
    let last = compliments.last().filter(|_| has_more).map(|last| Place {
        is_ended: last.passed.is_some(),
        received_at: last.received_at,
        reference: last.reference.clone(),
    });
    let mut names = ServiceNames::new(house, visit);
    let mut rows = Vec::with_capacity(compliments.len());
    for compliment in compliments {
        let service = names.of(&compliment.service).await?;
        rows.push(row(visit, compliment, service));
    }
    let path = "/desk/compliments";
    let page = ComplimentsPage {
        page: Page::for_staff(visit, &signed_in.shown_as, "desk"),
        rows,
        next_page: last.map(|last| address(visit, path, Some(&last))),
        first_page: after.map(|_| address(visit, path, None)),
        may_pass_on,
        form_token: signed_in.form_token.clone(),
        fault,
    };
    html(if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
}

fn row(visit: &Visit, compliment: Compliment, service: String) -> Row {
    let words = visit.words();
    let passed = compliment.passed.as_ref().map(|(officer, at)| {
        let values = [("officer", officer.as_str().into()), ("date", day(*at, words).into())];
        words.with_all("compliments-passed-by", &values)
    });
    let nominated = compliment.nomination.as_ref().map(|nomination| {
        let (officer, at) = &nomination.by;
        let (officer, date) = (officer.as_str().into(), day(*at, words).into());
        let values = [("unit", nomination.unit.as_str().into()), ("officer", officer), ("date", date)];
        words.with_all("compliments-nominated-by", &values)
    });
    let agreed = compliment.nomination.as_ref().and_then(|nomination| nomination.employee.as_ref());
    let agreed = agreed.map(|(employee, on)| {
        let date = on.parse().map_or_else(|_| on.clone(), |date| words.date(date));
        words.with_all("compliments-agreed", &[("employee", employee.as_str().into()), ("date", date.into())])
    });
    Row {
        reference: grouped(&compliment.reference),
        service,
        received: day(compliment.received_at, words),
        passed,
        nominated,
        agreed,
        compliment,
    }
}
