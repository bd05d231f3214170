//! `/publish/editions`: what waits to be approved, with each cell that is withheld and why, and every number of it in pages
//! and files. Nobody approves what they had prepared. An approval can be taken back until the edition is public.

pub(super) mod contents;

use std::collections::BTreeMap;

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, html, see_other};
use crate::results::editions::{self, Approval, Document, Edition, Tables, Withheld};
use crate::staff::{Action, SignedIn, check_form, enter};
use crate::standard::Standard;
use crate::words::Words;

/// So many lines of what is withheld are on the page; all of them are in the edition.
const MOST_LINES: usize = 2_000;

/// An edition waits for its minute 90 days at most, in milliseconds.
const FURTHEST: i64 = 90 * 24 * 60 * 60 * 1_000;

#[derive(Template)]
#[template(path = "console/editions.html")]
struct EditionsPage {
    page: Page,
    waiting: Vec<Waiting>,
    approved: Vec<Listed>,
    /// The name that this member signs in with.
    me: String,
    form_token: String,
    fault: Option<&'static str>,
}

/// An edition that nobody has approved yet.
struct Waiting {
    edition: Edition,
    state: String,
    reason: Option<String>,
    tables: Vec<Tables>,
    withheld: Vec<Row>,
    /// How many lines are not on the page.
    more: usize,
}

/// An edition that is approved.
struct Listed {
    edition: Edition,
    state: String,
    /// Whether it is not public yet, so that the approval can be taken back.
    is_ahead: bool,
}

/// A cell that is withheld for some items.
struct Row {
    about: String,
    items: String,
    why: String,
}

/// `GET /publish/editions`.
pub(super) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::PublishEditions).await?;
    page(house, visit, &signed_in, None).await
}

/// `POST /publish/editions`.
pub(super) async fn approve(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let form = body::form(visit, &sent?)?;
    let signed_in = enter(house, visit, Action::PublishEditions).await?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let (id, shown) = (body::value(&form, "edition"), body::value(&form, "sha256"));
    if body::value(&form, "do") == "take-back" {
        let is_done = editions::take_back(house, (id, shown), &signed_in.actor()).await;
        return done(visit, is_done.map_err(Failure::unavailable)?);
    }
    let now = house.clock.millis();
    let Some(publish_at) = minute(body::value(&form, "at").trim(), now) else {
        return page(house, visit, &signed_in, Some("editions-no-minute")).await;
    };
    let approval = Approval { id, shown, publish_at };
    let is_done = editions::approve(house, &approval, &signed_in.actor()).await;
    done(visit, is_done.map_err(Failure::unavailable)?)
}

fn done(visit: &Visit, is_done: bool) -> Result<Reply, Failure> {
    if is_done { see_other(&Page::new(visit).link("/publish/editions")) } else { Err(Failure::Conflict) }
}

/// The minute that was typed, by the office's clock; now where nothing was. `None` where it is none, over, or so far ahead
/// that it was hardly meant.
fn minute(typed: &str, now: i64) -> Option<i64> {
    if typed.is_empty() {
        return Some(now);
    }
    let at = typed.parse::<DateTime>().ok()?.to_zoned(zone()).ok()?.timestamp().as_millisecond();
    (now..=now + FURTHEST).contains(&at).then_some(at)
}

fn zone() -> TimeZone {
    Standard::default().zone
}

