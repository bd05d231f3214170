//! Quarantine: cards that a machine seems to have sent wait here until a person decides. Letting one out counts it and opens
//! the case that it is owed; nothing is ever thrown away.

pub(super) mod store;

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;
use feedback::{Intent, Reference};

use super::desk::grouped;
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, html, see_other};
use crate::staff::{Action, check_form, enter};
use crate::standard::Standard;

/// The most cards of one page.
const MOST_SHOWN: i64 = 200;

#[derive(Template)]
#[template(path = "casework/quarantine.html")]
struct QuarantinePage {
    page: Page,
    waiting: Vec<Entry>,
    form_token: String,
}

/// A card that waits.
pub(super) struct Waiting {
    /// Its reference.
    pub reference: String,
    /// What it was meant as.
    pub intent: Intent,
    /// What is shown of its texts.
    pub texts: Vec<String>,
    /// The signs of a machine, by name.
    pub signs: Vec<String>,
    /// When it came, in milliseconds since 1970.
    pub received_at: i64,
}

struct Entry {
    waiting: Waiting,
    reference: String,
    received: String,
}

/// `GET /desk/quarantine`.
pub(super) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::WorkOnCases).await?;
    let waiting = store::in_quarantine(&house.db, MOST_SHOWN).await.map_err(Failure::unavailable)?;
    let day = |millis| jiff::Timestamp::from_millisecond(millis).map(|time| Standard::default().office_date(time));
    let entry = |waiting: Waiting| Entry {
        reference: grouped(&waiting.reference),
        received: day(waiting.received_at).map(|day| visit.words().date(day)).unwrap_or_default(),
        waiting,
    };
    let page = Page::for_staff(visit, &signed_in.shown_as, "desk");
    let waiting = waiting.into_iter().map(entry).collect();
    html(StatusCode::OK, &QuarantinePage { page, waiting, form_token: signed_in.form_token })
}

/// `POST /desk/quarantine`: lets one card out. The worker takes it in.
pub(super) async fn release(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let form = body::form(visit, &sent?)?;
    let signed_in = enter(house, visit, Action::WorkOnCases).await?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let reference = Reference::parse(body::value(&form, "reference")).map_err(|_| Failure::NotFound)?;
    let is_out = store::release(&house.db, reference.as_str()).await.map_err(Failure::unavailable)?;
    if is_out { see_other(&Page::new(visit).link("/desk/quarantine")) } else { Err(Failure::Conflict) }
}
