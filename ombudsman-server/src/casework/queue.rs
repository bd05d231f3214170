//! The queues: what is mine, what nobody has, what waits for a second person, what is open and what is closed; each ordered
//! by what is due next, a page at a time.

mod store;
#[cfg(test)]
mod tests;
mod view;

use ::http::StatusCode;
use askama::Template;

use super::desk::{Entry, entry};
use super::moving;
use super::news;
use super::quarantine;
use super::reach;
use super::saved::{self, Saved};
use super::service_names::ServiceNames;
use super::story;
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::staff::{Action, Resource, SignedIn, can, enter};
use crate::standard::Standard;

pub(super) use store::{MOST_COUNTED, Place, state};
pub(super) use view::View;

#[derive(Template)]
#[template(path = "casework/queue.html")]
struct QueuePage {
    page: Page,
    view: View,
    /// Each view: its address, its name's id, how many cases it has, and whether it is the one that is shown.
    views: Vec<(String, &'static str, String, bool)>,
    /// The views that this member keeps at hand.
    saved: Saved,
    rows: Vec<Waiting>,
    /// Where the first page of it hears of what is newer.
    news: Option<String>,
    /// The address of the next page, where there is one, and of the first, where this is another.
    next_page: Option<String>,
    first_page: Option<String>,
    /// How many cards wait in quarantine.
    quarantined: i64,
    /// How many cases nobody has, for a member who has none of their own.
    waiting: Option<String>,
    /// How many complaints the office refers to this member's desk, for who is at a program's.
    referred: Option<usize>,
    /// What else this member does: the address of each, and its name's id.
    doors: Vec<(&'static str, &'static str)>,
    /// The desks to choose from: slug, name, and whether it is the one that is shown.
    desks: Vec<(String, String, bool)>,
    form_token: String,
}

/// A case in a queue.
struct Waiting {
    entry: Entry,
    /// The name of the step that comes next.
    next: &'static str,
    /// How much is at stake, once somebody has said.
    severity: Option<&'static str>,
    /// Whether it is looked into because the program let its time pass.
    is_unanswered: bool,
    /// Whether its draft was given back with a reason.
    is_given_back: bool,
    /// Whether one press takes it: nobody has it, and there is nothing to attest first.
    may_be_taken: bool,
}

/// `GET /desk` and its other views.
pub(super) async fn show(house: &House, visit: &Visit, view: View) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::WorkOnCases).await?;
    let desks = reach::desks(house, visit, &signed_in).await?;
    let shown = desks.shown(&signed_in);
    let after = visit.asked("after").map(Place::parse);
    let found = store::page(&house.db, view, &signed_in.shown_as, after.as_ref(), &shown).await;
    let (cases, last) = found.map_err(Failure::unavailable)?;
    let counts = store::counts(&house.db, &signed_in.shown_as, &shown).await.map_err(Failure::unavailable)?;
    let mut names = ServiceNames::new(house, visit);
    let today = Standard::default().office_date(house.clock.now());
    let mut rows = Vec::new();
    for case in cases {
        let service = names.of(&case.service).await?;
        rows.push(Waiting {
            next: story::next(&case, &signed_in.shown_as, today),
            severity: case.stage.file().map(|file| file.assessment.severity.as_str()),
            is_unanswered: case.stage.file().is_some_and(|file| file.unanswered.is_some()),
            is_given_back: case.stage.is_given_back(),
            may_be_taken: case.stage.name() == "received",
            entry: entry(house, visit, &desks, case, service),
        });
    }
    let page = Page::for_staff(visit, &signed_in.shown_as, "desk");
    // What a day begins with is at hand anyway.
    let here = to_keep(view.path(), &visit.query).filter(|here| here != View::Mine.path());
    let news = match after {
        None => Some(news::beside_queue(house, visit, &signed_in, view).await?),
        Some(_) => None,
    };
    let address = |view: View, after: Option<&Place>| address(visit, view, after);
    let in_team = View::ALL.iter().zip(&counts).find(|(one, count)| **one == View::Team && **count > 0);
    let waiting = in_team.filter(|_| view == View::Mine && rows.is_empty()).map(|(_, count)| counted(*count));
    html(
        StatusCode::OK,
        &QueuePage {
            saved: saved::beside(house, visit, &signed_in, here).await?,
            view,
            views: View::ALL.iter().zip(counts).map(|(one, count)| tab(visit, *one, count, view)).collect(),
            rows,
            news,
            next_page: last.map(|last| address(view, Some(&last))),
            first_page: after.map(|_| address(view, None)),
            quarantined: quarantined(house, &signed_in).await?,
            waiting,
            referred: referred(house, &signed_in).await?,
            doors: doors(&signed_in),
            desks: desks.choices(),
            form_token: signed_in.form_token.clone(),
            page,
        },
    )
}

