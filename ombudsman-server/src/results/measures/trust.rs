//! Trust beside satisfaction: the mean trust of those who were dissatisfied, in between, and satisfied. It shows that the
//! two go together, not that one makes the other.

use feedback::Item;

use super::{Answers, Counts, Patterns};

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

/// The bands of satisfaction, each with the overall ratings in it.
const BANDS: [(&str, [u8; 2]); 3] = [("dissatisfied", [1, 2]), ("neither", [3, 3]), ("satisfied", [4, 5])];

impl TrustByBand {
    /// The names of the bands, the dissatisfied first.
    pub const NAMES: [&str; 3] = [BANDS[0].0, BANDS[1].0, BANDS[2].0];

    /// The place of the band in which an overall rating is. `None` for what is no rating.
    #[must_use]
    pub fn band(overall: u8) -> Option<usize> {
        BANDS.iter().position(|(_, [low, high])| (low..=high).contains(&&overall))
    }

    /// The place of the band of a card that answers both. `None` where it does not.
    #[must_use]
    pub fn of_both(answers: &Answers) -> Option<usize> {
        answers.rating(Item::Trust).and(answers.rating(Item::Overall)).and_then(Self::band)
    }

    /// Of those who answered both.
    #[must_use]
    pub fn of(patterns: &Patterns) -> Self {
        let band = |band: usize| patterns.ratings_where(Item::Trust, |answers| Self::of_both(answers) == Some(band));
        Self { dissatisfied: band(0), neither: band(1), satisfied: band(2) }
    }
}
