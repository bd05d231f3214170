//! The measures: what counts of ratings say, before anyone decides what may be published (docs/METHOD.md, "Exact
//! formulas"). Nothing here is rounded but by [`round_half_up`], once, for display.

mod tally;
mod tier;

pub use tally::{Histogram, NotAPattern, Tally};
pub use tier::{Tier, publishable};

/// The score of a rating: 1 to 5 become 0, 25, 50, 75 and 100. `None` for what is no rating.
#[must_use]
pub fn score(rating: u8) -> Option<u8> {
    matches!(rating, 1..=5).then(|| 25 * (rating - 1))
}

/// Rounds to a whole number, halves away from zero: what people expect of 62.5, and the same for a fall as for a rise.
///
/// For decimals, scale first: 4.625 has 4.63 in two places, from 462.5.
#[must_use]
pub fn round_half_up(value: f64) -> f64 {
    value.round()
}

/// How many answered each rating, 1 first; those who did not answer or to whom it does not apply are not in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts(pub [u64; 5]);

impl Counts {
    /// How many rated: `n`.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.0.iter().fold(0, |n, count| n.saturating_add(*count))
    }

    /// The service quality score, 0 to 100: the mean of the scores. `None` where nobody rated.
    #[must_use]
    pub fn service_quality_score(&self) -> Option<f64> {
        self.mean_of([0.0, 25.0, 50.0, 75.0, 100.0])
    }

    /// The mean rating, 1 to 5. `None` where nobody rated.
    #[must_use]
    pub fn mean_rating(&self) -> Option<f64> {
        self.mean_of([1.0, 2.0, 3.0, 4.0, 5.0])
    }

    /// How many of a hundred gave one of the two best ratings. `None` where nobody rated.
    #[must_use]
    pub fn top_two_percent(&self) -> Option<f64> {
        self.mean_of([0.0, 0.0, 0.0, 100.0, 100.0])
    }

    /// The mean of what each rating is worth. The division comes last: it then gives a half exactly where there is one,
    /// and rounding for display falls on the right side.
    fn mean_of(&self, worth: [f64; 5]) -> Option<f64> {
        let n = self.n();
        let sum: f64 = std::iter::zip(worth, self.0).map(|(worth, count)| worth * real(count)).sum();
        (n > 0).then(|| sum / real(n))
    }
}

#[expect(clippy::cast_precision_loss, reason = "exact up to 9 * 10^15 answers, more than there are people")]
const fn real(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rounds to so many places, as the method's table prints.
    fn places(value: Option<f64>, places: i32) -> f64 {
        let scale = 10_f64.powi(places);
        round_half_up(value.expect("somebody rated") * scale) / scale
    }

    fn assert_same(value: f64, expected: f64, what: &str) {
        assert!((value - expected).abs() < 1e-9, "{what}: {value}, not {expected}");
    }

    #[test]
    fn the_five_ratings_are_spread_from_0_to_100_and_nothing_else_has_a_score() {
        let scores: Vec<_> = (0..=6).map(score).collect();
        assert_eq!(scores, [None, Some(0), Some(25), Some(50), Some(75), Some(100), None]);
    }

    #[test]
    fn counts_give_the_measures_that_the_method_lists() {
        for (counts, n, mean, sqs, top_two) in [
            ([23, 46, 153, 419, 528], 1_169, 4.183_062, 79.576_561, 81.009_4),
            ([19, 33, 143, 419, 518], 1_132, 4.222_615, 80.565_371, 82.773_9),
            ([67, 73, 205, 1_276, 4_434], 6_055, 4.641_123, 91.028_076, 94.302_2),
            ([0, 8, 8, 29, 55], 100, 4.31, 82.75, 84.0),
            ([2_302, 3_118, 10_615, 55_358, 249_586], 320_979, 4.703_563, 92.589_079, 95.004_3),
            ([1, 1, 2, 4, 4], 12, 3.75, 68.75, 66.666_7),
            ([0, 0, 0, 0, 10], 10, 5.0, 100.0, 100.0),
            ([1, 1, 1, 3, 26], 32, 4.625, 90.625, 90.625),
            ([0, 0, 2, 3, 3], 8, 4.125, 78.125, 75.0),
        ] {
            let measured = Counts(counts);
            let what = format!("{counts:?}");
            assert_eq!(measured.n(), n, "{what}");
            assert_same(places(measured.mean_rating(), 6), mean, &what);
            assert_same(places(measured.service_quality_score(), 6), sqs, &what);
            assert_same(places(measured.top_two_percent(), 4), top_two, &what);
        }
    }

    #[test]
    fn displayed_figures_are_those_that_were_published() {
        for (counts, published) in
            [([23, 46, 153, 419, 528], 80.0), ([19, 33, 143, 419, 518], 81.0), ([67, 73, 205, 1_276, 4_434], 91.0)]
        {
            assert_same(places(Counts(counts).service_quality_score(), 0), published, "score");
        }
        for (counts, published) in
            [([2_302, 3_118, 10_615, 55_358, 249_586], 4.70), ([1, 1, 1, 3, 26], 4.63), ([0, 0, 2, 3, 3], 4.13)]
        {
            assert_same(places(Counts(counts).mean_rating(), 2), published, "mean rating");
        }
    }

    #[test]
    fn a_half_is_rounded_away_from_zero_for_a_rise_and_a_fall() {
        for (value, expected) in [(62.5, 63.0), (-62.5, -63.0), (62.499_999, 62.0), (0.0, 0.0)] {
            assert_same(round_half_up(value), expected, "rounded");
        }
    }

    #[test]
    fn a_share_that_is_exactly_a_half_is_not_lost_in_the_division() {
        // 29 of 200 are 14.5 of a hundred; as 0.145 * 100 a computer has 14.499999999999998.
        assert_same(places(Counts([171, 0, 0, 0, 29]).top_two_percent(), 0), 15.0, "29 of 200");
    }

    #[test]
    fn where_nobody_rated_there_is_no_measure() {
        let nobody = Counts::default();
        assert_eq!(nobody.n(), 0);
        assert_eq!(nobody.service_quality_score(), None);
        assert_eq!(nobody.mean_rating(), None);
        assert_eq!(nobody.top_two_percent(), None);
    }
}
