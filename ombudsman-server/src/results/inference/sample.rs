//! How people came to answer decides what may be said of a range: whoever answers of their own accord is no random sample,
//! and of such answers nobody may say "margin of error".

use super::finite_population;

/// How people came to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sample {
    /// They chose to, as on every card.
    OptIn,
    /// They were drawn at random.
    Probability,
    /// All of so many people were asked.
    Census {
        /// How many were asked.
        population: u64,
    },
}

/// What a range is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RangeName {
    /// "The range of plausible values if those who answered were a random sample; they are not."
    IfTheyWereRandom,
    /// "Margin of error, 19 times out of 20."
    MarginOfError,
}

impl Sample {
    /// What a range may be called.
    #[must_use]
    pub const fn range_name(self) -> RangeName {
        match self {
            Self::OptIn => RangeName::IfTheyWereRandom,
            Self::Probability | Self::Census { .. } => RangeName::MarginOfError,
        }
    }

    /// The standard error of a score from `n` answers, smaller where most of all people answered.
    #[must_use]
    pub fn error(self, error: f64, n: u64) -> f64 {
        match self {
            Self::Census { population } => finite_population(error, n, population),
            Self::OptIn | Self::Probability => error,
        }
    }
}
