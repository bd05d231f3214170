//! Rolling windows: two that overlap share most of their answers, so they are not two samples. What differs is only the
//! quarter that came in and the one that went out.

use super::distribution::two_sided_normal;
use crate::results::measures::{Counts, real};

/// One quarter by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quarter {
    /// Its score.
    pub score: f64,
    /// The standard error of its score.
    pub error: f64,
}

impl Quarter {
    /// That of a quarter's counts. `None` where fewer than two rated.
    #[must_use]
    pub fn of(counts: &Counts) -> Option<Self> {
        Some(Self { score: counts.service_quality_score()?, error: counts.standard_error()? })
    }
}

/// The change from one window to the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RollingChange {
    /// The mean of the earlier window's quarters.
    pub before: f64,
    /// The mean of the later window's quarters.
    pub after: f64,
    /// The standard error of the difference.
    pub error: f64,
    /// The difference in standard errors.
    pub z: f64,
    /// How likely as large a difference is if nothing changed.
    pub p: f64,
}

/// The last change of a rolling mean over `window` quarters. `None` where there are not that many and one more, or
/// nothing varies.
#[must_use]
pub fn rolling_change(quarters: &[Quarter], window: usize) -> Option<RollingChange> {
    let from = quarters.len().checked_sub(window + 1).filter(|_| window > 0)?;
    let (out, come) = (quarters[from], *quarters.last()?);
    let wide = real(u64::try_from(window).ok()?);
    let mean = |part: &[Quarter]| part.iter().map(|quarter| quarter.score).sum::<f64>() / wide;
    let error = out.error.hypot(come.error) / wide;
    let z = (come.score - out.score) / wide / error;
    (error > 0.0).then(|| RollingChange {
        before: mean(&quarters[from..from + window]),
        after: mean(&quarters[from + 1..]),
        error,
        z,
        p: two_sided_normal(z),
    })
}
