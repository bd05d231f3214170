//! Step 2, triage: what a card says that a person must see, whatever it was meant as. It reads the text before anything in
//! it is masked. The phrases are data (`triage.toml`); a label decides nothing but the order in which people read.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use feedback::phrases::{Phrases, Text};
use feedback::{Card, Intent, Rating, danger};

use super::screen::texts;

/// The first label of a card that cannot wait.
pub(super) const URGENT: &str = "urgent";

/// Labels with the phrases by which they are known.
type Rules = Vec<(String, Phrases)>;

/// Read once. Text that is part of the program and cannot be read is caught by the tests of every build.
static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let lists: BTreeMap<String, BTreeMap<String, Vec<String>>> =
        toml::from_str(include_str!("triage.toml")).unwrap_or_default();
    let phrases = |lists: BTreeMap<String, Vec<String>>| lists.into_values().flatten().collect::<Vec<_>>().join("|");
    lists.into_iter().map(|(label, lists)| (label, Phrases::of(&phrases(lists)))).collect()
});

/// The labels of a card, the urgent one in front.
pub(super) fn labels(card: &Card) -> Vec<&'static str> {
    let whole: Vec<&str> = texts(card).collect();
    let whole = whole.join("\n");
    let text = Text::of(&whole);
    let mut labels: Vec<&'static str> = Vec::new();
    if danger::names_danger(&whole) {
        labels.push("danger");
    }
    for (label, phrases) in RULES.iter() {
        // Whoever complains has said so.
        let is_meant = label == "complaint" && card.intent.is_owed_an_answer();
        if !is_meant && text.has_any(phrases) {
            labels.push(label);
        }
    }
    let is_low = card.overall.is_some_and(|overall| overall <= Rating::ALL[1]);
    if card.intent == Intent::Compliment && is_low && !labels.contains(&"complaint") {
        labels.push("complaint");
    }
    if labels.iter().any(|label| ["danger", "threat"].contains(label)) {
        labels.insert(0, URGENT);
    }
    labels
}

/// Whether a card of this kind with these labels opens a case: it is owed an answer, or a person must see it anyway.
pub(super) fn opens_a_case(intent: Intent, labels: &[&str]) -> bool {
    intent.is_owed_an_answer() || !labels.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use feedback::Fields;

    fn of(intent: &str, comment: &str, overall: &str) -> Vec<&'static str> {
        let id = "0193f2a4-7c00-7000-8000-000000000001";
        let fields = [
            ("id", id),
            ("service", "passport"),
            ("intent", intent),
            ("language", "en"),
            ("overall", overall),
            ("comment", comment),
        ];
        labels(&Card::parse(Fields::from_form(fields)).expect("a card"))
    }

    #[test]
    fn the_rules_can_be_read() {
        let labels: Vec<&str> = RULES.iter().map(|(label, _)| label.as_str()).collect();
        assert_eq!(labels, ["accessibility", "complaint", "discrimination", "official-languages", "privacy", "threat"]);
    }

    #[test]
    fn what_a_person_must_see_is_labelled_in_either_language() {
        for (comment, expected) in [
            ("I want to kill myself.", vec!["urgent", "danger"]),
            ("I know where you live.", vec!["urgent", "threat"]),
            ("Je sais où vous habitez.", vec!["urgent", "threat"]),
            ("They laughed at my accent.", vec!["discrimination"]),
            ("On s’est moqué de mon accent.", vec!["discrimination"]),
            ("There is no ramp at the door.", vec!["accessibility"]),
            ("Il n’y a pas d’ascenseur.", vec!["accessibility"]),
            ("I was sent another person's file.", vec!["privacy"]),
            ("Personne ne parlait français.", vec!["official-languages"]),
            ("Three weeks is a long time.", vec![]),
            ("The bombastic letter said nothing.", vec![]),
        ] {
            assert_eq!(of("complaint", comment, "3"), expected, "{comment}");
        }
    }

    #[test]
    fn a_complaint_inside_a_compliment_is_seen_and_one_that_says_so_needs_no_label() {
        assert_eq!(of("compliment", "Nice office, but I never received my card.", "4"), ["complaint"]);
        assert_eq!(of("suggestion", "Je veux me plaindre du délai.", "3"), ["complaint"]);
        assert_eq!(of("compliment", "Thanks a lot for nothing.", "1"), ["complaint"]);
        assert_eq!(of("compliment", "Thank you, she was so kind.", "5"), [""; 0]);
        assert_eq!(of("complaint", "This is unacceptable.", "1"), [""; 0]);
    }
}
