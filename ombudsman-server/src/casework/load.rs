//! What a senior officer and the director see: who has how many cases and how they stand, each number leading to its cases,
//! and from there to give them to somebody else.

mod giving;
mod list;
mod store;

use ::http::StatusCode;
use askama::Template;
use jiff::civil::Weekday;

pub(super) use giving::give;
pub(super) use list::show as show_list;
use store::Load;

use super::nobody;
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, html};
use crate::staff::{self, Action, Member, SignedIn, enter};
use crate::standard::Standard;

named! {
    /// Which of somebody's cases.
    Part {
        /// All that are open.
        Open = "open",
        /// Those on which something is due from today until the end of the week.
        Week = "week",
        /// Those that are late.
        Overdue = "overdue",
        /// Those that wait for a second person.
        Second = "second",
    }
}

/// Today, and the last day of its week.
pub(super) struct Days {
    today: String,
    week_ends: String,
}

#[derive(Template)]
#[template(path = "casework/load.html")]
struct LoadPage {
    page: Page,
    rows: Vec<Row>,
    /// The cases that nobody may have: in addresses, and as people read them.
    nobodys: Vec<(String, String)>,
}

/// An officer, or nobody, and how their cases stand.
struct Row {
    /// The name that people see; `None` for what nobody has.
    name: Option<String>,
    /// Whether they can take cases.
    is_here: bool,
    /// Each number with the name of what it counts, and the address of these cases where there are some.
    numbers: Vec<(&'static str, String, Option<String>)>,
    /// The day on which the oldest of their cases was received.
    oldest: Option<String>,
}

/// `GET /desk/load`.
pub(super) async fn show(house: &House, visit: &Visit) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::ShareWork).await?;
    let mut loads = store::loads(&house.db, &days(house), &signed_in.desks).await.map_err(Failure::unavailable)?;
    let officers = officers(house).await?;
    for officer in officers.iter().filter(|officer| is_at(officer, &signed_in)) {
        if !loads.iter().any(|load| load.holder == officer.shown_as) {
            loads.push(Load::none(&officer.shown_as));
        }
    }
    if !loads.iter().any(|load| load.holder.is_empty()) {
        loads.push(Load::none(""));
    }
    // What nobody has stands first, then by name.
    loads.sort_by(|one, other| one.holder.cmp(&other.holder));
    let row = |load: Load| row(visit, load, &officers);
    let rows = loads.into_iter().map(row).collect();
    let nobodys = nobody::list(house, &signed_in).await?;
    html(StatusCode::OK, &LoadPage { page: Page::for_staff(visit, &signed_in.shown_as, "desk"), rows, nobodys })
}

fn row(visit: &Visit, load: Load, officers: &[Member]) -> Row {
    let words = visit.words();
    let number = |part: &Part| {
        let number = load.number(*part);
        let address = (number > 0).then(|| address(visit, &load.holder, *part, None));
        (part.as_str(), words.number(number.unsigned_abs()), address)
    };
    Row {
        numbers: Part::ALL.iter().map(number).collect(),
        oldest: load.oldest.map(|day| words.date(day)),
        is_here: load.holder.is_empty() || officers.iter().any(|officer| officer.shown_as == load.holder),
        name: Some(load.holder).filter(|name| !name.is_empty()),
    }
}

/// The address of these cases of this holder, in the page's language; from this place on.
fn address(visit: &Visit, holder: &str, part: Part, after: Option<&str>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("of", holder).append_pair("which", part.as_str());
    if let Some(after) = after {
        query.append_pair("after", after);
    }
    query.append_pair("lang", visit.language.as_str());
    format!("/desk/load/cases?{}", query.finish())
}

/// The officers of the office to whom a case can be given.
async fn officers(house: &House) -> Result<Vec<Member>, Failure> {
    let mut staff = staff::list(&house.db).await.map_err(Failure::unavailable)?;
    staff.retain(|one| one.is_active && one.role.is_of_officers() && !one.is_of_program);
    Ok(staff)
}

/// Whether this officer can have cases that this member sees.
fn is_at(officer: &Member, signed_in: &SignedIn) -> bool {
    officer.desks.is_empty() || signed_in.desks.is_empty() || officer.desks.iter().any(|desk| signed_in.sees(desk))
}

fn days(house: &House) -> Days {
    let today = Standard::default().office_date(house.clock.now());
    let left = i64::from(Weekday::Sunday.since(today.weekday()));
    Days { today: today.to_string(), week_ends: today.saturating_add(jiff::Span::new().days(left)).to_string() }
}
