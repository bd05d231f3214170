//! The attack by enumeration: of a small cell, all counts that agree with what is published. If only one does, everybody's
//! answers are published in fact. It is run on each cell before that is published: the counts of a hundred and more, though
//! rounded, can have one explanation as well, where the score and the share of the two best ratings stand beside them.

use std::ops::{ControlFlow, RangeInclusive};

use super::options::{OptionShown, shown_of_few};
use super::rounded::Rounded;
use super::{Shown, Whole};
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
    /// How many gave each rating, as far as that is shown.
    pub distribution: Option<[OptionShown; 5]>,
    /// Whether small counts would be hidden.
    pub is_small: bool,
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
        let top_two = shown.top_two.map_or(0..=100, |(share, _)| range(share));
        Self { n, score: range(shown.score), top_two, distribution: shown.distribution, is_small: shown.is_small }
    }

    /// All that agrees with them.
    #[must_use]
    pub fn exposure(&self) -> Exposure {
        let mut exposure = Exposure::NOTHING;
        let _all = self.each(&mut |counts| {
            exposure.see(&counts);
            ControlFlow::Continue(())
        });
        exposure
    }

    /// Whether nobody's answer follows from them. Looks no further than it must.
    #[must_use]
    pub fn are_safe(&self) -> bool {
        self.are_safe_with(|_| true)
    }

    /// The same for a reader who also knows something else that the counts must agree with.
    #[must_use]
    pub fn are_safe_with(&self, agrees: impl Fn(&Counts) -> bool) -> bool {
        let mut exposure = Exposure::NOTHING;
        let looked = self.each(&mut |counts| {
            if agrees(&counts) {
                exposure.see(&counts);
            }
            if exposure.is_safe() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        looked.is_break()
    }

    /// Shows each counts that agree, until that is enough.
    pub fn each(&self, show: &mut impl FnMut(Counts) -> ControlFlow<()>) -> ControlFlow<()> {
        if let Some(shown) = &self.distribution {
            return Rounded::of(shown, &self.n).each(&mut |counts| {
                if self.agrees(&counts, shown) { show(counts) } else { ControlFlow::Continue(()) }
            });
        }
        for n in self.n.clone() {
            let (least, end) = self.quarters(n);
            for bad in 0..=n {
                for neither in 0..=n - bad {
                    let best = n - bad - neither;
                    if self.has_share(best, n) {
                        Group { bad, neither, best }.each(least, end, show)?;
                    }
                }
            }
        }
        ControlFlow::Continue(())
    }

    /// The rounded score is from a to b where its quarters q are from (2a − 1) n / 50 to below (2b + 1) n / 50.
    fn quarters(&self, n: u64) -> (u64, u64) {
        let least = (2 * self.score.start()).saturating_sub(1) * n;
        (least.div_ceil(50), ((2 * self.score.end() + 1) * n).div_ceil(50))
    }

    fn has_share(&self, best: u64, n: u64) -> bool {
        self.top_two.contains(&((200 * best + n) / (2 * n)))
    }

    fn agrees(&self, counts: &Counts, shown: &[OptionShown; 5]) -> bool {
        let (n, [_, second, third, fourth, fifth]) = (counts.n(), counts.0);
        let (least, end) = self.quarters(n);
        let is_hidden_alike = || {
            let hides = |shown: OptionShown| !matches!(shown, OptionShown::Count(_));
            shown_of_few(counts, *counts).map(hides) == shown.map(hides)
        };
        (least..end).contains(&(second + 2 * third + 3 * fourth + 4 * fifth))
            && self.has_share(counts.top_two(), n)
            && (!self.is_small || is_hidden_alike())
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
    fn each(&self, least: u64, end: u64, show: &mut impl FnMut(Counts) -> ControlFlow<()>) -> ControlFlow<()> {
        for second in 0..=self.bad {
            let sure = second + 2 * self.neither + 3 * self.best;
            for fifth in least.saturating_sub(sure)..=self.best {
                if sure + fifth >= end {
                    break;
                }
                show(Counts([self.bad - second, second, self.neither, self.best - fifth, fifth]))?;
            }
        }
        ControlFlow::Continue(())
    }
}
