//! What stands in the fields of a case's forms before an officer writes: what they wrote, where it came back undone; else what the
//! draft says that was given back.

use super::form::MOST;
use super::life::{Draft, Finding, Remedy};
use crate::http::body::value;

/// What an officer sent: each field's name and what stands in it.
type Form = Vec<(String, String)>;

/// The forms of a case's page in which something stands, each with the step that it asks for; what came back before what a draft
/// says.
#[derive(Default)]
pub(super) struct Filled {
    forms: Vec<(String, Form)>,
}

impl Filled {
    /// What a draft says, to begin from.
    pub(super) fn of_draft(draft: &Draft) -> Self {
        let mut fields = vec![("words".to_owned(), draft.letter.clone())];
        if draft.is_put_right {
            fields.push(("put_right".to_owned(), "yes".to_owned()));
        }
        fields.extend(draft.findings.iter().enumerate().flat_map(|(place, finding)| finding_fields(place, finding)));
        fields.extend(draft.remedies.iter().enumerate().flat_map(|(place, remedy)| remedy_fields(place, remedy)));
        Self { forms: vec![("draft".to_owned(), fields)] }
    }

    /// Takes up what an officer sent.
    pub(super) fn take(&mut self, sent: &[(String, String)]) {
        self.forms.insert(0, (value(sent, "step").to_owned(), sent.to_vec()));
    }

    /// Whether something stands in the form that asks for this step.
    pub(super) fn is_of(&self, step: &str) -> bool {
        self.forms.iter().any(|(of, _)| of == step)
    }

    /// What stands in this field of the form that asks for this step.
    pub(super) fn field(&self, step: &str, name: &str) -> &str {
        self.forms.iter().find(|(of, _)| of == step).map_or("", |(_, fields)| value(fields, name))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(fields: &[(&str, &str)]) -> Form {
        fields.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn what_came_back_stands_before_what_a_draft_says_and_in_no_other_form() {
        let draft = Draft {
            author: "Amal".to_owned(),
            findings: Vec::new(),
            remedies: Vec::new(),
            letter: "We are sorry.".to_owned(),
            is_put_right: true,
            comments_until: None,
            is_commented: false,
            given_back: None,
        };
        let mut filled = Filled::of_draft(&draft);
        filled.take(&sent(&[("step", "message"), ("words", "We called you.")]));
        assert_eq!(
            (filled.field("message", "words"), filled.field("draft", "words")),
            ("We called you.", "We are sorry.")
        );
        filled.take(&sent(&[("step", "draft"), ("words", "Sorry."), ("promise1", "A letter.")]));
        assert_eq!((filled.field("draft", "words"), filled.field("draft", "put_right")), ("Sorry.", ""));
        assert!(filled.has("draft", "promise", 1) && !filled.has("draft", "promise", 2));
        assert!(!filled.is_of("ask") && filled.field("ask", "words").is_empty());
    }
}
