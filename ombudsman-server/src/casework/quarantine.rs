//! Quarantine: cards that a machine seems to have sent wait here until a person decides. One is let in, and then counts and
//! opens the case that it is owed, or it is confirmed as spam. Nothing is ever thrown away: what was confirmed can be found
//! and let in later.

mod asked;
mod decide;
pub(super) mod store;

use ::http::StatusCode;
use askama::Template;
use feedback::Intent;

use asked::{Asked, SIGNS, Shelf};
pub(super) use decide::decide;

use super::desk::grouped;
use super::service_names::ServiceNames;
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::staff::{Action, SignedIn, enter};
use crate::standard::Standard;
use crate::words::Words;

/// The most cards of one page.
const MOST_SHOWN: usize = 50;

#[derive(Template)]
#[template(path = "casework/quarantine.html")]
struct QuarantinePage {
    page: Page,
    asked: Asked,
    entries: Vec<Entry>,
    /// The two shelves: address, name and whether it is the one that is shown.
    shelves: [(String, String, bool); 2],
    /// The signs of the cards on this shelf, each with how many have it, and whether it is asked for.
    signs: Vec<(&'static str, String, bool)>,
    /// Where the cards begin again, where this page begins later.
    first: Option<String>,
    /// Where they go on.
    next: Option<String>,
    /// Where a decision is sent.
    action: String,
    form_token: String,
    /// What was done a moment ago.
    done: Option<String>,
    is_nothing_ticked: bool,
}

/// A card on one of the shelves.
pub(super) struct Kept {
    /// Its reference.
    pub reference: String,
    /// The service that it is about.
    pub service: String,
    /// What it was meant as.
    pub intent: Intent,
    /// What is shown of its texts.
    pub texts: Vec<String>,
    /// The signs of a machine, by name.
    pub signs: Vec<String>,
    /// When it came, in milliseconds since 1970.
    pub received_at: i64,
    /// Who confirmed it as spam and when, where somebody did.
    pub confirmed: Option<(String, i64)>,
}

struct Entry {
    kept: Kept,
    reference: String,
    service: String,
    received: String,
    confirmed: Option<String>,
}

/// `GET /desk/quarantine`.
pub(super) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::SortQuarantine).await?;
    page(house, visit, &signed_in, false).await
}

async fn page(house: &House, visit: &Visit, signed_in: &SignedIn, is_nothing_ticked: bool) -> Result<Reply, Failure> {
    let (asked, words) = (Asked::of(visit), visit.words());
    let counts = store::counts(&house.db).await.map_err(Failure::unavailable)?;
    let mut kept = store::kept(&house.db, &asked, MOST_SHOWN + 1).await.map_err(Failure::unavailable)?;
    let has_more = kept.len() > MOST_SHOWN;
    kept.truncate(MOST_SHOWN);
    let next = kept.last().filter(|_| has_more).map(|last| asked.after(last).address(words));
    let shelf = |shelf: Shelf, name: &str| {
        let number = words.number(counts.on(shelf, None));
        let is_shown = asked.shelf == shelf;
        (Asked::shelf(shelf).address(words), words.with(name, "count", number), is_shown)
    };
    let shelves =
        [shelf(Shelf::Waiting, "quarantine-shelf-waiting"), shelf(Shelf::Confirmed, "quarantine-shelf-confirmed")];
    let signs = SIGNS.into_iter().filter_map(|sign| {
        let number = counts.on(asked.shelf, Some(sign));
        let is_asked = asked.sign == Some(sign);
        (number > 0 || is_asked).then(|| (sign, words.number(number), is_asked))
    });
    let page = QuarantinePage {
        page: Page::for_staff(visit, &signed_in.shown_as, "desk"),
        signs: signs.collect(),
        entries: entries(house, visit, kept).await?,
        shelves,
        first: asked.is_later().then(|| asked.whole().address(words)),
        next,
        action: asked.address(words),
        form_token: signed_in.form_token.clone(),
        done: asked.done.map(|(decision, count)| words.with(decision.done(), "count", words.number(count))),
        is_nothing_ticked,
        asked,
    };
    html(if is_nothing_ticked { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
}

async fn entries(house: &House, visit: &Visit, kept: Vec<Kept>) -> Result<Vec<Entry>, Failure> {
    let (mut names, words) = (ServiceNames::new(house, visit), visit.words());
    let mut entries = Vec::with_capacity(kept.len());
    for kept in kept {
        let confirmed = kept.confirmed.as_ref().map(|(officer, at)| {
            let values = [("officer", officer.as_str().into()), ("date", day(*at, words).into())];
            words.with_all("quarantine-confirmed-by", &values)
        });
        entries.push(Entry {
            reference: grouped(&kept.reference),
            service: names.of(&kept.service).await?,
            received: day(kept.received_at, words),
            confirmed,
            kept,
        });
    }
    Ok(entries)
}

/// The office's day at this time in milliseconds since 1970.
fn day(millis: i64, words: &Words) -> String {
    let time = jiff::Timestamp::from_millisecond(millis).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    words.date(Standard::default().office_date(time))
}
