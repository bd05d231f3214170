//! The funnel: of the standards that there are, how many were measured, how many met their target, and of how many their
//! organisation says so itself.

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
            funnel.developed += 1;
            let place = match outcome {
                Outcome::Met => &mut funnel.met,
                Outcome::NotMet => &mut funnel.not_met,
                Outcome::NoTarget => &mut funnel.no_target,
                Outcome::NoVolume => &mut funnel.no_volume,
                Outcome::NotReported => &mut funnel.not_reported,
            };
            *place += 1;
            funnel.reported += u64::from(outcome.is_measured() && is_reported);
        }
        funnel
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
