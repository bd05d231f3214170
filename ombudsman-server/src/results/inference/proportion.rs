//! Shares: how far one could be off, and whether two differ.

use super::distribution::two_sided_normal;
use super::{Interval, Z95};
use crate::results::measures::real;

/// Wilson's 95 % interval of a share, 0 to 1: `of` is so many among `n`. It stays between 0 and 1 and does not collapse
/// where everybody or nobody did. Both may be rounded figures, as they are where the exact ones stay secret. From 0 to 1
/// where nobody was asked.
#[must_use]
pub fn wilson(of: f64, n: f64) -> Interval {
    if n <= 0.0 {
        return Interval { low: 0.0, high: 1.0 };
    }
    let square = Z95 * Z95;
    let middle = (of + square / 2.0) / (n + square);
    let half = Z95 / (n + square) * (of * (n - of) / n + square / 4.0).max(0.0).sqrt();
    Interval::around(middle, half).within(0.0, 1.0)
}

/// The comparison of two shares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Newcombe {
    /// The later less the earlier share.
    pub difference: f64,
    /// The difference in standard errors, as if both were one group.
    pub z: f64,
    /// How likely as large a difference is if nothing changed.
    pub p: f64,
    /// Newcombe's 95 % interval of the difference, from the two intervals of Wilson.
    pub interval: Interval,
}

/// Compares two shares of different people, each so many among so many. `None` where nobody was asked, or all said the
/// same.
#[must_use]
pub fn newcombe(before: (u64, u64), after: (u64, u64)) -> Option<Newcombe> {
    let ((of_a, n_a), (of_b, n_b)) = (before, after);
    let pooled = real(of_a + of_b) / real(n_a + n_b);
    let error = (pooled * (1.0 - pooled) * (1.0 / real(n_a) + 1.0 / real(n_b))).sqrt();
    if n_a == 0 || n_b == 0 || error <= 0.0 {
        return None;
    }
    let (a, b) = (real(of_a) / real(n_a), real(of_b) / real(n_b));
    let (range_a, range_b) = (wilson(real(of_a), real(n_a)), wilson(real(of_b), real(n_b)));
    let difference = b - a;
    let down = (b - range_b.low).hypot(range_a.high - a);
    let up = (range_b.high - b).hypot(a - range_a.low);
    let interval = Interval { low: difference - down, high: difference + up };
    Some(Newcombe { difference, z: difference / error, p: two_sided_normal(difference / error), interval })
}
