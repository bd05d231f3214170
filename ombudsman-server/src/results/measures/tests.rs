//! The measures against the figures that the method lists, and at their edges.

mod answers;
mod drivers;
mod importance;
mod reach;
mod series;
mod sources;

use super::{Counts, round_half_up, score};

/// Rounds to so many places, as the method's table prints.
pub(super) fn places(value: Option<f64>, places: i32) -> f64 {
    let scale = 10_f64.powi(places);
    round_half_up(value.expect("somebody rated") * scale) / scale
}

pub(super) fn assert_same(value: f64, expected: f64, what: &str) {
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
    assert_eq!(nobody.net_percent(), None);
    assert_eq!(nobody.standard_deviation(), None);
    assert_eq!(Counts([0, 0, 1, 0, 0]).standard_error(), None, "one answer does not vary");
}

#[test]
fn counts_spread_as_the_method_lists() {
    for (counts, deviation, error) in [
        ([23, 46, 153, 419, 528], 23.508_877, 0.687_582),
        ([19, 33, 143, 419, 518], 22.398_966, 0.665_74),
        ([67, 73, 205, 1_276, 4_434], 17.730_618, 0.227_859),
        ([0, 8, 8, 29, 55], 23.218_059, 2.321_806),
        ([2_302, 3_118, 10_615, 55_358, 249_586], 16.183_53, 0.028_565),
        ([1, 1, 2, 4, 4], 32.201_426, 9.295_751),
        ([0, 0, 0, 0, 10], 0.0, 0.0),
        ([1, 1, 1, 3, 26], 23.546_454, 4.162_464),
        ([0, 0, 2, 3, 3], 20.863_074, 7.376_211),
    ] {
        let (measured, what) = (Counts(counts), format!("{counts:?}"));
        assert_same(places(measured.standard_deviation(), 6), deviation, &what);
        assert_same(places(measured.standard_error(), 6), error, &what);
    }
}

#[test]
fn the_net_takes_the_worst_from_the_best_and_may_be_negative() {
    assert_same(Counts([1, 1, 2, 4, 4]).net_percent().expect("rated"), 50.0, "eight less two of twelve");
    assert_same(Counts([3, 1, 0, 0, 0]).net_percent().expect("rated"), -100.0, "only bad");
}

#[test]
fn millions_of_the_same_answer_do_not_vary() {
    assert_eq!(Counts([0, 0, 0, 0, 3_000_000_000]).standard_deviation(), Some(0.0));
}

/// Service Canada, 2006: a mean of 4.31 was published as an index of 82.75.
#[test]
fn a_mean_of_4_31_is_an_index_of_82_75() {
    let counts = Counts([0, 8, 8, 29, 55]);
    assert_same(counts.mean_rating().expect("rated"), 4.31, "mean");
    assert_same(counts.service_quality_score().expect("rated"), 82.75, "index");
}
