//! `/desk/past-work`: an officer says in which programs they work or have worked. For 24 months after that no complaint about
//! it is theirs.

mod store;

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;
use jiff::civil::Date;

use super::service_names::ServiceNames;
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, html, see_other};
use crate::registry::{self, Service};
use crate::staff::{Action, SignedIn, check_form, enter};
use crate::standard::Standard;

#[derive(Template)]
#[template(path = "casework/past_work.html")]
struct PastWorkPage {
    page: Page,
    /// The name of each program, and until when, where it is over.
    past: Vec<(String, Option<String>)>,
    services: Vec<Service>,
    form_token: String,
    /// The id of the sentence that says why nothing was kept.
    fault: Option<&'static str>,
}

/// `GET /desk/past-work`.
pub(super) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::DoJustice).await?;
    page(house, visit, &signed_in, None).await
}

/// `POST /desk/past-work`.
pub(super) async fn add(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let form = body::form(visit, &sent?)?;
    let signed_in = enter(house, visit, Action::DoJustice).await?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let service = registry::find(&house.db, body::value(&form, "service")).await.map_err(Failure::unavailable)?;
    let until = match body::value(&form, "until") {
        "" => Some(None),
        day => day.parse::<Date>().ok().map(Some),
    };
    let (Some(service), Some(until)) = (service, until) else {
        return page(house, visit, &signed_in, Some("past-incomplete")).await;
    };
    let now = (house.clock.millis(), Standard::default().office_date(house.clock.now()));
    if !store::keep(&house.db, &signed_in, &service.slug, until, now).await.map_err(Failure::unavailable)? {
        return page(house, visit, &signed_in, Some("past-shorter")).await;
    }
    see_other(&Page::new(visit).link("/desk/past-work"))
}

async fn page(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    fault: Option<&'static str>,
) -> Result<Reply, Failure> {
    let mut names = ServiceNames::new(house, visit);
    let mut past = Vec::new();
    for (service, until) in store::of(&house.db, &signed_in.name).await.map_err(Failure::unavailable)? {
        past.push((names.of(&service).await?, until.map(|until| visit.words().date(until))));
    }
    let page = PastWorkPage {
        page: Page::for_staff(visit, &signed_in.shown_as, "desk"),
        past,
        services: registry::all(&house.db).await.map_err(Failure::unavailable)?,
        form_token: signed_in.form_token.clone(),
        fault,
    };
    html(if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
}
