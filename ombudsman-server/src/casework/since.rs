//! What was done in a case since a page of it was made: for who sends a form that comes too late. It is read off the log, so
//! nothing that anybody wrote is in it.

use jiff::Timestamp;

use crate::audit::reading::{self, Asked};
use crate::audit::{Action, Link};
use crate::house::House;
use crate::http::{Failure, Visit};
use crate::staff;
use crate::standard::Standard;
use crate::words::Words;

/// The most changes that are told.
const MOST_TOLD: usize = 20;

/// What changes nothing in a case: what was opened, and what was refused.
const NO_CHANGE: [Action; 4] =
    [Action::ViewIdentity, Action::ViewOriginal, Action::ViewAttachment, Action::IllegalTransition];

/// Something that was done meanwhile.
pub(super) struct Change {
    /// Who did it, by the name that people see.
    pub who: String,
    /// The name of what was done.
    pub what: String,
    /// When, by the office's clock.
    pub when: String,
}

/// What was done in this case after this entry of its log, the last that a page of it knew; the first in front.
pub(super) async fn changes(house: &House, visit: &Visit, reference: &str, known: i64) -> Result<Vec<Change>, Failure> {
    let asked = Asked { chain: reference.to_owned(), ..Asked::default() };
    let links = reading::latest(&house.db, &asked, MOST_TOLD).await.map_err(Failure::unavailable)?;
    let staff = staff::list(&house.db).await.map_err(Failure::unavailable)?;
    let words = visit.words();
    let who = |link: &Link| {
        let member = staff.iter().find(|member| member.name == link.actor);
        member.map_or_else(|| words.text(&format!("role-{}", link.role)), |member| member.shown_as.clone())
    };
    let is_change = |link: &&Link| link.seq > known && NO_CHANGE.iter().all(|action| action.as_str() != link.action);
    let change = |link: &Link| Change {
        who: who(link),
        what: words.text(&format!("audit-action-{}", link.action)),
        when: when(link.at, words),
    };
    Ok(links.iter().rev().filter(is_change).map(change).collect())
}

fn when(millis: i64, words: &Words) -> String {
    let zone = Standard::default().zone;
    let time = Timestamp::from_millisecond(millis).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone);
    format!("{} {:02}:{:02}", words.date(time.date()), time.hour(), time.minute())
}
