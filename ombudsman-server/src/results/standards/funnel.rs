//! The funnel: of the standards that there are, how many were measured, how many met their target, and of how many their
//! organisation says so itself.

use std::ops::AddAssign;

use crate::registry::standards::Outcome;

/// How many standards came how far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Funnel {
    /// There are.
    pub developed: u64,
    /// Were met.
    pub met: u64,
    /// Were not met.
    pub not_met: u64,
    /// Were measured, and have no target.
    pub no_target: u64,
    /// Had nothing to measure.
    pub no_volume: u64,
    /// Have no figures.
    pub not_reported: u64,
    /// Were measured, and their organisation says on a page how often they were kept.
    pub reported: u64,
}

impl Funnel {
    /// That of standards: of each what the year says of it, and whether its organisation tells.
    pub fn of(standards: impl IntoIterator<Item = (Outcome, bool)>) -> Self {
        let mut funnel = Self::default();
        for (outcome, is_reported) in standards {
            funnel.count(outcome, is_reported);
        }
        funnel
    }

    /// Counts another standard.
    pub(super) fn count(&mut self, outcome: Outcome, is_reported: bool) {
        self.developed += 1;
        let place = match outcome {
            Outcome::Met => &mut self.met,
            Outcome::NotMet => &mut self.not_met,
            Outcome::NoTarget => &mut self.no_target,
            Outcome::NoVolume => &mut self.no_volume,
            Outcome::NotReported => &mut self.not_reported,
        };
        *place += 1;
        self.reported += u64::from(outcome.is_measured() && is_reported);
    }

    /// How many were measured.
    #[must_use]
    pub const fn measured(&self) -> u64 {
        self.met + self.not_met + self.no_target
    }

    /// How many were held against a target.
    #[must_use]
    pub const fn judged(&self) -> u64 {
        self.met + self.not_met
    }
}

/// The standards of another service are counted with these.
impl AddAssign for Funnel {
    fn add_assign(&mut self, other: Self) {
        let Self { developed, met, not_met, no_target, no_volume, not_reported, reported } = other;
        self.developed += developed;
        self.met += met;
        self.not_met += not_met;
        self.no_target += no_target;
        self.no_volume += no_volume;
        self.not_reported += not_reported;
        self.reported += reported;
    }
}
