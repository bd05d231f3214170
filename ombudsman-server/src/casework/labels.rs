//! The labels on a case's page: each with why it is there, and the way to say that it is wrong or that one is missing. What
//! a person decides is kept with their name and the time, and changes whether the case is urgent.

mod store;

use bytes::Bytes;
use feedback::Reference;

use super::life::Refusal;
use super::moving::By;
use super::{Case, Label, StoreError, reach};
use crate::audit::{self, Entry};
use crate::house::House;
use crate::http::{Failure, Page, Reply, Visit, body, see_other};
use crate::staff::{Action, check_form, enter};
use crate::standard::Standard;
use crate::words::Words;

/// The labels of a case, as its page shows them.
pub(super) struct Labelled {
    /// Those that it has.
    pub held: Vec<Held>,
    /// Those that a person took away and nobody gave back: the label, and what is said of that.
    pub taken: Vec<(&'static str, String)>,
    /// Those that a person may give.
    pub missing: Vec<&'static str>,
    /// Where a decision is sent.
    pub action: String,
}

/// One label of a case.
pub(super) struct Held {
    /// Its name.
    pub name: &'static str,
    /// Why it is there, where that is known.
    pub why: Option<String>,
    /// Whether a person may say that it is wrong.
    pub may_be_wrong: bool,
}

/// Something that a person decided about a label.
pub(super) struct Decision {
    /// The label.
    pub label: Label,
    /// Whether they gave it, or took it away.
    pub holds: bool,
    /// Who it was, by the name that people see.
    pub officer: String,
    /// When, in milliseconds since 1970.
    pub decided_at: i64,
}

/// The labels of this case.
pub(super) async fn of(house: &House, visit: &Visit, case: &Case) -> Result<Labelled, Failure> {
    let found = store::words(&house.db, &case.reference).await.map_err(Failure::unavailable)?;
    let decisions = store::decisions(&house.db, &case.reference).await.map_err(Failure::unavailable)?;
    // The last decision about a label is the one that stands.
    let last = |label: Label| decisions.iter().rev().find(|decision| decision.label == label);
    let words = visit.words();
    let held = case.labels.iter().map(|label| {
        let by_list = || found.iter().find(|(of, _)| *of == label).map(|(_, list)| from_words(list, words));
        Held {
            name: label.as_str(),
            why: last(label).map(|decision| said(decision, words)).or_else(by_list),
            may_be_wrong: label.is_for_people(),
        }
    });
    let others = || Label::ALL.into_iter().filter(|label| !case.labels.has(*label));
    let taken = others().filter_map(|label| Some((label.as_str(), said(last(label)?, words))));
    Ok(Labelled {
        held: held.collect(),
        taken: taken.collect(),
        missing: others().filter(|label| label.is_for_people()).map(Label::as_str).collect(),
        action: Page::new(visit).link(&format!("/desk/cases/{}/labels", case.reference)),
    })
}

/// `POST /desk/cases/{reference}/labels`: says that a label is wrong, or gives one.
pub(super) async fn decide(
    house: &House,
    visit: &Visit,
    reference: &str,
    sent: Result<Bytes, Failure>,
) -> Result<Reply, Failure> {
    let form = body::form(visit, &sent?)?;
    let signed_in = enter(house, visit, Action::WorkOnCases).await?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let reference = Reference::parse(reference).map_err(|_| Failure::NotFound)?;
    reach::case(house, &signed_in, reference.as_str()).await?;
    let version: i64 = body::value(&form, "version").parse().map_err(|_| Failure::Malformed)?;
    let named = |field| Label::parse(body::value(&form, field));
    let (label, holds) = match (named("wrong"), named("give")) {
        (Some(label), None) => (label, false),
        (None, Some(label)) => (label, true),
        _ => return Err(Failure::Malformed),
    };
    let decision = Decision { label, holds, officer: signed_in.name.clone(), decided_at: house.clock.millis() };
    let actor = signed_in.actor();
    let entry = Entry::of_case(reference.as_str(), decision.decided_at, actor, audit::Action::Reclassify);
    let code = if holds { "label-given" } else { "label-taken" };
    let entry = entry.because(code).about(label.as_str());
    let by = By::Officer(&signed_in, visit.words());
    match store::decide(house, &by, (reference.as_str(), version), &decision, entry).await {
        Ok(desk) if signed_in.sees(&desk) => see_other(&Page::new(visit).link_to("/desk/cases/", reference.as_str())),
        // With the label it went to the office.
        Ok(_) => see_other(&Page::new(visit).link("/desk")),
        Err(StoreError::NotFound) => Err(Failure::NotFound),
        Err(StoreError::Refused(Refusal::Conflict(_)) | StoreError::Forbidden) => Err(Failure::Forbidden),
        Err(StoreError::Changed | StoreError::Refused(_)) => Err(Failure::Conflict),
        Err(StoreError::Db(error)) => Err(Failure::unavailable(error)),
    }
}

/// The words of a list that led to a label. A `*` stands for the rest of a word there.
fn from_words(list: &str, words: &Words) -> String {
    words.with("labels-words", "words", list.replace('*', "…"))
}

/// Who decided about a label, and when.
fn said(decision: &Decision, words: &Words) -> String {
    let day = jiff::Timestamp::from_millisecond(decision.decided_at).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let day = words.date(Standard::default().office_date(day));
    let values = [("officer", decision.officer.as_str().into()), ("date", day.into())];
    if decision.holds { words.with_all("labels-given", &values) } else { words.with_all("labels-taken", &values) }
}
