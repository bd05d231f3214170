//! What is published of one cell, and nothing beyond: by its tier, from rounded counts, with ranges that depend on what is
//! published only. The range of a mean from the exact counts would give the counts away.

use super::{CellKey, Clues, RecordKey, Tier};
use crate::results::inference::{Interval, mean_interval, wilson};
use crate::results::measures::{Counts, real, round_half_up};

/// The standard deviation of ratings that are spread evenly, 25 · √2: it stands for the real one where that would tell too
/// much.
const EVEN_DEVIATION: f64 = 35.355_339_059_327_38;

/// The answers to one item in one cell, with the keys of their rounding.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cell {
    /// The exact counts.
    pub counts: Counts,
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
}

/// A whole number from 0 to 100. Of fewer than 100 answers, the ends stay open: that nobody said anything else is as much
/// as to say what each person said.
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
    fn of(value: f64, tier: Tier) -> Self {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what is of a hundred")]
        let whole = round_half_up(value.clamp(0.0, 100.0)) as u8;
        match whole {
            0..5 if tier < Tier::Distribution => Self::Below5,
            96.. if tier < Tier::Distribution => Self::Above95,
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
    /// How many gave each rating, each to base 5; from 100 answers on.
    pub distribution: Option<Counts>,
}

impl Shown {
    /// What may be published of a cell; nothing below 10 answers, nor where what would be published gives an answer away.
    #[must_use]
    pub fn of(cell: &Cell) -> Option<Self> {
        let shown = Self::by_tier(cell)?;
        (shown.tier == Tier::Distribution || Clues::of(&shown).exposure().is_safe()).then_some(shown)
    }

    /// What the cell's tier allows.
    pub(super) fn by_tier(cell: &Cell) -> Option<Self> {
        let (counts, tier) = (cell.counts, Tier::of(cell.counts.n()));
        if tier == Tier::Suppressed {
            return None;
        }
        let n = cell.key().round(counts.n());
        let distribution = (tier == Tier::Distribution)
            .then(|| Counts(std::array::from_fn(|rating| cell.keys[rating].round(counts.0[rating]))));
        let score = Whole::of(counts.service_quality_score()?, tier);
        let middle = f64::from(score.drawn());
        let range = distribution.and_then(|rounded| mean_interval(&rounded)).map_or_else(
            || Interval::around(middle, 1.96 * EVEN_DEVIATION / real(n).sqrt()),
            |range| Interval { low: range.low.min(middle), high: range.high.max(middle) },
        );
        let top_two = (tier >= Tier::TopTwo).then(|| {
            let share = Whole::of(counts.top_two_percent().unwrap_or_default(), tier);
            let range = wilson(f64::from(share.drawn()) / 100.0 * real(n), real(n));
            (share, Interval { low: 100.0 * range.low, high: 100.0 * range.high })
        });
        Some(Self { tier, n, score, range: range.within(0.0, 100.0), top_two, distribution })
    }
}
