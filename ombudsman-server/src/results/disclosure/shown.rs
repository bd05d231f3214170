//! What is published of one cell, and nothing beyond: by its tier, from rounded counts, with ranges that depend on what is
//! published only. The range of a mean from the exact counts would give the counts away.

use super::options::{OptionShown, is_small, options_shown};
use super::{CellKey, Clues, RecordKey, Tier};
use crate::results::inference::{Interval, mean_interval, wilson};
use crate::results::measures::{Counts, real, round_half_up};

/// The standard deviation of ratings that are spread evenly, 25 · √2: it stands for the real one where that would tell too
/// much.
pub const EVEN_DEVIATION: f64 = 35.355_339_059_327_38;

/// The answers to one item in one cell, with the keys of their rounding.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cell {
    /// The exact counts.
    pub counts: Counts,
    /// How many people could have answered, where that is known.
    pub eligible: Option<u64>,
    keys: [CellKey; 5],
}

impl Cell {
    /// Adds so many answers of one rating, 1 to 5; what is no rating is in no cell.
    pub fn add(&mut self, rating: u8, key: RecordKey, answers: u64) {
        let place = usize::from(rating).wrapping_sub(1);
        if let (Some(count), Some(cell_key)) = (self.counts.0.get_mut(place), self.keys.get_mut(place)) {
            *count = count.saturating_add(answers);
            cell_key.add(key, answers);
        }
    }

    fn key(&self) -> CellKey {
        self.keys.iter().fold(CellKey::default(), |all, key| all.and(*key))
    }

    /// The counts, each to base 5.
    pub(in crate::results) fn rounded(&self) -> Counts {
        Counts(std::array::from_fn(|rating| self.keys[rating].round(self.counts.0[rating])))
    }
}

/// A whole number from 0 to 100. Where the counts of all ratings are not shown, the ends stay open: that nobody said anything
/// else is as much as to say what each person said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// At most 4.
    Below5,
    /// Just that.
    Just(u8),
    /// At least 96.
    Above95,
}

impl Whole {
    /// A number, rounded; with open ends, unless it is known of every rating how many gave it.
    pub(in crate::results) fn of(value: f64, has_open_ends: bool) -> Self {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what is of a hundred")]
        let whole = round_half_up(value.clamp(0.0, 100.0)) as u8;
        match whole {
            0..5 if has_open_ends => Self::Below5,
            96.. if has_open_ends => Self::Above95,
            _ => Self::Just(whole),
        }
    }

    /// What it may be.
    #[must_use]
    pub const fn range(self) -> (u8, u8) {
        match self {
            Self::Below5 => (0, 4),
            Self::Just(whole) => (whole, whole),
            Self::Above95 => (96, 100),
        }
    }

    /// The least and the most that it may be.
    fn ends(self) -> (f64, f64) {
        let (least, most) = self.range();
        (f64::from(least), f64::from(most))
    }

    /// The number to draw.
    #[must_use]
    pub const fn drawn(self) -> u8 {
        match self {
            Self::Below5 => 4,
            Self::Just(whole) => whole,
            Self::Above95 => 96,
        }
    }
}

/// What is published of a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shown {
    /// The tier.
    pub tier: Tier,
    /// How many answered, to base 5.
    pub n: u64,
    /// The score.
    pub score: Whole,
    /// Where the score would plausibly be if those who answered were a random sample, 0 to 100.
    pub range: Interval,
    /// The share of the two best ratings, of a hundred, and its range; from 30 answers on.
    pub top_two: Option<(Whole, Interval)>,
    /// How many gave each rating; from 100 answers on, where it does not give an answer away.
    pub distribution: Option<[OptionShown; 5]>,
    /// Whether so few people could answer that small counts are hidden.
    pub is_small: bool,
}

impl Shown {
    /// What may be published of a cell; nothing below 10 answers, nor where what would be published gives an answer away.
    /// Where the distribution would, it is left out.
    #[must_use]
    pub fn of(cell: &Cell) -> Option<Self> {
        let tier = Tier::of(cell.counts.n());
        let distribution = (tier == Tier::Distribution).then(|| options_shown(cell));
        let mut ways = [distribution, None].into_iter().filter_map(|distribution| Self::with(cell, tier, distribution));
        ways.find(|shown| Clues::of(shown).are_safe())
    }

    /// How many gave each rating, to base 5, where every one of these is told.
    #[must_use]
    pub fn all_counts(&self) -> Option<Counts> {
        self.distribution.and_then(|shown| all_counts(&shown))
    }

    fn with(cell: &Cell, tier: Tier, distribution: Option<[OptionShown; 5]>) -> Option<Self> {
        if tier == Tier::Suppressed {
            return None;
        }
        let n = cell.key().round(cell.counts.n());
        let all = distribution.and_then(|shown| all_counts(&shown));
        let score = Whole::of(cell.counts.service_quality_score()?, all.is_none());
        let range = all.filter(|all| all.standard_deviation() > Some(0.0)).and_then(|all| mean_interval(&all));
        let (least, most) = score.ends();
        let half = 1.96 * EVEN_DEVIATION / real(n).sqrt();
        let range = range.map_or(Interval { low: least - half, high: most + half }, |range| Interval {
            low: range.low.min(least),
            high: range.high.max(most),
        });
        let top_two = (tier >= Tier::TopTwo).then(|| {
            let share = Whole::of(cell.counts.top_two_percent().unwrap_or_default(), all.is_none());
            let (least, most) = share.ends();
            let among = |share: f64| wilson(share / 100.0 * real(n), real(n));
            (share, Interval { low: 100.0 * among(least).low, high: 100.0 * among(most).high })
        });
        let is_small = is_small(cell.eligible);
        Some(Self { tier, n, score, range: range.within(0.0, 100.0), top_two, distribution, is_small })
    }
}

/// The counts of a distribution of which nothing is hidden.
fn all_counts(shown: &[OptionShown; 5]) -> Option<Counts> {
    let mut counts = Counts::default();
    for (count, shown) in counts.0.iter_mut().zip(shown) {
        let OptionShown::Count(n) = shown else { return None };
        *count = *n;
    }
    Some(counts)
}
