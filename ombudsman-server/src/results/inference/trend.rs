//! Whether a series goes up or down: Mann and Kendall's test counts rises and falls between all pairs of points, Sen's
//! slope is the middle of all pairs' slopes. Neither is moved by one odd point.

use super::distribution::two_sided_normal;
use crate::results::measures::real;

/// From this many points on a trend may be claimed; below, a line is drawn and nothing is said.
const FEWEST: usize = 8;

/// The trend of a series of evenly spaced points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend {
    /// Rises less falls, over all pairs.
    pub s: f64,
    /// The variance of `s` if there is no trend, corrected for points that are equal.
    pub variance: f64,
    /// `s`, one nearer to 0, in standard deviations.
    pub z: f64,
    /// How likely as many rises or falls are if there is no trend.
    pub p: f64,
    /// Sen's slope: units a point.
    pub slope: f64,
    /// Whether there are points enough to say anything.
    pub may_be_claimed: bool,
}

/// The trend. `None` where there are fewer than two points, or all are the same.
#[must_use]
pub fn trend(points: &[f64]) -> Option<Trend> {
    let pairs = || (0..points.len()).flat_map(|a| (a + 1..points.len()).map(move |b| (a, b)));
    let sign = |difference: f64| if difference == 0.0 { 0.0 } else { difference.signum() };
    let s: f64 = pairs().map(|(a, b)| sign(points[b] - points[a])).sum();
    let mut sorted = points.to_vec();
    sorted.sort_by(f64::total_cmp);
    let spread = |n: usize| u64::try_from(n * n.saturating_sub(1) * (2 * n + 5)).map_or(f64::MAX, real);
    let tied: f64 = sorted.chunk_by(|a, b| a.total_cmp(b).is_eq()).map(|equal| spread(equal.len())).sum();
    let variance = (spread(points.len()) - tied) / 18.0;
    if variance <= 0.0 {
        return None;
    }
    let z = (s - sign(s)) / variance.sqrt();
    let mut slopes: Vec<f64> = pairs().map(|(a, b)| (points[b] - points[a]) / distance(a, b)).collect();
    slopes.sort_by(f64::total_cmp);
    let slope = f64::midpoint(slopes[(slopes.len() - 1) / 2], slopes[slopes.len() / 2]);
    let may_be_claimed = points.len() >= FEWEST;
    Some(Trend { s, variance, z, p: two_sided_normal(z), slope, may_be_claimed })
}

fn distance(from: usize, to: usize) -> f64 {
    u64::try_from(to - from).map_or(f64::MAX, real)
}
