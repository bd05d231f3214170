//! `/holds`: what must not be removed, because a court, an inquiry or an access request needs it. The custodian and the director
//! set and lift a hold by reference, with a reason; neither sees the case here.

pub mod routes;

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;
use feedback::Reference;

use super::store;
use crate::audit::{self, Entry};
use crate::casework::desk::grouped;
use crate::casework::story::day;
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, html, see_other};
use crate::staff::{Action, Resource, SignedIn, can, check_form, enter};

/// The longest reason, in characters.
const REASON_LIMIT: usize = 500;

/// A hold.
pub(super) struct Hold {
    pub reference: String,
    pub reason: String,
    /// Who set it, by the name that people see.
    pub by: String,
    pub set_at: i64,
}

#[derive(Template)]
#[template(path = "casework/holds.html")]
struct HoldsPage {
    page: Page,
    /// Each hold, its reference as people read it, and its day.
    rows: Vec<(Hold, String, String)>,
    reference: String,
    reason: String,
    fault: Option<&'static str>,
    form_token: String,
}

/// What the page of a case tells of a hold on it.
pub(in crate::casework) struct Held {
    /// Since when.
    pub since: String,
    /// Why, for who says what must not be removed.
    pub reason: Option<String>,
}

/// The hold on this case, or on anything that came with the same form.
pub(in crate::casework) async fn of_case(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    reference: &str,
) -> Result<Option<Held>, Failure> {
    let held = store::hold_of(&house.db, reference).await.map_err(Failure::unavailable)?;
    let may_read = can(signed_in, Action::HoldRecords, Resource::Room);
    Ok(held.map(|(reason, at)| Held { since: day(at, visit.words()), reason: may_read.then_some(reason) }))
}

/// `GET /holds`.
async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::HoldRecords).await?;
    page(house, visit, &signed_in, ("", ""), None).await
}

async fn page(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    (reference, reason): (&str, &str),
    fault: Option<&'static str>,
) -> Result<Reply, Failure> {
    let holds = store::holds(&house.db).await.map_err(Failure::unavailable)?;
    let row = |hold: Hold| {
        let (reference, on) = (grouped(&hold.reference), day(hold.set_at, visit.words()));
        (hold, reference, on)
    };
    let page = HoldsPage {
        page: Page::for_staff(visit, &signed_in.shown_as, signed_in.role.room()),
        rows: holds.into_iter().map(row).collect(),
        reference: reference.to_owned(),
        reason: reason.to_owned(),
        fault,
        form_token: signed_in.form_token.clone(),
    };
    html(if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
}

/// `POST /holds`.
async fn decide(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::HoldRecords).await?;
    let form = body::form(visit, &sent?)?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let (typed, reason) = (body::value(&form, "reference").trim(), body::value(&form, "reason").trim());
    let Ok(reference) = Reference::parse(typed) else {
        return page(house, visit, &signed_in, (typed, reason), Some("holds-fault-reference")).await;
    };
    let reference = reference.as_str();
    let entry = Entry::of_case(reference, house.clock.millis(), signed_in.actor(), audit::Action::LegalHold);
    let is_done = match body::value(&form, "do") {
        "lift" => store::lift(&house.db, reference, &signed_in.name, &entry.because("lifted")).await,
        "set" if reason.is_empty() || reason.chars().count() > REASON_LIMIT => {
            return page(house, visit, &signed_in, (typed, reason), Some("holds-fault-reason")).await;
        }
        "set" => {
            let entry = entry.because("set").deciding(reason);
            store::hold(&house.db, reference, reason, &signed_in.name, &entry).await
        }
        _ => return Err(Failure::Malformed),
    };
    if is_done.map_err(Failure::unavailable)? {
        return see_other(&Page::new(visit).link("/holds"));
    }
    page(house, visit, &signed_in, (typed, reason), Some("holds-fault-reference")).await
}
