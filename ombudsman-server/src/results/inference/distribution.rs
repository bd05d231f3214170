//! The two distributions that the tests need, from the library statrs.

use statrs::distribution::{ContinuousCDF, Normal, StudentsT};

/// The 97.5th hundredth of the standard normal distribution: 95 of a hundred lie between it and its negative.
pub const Z95: f64 = 1.959_963_984_540_054;

/// How likely a standard normal value is as far from 0 as this one, or farther.
#[must_use]
pub fn two_sided_normal(z: f64) -> f64 {
    2.0 * Normal::standard().sf(z.abs())
}

/// How likely a value of Student's distribution is as far from 0 as this one, or farther. `None` without degrees of
/// freedom.
pub(super) fn two_sided_t(t: f64, degrees: f64) -> Option<f64> {
    StudentsT::new(0.0, 1.0, degrees).ok().map(|students| 2.0 * students.sf(t.abs()))
}

/// The 97.5th hundredth of Student's distribution. `None` without degrees of freedom.
///
/// By halving, from the distribution itself: the same on every machine to the last place that is shown.
pub(super) fn t975(degrees: f64) -> Option<f64> {
    let students = StudentsT::new(0.0, 1.0, degrees).ok()?;
    let (mut low, mut high) = (Z95, 16.0);
    for _ in 0..64 {
        let middle = f64::midpoint(low, high);
        if students.sf(middle) > 0.025 { low = middle } else { high = middle }
    }
    Some(high)
}
