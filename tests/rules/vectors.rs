//! Every number of the method's vectors in one place, against the code that people run: scores, intervals, comparisons,
//! drivers, disclosure, days, and what others have published. The vectors were computed with another program (numpy, scipy,
//! statsmodels) or printed by the source that is named; each is met to its last printed digit.

mod breaks;
mod days;
mod disclosure;
mod drivers;
mod groups;
mod published;
mod two;

use ombudsman_server::results::inference::{Interval, mean_interval, wilson};
use ombudsman_server::results::measures::{Counts, score};

/// Whether a number is the one that is printed with so many digits after the point.
#[track_caller]
fn same(value: f64, printed: f64, digits: i32, what: &str) {
    let half_a_digit = 0.500_001 * 10_f64.powi(-digits);
    assert!((value - printed).abs() <= half_a_digit, "{what}: {value}, not {printed}");
}

#[track_caller]
fn same_range(found: Interval, printed: [f64; 2], digits: i32, what: &str) {
    same(found.low, printed[0], digits, what);
    same(found.high, printed[1], digits, what);
}

fn percent(shares: Interval) -> Interval {
    Interval { low: 100.0 * shares.low, high: 100.0 * shares.high }
}

/// Counts; mean, score, deviation, error; the interval by t; the two best of a hundred; their interval by Wilson.
type Row = ([u64; 5], [f64; 4], [f64; 2], f64, [f64; 2]);

/// `sqs_rows`. Office of the Public Guardian (deputy reporting 2023-04 and 05, use a lasting power of attorney 2021-03); made
/// up to be 82.75; Veterans Health Administration (outpatients, second quarter of fiscal 2021); two made up; two of the United
/// States' high-impact services.
const ROWS: [Row; 9] = [
    (
        [23, 46, 153, 419, 528],
        [4.183_062, 79.576_561, 23.508_877, 0.687_582],
        [78.227_5, 80.925_6],
        81.009_4,
        [78.660_8, 83.154_9],
    ),
    (
        [19, 33, 143, 419, 518],
        [4.222_615, 80.565_371, 22.398_966, 0.665_74],
        [79.259_1, 81.871_6],
        82.773_9,
        [80.464_2, 84.861_8],
    ),
    (
        [67, 73, 205, 1_276, 4_434],
        [4.641_123, 91.028_076, 17.730_618, 0.227_859],
        [90.581_4, 91.474_8],
        94.302_2,
        [93.689_8, 94.858_5],
    ),
    ([0, 8, 8, 29, 55], [4.31, 82.75, 23.218_059, 2.321_806], [78.143, 87.357], 84.0, [75.579_7, 89.904_7]),
    (
        [2_302, 3_118, 10_615, 55_358, 249_586],
        [4.703_563, 92.589_079, 16.183_53, 0.028_565],
        [92.533_1, 92.645_1],
        95.004_3,
        [94.928_4, 95.079_2],
    ),
    ([1, 1, 2, 4, 4], [3.75, 68.75, 32.201_426, 9.295_751], [48.290_2, 89.209_8], 66.666_7, [39.062_2, 86.188]),
    ([0, 0, 0, 0, 10], [5.0, 100.0, 0.0, 0.0], [100.0, 100.0], 100.0, [72.246_7, 100.0]),
    ([1, 1, 1, 3, 26], [4.625, 90.625, 23.546_454, 4.162_464], [82.135_6, 99.114_4], 90.625, [75.781_8, 96.759_8]),
    ([0, 0, 2, 3, 3], [4.125, 78.125, 20.863_074, 7.376_211], [60.683, 95.567], 75.0, [40.927_5, 92.852_1]),
];

/// `t975` of the rows: the quantile is in the interval, as its half over the error.
const QUANTILES: [f64; 9] =
    [1.961_997, 1.962_064, 1.960_356, 1.984_217, 1.959_971, 2.200_985, 2.262_157, 2.039_513, 2.364_624];

#[test]
fn scale() {
    let scores: Vec<_> = (1..=5).map(score).collect();
    assert_eq!(scores, [0, 25, 50, 75, 100].map(Some));
}

#[test]
fn sqs_rows() {
    for ((counts, [mean, sqs, deviation, error], by_t, top_two, by_wilson), quantile) in ROWS.into_iter().zip(QUANTILES)
    {
        let (measured, what) = (Counts(counts), format!("{counts:?}"));
        same(measured.mean_rating().expect("rated"), mean, 6, &what);
        same(measured.service_quality_score().expect("rated"), sqs, 6, &what);
        same(measured.standard_deviation().expect("two rated"), deviation, 6, &what);
        let its_error = measured.standard_error().expect("two rated");
        same(its_error, error, 6, &what);
        same(measured.top_two_percent().expect("rated"), top_two, 4, &what);
        let range = mean_interval(&measured).expect("two rated");
        same_range(range, by_t, 4, &what);
        if its_error > 0.0 {
            same((range.high - range.low) / 2.0 / its_error, quantile, 6, &what);
        }
        let [best, n] = [measured.top_two(), measured.n()].map(|count| f64::from(u32::try_from(count).expect("small")));
        same_range(percent(wilson(best, n)), by_wilson, 4, &what);
    }
}

#[test]
fn wilson_intervals() {
    for (of, n, printed) in [
        (0.0, 10.0, [0.0, 0.277_533]),
        (10.0, 10.0, [0.722_467, 1.0]),
        (84.0, 100.0, [0.755_797, 0.899_047]),
        (1.0, 20.0, [0.008_881, 0.236_131]),
        (350.0, 416.0, [0.803_136, 0.873_31]),
        (208.0, 416.0, [0.452_173, 0.547_827]),
        (5.0, 5.0, [0.565_518, 1.0]),
        (0.0, 1.0, [0.0, 0.793_451]),
    ] {
        same_range(wilson(of, n), printed, 6, &format!("{of} of {n}"));
    }
}
