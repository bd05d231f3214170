//! The ledger of a load: what each person said and was promised, and how long they waited for it.

use std::collections::HashMap;
use std::time::Duration;

use feedback::{Card, Fields, Pattern};

/// What the receipt of one card promises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// Its reference, without groups.
    pub reference: String,
    /// What the record must have besides the card.
    pub owed: Owed,
    /// The card as it was sent.
    pub card: String,
}

/// What a card says, as the record must have it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Said {
    /// Which of the four kinds it is.
    pub intent: String,
    /// The card's language.
    pub language: String,
    /// Its answers, a digit an item; empty where it has none.
    pub pattern: String,
    /// Its comment, of which nothing is masked; empty where it has none.
    pub comment: String,
}

impl Said {
    /// What a card that was sent says.
    #[must_use]
    pub fn in_card(card: &str) -> Self {
        let fields = Fields::from_json(serde_json::from_str(card).expect("JSON")).expect("a card is an object");
        let card = Card::parse(fields).expect("a good card");
        Self {
            intent: card.intent.as_str().to_owned(),
            language: card.language.as_str().to_owned(),
            pattern: Pattern::of(&card).map(|pattern| pattern.as_str().to_owned()).unwrap_or_default(),
            comment: card.comment.map(|comment| comment.as_str().to_owned()).unwrap_or_default(),
        }
    }
}

/// What the record owes a card besides itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Owed {
    /// A case: the card is a complaint or a question.
    pub case: bool,
    /// The address to answer to, and the words in which something was masked.
    pub sealed: bool,
}

/// What was promised, and how it went.
#[derive(Debug, Default)]
pub struct Ledger {
    /// What was promised for each card that was acknowledged, by the card's id.
    pub acknowledged: HashMap<String, Promise>,
    /// How long each acknowledged card waited for its answer, in microseconds.
    pub micros: Vec<u32>,
    /// Answers that were no receipt, by status; 0 stands for no answer.
    pub refused: HashMap<u16, usize>,
    /// How long the answer took for which somebody waited longest and that was no receipt.
    pub slowest_refusal: Duration,
}

impl Ledger {
    /// The time within which this share of the answers came, in milliseconds; `share` is 0 to 1.
    #[must_use]
    pub fn answered_within(&mut self, share: f64) -> f64 {
        self.micros.sort_unstable();
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a place in a list"
        )]
        let place = (self.micros.len() as f64 * share) as usize;
        self.micros
            .get(place.min(self.micros.len().saturating_sub(1)))
            .map_or(0.0, |micros| f64::from(*micros) / 1000.0)
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.acknowledged.extend(other.acknowledged);
        self.micros.extend(other.micros);
        self.slowest_refusal = self.slowest_refusal.max(other.slowest_refusal);
        for (status, times) in other.refused {
            *self.refused.entry(status).or_default() += times;
        }
    }
}
