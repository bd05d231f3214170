//! Sending: from what is in the form to what the server said about it.

use feedback::{Card, Fault, FaultKind, Fields};
use serde::{Deserialize, Serialize};

use crate::Words;

/// The server's answer to a card that it keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    /// The reference, grouped to be read aloud.
    pub reference: String,
    /// The access code, grouped.
    pub access_code: String,
    /// What happens next and by when, a sentence each, in the card's language.
    pub next: Vec<String>,
}

/// What is wrong with one field, in the person's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldFault {
    /// The field's wire name.
    pub field: String,
    /// The sentence.
    pub detail: String,
}

/// The part of a problem document (RFC 9457) that the card shows.
#[derive(Debug, Deserialize)]
struct Problem {
    detail: String,
    #[serde(default)]
    errors: Vec<FieldFault>,
}

/// How sending ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The card is kept.
    Accepted(Accepted),
    /// The card must be changed first.
    Refused(Vec<FieldFault>),
    /// It could not be sent or kept just now; the words are still in the form.
    NotSent,
}

/// The card that the form holds, or what is wrong with it.
pub(crate) fn card_from(fields: Fields, words: &Words) -> Result<Card, Vec<FieldFault>> {
    Card::parse(fields).map_err(|faults| faults.iter().map(|fault| in_words(fault, words)).collect())
}

/// What the server's answer means.
pub(crate) fn outcome(status: u16, body: &str) -> Outcome {
    match status {
        200..300 => serde_json::from_str(body).map_or(Outcome::NotSent, Outcome::Accepted),
        400..500 => match serde_json::from_str::<Problem>(body) {
            Ok(problem) if problem.errors.is_empty() => {
                Outcome::Refused(vec![FieldFault { field: "comment".to_owned(), detail: problem.detail }])
            }
            Ok(problem) => Outcome::Refused(problem.errors),
            Err(_) => Outcome::NotSent,
        },
        _ => Outcome::NotSent,
    }
}

fn in_words(fault: &Fault, words: &Words) -> FieldFault {
    let detail = match fault.kind {
        FaultKind::TooLong { limit, given } => {
            words.with("card-fault-too-long", "over", &given.saturating_sub(limit).to_string())
        }
        FaultKind::SaysNothing => words.text("card-fault-says-nothing"),
        FaultKind::Missing if fault.field == "intent" => words.text("card-fault-no-intent"),
        _ => words.text("card-fault-other"),
    };
    FieldFault { field: fault.field.clone(), detail }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_cannot_be_read_is_never_taken_for_a_receipt() {
        assert_eq!(outcome(202, "<html>"), Outcome::NotSent);
        assert_eq!(outcome(503, r#"{"detail":"later"}"#), Outcome::NotSent);
        assert_eq!(outcome(400, "<html>"), Outcome::NotSent);
    }

    #[test]
    fn a_refusal_says_what_the_server_said() {
        let body = r#"{"detail":"No.","errors":[{"field":"overall","detail":"From 1 to 5."}]}"#;
        let fault = FieldFault { field: "overall".to_owned(), detail: "From 1 to 5.".to_owned() };
        assert_eq!(outcome(422, body), Outcome::Refused(vec![fault]));
    }
}
