//! Two periods: scores, shares, overlapping windows.

use super::{assert_range, assert_same, places};
use crate::results::inference::{
    Interval, Quarter, RangeName, Sample, finite_population, newcombe, rolling_change, welch,
};
use crate::results::measures::Counts;

/// The vectors' `welch`: deputy reporting 2023-04 and 05; use a lasting power of attorney 2025-03 and 04, 2026-03 and 04,
/// 2023-01 and 02 (Office of the Public Guardian).
#[test]
fn two_scores_are_compared_as_the_vectors_say() {
    let rows = [
        (
            ([23, 46, 153, 419, 528], [19, 33, 143, 419, 518]),
            [0.988_81, 0.957_068, 1.033_166, 2_298.398, 0.301_635],
            [-0.888, 2.865_6],
        ),
        (
            ([383, 356, 1_270, 5_685, 12_387], [309, 423, 1_172, 4_955, 10_286]),
            [-0.819_044, 0.222_028, -3.688_918, 36_022.817, 0.000_226],
            [-1.254_2, -0.383_9],
        ),
        (
            ([476, 510, 1_608, 6_144, 12_538], [422, 406, 1_322, 5_772, 11_647]),
            [0.569_167, 0.218_952, 2.599_512, 40_708.531, 0.009_339],
            [0.14, 0.998_3],
        ),
        (
            ([176, 171, 549, 3_486, 9_167], [154, 113, 448, 2_786, 7_720]),
            [0.372_666, 0.237_091, 1.571_825, 23_992.681, 0.116_004],
            [-0.092, 0.837_4],
        ),
    ];
    for ((before, after), expected, range) in rows {
        let found = welch(&Counts(before), &Counts(after)).expect("both vary");
        let figures = [found.difference, found.error, found.t, found.degrees, found.p];
        for ((figure, expected), digits) in figures.into_iter().zip(expected).zip([6, 6, 6, 3, 6]) {
            assert_same(places(figure, digits), expected, "Welch");
        }
        assert_range(found.interval, 4, range, "difference");
    }
    assert_eq!(welch(&Counts([0, 0, 0, 0, 9]), &Counts([0, 0, 0, 0, 9])), None);
}

#[test]
fn two_shares_are_compared_as_the_vectors_say() {
    let found = newcombe((947, 1_169), (937, 1_132)).expect("both asked");
    assert_same(places(found.z, 6), 1.098_469, "z");
    assert_same(places(found.p, 4), 0.272, "p");
    let points = Interval { low: 100.0 * found.interval.low, high: 100.0 * found.interval.high };
    assert_range(points, 4, [-1.387_9, 4.907], "points");
    assert_eq!(newcombe((0, 0), (1, 2)), None);
    assert_eq!(newcombe((2, 2), (3, 3)), None);
}

/// The vectors' `rolling`, of the shape of Kiwis Count: taken for two samples, the error would be 1.072453.
#[test]
fn windows_that_overlap_differ_by_what_came_and_went() {
    let quarter = |score: f64, deviation: f64, n: f64| Quarter { score, error: deviation / n.sqrt() };
    let quarters = [
        quarter(72.1, 25.0, 520.0),
        quarter(73.0, 25.2, 560.0),
        quarter(72.4, 24.8, 540.0),
        quarter(73.9, 25.1, 530.0),
    ];
    let change = rolling_change(&quarters, 2).expect("two windows");
    assert_same(change.before, 72.7, "before");
    assert_same(change.after, 73.15, "after");
    assert_same(places(change.error, 6), 0.762_02, "error");
    assert_same(places(change.z, 4), 0.590_5, "z");
    assert_eq!(rolling_change(&quarters[..2], 2), None);
    assert_eq!(rolling_change(&quarters, 0), None);
    let counts = Counts([23, 46, 153, 419, 528]);
    assert_same(places(Quarter::of(&counts).expect("rated").error, 6), 0.687_582, "a quarter's error");
}

/// The vectors' `fpc`: 120 of 400 employees.
#[test]
fn most_of_a_small_population_leaves_less_room() {
    let error = 24.0 / 120_f64.sqrt();
    assert_same(places(error, 6), 2.190_89, "of a random sample");
    assert_same(places(finite_population(error, 120, 400), 6), 1.835_326, "of 400");
    assert_same(finite_population(error, 20, 400), error, "one in twenty changes nothing");
    assert_same(finite_population(error, 400, 400), 0.0, "of everybody");
    assert_same(finite_population(error, 500, 400), error, "more than there are is no population");
}

#[test]
fn only_a_random_sample_or_a_census_has_a_margin_of_error() {
    let samples = [Sample::OptIn, Sample::Probability, Sample::Census { population: 400 }];
    let expected = [RangeName::IfTheyWereRandom, RangeName::MarginOfError, RangeName::MarginOfError];
    assert_eq!(samples.map(Sample::range_name), expected);
    let errors = samples.map(|sample| places(sample.error(2.190_890_23, 120), 6));
    for (error, expected) in errors.into_iter().zip([2.190_89, 2.190_89, 1.835_326]) {
        assert_same(error, expected, "error");
    }
}
