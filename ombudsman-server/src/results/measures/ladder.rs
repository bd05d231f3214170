//! The driver ladder: how satisfied people are by the number of drivers that failed them. It describes; drivers go
//! together, so it does not say what would happen if one of them were mended.

use feedback::{Driver, Item};

use super::{Answers, Counts, Patterns};

/// The scores that Citizens First 3 found for no, one and four failed drivers; it names no others.
pub const LADDER_REFERENCE: [Option<u8>; Driver::ALL.len() + 1] = [Some(87), Some(74), None, None, Some(37), None];

/// A driver failed whoever rated it 3 or less.
pub const FAILED: u8 = 3;

/// The overall ratings by the number of failed drivers, 0 first; of those who rated all five drivers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ladder(pub [Counts; Driver::ALL.len() + 1]);

impl Ladder {
    /// How many drivers failed whoever answered so. `None` without an overall rating, or without one of the drivers.
    #[must_use]
    pub fn step(answers: &Answers) -> Option<usize> {
        let ratings = answers.drivers().filter(|_| answers.rating(Item::Overall).is_some())?;
        Some(ratings.iter().filter(|rating| **rating <= FAILED).count())
    }

    /// The ladder of these cards. A card without an overall rating, or without one of the drivers, is on no step.
    #[must_use]
    pub fn of(patterns: &Patterns) -> Self {
        Self(std::array::from_fn(|failed| {
            patterns.ratings_where(Item::Overall, |answers| Self::step(answers) == Some(failed))
        }))
    }
}
