//! A person asks, with their reference and code, to have what leads to them removed, and reads when that is or why it waits.

use super::store;
use crate::audit::{Action, Actor, Entry};
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
    let entry = Entry::of_case(reference, house.clock.millis(), Actor::client(), Action::ErasureRequest);
    store::ask(&house.db, reference, &entry).await.map_err(Failure::unavailable)
}

/// How it stands; `None` where there is no such card.
pub(in crate::casework) async fn standing(
    house: &House,
    visit: &Visit,
    reference: &str,
) -> Result<Option<Standing>, Failure> {
    let standard = Standard::default();
    let today = standard.office_date(house.clock.now());
    let found = store::find(&house.db, &standard, reference).await.map_err(Failure::unavailable)?;
    let Some((one, removed_at)) = found else { return Ok(None) };
    if removed_at.is_some() {
        return Ok(Some(Standing { asked: Some("done"), day: None }));
    }
    let until = one.kept.kept_until(true);
    let (asked, day) = match &one {
        one if !one.is_asked => (None, None),
        one if !one.is_over => (Some("open"), None),
        one if one.is_held => (Some("held"), None),
        _ if until >= today => (Some("owed"), Some(visit.words().date(until))),
        _ => (Some("soon"), None),
    };
    Ok(Some(Standing { asked, day }))
}
