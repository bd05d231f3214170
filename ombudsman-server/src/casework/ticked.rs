//! Many cases that are ticked on a page: each with the version that the page showed, each done by itself, and each that could
//! not be done told with the reason.

use ::http::StatusCode;

use super::desk::grouped;
use super::life::Refusal;
use super::{Case, StoreError};
use crate::http::Visit;
use crate::secrets::sha256_hex;
use crate::words::Words;

/// How the cases of a page are ticked.
pub(super) struct Ticks {
    /// How many can be.
    pub number: usize,
    /// Whether all are.
    pub are_all: bool,
    /// The address of the same page with all of them ticked; where they are, with none.
    pub other: String,
}

/// So many characters of a hash tell one page from another.
const HASH: usize = 16;

impl Ticks {
    /// Of the page at this address, which has a query, and on which these cases can be ticked. What asks for them names them and
    /// their versions, by a hash: where the page has others meanwhile, nothing is ticked that nobody has looked at.
    pub(super) fn of<'a>(visit: &Visit, address: &str, cases: impl Iterator<Item = &'a Case>) -> Self {
        let shown: Vec<String> = cases.map(|case| format!("{}.{}", case.reference, case.version)).collect();
        let mut these = sha256_hex(shown.join(" ").as_bytes());
        these.truncate(HASH);
        let are_all = visit.asked("tick") == Some(these.as_str());
        let all = if are_all { String::new() } else { format!("&tick={these}") };
        Self { number: shown.len(), are_all, other: format!("{address}{all}#ticks") }
    }
}

/// What became of what was sent.
pub(super) struct Outcome {
    /// What was done, in words.
    pub done: Option<String>,
    /// What could not be done: its name in addresses, the reference, and why.
    pub kept: Vec<(String, String, String)>,
    /// The id of the sentence that says what is missing in the form.
    pub fault: Option<&'static str>,
}

impl Outcome {
    /// That something is missing in the form.
    pub(super) const fn fault(id: &'static str) -> Self {
        Self { done: None, kept: Vec::new(), fault: Some(id) }
    }

    /// The status of a page that tells of it.
    pub(super) const fn status(&self) -> StatusCode {
        if self.fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
    }

    /// Keeps that this could not be done to the case of this reference.
    pub(super) fn refuse(&mut self, reference: &str, error: &StoreError, words: &Words) {
        self.kept.push((reference.to_owned(), grouped(reference), why(error, words)));
    }
}

/// The cases that were ticked: the reference, and the version that the page showed.
pub(super) fn read(form: &[(String, String)]) -> Vec<(&str, i64)> {
    form.iter().filter(|(name, _)| name == "case").filter_map(one).collect()
}

fn one((_, value): &(String, String)) -> Option<(&str, i64)> {
    let (reference, version) = value.split_once('.')?;
    Some((reference, version.parse().ok()?))
}

/// Why something could not be done to a case.
fn why(error: &StoreError, words: &Words) -> String {
    match error {
        StoreError::Refused(Refusal::Illegal(_)) => words.text("load-refused-stage"),
        StoreError::Refused(Refusal::Conflict(conflict)) => words.text(&format!("interest-{}", conflict.0.as_str())),
        StoreError::Refused(refusal) => words.text(&format!("refusal-{}", refusal.as_str())),
        StoreError::Changed => words.text("load-refused-changed"),
        StoreError::NotFound | StoreError::Forbidden | StoreError::Db(_) => words.text("load-refused-unseen"),
    }
}
