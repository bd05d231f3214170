//! Inference against the figures of the method's vectors, each with where it comes from.

mod bootstrap;
mod groups;
mod many;
mod together;
mod two;

use super::{Interval, mean_interval, wilson};
use crate::results::measures::{Counts, real, round_half_up};

/// Rounds to so many places, as the vectors are printed.
fn places(value: f64, places: i32) -> f64 {
    let scale = 10_f64.powi(places);
    round_half_up(value * scale) / scale
}

fn assert_same(value: f64, expected: f64, what: &str) {
    assert!((value - expected).abs() < 1e-9, "{what}: {value}, not {expected}");
}

fn assert_range(range: Interval, digits: i32, expected: [f64; 2], what: &str) {
    assert_same(places(range.low, digits), expected[0], what);
    assert_same(places(range.high, digits), expected[1], what);
}

/// The rows of `sqs_rows`, in their order.
#[test]
fn scores_and_shares_have_the_intervals_that_the_method_lists() {
    for (counts, by_t, by_wilson) in [
        ([23, 46, 153, 419, 528], [78.227_5, 80.925_6], [78.660_8, 83.154_9]),
        ([19, 33, 143, 419, 518], [79.259_1, 81.871_6], [80.464_2, 84.861_8]),
        ([67, 73, 205, 1_276, 4_434], [90.581_4, 91.474_8], [93.689_8, 94.858_5]),
        ([0, 8, 8, 29, 55], [78.143, 87.357], [75.579_7, 89.904_7]),
        ([2_302, 3_118, 10_615, 55_358, 249_586], [92.533_1, 92.645_1], [94.928_4, 95.079_2]),
        ([1, 1, 2, 4, 4], [48.290_2, 89.209_8], [39.062_2, 86.188]),
        ([0, 0, 0, 0, 10], [100.0, 100.0], [72.246_7, 100.0]),
        ([1, 1, 1, 3, 26], [82.135_6, 99.114_4], [75.781_8, 96.759_8]),
        ([0, 0, 2, 3, 3], [60.683, 95.567], [40.927_5, 92.852_1]),
    ] {
        let (counts, what) = (Counts(counts), format!("{counts:?}"));
        assert_range(mean_interval(&counts).expect("two rated"), 4, by_t, &what);
        let shares = wilson(real(counts.top_two()), real(counts.n()));
        assert_range(Interval { low: 100.0 * shares.low, high: 100.0 * shares.high }, 4, by_wilson, &what);
    }
    assert_eq!(mean_interval(&Counts([0, 0, 1, 0, 0])), None);
}

/// The vectors' `wilson`; 350 of 416 is the Canada Business Network's survey.
#[test]
fn shares_have_the_intervals_of_wilson() {
    for (of, n, expected) in [
        (0.0, 10.0, [0.0, 0.277_533]),
        (10.0, 10.0, [0.722_467, 1.0]),
        (84.0, 100.0, [0.755_797, 0.899_047]),
        (1.0, 20.0, [0.008_881, 0.236_131]),
        (350.0, 416.0, [0.803_136, 0.873_31]),
        (208.0, 416.0, [0.452_173, 0.547_827]),
        (5.0, 5.0, [0.565_518, 1.0]),
        (0.0, 1.0, [0.0, 0.793_451]),
        (0.0, 0.0, [0.0, 1.0]),
    ] {
        assert_range(wilson(of, n), 6, expected, &format!("{of} of {n}"));
    }
}
