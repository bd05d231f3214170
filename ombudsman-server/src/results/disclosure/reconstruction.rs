//! The attack by enumeration: of a small cell, all counts that agree with what is published. If only one does, everybody's
//! answers are published in fact. It is run on each cell with fewer than 100 answers before that is published.

use std::ops::RangeInclusive;

use super::{Shown, Tier, Whole};
use crate::results::measures::Counts;

/// What a reader knows of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clues {
    /// How many can have answered.
    pub n: RangeInclusive<u64>,
    /// What the rounded score can be.
    pub score: RangeInclusive<u64>,
    /// What the rounded share of the two best ratings can be.
    pub top_two: RangeInclusive<u64>,
}

/// What follows from clues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exposure {
    /// How many different counts agree with the clues.
    pub consistent: u64,
    /// How many at least and at most gave each rating.
    pub ranges: [(u64, u64); 5],
}

impl Exposure {
    /// What counts that agree have in common.
    pub(super) const NOTHING: Self = Self { consistent: 0, ranges: [(u64::MAX, 0); 5] };

    /// Takes one more into account.
    pub(super) fn see(&mut self, counts: &Counts) {
        self.consistent += 1;
        for ((least, most), count) in self.ranges.iter_mut().zip(counts.0) {
            (*least, *most) = ((*least).min(count), (*most).max(count));
        }
    }

    /// Whether nobody's answer is given away: more than one explanation, and no rating of which it is known exactly how
    /// many gave it, unless nobody did.
    #[must_use]
    pub fn is_safe(&self) -> bool {
        self.consistent > 1 && self.ranges.iter().all(|(least, most)| least < most || *most == 0)
    }
}

impl Clues {
    /// What a reader knows who knows these rules.
    #[must_use]
    pub fn of(shown: &Shown) -> Self {
        let of_tier = shown.tier.answers();
        let n = (*of_tier.start()).max(shown.n.saturating_sub(4))..=(*of_tier.end()).min(shown.n.saturating_add(4));
        let range = |whole: Whole| u64::from(whole.range().0)..=u64::from(whole.range().1);
        Self { n, score: range(shown.score), top_two: shown.top_two.map_or(0..=100, |(share, _)| range(share)) }
    }

    /// All that agrees with them. Only for cells below 100: the work grows with the fourth power of n.
    #[must_use]
    pub fn exposure(&self) -> Exposure {
        let mut exposure = Exposure::NOTHING;
        self.each(|counts| exposure.see(&counts));
        exposure
    }

    /// Shows each counts that agree.
    pub fn each(&self, mut show: impl FnMut(Counts)) {
        for n in self.n.clone().take_while(|n| Tier::of(*n) < Tier::Distribution) {
            // The rounded score is from a to b where its quarters q are from (2a − 1) n / 50 to below (2b + 1) n / 50.
            let least = (2 * self.score.start()).saturating_sub(1) * n;
            let (least, end) = (least.div_ceil(50), ((2 * self.score.end() + 1) * n).div_ceil(50));
            for bad in 0..=n {
                for neither in 0..=n - bad {
                    let best = n - bad - neither;
                    if self.top_two.contains(&((200 * best + n) / (2 * n))) {
                        let group = Group { bad, neither, best };
                        group.each(least, end, &mut show);
                    }
                }
            }
        }
    }
}

/// Counts of which it is known how many are bad (1, 2), neither (3), and best (4, 5).
struct Group {
    bad: u64,
    neither: u64,
    best: u64,
}

impl Group {
    /// Shows each that has as many quarters of a hundred as are looked for.
    fn each(&self, least: u64, end: u64, show: &mut impl FnMut(Counts)) {
        for second in 0..=self.bad {
            let sure = second + 2 * self.neither + 3 * self.best;
            for fifth in least.saturating_sub(sure)..=self.best {
                if sure + fifth >= end {
                    break;
                }
                show(Counts([self.bad - second, second, self.neither, self.best - fifth, fifth]));
            }
        }
    }
}
