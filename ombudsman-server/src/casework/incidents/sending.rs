//! What was written is sent to everyone under an incident by somebody other than its author. Each case is answered in a write of
//! its own: what could not be answered is told by name, and is answered when it is sent once more.

use super::store::{self, Incident};
use crate::audit::{self, Entry};
use crate::casework::StoreError;
use crate::casework::moving::{self, About, IncidentDeed as Deed};
use crate::casework::ticked::Outcome;
use crate::house::House;
use crate::http::{Failure, Visit};
use crate::staff::SignedIn;

pub(super) async fn send(
    house: &House,
    visit: &Visit,
    signed_in: &SignedIn,
    version: i64,
    incident: &Incident,
) -> Result<Outcome, Failure> {
    if incident.author.as_ref() == Some(&signed_in.name) {
        return Ok(Outcome::fault("refusal-same-officer"));
    }
    let entry = Entry::of_office(house.clock.millis(), signed_in.actor(), audit::Action::IncidentSend);
    let entry = entry.about(&incident.id);
    let is_sent = store::send(&house.db, (&incident.id, version), &signed_in.name, &entry).await;
    if !is_sent.map_err(Failure::unavailable)? {
        return Ok(Outcome::fault("incident-changed"));
    }
    let all = store::unanswered(&house.db, &incident.id).await.map_err(Failure::unavailable)?;
    let about = About::of(incident);
    let said = |language| incident.texts.in_language(language);
    let (mut number, mut outcome) = (0_u64, Outcome { done: None, kept: Vec::new(), fault: None });
    for reference in all {
        let case = (reference.as_str(), None);
        match moving::under_incident(house, (signed_in, visit.words()), case, &about, &Deed::Answer(&said)).await {
            Ok(is_heard) => number += u64::from(is_heard),
            Err(StoreError::Db(error)) => return Err(Failure::unavailable(error)),
            Err(error) => outcome.refuse(&reference, &error, visit.words()),
        }
    }
    outcome.done = Some(visit.words().with("incident-send-done", "count", number));
    Ok(outcome)
}
