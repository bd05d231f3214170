//! A person asks, with their reference and code, to have what leads to them removed, and reads when that is or why it waits.

use super::store::{self, State};
use crate::house::House;
use crate::http::{Failure, Visit};
use crate::standard::Standard;

/// How a person's request stands, by the end of the id of the sentence that says so.
pub(in crate::casework) struct Standing {
    /// The sentence's end; `None` where nothing was asked.
    pub asked: Option<&'static str>,
    /// The day in the sentence, where it has one.
    pub day: Option<String>,
}

/// Keeps the request.
pub(in crate::casework) async fn ask(house: &House, reference: &str) -> Result<(), Failure> {
    store::ask(&house.db, reference, house.clock.millis()).await.map_err(Failure::unavailable)
}

/// How it stands with everything that came with this form; `None` where there is no such card.
pub(in crate::casework) async fn standing(
    house: &House,
    visit: &Visit,
    reference: &str,
) -> Result<Option<Standing>, Failure> {
    let standard = Standard::default();
    let today = standard.office_date(house.clock.now());
    let mut all = store::of_form(&house.db, &standard, reference).await.map_err(Failure::unavailable)?;
    if all.is_empty() {
        return Ok(None);
    }
    all.retain(|one| one.removed_at.is_none());
    // What waits longest says when everything is gone.
    let until = all.iter().map(|one| one.kept.kept_until(true)).max();
    let (asked, day) = match until {
        None => (Some("done"), None),
        _ if !all.iter().all(|one| one.is_asked) => (None, None),
        _ if !all.iter().all(|one| one.state == State::Over) => (Some("open"), None),
        _ if all.iter().any(|one| one.is_held) => (Some("held"), None),
        Some(until) if until >= today => (Some("owed"), Some(visit.words().date(until))),
        Some(_) => (Some("soon"), None),
    };
    Ok(Some(Standing { asked, day }))
}
