//! `/desk/audit`: the log as an auditor reads it. What is asked for stands in the page's address; nothing of what people
//! wrote is in it.

pub(super) mod routes;
mod why;

use ::http::StatusCode;
use askama::Template;
use feedback::privacy::Kind;
use feedback::{Consent, Reference};

use super::desk::grouped;
use crate::audit::reading::{self, Asked};
use crate::audit::{self, Link};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::staff::{Action, enter};
use crate::words::Words;

/// The most entries of one page.
const MOST_SHOWN: usize = 50;

#[derive(Template)]
#[template(path = "casework/log.html")]
struct LogPage {
    page: Page,
    /// The chain that the page is about; without one, it is about all of them.
    chain: Option<String>,
    /// Where the form is sent.
    action: String,
    asked: Asked,
    /// What was typed as a reference.
    typed: String,
    day: String,
    entries: Vec<Entry>,
    /// The actions to choose from, and whether it is the one that is asked for.
    actions: Vec<(&'static str, bool)>,
    first: Option<String>,
    next: Option<String>,
}

/// An entry as the page shows it.
struct Entry {
    link: Link,
    /// The chain's name as people read it.
    chain: String,
    /// By universal time, to the second.
    time: String,
    /// What it says of a card, or what it was done to, in words.
    facts: Vec<String>,
    /// Why, in words.
    why: Option<String>,
}

/// `GET /desk/audit`: every chain.
async fn all(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    show(house, visit, None).await
}

/// `GET /desk/audit/{reference}`: one chain.
async fn chain(house: &House, visit: &Visit, name: &str) -> Result<Reply, Failure> {
    show(house, visit, Some(of_chain(name).ok_or(Failure::NotFound)?)).await
}

/// The chain of this name: the office's own, or a reference in any way of writing one.
fn of_chain(name: &str) -> Option<String> {
    let name = name.trim();
    if name == audit::OFFICE {
        return Some(name.to_owned());
    }
    Reference::parse(name).ok().map(|reference| reference.as_str().to_owned())
}

async fn show(house: &House, visit: &Visit, chain: Option<String>) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::ReadLog).await?;
    let typed = visit.asked("chain").unwrap_or_default().trim().to_owned();
    let asked = asked(visit, chain.as_deref().unwrap_or(&typed));
    let mut links = reading::latest(&house.db, &asked, MOST_SHOWN + 1).await.map_err(Failure::unavailable)?;
    let has_more = links.len() > MOST_SHOWN;
    links.truncate(MOST_SHOWN);
    let action = match &chain {
        Some(chain) => ["/desk/audit/", chain].concat(),
        None => "/desk/audit".to_owned(),
    };
    let next = links.last().filter(|_| has_more).map(|last| (last.at, last.chain.clone(), last.seq));
    let address = |before| address(&action, visit, before);
    let page = LogPage {
        page: Page::for_staff(visit, &signed_in.shown_as, signed_in.role.room()),
        first: asked.before.is_some().then(|| address(None)),
        next: next.as_ref().map(|next| address(Some(next))),
        day: asked.day.map(|day| day.to_string()).unwrap_or_default(),
        actions: audit::Action::ALL.iter().map(|one| (one.as_str(), one.as_str() == asked.action)).collect(),
        entries: links.into_iter().map(|link| entry(link, visit.words())).collect(),
        chain: chain.as_deref().map(grouped),
        typed,
        asked,
        action,
    };
    html(StatusCode::OK, &page)
}

fn entry(link: Link, words: &Words) -> Entry {
    let time: String = link.time().replace('T', " ").chars().take(19).collect();
    let is_of_card = link.action == audit::Action::Submit.as_str();
    let facts = link.about.iter().filter(|_| is_of_card).flat_map(|about| about.split(' '));
    let facts = facts.map(|fact| told(fact, words)).chain(why::about(&link, words)).collect();
    Entry { chain: grouped(&link.chain), time, facts, why: why::why(&link, words), link }
}

/// What the worker noted of a card (`worker/entry.rs`), in words; as it stands where it is something else.
fn told(fact: &str, words: &Words) -> String {
    let mut parts = fact.split(':');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("notice"), Some(version), None) => words.with("audit-told-notice", "version", version),
        (Some("consent"), Some(consent), None) if Consent::parse(consent).is_some() => {
            words.text(&["audit-told-consent-", consent].concat())
        }
        (Some("masked"), Some(kind), Some(count)) if Kind::ALL.iter().any(|one| one.as_str() == kind) => {
            let kind = words.text(&["card-guard-kind-", kind].concat());
            words.with_all("audit-told-masked", &[("kind", kind.into()), ("count", count.into())])
        }
        (Some("withheld"), None, None) => words.text("audit-told-withheld"),
        _ => fact.to_owned(),
    }
}

/// What the address of this visit asks for. A day or an action that there is not is not asked for; a reference that there
/// is not has no entries.
fn asked(visit: &Visit, chain: &str) -> Asked {
    let value = |name| visit.asked(name).unwrap_or_default().trim().to_owned();
    let before = visit.asked("before").and_then(|before| {
        let (time, rest) = before.split_once('.')?;
        let (chain, seq) = rest.split_once('.')?;
        Some((time.parse().ok()?, chain.to_owned(), seq.parse().ok()?))
    });
    Asked {
        chain: of_chain(chain).unwrap_or_else(|| chain.to_owned()),
        actor: value("actor"),
        action: audit::Action::ALL
            .iter()
            .find(|one| one.as_str() == value("action"))
            .map_or_else(String::new, |one| one.as_str().to_owned()),
        day: value("day").parse().ok(),
        before,
    }
}

/// The address of the same, before this entry.
fn address(action: &str, visit: &Visit, before: Option<&(i64, String, i64)>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for name in ["chain", "actor", "action", "day"] {
        if let Some(value) = visit.asked(name).filter(|value| !value.is_empty()) {
            query.append_pair(name, value);
        }
    }
    if let Some((at, chain, seq)) = before {
        query.append_pair("before", &format!("{at}.{chain}.{seq}"));
    }
    query.append_pair("lang", visit.language.as_str());
    format!("{action}?{}", query.finish())
}
