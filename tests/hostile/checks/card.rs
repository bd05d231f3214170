//! The door for programs: bytes, JSON, fields, a card.

use feedback::{COMMENT_LIMIT, Card, Fault, Fields, Item, PUT_RIGHT_LIMIT, Pattern, characters};
use serde_json::Value;

use super::Reach;

/// The most faults that are said of a card, and the most characters of a name that is said back.
const MOST_FAULTS: usize = 30;
const LONGEST_NAME: usize = 64;

/// Reads bytes as the door for programs does.
///
/// # Panics
/// Where a card that was taken is another once it is written and read again, or a refusal does not say what is wrong.
pub fn check(bytes: &[u8]) -> Reach {
    let Ok(value) = serde_json::from_slice::<Value>(bytes) else { return Reach::Unread };
    let Ok(fields) = Fields::from_json(value) else { return Reach::Unread };
    match Card::parse(fields) {
        Ok(card) => {
            is_the_same_again(&card);
            Reach::Taken
        }
        Err(faults) => {
            say_what_is_wrong(&faults);
            assert!(faults.iter().all(|fault| fault.field.chars().count() <= LONGEST_NAME), "a long name is said back");
            Reach::Refused
        }
    }
}

/// A card is the same after it is written and read again, as JSON and as a form, and keeps to its limits.
pub(super) fn is_the_same_again(card: &Card) {
    let written = serde_json::to_value(card).expect("a card can be written");
    let fields = Fields::from_json(written).expect("a card is an object");
    let form = Fields::from_form(fields.iter().map(|(name, value)| (name.to_owned(), value.to_owned())));
    assert_eq!(Card::parse(fields).as_ref(), Ok(card), "read again as JSON");
    assert_eq!(Card::parse(form).as_ref(), Ok(card), "read again as a form");
    for (text, limit) in [(&card.comment, COMMENT_LIMIT), (&card.put_right, PUT_RIGHT_LIMIT)] {
        let Some(text) = text.as_ref().map(feedback::Comment::as_str) else { continue };
        assert!(!text.trim().is_empty() && characters(text) <= limit, "a text is not blank and within its limit");
        assert!(!text.contains(|c: char| c.is_control() && c != '\n' && c != '\t'), "a control character came in");
    }
    if let Some(pattern) = Pattern::of(card) {
        let digits = pattern.as_str();
        assert!(digits.len() == Item::ALL.len() && digits.bytes().all(|digit| (b'0'..=b'6').contains(&digit)));
    }
}

/// A refusal names something, and not without end.
pub(super) fn say_what_is_wrong(faults: &[Fault]) {
    assert!(!faults.is_empty() && faults.len() <= MOST_FAULTS, "{} faults", faults.len());
}
