//! The answers of one card, read from its pattern, and how often each combination was given: the only input of every
//! measure. Parts add up to the whole, in any order.

use std::collections::BTreeMap;

use feedback::{Driver, Item};

use super::{Counts, Tally};

/// One combination of answers: a digit for each item, 0 no answer, 1 to 5 the rating, 6 does not apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Answers([u8; Item::ALL.len()]);

/// A text that is no pattern of this instrument.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a pattern: one digit from 0 to 6 for each of at most {count} items", count = Item::ALL.len())]
pub struct NotAPattern(pub String);

impl Answers {
    /// Reads a pattern; of an earlier instrument, its later items are unanswered.
    pub fn of(pattern: &str) -> Result<Self, NotAPattern> {
        let digits = pattern.as_bytes();
        let mut answers = Self([0; Item::ALL.len()]);
        let fits = !digits.is_empty() && digits.len() <= answers.0.len();
        if !fits || !digits.iter().all(|digit| matches!(digit, b'0'..=b'6')) {
            return Err(NotAPattern(pattern.to_owned()));
        }
        answers.0.iter_mut().zip(digits).for_each(|(answer, digit)| *answer = digit - b'0');
        Ok(answers)
    }

    /// The digits, in the order of the items.
    #[must_use]
    pub const fn digits(&self) -> &[u8] {
        &self.0
    }

    /// The rating of an item, 1 to 5. `None` where it was not answered or does not apply.
    #[must_use]
    pub fn rating(&self, item: Item) -> Option<u8> {
        let place = Item::ALL.iter().position(|other| *other == item)?;
        Some(self.0[place]).filter(|digit| matches!(digit, 1..=5))
    }

    /// The ratings of all five drivers, in their order. `None` where one is missing.
    #[must_use]
    pub fn drivers(&self) -> Option<[u8; Driver::ALL.len()]> {
        let mut ratings = [0; Driver::ALL.len()];
        for (rating, driver) in ratings.iter_mut().zip(Driver::ALL) {
            *rating = self.rating(Item::Driver(driver))?;
        }
        Some(ratings)
    }
}

/// How many cards gave each combination of answers, always in the same order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Patterns(BTreeMap<Answers, u64>);

impl Patterns {
    /// The patterns, each with how many gave it; stops at the first that is none.
    pub fn of<P: AsRef<str>>(patterns: impl IntoIterator<Item = (P, u64)>) -> Result<Self, NotAPattern> {
        let mut all = Self::default();
        for (pattern, count) in patterns {
            all.add(Answers::of(pattern.as_ref())?, count);
        }
        Ok(all)
    }

    /// Counts one combination `count` times more.
    pub fn add(&mut self, answers: Answers, count: u64) {
        let counted = self.0.entry(answers).or_default();
        *counted = counted.saturating_add(count);
    }

    /// Adds what another part counted.
    pub fn merge(&mut self, other: &Self) {
        other.iter().for_each(|(answers, count)| self.add(*answers, count));
    }

    /// The combinations with how many gave each, in the order of their digits.
    pub fn iter(&self) -> impl Iterator<Item = (&Answers, u64)> {
        self.0.iter().map(|(answers, count)| (answers, *count))
    }

    /// The histogram of each item.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        self.iter().for_each(|(answers, count)| tally.add(answers, count));
        tally
    }

    /// The ratings of one item among the cards that `keep` chooses.
    pub(super) fn ratings_where(&self, item: Item, keep: impl Fn(&Answers) -> bool) -> Counts {
        let mut counts = Counts::default();
        for (answers, count) in self.iter().filter(|(answers, _)| keep(answers)) {
            if let Some(rating) = answers.rating(item) {
                let counted = &mut counts.0[usize::from(rating - 1)];
                *counted = counted.saturating_add(count);
            }
        }
        counts
    }
}
