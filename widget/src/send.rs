//! Sending: from what is in the form to what the server said about it.

use feedback::{Fault, FaultKind, Fields, early_faults};

use crate::Words;

/// The server's answer to a card that it keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The reference, grouped to be read aloud.
    pub reference: String,
    /// The access code, grouped; empty where the person has it already, on a paper sheet.
    pub access_code: String,
    /// What to do with the codes, in the card's language.
    pub keep: String,
    /// The signed receipt with the card, as a `data:` address that a link can save.
    pub file: String,
    /// What happens next and by when, a sentence each, in the card's language.
    pub next: Vec<String>,
}

/// What is wrong with one field, in the person's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    /// The field's wire name.
    pub field: String,
    /// The sentence.
    pub detail: String,
}

/// What the server answered, as far as the card needs it; an answer that could not be read has nothing in it.
#[derive(Debug, Default)]
pub struct Answer {
    pub status: u16,
    pub accepted: Option<Accepted>,
    /// What a problem document (RFC 9457) says as a whole.
    pub detail: Option<String>,
    /// What it says of single fields.
    pub errors: Vec<FieldFault>,
    /// The document whole, where it asks for a computation.
    pub asked: Option<String>,
}

/// How sending ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The card is kept.
    Accepted(Accepted),
    /// The card must be changed first.
    Refused(Vec<FieldFault>),
    /// Many come from there: the page's script computes what this asks for, and then it is sent.
    Asked(String),
    /// It could not be sent or kept just now; the words are still in the form.
    NotSent,
}

/// What is wrong with the form, whose texts have so many characters, as far as can be told before sending.
pub(crate) fn faults_of(fields: &Fields, [comment, put_right]: [usize; 2], words: &Words) -> Vec<FieldFault> {
    let faults = early_faults(fields, comment, put_right);
    faults.iter().map(|fault| in_words(fault, words)).collect()
}

/// What the server's answer means.
pub(crate) fn outcome(answer: Answer) -> Outcome {
    match (answer.status, answer.accepted, answer.detail) {
        (200..300, Some(accepted), _) => Outcome::Accepted(accepted),
        (429, ..) => answer.asked.map_or(Outcome::NotSent, Outcome::Asked),
        (400..500, _, Some(_)) if !answer.errors.is_empty() => Outcome::Refused(answer.errors),
        (400..500, _, Some(detail)) => Outcome::Refused(vec![FieldFault { field: "comment".to_owned(), detail }]),
        _ => Outcome::NotSent,
    }
}

fn in_words(fault: &Fault, words: &Words) -> FieldFault {
    let detail = match fault.kind {
        FaultKind::TooLong { limit, given } => {
            words.with("card-fault-too-long", "over", &given.saturating_sub(limit).to_string())
        }
        FaultKind::Missing if fault.field.starts_with("reply.") => words.text("card-fault-no-address"),
        FaultKind::Missing => words.text("card-fault-no-intent"),
        kind => words.text(kind.sentence()),
    };
    FieldFault { field: fault.field.clone(), detail }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted() -> Accepted {
        let [reference, access_code] = ["R", "C"].map(str::to_owned);
        Accepted { reference, access_code, keep: String::new(), file: String::new(), next: Vec::new() }
    }

    #[test]
    fn an_answer_that_cannot_be_read_is_never_taken_for_a_receipt() {
        for status in [0, 202, 400, 503] {
            assert_eq!(outcome(Answer { status, ..Answer::default() }), Outcome::NotSent, "{status}");
        }
        assert_eq!(outcome(Answer { status: 503, accepted: Some(accepted()), ..Answer::default() }), Outcome::NotSent);
        let read = Answer { status: 202, accepted: Some(accepted()), ..Answer::default() };
        assert_eq!(outcome(read), Outcome::Accepted(accepted()));
    }

    #[test]
    fn a_card_that_is_one_of_too_many_is_not_refused() {
        let detail = || Some("Many come.".to_owned());
        let asked = Answer { status: 429, detail: detail(), asked: Some("{}".to_owned()), ..Answer::default() };
        assert_eq!(outcome(asked), Outcome::Asked("{}".to_owned()));
        assert_eq!(outcome(Answer { status: 429, detail: detail(), ..Answer::default() }), Outcome::NotSent);
    }

    #[test]
    fn a_refusal_says_what_the_server_said() {
        let fault = FieldFault { field: "overall".to_owned(), detail: "From 1 to 5.".to_owned() };
        let detail = Some("No.".to_owned());
        let named = Answer { status: 422, detail: detail.clone(), errors: vec![fault.clone()], ..Answer::default() };
        assert_eq!(outcome(named), Outcome::Refused(vec![fault]));
        let whole = FieldFault { field: "comment".to_owned(), detail: "No.".to_owned() };
        assert_eq!(outcome(Answer { status: 409, detail, ..Answer::default() }), Outcome::Refused(vec![whole]));
    }
}
