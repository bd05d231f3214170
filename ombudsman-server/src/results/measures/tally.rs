//! Adds up patterns: from how often each combination of answers was given to how often each answer was.

use feedback::Item;

use super::{Answers, Counts};

/// The answers to one item.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Histogram {
    /// Those who rated, by rating.
    pub rated: Counts,
    /// Those who said that it does not apply to what they did.
    pub not_applicable: u64,
    /// Those who left it out.
    pub unanswered: u64,
}

impl Histogram {
    fn of_digit(&mut self, digit: u8) -> &mut u64 {
        match digit {
            1..=5 => &mut self.rated.0[usize::from(digit - 1)],
            6 => &mut self.not_applicable,
            _ => &mut self.unanswered,
        }
    }
}

/// A histogram of each item. Tallies of parts add up to the tally of the whole, in any order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally([Histogram; Item::ALL.len()]);

impl Tally {
    /// Counts the answers of `count` cards.
    pub fn add(&mut self, answers: &Answers, count: u64) {
        for (histogram, digit) in self.0.iter_mut().zip(answers.digits()) {
            let counted = histogram.of_digit(*digit);
            *counted = counted.saturating_add(count);
        }
    }

    /// The items with their histograms, in the order of the pattern.
    pub fn items(&self) -> impl Iterator<Item = (Item, &Histogram)> {
        Item::ALL.into_iter().zip(&self.0)
    }

    /// Satisfaction with the service as a whole.
    #[must_use]
    pub const fn overall(&self) -> &Histogram {
        &self.0[0]
    }
}
