//! Inference: how far a figure could be off, and whether two figures differ, in all the cases that the office has
//! (docs/METHOD.md, "Intervals and tests"). Pure: the same counts give the same figures, in the same order of sums.

mod association;
mod bootstrap;
mod distribution;
mod jackknife;
mod many;
mod mean;
mod proportion;
mod raking;
mod representative;
mod rolling;
mod sample;
mod trend;
mod weighted;

pub use association::{Association, association};
pub use bootstrap::{Bootstrap, bootstrap};
pub use distribution::{Z95, two_sided_normal};
pub use jackknife::jackknife;
pub use many::{Tested, benjamini_hochberg, holm};
pub use mean::{Welch, finite_population, mean_interval, welch};
pub use proportion::{Newcombe, newcombe, wilson};
pub use raking::{NotRaked, Raked, effective_n, rake};
pub use representative::{Light, Representativeness, Response, representativeness};
pub use rolling::{Quarter, RollingChange, rolling_change};
pub use sample::{RangeName, Sample};
pub use trend::{Trend, trend};
pub use weighted::{Weighted, weighted_interval};

/// From, to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Interval {
    /// So much to either side of a middle.
    #[must_use]
    pub fn around(middle: f64, half: f64) -> Self {
        Self { low: middle - half, high: middle + half }
    }

    /// The part of it that is between two ends.
    #[must_use]
    pub fn within(self, low: f64, high: f64) -> Self {
        Self { low: self.low.max(low), high: self.high.min(high) }
    }
}

#[cfg(test)]
mod tests;
