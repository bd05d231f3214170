//! Search at the desk: the cases that a member sees, by words and by what can be told of them from outside, each kind with how
//! many there are. The words go in a form's body, and come back in the address sealed: only this office reads them there.

mod facets;
mod narrow;
pub mod owed;
mod store;
mod words;

use ::http::StatusCode;
use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use feedback::Reference;

use facets::Asked;
use narrow::{Chosen, Group};
use store::Hit;
use words::{Piece, Words};

use super::Case;
use super::desk::{Entry, entry};
use super::incidents;
use super::reach::{self, Desks};
use super::saved::{self, Saved};
use super::service_names::ServiceNames;
use super::ticked::Ticks;
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, html, see_other};
use crate::staff::{Action, Resource, SignedIn, can, check_form, enter};
use crate::words::Words as Sentences;

/// So many cases are on a page.
const ON_A_PAGE: usize = 25;
/// So many words of a text are shown, and so many of them before the first that was looked for.
const WORDS_SHOWN: usize = 30;
const WORDS_BEFORE: usize = 8;

#[derive(Template)]
#[template(path = "casework/search.html")]
struct SearchPage {
    page: Page,
    /// What was typed.
    typed: String,
    asked: Asked,
    saved: Saved,
    chosen: Vec<Chosen>,
    groups: Vec<Group>,
    rows: Vec<Found>,
    /// How many cases fit.
    told: String,
    /// The incidents that a case can be put under, for who may: name, and title.
    incidents: Vec<(String, String)>,
    ticks: Ticks,
    next_page: Option<String>,
    first_page: Option<String>,
    form_token: String,
}

/// A case that was found.
struct Found {
    entry: Entry,
    severity: Option<&'static str>,
    /// The texts around what was looked for: of the person, and of the office.
    excerpts: Vec<Vec<Piece>>,
}

impl Found {
    /// Whether it can be put under an incident: its person was not told how it ends.
    fn may_be_ticked(&self) -> bool {
        !self.entry.case.stage.is_told()
    }

    fn to_tick(&self) -> Option<&Case> {
        self.may_be_ticked().then_some(&self.entry.case)
    }
}

/// `GET /desk/search`.
pub(super) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::WorkOnCases).await?;
    let asked = Asked::of(visit);
    let typed = asked.words.as_deref().and_then(|sealed| opened(house, &signed_in, sealed)).unwrap_or_default();
    let words = Words::read(&typed);
    let desks = reach::desks(house, visit, &signed_in).await?;
    let matching = asked.matching(&words, &signed_in.desks);
    let hits = store::found(&house.db, matching.as_ref(), asked.span()).await;
    let mut hits = hits.map_err(Failure::unavailable)?;
    let has_more = hits.len() == store::MOST_LOOKED_AT;
    hits.truncate(store::MOST_LOOKED_AT - 1);
    let mut names = ServiceNames::new(house, visit);
    let language = visit.language;
    let (hits_shown, next) = on_page(&hits, asked.after.as_deref());
    let may_put = can(&signed_in, Action::AnswerForAll, Resource::Room);
    let incidents = incidents::store::open(&house.db).await.map_err(Failure::unavailable)?;
    let rows = rows(house, visit, &signed_in, &desks, &mut names, &words, hits_shown).await?;
    let page = SearchPage {
        ticks: Ticks::of(visit, &asked.address(language), rows.iter().filter_map(Found::to_tick)),
        incidents: if may_put { incidents } else { Vec::new() },
        saved: saved::beside(house, visit, &signed_in, asked.to_keep()).await?,
        chosen: narrow::chosen(&asked, visit, &mut names, &desks).await?,
        groups: narrow::groups(&asked, &hits, visit, &mut names, &desks, has_more).await?,
        rows,
        told: told(hits.len(), has_more, visit.words()),
        next_page: next.map(|last| asked.after(last).address(language)),
        first_page: asked.after.as_ref().map(|_| Asked { after: None, ..asked.clone() }.address(language)),
        form_token: signed_in.form_token.clone(),
        page: Page::for_staff(visit, &signed_in.shown_as, "desk"),
        typed,
        asked,
    };
    html(StatusCode::OK, &page)
}

