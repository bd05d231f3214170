//! Trust beside satisfaction: the mean trust of those who were dissatisfied, in between, and satisfied. It shows that the
//! two go together, not that one makes the other.

use feedback::Item;

use super::{Counts, Patterns};

/// The ratings of trust, by how satisfied the same people were.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TrustByBand {
    /// Of those who rated the service as a whole 1 or 2.
    pub dissatisfied: Counts,
    /// Of those who rated it 3.
    pub neither: Counts,
    /// Of those who rated it 4 or 5.
    pub satisfied: Counts,
}

impl TrustByBand {
    /// Of those who answered both.
    #[must_use]
    pub fn of(patterns: &Patterns) -> Self {
        let band = |low, high| {
            patterns.ratings_where(Item::Trust, |answers| {
                answers.rating(Item::Overall).is_some_and(|overall| (low..=high).contains(&overall))
            })
        };
        Self { dissatisfied: band(1, 2), neither: band(3, 3), satisfied: band(4, 5) }
    }
}
