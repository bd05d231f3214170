//! What stands in the fields of a case's forms before an officer writes: what they wrote, where it came back undone; else what the
//! draft says that was given back.

use super::form::MOST;
use super::life::{Draft, Finding, Remedy};
use crate::http::body::value;

/// The fields of one form of a case's page, and what stands in them.
#[derive(Default)]
pub(super) struct Filled {
    /// The step that the form asks for.
    step: String,
    fields: Vec<(String, String)>,
}

impl Filled {
    /// What an officer sent.
    pub(super) fn of_form(form: &[(String, String)]) -> Self {
        Self { step: value(form, "step").to_owned(), fields: form.to_vec() }
    }

    /// What a draft says, to begin from.
    pub(super) fn of_draft(draft: &Draft) -> Self {
        let mut fields = vec![("words".to_owned(), draft.letter.clone())];
        if draft.is_put_right {
            fields.push(("put_right".to_owned(), "yes".to_owned()));
        }
        fields.extend(draft.findings.iter().enumerate().flat_map(|(place, finding)| finding_fields(place, finding)));
        fields.extend(draft.remedies.iter().enumerate().flat_map(|(place, remedy)| remedy_fields(place, remedy)));
        Self { step: "draft".to_owned(), fields }
    }

    /// Whether it is the form that asks for this step.
    pub(super) fn is_of(&self, step: &str) -> bool {
        self.step == step
    }

    /// What stands in this field of the form that asks for this step.
    pub(super) fn field(&self, step: &str, name: &str) -> &str {
        if self.is_of(step) { value(&self.fields, name) } else { "" }
    }

    /// The same of a field that is there once a row.
    pub(super) fn row(&self, step: &str, name: &str, place: usize) -> &str {
        self.field(step, &format!("{name}{place}"))
    }

    /// Whether one of the rows from this one on says something in this field.
    pub(super) fn has(&self, step: &str, name: &str, from: usize) -> bool {
        (from..MOST).any(|place| !self.row(step, name, place).is_empty())
    }
}

fn finding_fields(place: usize, finding: &Finding) -> [(String, String); 4] {
    let cause = finding.cause.map_or("", |cause| cause.as_str());
    [
        (format!("outcome{place}"), finding.outcome.as_str().to_owned()),
        (format!("evidence{place}"), finding.evidence.clone()),
        (format!("reasons{place}"), finding.reasons.clone()),
        (format!("cause{place}"), cause.to_owned()),
    ]
}

fn remedy_fields(place: usize, remedy: &Remedy) -> [(String, String); 4] {
    [
        (format!("kind{place}"), remedy.kind.as_str().to_owned()),
        (format!("promise{place}"), remedy.what.clone()),
        (format!("owner{place}"), remedy.owner.clone()),
        (format!("due{place}"), remedy.due.to_string()),
    ]
}
