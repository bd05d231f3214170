//! Sums of the ratings of cards that rate everything, in whole numbers: all that importance needs, and a card can be taken out again.

use feedback::{Driver, Item};

use super::{Correlations, FEWEST, Importance, LEAST_EXPLAINED, NotEnough};
use crate::results::measures::{Answers, Patterns, wide};

/// The five drivers and the overall rating.
const ALL: usize = Driver::ALL.len() + 1;

/// How many cards rate everything, the sum of each item's ratings, and of the products of each two.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sums {
    n: u64,
    singles: [i128; ALL],
    products: [[i128; ALL]; ALL],
}

impl Sums {
    /// Those of these cards.
    #[must_use]
    pub fn of(patterns: &Patterns) -> Self {
        let mut sums = Self::default();
        for (answers, count) in patterns.iter() {
            if let Some(ratings) = ratings(answers) {
                sums.n = sums.n.saturating_add(count);
                sums.add(ratings, count.into());
            }
        }
        sums
    }

    /// The same without one card that rates everything and is among them.
    #[must_use]
    pub fn without_one(&self, answers: &Answers) -> Self {
        let mut left = self.clone();
        if let Some(ratings) = ratings(answers) {
            left.n = left.n.saturating_sub(1);
            left.add(ratings, -1);
        }
        left
    }

    fn add(&mut self, ratings: [i128; ALL], times: i128) {
        for a in 0..ALL {
            self.singles[a] += times * ratings[a];
            for b in 0..ALL {
                self.products[a][b] += times * ratings[a] * ratings[b];
            }
        }
    }

    /// The importance of the drivers, where there is enough to say it.
    pub fn importance(&self) -> Result<Importance<5>, NotEnough> {
        let importance = Importance::of(&self.correlations()?)?;
        if importance.explained < LEAST_EXPLAINED { Err(NotEnough::Explained) } else { Ok(importance) }
    }

    /// How the items go together.
    pub fn correlations(&self) -> Result<Correlations<5>, NotEnough> {
        let Self { n, singles, products } = self;
        if *n < FEWEST {
            return Err(NotEnough::Cards(*n));
        }
        let spread = |a: usize, b: usize| i128::from(*n) * products[a][b] - singles[a] * singles[b];
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
}

/// The ratings of the drivers and the overall one. `None` where one is missing.
fn ratings(answers: &Answers) -> Option<[i128; ALL]> {
    let (drivers, overall) = answers.drivers().zip(answers.rating(Item::Overall))?;
    Some(std::array::from_fn(|item| drivers.get(item).copied().unwrap_or(overall).into()))
}
