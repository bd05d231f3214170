//! Scores: how far one could be off, and whether two differ.

use super::Interval;
use super::distribution::{t975, two_sided_t};
use crate::results::measures::{Counts, real};

/// The 95 % interval of a score by Student's distribution. `None` where fewer than two rated.
///
/// Not for publishing where n is below 30 or everybody said the same: it then claims more than is known.
#[must_use]
pub fn mean_interval(counts: &Counts) -> Option<Interval> {
    let half = t975(real(counts.n()) - 1.0)? * counts.standard_error()?;
    Some(Interval::around(counts.service_quality_score()?, half))
}

/// The standard error of a sample that is a large part of all: it gets smaller, to nothing when everybody was asked. Only
/// for a census or a sample whose population is known; up to one in twenty it changes nothing that matters.
#[must_use]
pub fn finite_population(error: f64, n: u64, population: u64) -> f64 {
    let is_large_part = n <= population && 20 * u128::from(n) > u128::from(population) && population > 1;
    let factor = if is_large_part { (real(population - n) / real(population - 1)).sqrt() } else { 1.0 };
    error * factor
}

/// Welch's comparison of two scores.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Welch {
    /// The later less the earlier score.
    pub difference: f64,
    /// Its standard error.
    pub error: f64,
    /// The difference in standard errors.
    pub t: f64,
    /// Degrees of freedom (Welch and Satterthwaite).
    pub degrees: f64,
    /// How likely as large a difference is if nothing changed.
    pub p: f64,
    /// The 95 % interval of the difference.
    pub interval: Interval,
}

/// Compares two scores of different people. `None` where fewer than two rated, or nobody's rating differs.
#[must_use]
pub fn welch(before: &Counts, after: &Counts) -> Option<Welch> {
    let difference = after.service_quality_score()? - before.service_quality_score()?;
    let [first, second] = [before.standard_error()?, after.standard_error()?].map(|error| error * error);
    let error = (first + second).sqrt();
    if error <= 0.0 {
        return None;
    }
    let by_degrees = |part: f64, n: u64| part * part / (real(n) - 1.0);
    let degrees = (first + second) * (first + second) / (by_degrees(first, before.n()) + by_degrees(second, after.n()));
    let t = difference / error;
    let interval = Interval::around(difference, t975(degrees)? * error);
    Some(Welch { difference, error, t, degrees, p: two_sided_t(t, degrees)?, interval })
}
