//! Views that a member keeps at hand under a name of their own: a queue at one desk, or what a search is narrowed to. What is
//! kept is an address that the desk made itself, without the words of a search: they may be somebody's name.

pub(super) mod routes;
mod store;

use ::http::StatusCode;
use askama::Template;
use bytes::Bytes;

use self::store::Kept;
use super::{queue, search};
use crate::audit::{self, Entry};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, html, see_other};
use crate::staff::{Action, SignedIn, check_form, enter};

/// So many views a member keeps.
const MOST: i64 = 20;
/// The longest name, in characters.
const NAME_LIMIT: usize = 60;

/// The views that are kept, as lists of the desk show them: name, address in the page's language, and whether it is shown.
pub(super) struct Saved {
    pub views: Vec<(String, String, bool)>,
    /// Where what is shown is kept, or one is put away.
    pub change: String,
    /// Whether what is shown can be kept and is not yet.
    pub is_for_keeping: bool,
}

#[derive(Template)]
#[template(path = "casework/views.html")]
struct ViewsPage {
    page: Page,
    views: Vec<(String, String, bool)>,
    /// What is to be kept, and its address in the page's language.
    address: Option<String>,
    shown_at: String,
    typed: String,
    fault: Option<&'static str>,
    form_token: String,
}

/// What this member keeps, beside the list at this address.
pub(super) async fn beside(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    here: Option<String>,
) -> Result<Saved, Failure> {
    let views = views(house, visit, signed_in, here.as_deref()).await?;
    let is_for_keeping = here.is_some() && views.iter().all(|(_, _, is_shown)| !is_shown);
    let mut change = Page::new(visit).link("/desk/views");
    if let Some(here) = here.filter(|_| is_for_keeping) {
        change.push('&');
        change.push_str(&form_urlencoded::Serializer::new(String::new()).append_pair("address", &here).finish());
    }
    Ok(Saved { views, change, is_for_keeping })
}

async fn views(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    here: Option<&str>,
) -> Result<Vec<(String, String, bool)>, Failure> {
    let kept = store::of(&house.db, &signed_in.name).await.map_err(Failure::unavailable)?;
    let shown = |(name, address): (String, String)| {
        let is_shown = here == Some(address.as_str());
        (name, in_language(visit, &address), is_shown)
    };
    Ok(kept.into_iter().map(shown).collect())
}

/// A kept address, in the page's language.
fn in_language(visit: &Visit, address: &str) -> String {
    let and = if address.contains('?') { '&' } else { '?' };
    format!("{address}{and}lang={}", visit.language.as_str())
}

/// What can be kept of an address of the desk, as the desk itself writes it; `None` where it is of nothing that can.
fn to_keep(address: &str) -> Option<String> {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    if path == "/desk/search" { search::to_keep(&pairs) } else { queue::to_keep(path, &pairs) }
}

/// `GET /desk/views`.
async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::WorkOnCases).await?;
    page(house, visit, &signed_in, visit.asked("address").and_then(to_keep), ("", None)).await
}

async fn page(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    address: Option<String>,
    (typed, fault): (&str, Option<&'static str>),
) -> Result<Reply, Failure> {
    let page = ViewsPage {
        page: Page::for_staff(visit, &signed_in.shown_as, "desk"),
        views: views(house, visit, signed_in, None).await?,
        shown_at: address.as_deref().map(|address| in_language(visit, address)).unwrap_or_default(),
        address,
        typed: typed.to_owned(),
        fault,
        form_token: signed_in.form_token.clone(),
    };
    html(if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
}

/// `POST /desk/views`: keeps one, or puts one away.
async fn change(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::WorkOnCases).await?;
    let form = body::form(visit, &sent?)?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let name = body::value(&form, "name").trim();
    let entry = |action| Entry::of_office(house.clock.millis(), signed_in.actor(), action);
    match body::value(&form, "do") {
        "keep" => {
            let address = to_keep(body::value(&form, "address")).ok_or(Failure::Malformed)?;
            let is_named = !name.is_empty() && name.chars().count() <= NAME_LIMIT;
            let kept = if is_named {
                let entry = entry(audit::Action::ViewKeep);
                store::keep(&house.db, &signed_in.name, (name, &address), &entry).await.map_err(Failure::unavailable)?
            } else {
                Kept::Unnamed
            };
            match kept.fault() {
                None => see_other(&in_language(visit, &address)),
                fault => page(house, visit, &signed_in, Some(address), (name, fault)).await,
            }
        }
        "remove" => {
            let removed = store::remove(&house.db, &signed_in.name, name, &entry(audit::Action::ViewRemove)).await;
            removed.map_err(Failure::unavailable)?;
            see_other(&Page::new(visit).link("/desk/views"))
        }
        _ => Err(Failure::Malformed),
    }
}

#[cfg(test)]
mod tests;