/// `POST /desk/search`: leads to the case of a reference, or to the page of what fits.
pub(super) async fn ask(house: &House, visit: &Visit, sent: Result<Bytes, Failure>) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::WorkOnCases).await?;
    let form = body::form(visit, &sent?)?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let typed = body::value(&form, "typed").trim();
    if let Ok(reference) = Reference::parse(typed) {
        match reach::case(house, &signed_in, reference.as_str()).await {
            Ok(case) => return see_other(&Page::new(visit).link(&format!("/desk/cases/{}", case.reference))),
            // Words are looked for as well, and an empty page says what to check.
            Err(Failure::NotFound | Failure::Forbidden) => {}
            Err(failure) => return Err(failure),
        }
    }
    let typed: String = typed.chars().take(words::MOST_CHARACTERS).collect();
    let words = if typed.is_empty() { None } else { Some(sealed(house, &signed_in, &typed)?) };
    see_other(&Asked { words, after: None, ..Asked::read(&form) }.address(visit.language))
}

/// The address of a search as it can be kept, from the pairs of one.
pub(super) fn to_keep(pairs: &[(String, String)]) -> Option<String> {
    Asked::read(pairs).to_keep()
}

/// How many cases fit, in words.
fn told(hits: usize, has_more: bool, words: &Sentences) -> String {
    let number = words.number(hits as u64);
    if has_more {
        return words.with("search-more", "number", number);
    }
    words.with_all("search-found", &[("count", hits.into()), ("number", number.into())])
}

/// Words as they stand in an address: sealed, for this member.
fn sealed(house: &House, signed_in: &SignedIn, typed: &str) -> Result<String, Failure> {
    let sealed = house.secrets.seal(&about(signed_in), typed).map_err(Failure::internal)?;
    Ok(URL_SAFE_NO_PAD.encode(sealed))
}

/// What stands there sealed, if this member searched for it.
fn opened(house: &House, signed_in: &SignedIn, sealed: &str) -> Option<String> {
    let sealed = URL_SAFE_NO_PAD.decode(sealed).ok()?;
    house.secrets.open_at_hand(&about(signed_in), &sealed).ok()
}

fn about(signed_in: &SignedIn) -> String {
    format!("a search of {}", signed_in.name)
}

/// The cases of the page after this one, and the last of them where there are more.
fn on_page<'a>(hits: &'a [Hit], after: Option<&str>) -> (Vec<&'a str>, Option<&'a str>) {
    let before =
        after.and_then(|after| hits.iter().position(|hit| hit.reference == after)).map_or(0, |place| place + 1);
    let rest = hits.get(before..).unwrap_or_default();
    let shown: Vec<&str> = rest.iter().take(ON_A_PAGE).map(|hit| hit.reference.as_str()).collect();
    let next = shown.last().copied().filter(|_| rest.len() > ON_A_PAGE);
    (shown, next)
}

async fn rows(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    desks: &Desks,
    names: &mut ServiceNames<'_>,
    words: &Words,
    references: Vec<&str>,
) -> Result<Vec<Found>, Failure> {
    let cases = store::shown(&house.db, &references).await.map_err(Failure::unavailable)?;
    let mut rows = Vec::new();
    // The index was asked for these desks only; what it says does not decide who sees what.
    for (case, texts) in cases.into_iter().filter(|(case, _)| signed_in.sees(&case.desk)) {
        let excerpts = texts.iter().map(|text| words.excerpt(text.trim(), WORDS_BEFORE, WORDS_SHOWN));
        let mut excerpts: Vec<_> = excerpts.collect();
        if excerpts.iter().any(|(is_found, _)| *is_found) {
            excerpts.retain(|(is_found, _)| *is_found);
        } else {
            excerpts.truncate(1);
        }
        let service = names.of(&case.service).await?;
        rows.push(Found {
            severity: case.stage.file().map(|file| file.assessment.severity.as_str()),
            entry: entry(house, visit, desks, case, service),
            excerpts: excerpts.into_iter().map(|(_, pieces)| pieces).filter(|pieces| !pieces.is_empty()).collect(),
        });
    }
    Ok(rows)
}
