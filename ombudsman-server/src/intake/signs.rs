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
mod tests;
