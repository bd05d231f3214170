//! All counts that can have been rounded to a distribution that is shown.

use std::ops::{ControlFlow, RangeInclusive};

use super::options::OptionShown;
use crate::results::measures::Counts;

/// How many can have given each rating, and how many all are.
pub(super) struct Rounded {
    ratings: [RangeInclusive<u64>; 5],
    n: RangeInclusive<u64>,
}

impl Rounded {
    /// Those of a distribution. A rating that is hidden has at most what the others leave.
    pub(super) fn of(shown: &[OptionShown; 5], n: &RangeInclusive<u64>) -> Self {
        let least = shown.map(|shown| match shown {
            OptionShown::Count(count) => count.saturating_sub(4),
            OptionShown::Hidden => 0,
            OptionShown::Over95 => 95 * n.start() / 100,
        });
        let left = n.end().saturating_sub(least.iter().sum());
        let most = |rating: usize| match shown[rating] {
            OptionShown::Count(count) => count.saturating_add(4),
            OptionShown::Hidden | OptionShown::Over95 => least[rating].saturating_add(left),
        };
        Self { ratings: std::array::from_fn(|rating| least[rating]..=most(rating)), n: n.clone() }
    }

    /// Shows each, until that is enough.
    pub(super) fn each(&self, show: &mut impl FnMut(Counts) -> ControlFlow<()>) -> ControlFlow<()> {
        self.further(Counts::default(), 0, show)
    }

    /// Those whose ratings before this one are given.
    fn further(
        &self,
        mut counts: Counts,
        rating: usize,
        show: &mut impl FnMut(Counts) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let Some(range) = self.ratings.get(rating) else { return show(counts) };
        // What the ratings after this one can add at least and at most.
        let after = &self.ratings[rating + 1..];
        let sum = |end: fn(&RangeInclusive<u64>) -> &u64| after.iter().map(end).sum::<u64>() + counts.n();
        let least = self.n.start().saturating_sub(sum(RangeInclusive::end)).max(*range.start());
        let Some(most) = self.n.end().checked_sub(sum(RangeInclusive::start)) else { return ControlFlow::Continue(()) };
        for count in least..=most.min(*range.end()) {
            counts.0[rating] = count;
            self.further(counts, rating + 1, show)?;
        }
        ControlFlow::Continue(())
    }
}
