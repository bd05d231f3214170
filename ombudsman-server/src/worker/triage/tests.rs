//! Which words lead to which label.

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
