//! What of the quarantine is asked for: which shelf, which sign, and from which card on. All of it stands in the page's
//! address, so that a page can be kept, sent on and gone back to.

use super::Kept;
use super::decide::Decision;
use crate::http::Visit;
use crate::words::Words;

/// The signs by which the worker takes a card for a machine's.
pub(super) const SIGNS: [&str; 5] = ["hidden-field", "too-fast", "links", "only-links", "markup"];

/// Where a card in quarantine lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::casework) enum Shelf {
    /// It waits for a person to decide.
    Waiting,
    /// A person confirmed that it is spam.
    Confirmed,
}

impl Shelf {
    /// The mark in the record of the cards on it.
    pub(super) const fn mark(self) -> &'static str {
        match self {
            Self::Waiting => "spam",
            Self::Confirmed => "confirmed",
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::casework) struct Asked {
    /// The shelf.
    pub shelf: Shelf,
    /// Only cards with this sign.
    pub sign: Option<&'static str>,
    /// Only cards after this one: when it came, and its reference.
    pub after: (i64, String),
    /// What was decided a moment ago, and of how many cards.
    pub done: Option<(Decision, u64)>,
}

impl Asked {
    /// What the address of this visit asks for. What cannot be read is not asked for.
    pub(super) fn of(visit: &Visit) -> Self {
        let sign = visit.asked("sign").and_then(|asked| SIGNS.into_iter().find(|sign| *sign == asked));
        let after = visit.asked("after").and_then(|after| {
            let (time, reference) = after.split_once('-')?;
            Some((time.parse().ok()?, reference.to_owned()))
        });
        let done = Decision::ALL.into_iter().find_map(|decision| {
            let count = visit.asked(decision.as_str())?.parse().ok()?;
            Some((decision, count))
        });
        let shelf = if visit.asked("shelf") == Some("confirmed") { Shelf::Confirmed } else { Shelf::Waiting };
        Self { sign, after: after.unwrap_or_default(), done, ..Self::shelf(shelf) }
    }

    /// A whole shelf, from its first card on.
    pub(super) fn shelf(shelf: Shelf) -> Self {
        Self { shelf, sign: None, after: (0, String::new()), done: None }
    }

    /// The same from the first card on.
    pub(super) fn whole(&self) -> Self {
        Self { sign: self.sign, ..Self::shelf(self.shelf) }
    }

    /// The same after this card.
    pub(super) fn after(&self, last: &Kept) -> Self {
        Self { after: (last.received_at, last.reference.clone()), ..self.whole() }
    }

    /// The same, once this was decided of so many cards.
    pub(super) fn once_done(self, decision: Decision, count: u64) -> Self {
        Self { done: Some((decision, count)), ..self }
    }

    /// Whether it begins after the first card.
    pub(super) fn is_later(&self) -> bool {
        !self.after.1.is_empty()
    }

    /// Whether it is the shelf of what waits.
    pub(super) fn is_waiting(&self) -> bool {
        self.shelf == Shelf::Waiting
    }

    /// Whether it is everything that waits, and not a part of it.
    pub(super) fn is_all_that_waits(&self) -> bool {
        self.is_waiting() && self.sign.is_none() && !self.is_later()
    }

    /// The address of the page that shows it, in the language of these words.
    pub(super) fn address(&self, words: &Words) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if self.shelf == Shelf::Confirmed {
            query.append_pair("shelf", "confirmed");
        }
        if let Some(sign) = self.sign {
            query.append_pair("sign", sign);
        }
        if self.is_later() {
            query.append_pair("after", &format!("{}-{}", self.after.0, self.after.1));
        }
        if let Some((decision, count)) = self.done {
            query.append_pair(decision.as_str(), &count.to_string());
        }
        query.append_pair("lang", words.language().as_str());
        format!("/desk/quarantine?{}", query.finish())
    }
}
