//! How much each driver has to do with satisfaction: its fair share of what the drivers explain together (LMG, the
//! Shapley value of R²), with Johnson's relative weights as a cross-check. Neither can be negative; regression weights can,
//! because the drivers go together. It is an association, not a cause.

mod eigen;
mod johnson;
mod lmg;

use feedback::{Driver, Item};

use super::{Patterns, wide};

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
    let importance = Importance::of(&correlations(patterns)?)?;
    if importance.explained < LEAST_EXPLAINED { Err(NotEnough::Explained) } else { Ok(importance) }
}

/// The correlations of the cards that rate everything, from sums of whole numbers.
pub fn correlations(patterns: &Patterns) -> Result<Correlations<5>, NotEnough> {
    const ALL: usize = Driver::ALL.len() + 1;
    let (mut n, mut sums, mut products) = (0_u64, [0_i128; ALL], [[0_i128; ALL]; ALL]);
    for (answers, count) in patterns.iter() {
        let (Some(drivers), Some(overall)) = (answers.drivers(), answers.rating(Item::Overall)) else { continue };
        let ratings: [i128; ALL] =
            std::array::from_fn(|item| i128::from(drivers.get(item).copied().unwrap_or(overall)));
        n = n.saturating_add(count);
        for a in 0..ALL {
            sums[a] += i128::from(count) * ratings[a];
            for b in 0..ALL {
                products[a][b] += i128::from(count) * ratings[a] * ratings[b];
            }
        }
    }
    if n < FEWEST {
        return Err(NotEnough::Cards(n));
    }
    let spread = |a: usize, b: usize| i128::from(n) * products[a][b] - sums[a] * sums[b];
    if (0..ALL).any(|item| spread(item, item) == 0) {
        return Err(NotEnough::Difference);
    }
    let size = |item: usize| wide(spread(item, item).unsigned_abs()).sqrt();
    let correlation = |a: usize, b: usize| {
        let sign = if spread(a, b) < 0 { -1.0 } else { 1.0 };
        if a == b { 1.0 } else { sign * wide(spread(a, b).unsigned_abs()) / (size(a) * size(b)) }
    };
    Ok(Correlations {
        among: std::array::from_fn(|a| std::array::from_fn(|b| correlation(a, b))),
        with_overall: std::array::from_fn(|a| correlation(a, ALL - 1)),
    })
}
