//! Series over time. Where the method changes a series breaks: the two sides are never compared, and a line has a gap.

use super::{Change, Counts, Method, round_half_up};

/// One period's number.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The period, as text that sorts by time: `2026-04`, `2026-Q2`.
    pub period: String,
    /// How the number was computed.
    pub method: Method,
    /// The number, not rounded.
    pub value: f64,
}

/// Points that may be compared and joined by a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Stretch<'a>(pub &'a [Point]);

impl Stretch<'_> {
    /// The change from each point to the next: one fewer than points.
    pub fn changes(&self) -> impl Iterator<Item = Change> {
        self.0.windows(2).map(|pair| Change { before: pair[0].value, after: pair[1].value })
    }
}

/// The stretches of a series, cut wherever the method or its version changes.
pub fn stretches(points: &[Point]) -> impl Iterator<Item = Stretch<'_>> {
    points.chunk_by(|before, after| before.method == after.method).map(Stretch)
}

/// Which formula a published whole number agrees with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fit {
    /// The service quality score, rounded.
    pub score: bool,
    /// The share of the two best ratings, rounded.
    pub top_two: bool,
}

impl Fit {
    /// What a number that was published beside its counts agrees with.
    #[must_use]
    pub fn of(counts: &Counts, published: f64) -> Self {
        let agrees = |value: Option<f64>| value.is_some_and(|value| (round_half_up(value) - published).abs() < 1e-9);
        Self { score: agrees(counts.service_quality_score()), top_two: agrees(counts.top_two_percent()) }
    }

    const fn tells(self) -> bool {
        self.score != self.top_two
    }
}

/// Where a published series changes from one of the two formulas to the other without saying so: the place of the first
/// number that only the new formula gives, if from there on all numbers that can tell agree with the new one, and most of
/// those before with the old one. A single number that neither gives is no break.
#[must_use]
pub fn formula_break(fits: &[Fit]) -> Option<usize> {
    let last = fits.iter().rfind(|fit| fit.tells())?;
    let is_new = |fit: &Fit| if last.score { fit.score } else { fit.top_two };
    let is_old = |fit: &Fit| if last.score { fit.top_two } else { fit.score };
    let after_old = fits.iter().rposition(|fit| fit.tells() && !is_new(fit))? + 1;
    let at = after_old + fits[after_old..].iter().position(|fit| fit.tells() && is_new(fit))?;
    let old = fits[..at].iter().filter(|fit| is_old(fit)).count();
    (2 * old > at).then_some(at)
}