async fn page(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    fault: Option<&'static str>,
) -> Result<Reply, Failure> {
    let words = visit.words();
    let (mut waiting, mut approved) = (Vec::new(), Vec::new());
    for edition in editions::prepared(&house.db).await.map_err(Failure::unavailable)? {
        let state = state(&edition, words);
        if let Some((_, publish_at, _)) = &edition.approved {
            let is_ahead = *publish_at > house.clock.millis();
            approved.push(Listed { edition, state, is_ahead });
            continue;
        }
        let document = editions::document(house, &edition).await?;
        let withheld = editions::withheld(&house.db, &edition.id).await.map_err(Failure::unavailable)?;
        let complaints = editions::complaints_withheld(house, &edition).await?;
        let complaints = complaints.into_iter().map(|(why, cells)| about_complaints(why, &cells, words));
        let together = editions::drivers_withheld(house, &edition).await?;
        let together = together.iter().map(|of| about_answers_together(of, &document, visit));
        let mut rows: Vec<Row> = complaints.chain(rows(&document, &withheld, visit)).chain(together).collect();
        let more = rows.len().saturating_sub(MOST_LINES);
        rows.truncate(MOST_LINES);
        let tables = Tables::of(&document, visit.official, words);
        let reason = edition.reason_in(visit.official);
        waiting.push(Waiting { edition, state, reason, tables, withheld: rows, more });
    }
    let page = EditionsPage {
        page: Page::for_staff(visit, &signed_in.shown_as, signed_in.role.room()),
        waiting,
        approved,
        me: signed_in.name.clone(),
        form_token: signed_in.form_token.clone(),
        fault,
    };
    html(if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
}

/// Who did the last thing to an edition, and when.
fn state(edition: &Edition, words: &Words) -> String {
    let said = |id, member: &str, at: i64| {
        let at = jiff::Timestamp::from_millisecond(at).unwrap_or_default().to_zoned(zone());
        let (date, time) = (words.date(at.date()), at.strftime("%H:%M").to_string());
        words.with_all(id, &[("member", member.into()), ("date", date.into()), ("time", time.into())])
    };
    match &edition.approved {
        Some((member, at, _)) => said("editions-state-approved", member, *at),
        None => said("editions-state-prepared", &edition.preparer.1, edition.prepared_at),
    }
}

/// What is withheld, a line for each cell and reason.
fn rows(document: &Document, withheld: &[Withheld], visit: &Visit) -> Vec<Row> {
    let words = visit.words();
    let mut items: BTreeMap<(String, &'static str), Vec<String>> = BTreeMap::new();
    for one in withheld {
        let service = one.service.as_ref().and_then(|slug| document.services.get(slug));
        let organisation = || document.organisation_name(&one.organisation, visit.official);
        let service = service.map_or_else(
            || format!("{} – {}", organisation(), words.text("editions-all-services")),
            |names| names.name(visit.official).to_owned(),
        );
        let limit =
            |beginning: &str, name: &Option<String>| name.as_ref().map(|name| words.text(&[beginning, name].concat()));
        let parts = [Some(service), limit("channel-", &one.channel), limit("language-", &one.language)];
        let about = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let item = words.text(&["item-", &one.item].concat());
        items.entry((about, one.why.as_str())).or_default().push(item);
    }
    let row = |((about, why), items): ((String, &str), Vec<String>)| Row {
        about,
        items: items.join(", "),
        why: words.text(&["editions-why-", why].concat()),
    };
    items.into_iter().map(row).collect()
}

/// What is withheld of how complaints were handled, for one reason.
fn about_complaints(why: &'static str, cells: &[&str], words: &Words) -> Row {
    let named = |cell: &&str| words.text(&["complaints-cell-", cell].concat());
    let items = cells.iter().map(named).collect::<Vec<_>>().join(", ");
    Row { about: words.text("complaints-title"), items, why: words.text(why) }
}

/// What is withheld of what answers tell together, of a service for one reason.
fn about_answers_together(
    ((service, status), methods): (&(String, String), &Vec<String>),
    document: &Document,
    visit: &Visit,
) -> Row {
    let words = visit.words();
    let what = |method: &String| words.text(&["drivers-what-", method].concat());
    let name = document.services.get(service).map_or("", |names| names.name(visit.official));
    Row {
        about: format!("{name} – {}", words.text("drivers-title")),
        items: methods.iter().map(what).collect::<Vec<_>>().join(", "),
        why: words.text(&["drivers-why-", status].concat()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_is_one_of_the_offices_clock_that_is_not_over() {
        let now = "2026-10-30T12:00:00Z".parse::<jiff::Timestamp>().expect("a time").as_millisecond();
        assert_eq!(minute("", now), Some(now));
        assert_eq!(minute("2026-10-30T08:00", now), Some(now), "four hours behind universal time");
        assert_eq!(minute("2026-10-30T07:59", now), None);
        assert_eq!(minute("tomorrow", now), None);
        assert!(minute("2027-01-28T06:59", now).is_some());
        assert_eq!(minute("2062-10-30T08:00", now), None, "a year that was mistyped");
    }
}
