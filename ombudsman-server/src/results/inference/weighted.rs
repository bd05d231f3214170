//! Answers that do not weigh alike: the score by their weights, what the weights cost, and how far the score could be off.

use super::{Interval, Z95};
use crate::results::measures::score;

/// The answers to one item: by rating, 1 first, the sum of their weights and of the squares of these.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Weighted {
    sums: [f64; 5],
    squares: [f64; 5],
}

impl Weighted {
    /// Adds answers of one rating, 1 to 5; what is no rating is nowhere.
    pub fn add(&mut self, rating: u8, sum: f64, squares: f64) {
        let place = usize::from(rating).wrapping_sub(1);
        if let (Some(sums), Some(all)) = (self.sums.get_mut(place), self.squares.get_mut(place)) {
            *sums += sum;
            *all += squares;
        }
    }

    /// The score by the weights, 0 to 100. `None` where nothing weighs.
    #[must_use]
    pub fn score(&self) -> Option<f64> {
        let all: f64 = self.sums.iter().sum();
        let points: f64 = (1..).zip(self.sums).map(|(rating, sum)| sum * score(rating).map_or(0.0, f64::from)).sum();
        (all > 0.0).then(|| points / all)
    }

    /// Kish's effective number of answers: how many of one weight would say as much. `None` where nothing weighs.
    #[must_use]
    pub fn effective_n(&self) -> Option<f64> {
        let (all, squares) = (self.sums.iter().sum::<f64>(), self.squares.iter().sum::<f64>());
        (squares > 0.0).then(|| all * all / squares)
    }
}

/// The 95 % interval of a score by weights, from what is published: the deviation of the answers and their effective number.
#[must_use]
pub fn weighted_interval(score: f64, deviation: f64, effective: f64) -> Interval {
    Interval::around(score, Z95 * deviation / effective.sqrt()).within(0.0, 100.0)
}
