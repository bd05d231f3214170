//! What the card's form carries that is no part of the card: a field that no person sees, the time of its page, and a
//! proof that was asked for. A sign that a machine sent it goes with the card; nothing is refused for it.

use jiff::Timestamp;

use crate::queue::Suspicion;
use crate::secrets::Secrets;

/// A text field that is hidden from everyone. Its name is one that form-filling machines like.
const BAIT: &str = "website";
/// The time of the form's page, with our mark on it.
const BEGUN: &str = "begun";
/// What was asked for when many cards came from one network (`challenge.rs`).
const PROOF: &str = "proof";

/// What came with a form's card.
#[derive(Default)]
pub(super) struct Signs {
    /// The time of its page, as it came.
    pub begun: String,
    /// The proof, if there is one.
    pub proof: Option<String>,
    is_baited: bool,
}

impl Signs {
    /// Takes what is no field of the card out of a form.
    pub(super) fn take(pairs: &mut Vec<(String, String)>) -> Self {
        let mut signs = Self::default();
        let own = pairs.extract_if(.., |(name, _)| [BAIT, BEGUN, PROOF].contains(&name.as_str()));
        for (name, value) in own.filter(|(_, value)| !value.is_empty()) {
            match name.as_str() {
                BAIT => signs.is_baited = true,
                BEGUN => signs.begun = value,
                _ => signs.proof = Some(value),
            }
        }
        signs
    }

    /// What about the way in which it came is suspicious. A time that is missing, old or not ours is not: a page that was
    /// open for a week is still a person's.
    pub(super) fn suspicions(&self, secrets: &Secrets, now: Timestamp, least_seconds: u32) -> Vec<Suspicion> {
        let begun = self.begun.split_once('.').filter(|(time, mark)| secrets.is_marked(&begun_text(time), mark));
        let begun = begun.and_then(|(time, _)| time.parse::<i64>().ok());
        let is_early = |begun| (0..i64::from(least_seconds) * 1_000).contains(&(now.as_millisecond() - begun));
        let hidden = self.is_baited.then_some(Suspicion::HiddenField);
        hidden.into_iter().chain(begun.is_some_and(is_early).then_some(Suspicion::TooFast)).collect()
    }
}

/// The time of a page that is made now, for its form.
pub(super) fn begun(secrets: &Secrets, now: Timestamp) -> String {
    let time = now.as_millisecond().to_string();
    let mark = secrets.mark(&begun_text(&time));
    format!("{time}.{mark}")
}

fn begun_text(time: &str) -> String {
    format!("a page of {time}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signs(pairs: &[(&str, &str)]) -> (Signs, Vec<String>) {
        let mut pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let signs = Signs::take(&mut pairs);
        (signs, pairs.into_iter().map(|(name, _)| name).collect())
    }

    fn suspicions(begun: &str, website: &str, after_millis: i64) -> Vec<Suspicion> {
        let now = Timestamp::from_millisecond(1_000_000 + after_millis).expect("a time");
        signs(&[("begun", begun), ("website", website)]).0.suspicions(&Secrets::for_testing(), now, 2)
    }

    #[test]
    fn what_is_no_field_of_the_card_is_taken_out() {
        let (signs, left) = signs(&[("id", "x"), ("begun", "1.a"), ("proof", "p"), ("website", ""), ("overall", "5")]);
        assert_eq!(left, ["id", "overall"]);
        assert_eq!((signs.begun.as_str(), signs.proof.as_deref(), signs.is_baited), ("1.a", Some("p"), false));
    }

    #[test]
    fn a_form_is_suspicious_within_two_seconds_of_its_page_and_with_the_hidden_field() {
        let page = begun(&Secrets::for_testing(), Timestamp::from_millisecond(1_000_000).expect("a time"));
        assert_eq!(suspicions(&page, "", 1_999), [Suspicion::TooFast]);
        assert_eq!(suspicions(&page, "", 2_000), []);
        assert_eq!(suspicions(&page, "", 604_800_000), [], "a week later");
        assert_eq!(suspicions(&page, "", -5), [], "the clock was set back");
        assert_eq!(suspicions(&page, "https://spam.example", 9_000), [Suspicion::HiddenField]);
        assert_eq!(suspicions(&page, "x", 0), [Suspicion::HiddenField, Suspicion::TooFast]);
    }

    #[test]
    fn a_time_that_is_missing_or_not_ours_says_nothing() {
        for begun in ["", "1000000", "1000000.", "1000000.abcd", ".", "x.y"] {
            assert_eq!(suspicions(begun, "", 0), [], "{begun}");
        }
    }
}
