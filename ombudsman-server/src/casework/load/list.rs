//! The cases of one officer, or those that nobody has, to tick and give to somebody.

use ::http::StatusCode;
use askama::Template;

use super::{Part, address, days, is_at, officers, store};
use crate::casework::desk::{Entry, entry};
use crate::casework::queue::Place;
use crate::casework::reach;
use crate::casework::service_names::ServiceNames;
use crate::casework::story;
use crate::casework::ticked::{Outcome, Ticks};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::staff::{Action, SignedIn, enter};
use crate::standard::Standard;

#[derive(Template)]
#[template(path = "casework/load_list.html")]
struct ListPage {
    page: Page,
    /// The name that people see; `None` for what nobody has.
    name: Option<String>,
    /// Which cases: the address, the name and whether they are the ones that are shown.
    parts: Vec<(String, &'static str, bool)>,
    rows: Vec<(Entry, &'static str)>,
    ticks: Ticks,
    /// Whom they can be given to: sign-in name, and the name that people see.
    officers: Vec<(String, String)>,
    /// Where the form is sent.
    action: String,
    given: Option<Outcome>,
    next_page: Option<String>,
    first_page: Option<String>,
    form_token: String,
}

/// `GET /desk/load/cases`.
pub(in crate::casework) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::ShareWork).await?;
    page(house, visit, &signed_in, None).await
}

/// The page, once these were given, or were to be.
pub(super) async fn page(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    given: Option<Outcome>,
) -> Result<Reply, Failure> {
    let holder = visit.asked("of").unwrap_or_default();
    let part = visit.asked("which").and_then(Part::parse).unwrap_or(Part::Open);
    let after = visit.asked("after").map(Place::parse);
    let from = after.clone().unwrap_or_default();
    let found = store::page(&house.db, (holder, part), &from, &days(house), &signed_in.desks).await;
    let (cases, last) = found.map_err(Failure::unavailable)?;
    let desks = reach::desks(house, visit, signed_in).await?;
    let mut names = ServiceNames::new(house, visit);
    let today = Standard::default().office_date(house.clock.now());
    let mut rows = Vec::new();
    for case in cases {
        let (service, next) = (names.of(&case.service).await?, story::next(&case, holder, today));
        rows.push((entry(house, visit, &desks, case, service), next));
    }
    let others = officers(house).await?.into_iter().filter(|one| one.shown_as != holder && is_at(one, signed_in));
    let here = after.as_ref().map(ToString::to_string);
    let action = address(visit, holder, part, here.as_deref());
    let status = given.as_ref().map_or(StatusCode::OK, Outcome::status);
    html(
        status,
        &ListPage {
            page: Page::for_staff(visit, &signed_in.shown_as, "desk"),
            name: Some(holder.to_owned()).filter(|name| !name.is_empty()),
            parts: Part::ALL
                .iter()
                .map(|one| (address(visit, holder, *one, None), one.as_str(), *one == part))
                .collect(),
            ticks: Ticks::of(visit, &action, rows.iter().map(|(entry, _)| &entry.case)),
            rows,
            officers: others.map(|one| (one.name, one.shown_as)).collect(),
            action,
            given,
            next_page: last.map(|last| address(visit, holder, part, Some(&last.to_string()))),
            first_page: after.map(|_| address(visit, holder, part, None)),
            form_token: signed_in.form_token.clone(),
        },
    )
}
