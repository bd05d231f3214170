//! The door for the card's form: bytes, pairs, fields, a card; and what the browser says of it before.

use feedback::{Card, Fields, characters, early_faults};

use super::{Reach, card};

/// Reads bytes as the door for the form does.
///
/// # Panics
/// Where a card that was taken is another once it is written and read again, a refusal does not say what is wrong, or the
/// browser would have stopped what the door takes.
pub fn check(bytes: &[u8]) -> Reach {
    let pairs: Vec<(String, String)> = form_urlencoded::parse(bytes).into_owned().collect();
    if pairs.is_empty() {
        return Reach::Unread;
    }
    let shown = Fields::from_form(pairs).as_shown();
    assert!(shown.clone().as_shown() == shown, "what is left out once is left out");
    let length = |name| characters(as_taken(shown.get(name).unwrap_or_default()).trim());
    let early = early_faults(&shown, length("comment"), length("put_right"));
    match Card::parse(shown) {
        Ok(taken) => {
            assert_eq!(early, [], "the browser stops what the door takes");
            card::is_the_same_again(&taken);
            Reach::Taken
        }
        Err(faults) => {
            card::say_what_is_wrong(&faults);
            Reach::Refused
        }
    }
}

/// A text without the control characters that the door takes out before it counts.
fn as_taken(text: &str) -> String {
    text.replace("\r\n", "\n").replace(|c: char| c.is_control() && c != '\n' && c != '\t', "")
}
