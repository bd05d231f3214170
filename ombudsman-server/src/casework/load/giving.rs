//! `POST /desk/load/cases`: the cases that were ticked are given to an officer, each in a write of its own. What could not be
//! given is told, with the reason; the rest is done.

use bytes::Bytes;

use super::{list, officers};
use crate::casework::desk::grouped;
use crate::casework::life::Refusal;
use crate::casework::{StoreError, moving};
use crate::house::House;
use crate::http::{Failure, Reply, Visit, body};
use crate::staff::{Action, Member, SignedIn, check_form, enter};
use crate::words::Words;

/// What became of the cases that were ticked.
pub(super) struct Given {
    /// What was done, in words.
    pub done: Option<String>,
    /// What could not be given: its name in addresses, the reference, and why.
    pub kept: Vec<(String, String, String)>,
    /// The id of the sentence that says what is missing in the form.
    pub fault: Option<&'static str>,
}

impl Given {
    /// Whether nothing could be tried.
    pub(super) const fn is_fault(&self) -> bool {
        self.fault.is_some()
    }

    const fn fault(id: &'static str) -> Self {
        Self { done: None, kept: Vec::new(), fault: Some(id) }
    }
}

/// Gives what was ticked to whom was chosen.
pub(in crate::casework) async fn give(
    house: &House,
    visit: &Visit,
    sent: Result<Bytes, Failure>,
) -> Result<Reply, Failure> {
    let signed_in = enter(house, visit, Action::ShareWork).await?;
    let form = body::form(visit, &sent?)?;
    check_form(house, visit, &signed_in, body::value(&form, "form_token"))?;
    let ticked: Vec<(&str, i64)> = form.iter().filter(|(name, _)| name == "case").filter_map(read).collect();
    let to = body::value(&form, "to");
    let to = officers(house).await?.into_iter().find(|officer| officer.name == to);
    let given = match to {
        _ if ticked.is_empty() => Given::fault("load-nothing-ticked"),
        None => Given::fault("load-nobody-chosen"),
        Some(to) => all(house, visit.words(), &signed_in, &ticked, &to).await?,
    };
    list::page(house, visit, &signed_in, Some(given)).await
}

/// A case that was ticked: its reference, and the version that the page showed.
fn read((_, value): &(String, String)) -> Option<(&str, i64)> {
    let (reference, version) = value.split_once('.')?;
    Some((reference, version.parse().ok()?))
}

async fn all(
    house: &House,
    words: &'static Words,
    signed_in: &SignedIn,
    ticked: &[(&str, i64)],
    to: &Member,
) -> Result<Given, Failure> {
    let (mut number, mut kept) = (0_u64, Vec::new());
    for (reference, version) in ticked {
        match moving::give(house, (signed_in, words), reference, *version, to).await {
            Ok(()) => number += 1,
            Err(StoreError::Db(error)) => return Err(Failure::unavailable(error)),
            Err(error) => kept.push(((*reference).to_owned(), grouped(reference), why(&error, words))),
        }
    }
    let values = [("count", number.into()), ("officer", to.shown_as.as_str().into())];
    let done = (number > 0).then(|| words.with_all("load-given", &values));
    Ok(Given { done, kept, fault: None })
}

/// Why a case could not be given.
fn why(error: &StoreError, words: &Words) -> String {
    match error {
        StoreError::Refused(Refusal::Illegal(_)) => words.text("load-refused-stage"),
        StoreError::Refused(Refusal::Conflict(conflict)) => words.text(&format!("interest-{}", conflict.0.as_str())),
        StoreError::Refused(refusal) => words.text(&format!("refusal-{}", refusal.as_str())),
        StoreError::Changed => words.text("load-refused-changed"),
        StoreError::NotFound | StoreError::Forbidden | StoreError::Db(_) => words.text("load-refused-unseen"),
    }
}
