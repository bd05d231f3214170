//! How much may be said of so many answers (docs/METHOD.md, "Statistical disclosure control"): few answers with exact
//! figures give away what each person said.

/// No group of fewer people is ever published, nor left to be solved for.
pub const FEWEST: u64 = 10;

/// How much may be published of `n` valid answers; each tier allows what the ones before it allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Fewer than 10 (T0): nothing but that it is suppressed.
    Suppressed,
    /// 10 to 29 (T1): the score as a whole number, with `n` rounded to base 5.
    Score,
    /// 30 to 99 (T2): the share of the two best ratings as well.
    TopTwo,
    /// 100 and more (T3): the distribution with protected counts, comparisons and ranks as well.
    Distribution,
}

impl Tier {
    /// The tier of `n` valid answers of one item in one cell.
    #[must_use]
    pub const fn of(n: u64) -> Self {
        match n {
            0..FEWEST => Self::Suppressed,
            FEWEST..30 => Self::Score,
            30..100 => Self::TopTwo,
            _ => Self::Distribution,
        }
    }
}

/// Whether anything may be published of `n` valid answers.
#[must_use]
pub fn publishable(n: u64) -> bool {
    Tier::of(n) > Tier::Suppressed
}

impl Tier {
    /// How many answers cells of this tier have.
    #[must_use]
    pub const fn answers(self) -> std::ops::RangeInclusive<u64> {
        match self {
            Self::Suppressed => 0..=FEWEST - 1,
            Self::Score => FEWEST..=29,
            Self::TopTwo => 30..=99,
            Self::Distribution => 100..=u64::MAX,
        }
    }
}
