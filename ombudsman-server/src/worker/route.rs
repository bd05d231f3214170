//! Step 5, routing: which desk a case goes to. A complaint always goes to the office, which is neutral; a question goes to
//! the service's own desk where the register names one. The office is the desk for everything else.

use feedback::Intent;

/// The office's own desk.
pub const OFFICE: &str = "office";

/// The desk for a card of this kind with these labels about a service whose own desk is this.
pub(super) fn desk<'a>(intent: Intent, labels: &[&str], own: Option<&'a str>) -> &'a str {
    match own {
        // What a person must see was meant as something else: the office looks at it.
        Some(own) if intent == Intent::Question && labels.is_empty() => own,
        _ => OFFICE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_complaint_goes_to_the_office_and_a_question_to_whoever_can_answer_it() {
        let own = Some("passport-desk");
        assert_eq!(desk(Intent::Question, &[], own), "passport-desk");
        assert_eq!(desk(Intent::Question, &["urgent", "danger"], own), OFFICE);
        assert_eq!(desk(Intent::Question, &[], None), OFFICE);
        assert_eq!(desk(Intent::Complaint, &[], own), OFFICE);
    }
}
