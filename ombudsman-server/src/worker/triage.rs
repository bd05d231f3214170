//! Step 2, triage: what a card says that a person must see, whatever it was meant as. It reads the text before anything in
//! it is masked. The phrases are data (`triage.toml`). A label opens a case, keeps it from the desk of a program
//! (`casework/route.rs`) and decides the order in which people read, nothing else.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use feedback::phrases::{Phrases, Text};
use feedback::{Card, Intent, Rating, danger};

use super::screen::texts;
use crate::casework::{Label, Labels};

/// A label, and the phrases by which it is known: to be looked for all at once, and one by one.
struct Rule {
    label: Label,
    phrases: Phrases,
    list: Vec<String>,
}

/// Read once. Text that is part of the program and cannot be read is caught by the tests of every build.
static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let lists: BTreeMap<String, BTreeMap<String, Vec<String>>> =
        toml::from_str(include_str!("triage.toml")).unwrap_or_default();
    let rule = |(label, lists): (String, BTreeMap<String, Vec<String>>)| {
        let list: Vec<String> = lists.into_values().flatten().collect();
        Some(Rule { label: Label::parse(&label)?, phrases: Phrases::of(&list.join("|")), list })
    };
    lists.into_iter().filter_map(rule).collect()
});

/// What a person must see in a card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// The labels.
    pub labels: Labels,
    /// For each label that a phrase led to, the first phrase: as our list has it, never as the person wrote it.
    pub words: Vec<(Label, String)>,
}

/// Looks for what a person must see in a card.
pub(super) fn look(card: &Card) -> Found {
    let whole: Vec<&str> = texts(card).collect();
    let whole = whole.join("\n");
    let text = Text::of(&whole);
    let mut found = Found::default();
    if danger::names_danger(&whole) {
        found.labels.add(Label::Danger);
        found.words.extend(danger::phrase_of_danger(&whole).map(|phrase| (Label::Danger, phrase.to_owned())));
    }
    for Rule { label, phrases, list } in RULES.iter() {
        // Whoever complains has said so.
        let is_meant = *label == Label::Complaint && card.intent.is_owed_an_answer();
        if !is_meant && text.has_any(phrases) {
            found.labels.add(*label);
            let first = list.iter().find(|phrase| text.has_any(&Phrases::of(phrase)));
            found.words.extend(first.map(|phrase| (*label, phrase.clone())));
        }
    }
    let is_low = card.overall.is_some_and(|overall| overall <= Rating::ALL[1]);
    if card.intent == Intent::Compliment && is_low {
        found.labels.add(Label::Complaint);
    }
    found
}

/// Whether a card of this kind with these labels opens a case: it is owed an answer, or a person must see it anyway.
pub(super) fn opens_a_case(intent: Intent, labels: &Labels) -> bool {
    intent.is_owed_an_answer() || !labels.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use feedback::Fields;

    fn found(intent: &str, comment: &str, overall: &str) -> Found {
        let id = "0193f2a4-7c00-7000-8000-000000000001";
        let fields = [
            ("id", id),
            ("service", "passport"),
            ("intent", intent),
            ("language", "en"),
            ("overall", overall),
            ("comment", comment),
        ];
        look(&Card::parse(Fields::from_form(fields)).expect("a card"))
    }

    fn of(intent: &str, comment: &str, overall: &str) -> Vec<&'static str> {
        found(intent, comment, overall).labels.names().collect()
    }

    #[test]
    fn the_rules_can_be_read() {
        let labels: Vec<&str> = RULES.iter().map(|rule| rule.label.as_str()).collect();
        assert_eq!(labels, ["accessibility", "complaint", "discrimination", "official-languages", "privacy", "threat"]);
    }

    #[test]
    fn the_words_that_led_to_a_label_are_those_of_the_list_and_not_the_persons() {
        let both = found("complaint", "My name is Marker. I want to KILL MYSELF, and you were racist to Marker.", "3");
        let words: Vec<&str> = both.words.iter().map(|(_, words)| words.as_str()).collect();
        assert_eq!(words, ["kill myself", "racis*"]);
        let low = found("compliment", "Thanks a lot for nothing.", "1");
        assert_eq!(low.words, [], "a rating is no word");
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
