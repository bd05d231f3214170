//! The mix of channels or languages: how much of a change came from within them, and how much from people moving between.

use super::{Counts, real};

/// One channel or language at two times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stratum {
    /// The earlier ratings.
    pub before: Counts,
    /// The later ratings.
    pub after: Counts,
}

/// A change of the score, taken apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Decomposition {
    /// What the scores within the strata changed, in points.
    pub within: f64,
    /// What the strata's shares changed, in points.
    pub mix: f64,
}

impl Decomposition {
    /// Whether the mix moved the score so much that it must be said: by half a point.
    #[must_use]
    pub fn must_be_told(&self) -> bool {
        self.mix.abs() >= 0.5
    }
}

/// Takes the change of the score apart; the two parts add up to it. `None` where a stratum has nobody at one of the times:
/// then what changed within it is not known.
#[must_use]
pub fn decompose(strata: &[Stratum]) -> Option<Decomposition> {
    let total = |of: fn(&Stratum) -> Counts| strata.iter().map(|stratum| of(stratum).n()).sum::<u64>();
    let (n_before, n_after) = (total(|stratum| stratum.before), total(|stratum| stratum.after));
    let mut parts = Decomposition { within: 0.0, mix: 0.0 };
    for Stratum { before, after } in strata {
        let (s_before, s_after) = (before.service_quality_score()?, after.service_quality_score()?);
        let (p_before, p_after) = (real(before.n()) / real(n_before), real(after.n()) / real(n_after));
        parts.within += f64::midpoint(p_before, p_after) * (s_after - s_before);
        parts.mix += f64::midpoint(s_before, s_after) * (p_after - p_before);
    }
    (!strata.is_empty()).then_some(parts)
}
