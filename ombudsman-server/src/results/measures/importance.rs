//! How much each driver has to do with satisfaction: its fair share of what the drivers explain together (LMG, the
//! Shapley value of R²), with Johnson's relative weights as a cross-check. Neither can be negative; regression weights can,
//! because the drivers go together. It is an association, not a cause.

mod eigen;
mod johnson;
mod lmg;
mod sums;

pub use sums::Sums;

use super::Patterns;

/// Fewer complete cards than this are not enough for five drivers (twenty for each).
const FEWEST: u64 = 100;
/// Below this share of explained variance there is nothing to share out.
const LEAST_EXPLAINED: f64 = 0.10;
/// Above this, drivers are so alike that nobody can tell their shares apart.
const MOST_ALIKE: f64 = 1e8;

/// How drivers go together with each other and with the overall rating.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlations<const P: usize> {
    /// Among the drivers.
    pub among: [[f64; P]; P],
    /// With the overall rating.
    pub with_overall: [f64; P],
}

/// Why there is no importance to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotEnough {
    /// Too few cards rate everything.
    #[error("{0} cards rate all five drivers and the service as a whole; at least {FEWEST} are needed")]
    Cards(u64),
    /// Everybody gave one of the items the same rating.
    #[error("everybody gave the same rating to one of the items")]
    Difference,
    /// The drivers cannot be told apart.
    #[error("the drivers' ratings are too much alike to tell them apart")]
    Alike,
    /// The drivers explain too little.
    #[error("the drivers explain less than a tenth of what satisfies people")]
    Explained,
}

/// What each driver contributes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Importance<const P: usize> {
    /// R²: the share of satisfaction that the drivers explain together, 0 to 1.
    pub explained: f64,
    /// Each driver's part of it; they add up to it.
    pub lmg: [f64; P],
    /// The same by Johnson's relative weights.
    pub johnson: [f64; P],
}

impl<const P: usize> Importance<P> {
    /// The importance that follows from correlations.
    pub fn of(correlations: &Correlations<P>) -> Result<Self, NotEnough> {
        let spectrum = eigen::of(correlations.among);
        let (least, most) =
            spectrum.values.iter().fold((f64::MAX, 0.0), |(least, most), value| (value.min(least), value.max(most)));
        if least <= 0.0 || most / least > MOST_ALIKE {
            return Err(NotEnough::Alike);
        }
        let explained = lmg::explained(correlations, (1 << P) - 1).ok_or(NotEnough::Alike)?;
        let lmg = lmg::shares(correlations).ok_or(NotEnough::Alike)?;
        Ok(Self { explained, lmg, johnson: johnson::weights(&spectrum, correlations.with_overall) })
    }

    /// Each driver's share; they add up to 1.
    #[must_use]
    pub fn shares(&self) -> [f64; P] {
        self.lmg.map(|part| part / self.explained)
    }
}

/// The importance of the five drivers, where there is enough to say it.
pub fn driver_importance(patterns: &Patterns) -> Result<Importance<5>, NotEnough> {
    Sums::of(patterns).importance()
}

/// The correlations of the cards that rate everything.
pub fn correlations(patterns: &Patterns) -> Result<Correlations<5>, NotEnough> {
    Sums::of(patterns).correlations()
}
