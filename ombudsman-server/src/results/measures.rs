//! The measures: what counts of ratings say, before anyone decides what may be published (docs/METHOD.md, "Exact
//! formulas"). Nothing here is rounded but by [`round_half_up`], once, for display.

mod achieved;
mod aggregate;
mod answers;
mod capture;
mod change;
mod drivers;
mod importance;
mod ladder;
mod method;
mod mix;
mod priority;
mod reach;
mod satisfaction_index;
mod series;
mod tally;
mod trust;

pub use achieved::Achieved;
pub use aggregate::{experience_weighted, person_weighted, unweighted_services};
pub use answers::{Answers, NotAPattern, Patterns};
pub use capture::{Capture, CaptureError, Invitations};
pub use change::Change;
pub use drivers::{DriverPerformance, driver_performance};
pub use importance::{Correlations, Importance, NotEnough, Sums, correlations, driver_importance};
pub use ladder::{FAILED, LADDER_REFERENCE, Ladder};
pub use method::{Method, Unit};
pub use mix::{Decomposition, Stratum, decompose};
pub use priority::{Priority, Quadrant, priorities};
pub use reach::{complete, covered};
pub use satisfaction_index::SatisfactionIndex;
pub use series::{Fit, Point, Stretch, formula_break, stretches};
pub use tally::{Histogram, Tally};
pub use trust::TrustByBand;

/// The score of a rating: 1 to 5 become 0, 25, 50, 75 and 100. `None` for what is no rating.
#[must_use]
pub fn score(rating: u8) -> Option<u8> {
    matches!(rating, 1..=5).then(|| 25 * (rating - 1))
}

/// Rounds to a whole number, halves away from zero: what people expect of 62.5, and the same for a fall as for a rise.
///
/// For decimals, scale first: 4.625 has 4.63 in two places, from 462.5.
#[must_use]
pub fn round_half_up(value: f64) -> f64 {
    value.round()
}

/// How many answered each rating, 1 first; those who did not answer or to whom it does not apply are not in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts(pub [u64; 5]);

impl Counts {
    /// How many rated: `n`.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.0.iter().fold(0, |n, count| n.saturating_add(*count))
    }

    /// The service quality score, 0 to 100: the mean of the scores. `None` where nobody rated.
    #[must_use]
    pub fn service_quality_score(&self) -> Option<f64> {
        self.mean_of([0.0, 25.0, 50.0, 75.0, 100.0])
    }

    /// The mean rating, 1 to 5. `None` where nobody rated.
    #[must_use]
    pub fn mean_rating(&self) -> Option<f64> {
        self.mean_of([1.0, 2.0, 3.0, 4.0, 5.0])
    }

    /// How many of a hundred gave one of the two best ratings. `None` where nobody rated.
    #[must_use]
    pub fn top_two_percent(&self) -> Option<f64> {
        self.mean_of([0.0, 0.0, 0.0, 100.0, 100.0])
    }

    /// Those with one of the two best ratings less those with one of the two worst, of a hundred; −100 to 100. `None`
    /// where nobody rated.
    #[must_use]
    pub fn net_percent(&self) -> Option<f64> {
        self.mean_of([-100.0, -100.0, 0.0, 100.0, 100.0])
    }

    /// How many gave one of the two best ratings.
    #[must_use]
    pub fn top_two(&self) -> u64 {
        self.0[3].saturating_add(self.0[4])
    }

    /// The standard deviation of the scores, with n − 1. `None` where fewer than two rated.
    ///
    /// It comes from whole numbers, so that nothing is lost where all answers are nearly the same.
    #[must_use]
    pub fn standard_deviation(&self) -> Option<f64> {
        let n = u128::from(self.n());
        let steps =
            |power: u32| (0..).zip(self.0).map(|(step, count)| u128::from(count) * u128::pow(step, power)).sum();
        let (sum, squares): (u128, u128) = (steps(1), steps(2));
        let spread = (n * squares).checked_sub(sum * sum)?;
        (n > 1).then(|| 25.0 * (wide(spread) / wide(n * (n - 1))).sqrt())
    }

    /// The standard error of the score. `None` where fewer than two rated.
    #[must_use]
    pub fn standard_error(&self) -> Option<f64> {
        self.standard_deviation().map(|deviation| deviation / real(self.n()).sqrt())
    }

    /// These and the others together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(std::array::from_fn(|rating| self.0[rating].saturating_add(other.0[rating])))
    }

    /// The mean of what each rating is worth. The division comes last: it then gives a half exactly where there is one,
    /// and rounding for display falls on the right side.
    fn mean_of(&self, worth: [f64; 5]) -> Option<f64> {
        let n = self.n();
        let sum: f64 = std::iter::zip(worth, self.0).map(|(worth, count)| worth * real(count)).sum();
        (n > 0).then(|| sum / real(n))
    }
}

#[expect(clippy::cast_precision_loss, reason = "exact up to 9 * 10^15 answers, more than there are people")]
pub(in crate::results) const fn real(count: u64) -> f64 {
    count as f64
}

#[expect(clippy::cast_precision_loss, reason = "what is lost is far below what is shown")]
const fn wide(sum: u128) -> f64 {
    sum as f64
}

#[cfg(test)]
mod tests;
