//! The Client Satisfaction Index: satisfaction, against the best service imaginable, against what was expected.

use feedback::Item;

use super::{Patterns, real};

/// The sum of the scores of those who rated all three, and how many did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SatisfactionIndex {
    /// How many rated all three items.
    pub complete: u64,
    /// How many rated one or two of them, and are not in it.
    pub dropped: u64,
    sum: u64,
}

impl SatisfactionIndex {
    /// The items of the index.
    pub const ITEMS: [Item; 3] = [Item::Overall, Item::Ideal, Item::Expectations];

    /// The index of these cards: for each the mean of its three scores, then the mean of the cards.
    #[must_use]
    pub fn of(patterns: &Patterns) -> Self {
        let mut index = Self::default();
        for (answers, count) in patterns.iter() {
            let scores = Self::ITEMS.map(|item| answers.rating(item).and_then(super::score).map(u64::from));
            match scores {
                [None, None, None] => {}
                [Some(overall), Some(ideal), Some(expectations)] => {
                    index.complete = index.complete.saturating_add(count);
                    let worth = count.saturating_mul(overall + ideal + expectations);
                    index.sum = index.sum.saturating_add(worth);
                }
                _ => index.dropped = index.dropped.saturating_add(count),
            }
        }
        index
    }

    /// The index, 0 to 100. `None` where nobody rated all three.
    #[must_use]
    pub fn value(&self) -> Option<f64> {
        (self.complete > 0).then(|| real(self.sum) / (3.0 * real(self.complete)))
    }
}