/// `GET /desk/{view}`.
pub(super) async fn view(house: &House, visit: &Visit, name: &str) -> Result<Reply, Failure> {
    show(house, visit, name.parse().map_err(|()| Failure::NotFound)?).await
}

fn tab(visit: &Visit, view: View, count: i64, shown: View) -> (String, &'static str, String, bool) {
    (address(visit, view, None), view.as_str(), counted(count), view == shown)
}

/// Nobody counts further: what is more than that is too much, whatever the figure.
fn counted(count: i64) -> String {
    if count < MOST_COUNTED { count.to_string() } else { format!("{}+", MOST_COUNTED - 1) }
}

/// The address of a queue as it can be kept, from the path and the pairs of one; `None` where it is none.
pub(super) fn to_keep(path: &str, pairs: &[(String, String)]) -> Option<String> {
    let view = View::ALL.into_iter().find(|view| view.path() == path)?;
    let is_slug = |text: &str| !text.is_empty() && text.len() <= 100 && text.bytes().all(is_of_slug);
    let desk = pairs.iter().find(|(name, value)| name == "desk" && is_slug(value));
    Some(desk.map_or_else(|| view.path().to_owned(), |(_, desk)| format!("{}?desk={desk}", view.path())))
}

const fn is_of_slug(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-'
}

/// The address of a view, kept in the page's language and to the desk that was asked for; from this place on.
fn address(visit: &Visit, view: View, after: Option<&Place>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("lang", visit.language.as_str());
    if let Some(desk) = visit.asked("desk").filter(|desk| !desk.is_empty()) {
        query.append_pair("desk", desk);
    }
    if let Some(after) = after {
        query.append_pair("after", &after.to_string());
    }
    format!("{}?{}", view.path(), query.finish())
}

/// The other rooms that are open to this member.
fn doors(signed_in: &SignedIn) -> Vec<(&'static str, &'static str)> {
    let doors = [
        (Action::ShareWork, "/desk/load", "load-title"),
        (Action::EnterCards, "/desk/enter", "enter-title"),
        (Action::HoldRecords, "/holds", "holds-title"),
        (Action::AnswerForAll, "/desk/incidents", "incidents-title"),
        (Action::DoJustice, "/desk/past-work", "past-title"),
    ];
    let open = doors.into_iter().filter(|(action, ..)| can(signed_in, *action, Resource::Room));
    open.map(|(_, address, title)| (address, title)).collect()
}

async fn referred(house: &House, signed_in: &SignedIn) -> Result<Option<usize>, Failure> {
    if !can(signed_in, Action::AnswerReferrals, Resource::Room) {
        return Ok(None);
    }
    let open = moving::referrals::open_at(&house.db, &signed_in.desks).await.map_err(Failure::unavailable)?;
    Ok(Some(open.len()))
}

async fn quarantined(house: &House, signed_in: &SignedIn) -> Result<i64, Failure> {
    if !can(signed_in, Action::SortQuarantine, Resource::Room) {
        return Ok(0);
    }
    quarantine::store::number_waiting(&house.db).await.map_err(Failure::unavailable)
}
