//! The vectors of two periods and of many: `welch`, `two_prop`, `rolling`, `fpc`, `multi`, `trend`.

use ombudsman_server::results::inference::{
    Quarter, Tested, benjamini_hochberg, finite_population, holm, newcombe, rolling_change, trend, welch,
};
use ombudsman_server::results::measures::Counts;

use super::{percent, same, same_range};

/// Before, after; difference, error, t, degrees, p; the interval.
type Pair = ([u64; 5], [u64; 5], [f64; 5], [f64; 2]);

/// Office of the Public Guardian: deputy reporting 2023-04 and 05; use a lasting power of attorney 2025-03 and 04, 2026-03
/// and 04, 2023-01 and 02.
const PAIRS: [Pair; 4] = [
    (
        [23, 46, 153, 419, 528],
        [19, 33, 143, 419, 518],
        [0.988_81, 0.957_068, 1.033_166, 2_298.398, 0.301_635],
        [-0.888, 2.865_6],
    ),
    (
        [383, 356, 1_270, 5_685, 12_387],
        [309, 423, 1_172, 4_955, 10_286],
        [-0.819_044, 0.222_028, -3.688_918, 36_022.817, 0.000_226],
        [-1.254_2, -0.383_9],
    ),
    (
        [476, 510, 1_608, 6_144, 12_538],
        [422, 406, 1_322, 5_772, 11_647],
        [0.569_167, 0.218_952, 2.599_512, 40_708.531, 0.009_339],
        [0.14, 0.998_3],
    ),
    (
        [176, 171, 549, 3_486, 9_167],
        [154, 113, 448, 2_786, 7_720],
        [0.372_666, 0.237_091, 1.571_825, 23_992.681, 0.116_004],
        [-0.092, 0.837_4],
    ),
];

#[test]
fn welch_pairs() {
    for (before, after, [difference, error, t, degrees, p], range) in PAIRS {
        let (found, what) = (welch(&Counts(before), &Counts(after)).expect("both vary"), format!("{before:?}"));
        same(found.difference, difference, 6, &what);
        same(found.error, error, 6, &what);
        same(found.t, t, 6, &what);
        same(found.degrees, degrees, 3, &what);
        same(found.p, p, 6, &what);
        same_range(found.interval, range, 4, &what);
    }
}

#[test]
fn two_prop() {
    let found = newcombe((947, 1_169), (937, 1_132)).expect("both asked");
    same(found.z, 1.098_469, 6, "z");
    same(found.p, 0.272, 4, "p");
    same_range(percent(found.interval), [-1.387_9, 4.907], 4, "points");
}

/// Also what the windows would give if somebody took them for two samples: the wrong error and z that the vectors warn of.
#[test]
fn rolling() {
    let quarter = |score: f64, deviation: f64, n: f64| Quarter { score, error: deviation / n.sqrt() };
    let quarters = [
        quarter(72.1, 25.0, 520.0),
        quarter(73.0, 25.2, 560.0),
        quarter(72.4, 24.8, 540.0),
        quarter(73.9, 25.1, 530.0),
    ];
    let change = rolling_change(&quarters, 2).expect("two windows");
    same(change.before, 72.7, 4, "the earlier window");
    same(change.after, 73.15, 4, "the later window");
    same(change.after - change.before, 0.45, 4, "their difference");
    same(change.error, 0.762_02, 6, "error");
    same(change.z, 0.590_5, 4, "z");
    let of_window = |a: &Quarter, b: &Quarter| (a.error.powi(2) + b.error.powi(2)) / 4.0;
    let wrong = (of_window(&quarters[1], &quarters[2]) + of_window(&quarters[2], &quarters[3])).sqrt();
    same(wrong, 1.072_453, 6, "the error of two samples");
    same(0.45 / wrong, 0.419_6, 4, "their z");
}

#[test]
fn fpc() {
    let error = 24.0 / 120_f64.sqrt();
    same(error, 2.190_89, 6, "of a random sample");
    let finite = finite_population(error, 120, 400);
    same(finite / error, 0.837_708, 6, "the correction");
    same(finite, 1.835_326, 6, "of 400");
}

/// The p-values of Benjamini and Hochberg's own example.
const P: [f64; 15] = [
    0.000_1, 0.000_4, 0.001_9, 0.009_5, 0.020_1, 0.027_8, 0.029_8, 0.034_4, 0.045_9, 0.324, 0.426_2, 0.571_9, 0.652_8,
    0.759, 1.0,
];

#[test]
fn multi() {
    let check = |found: Vec<Tested>, rejected: usize, adjusted: [f64; 15], digits| {
        for (place, (tested, printed)) in found.iter().zip(adjusted).enumerate() {
            same(tested.adjusted, printed, digits, "adjusted");
            assert_eq!(tested.is_change, place < rejected, "{place}");
        }
    };
    let by_signals = [
        0.001_5, 0.003, 0.009_5, 0.035_625, 0.060_3, 0.063_857, 0.063_857, 0.064_5, 0.076_5, 0.486, 0.581_182,
        0.714_875, 0.753_231, 0.813_214, 1.0,
    ];
    check(benjamini_hochberg(&P), 4, by_signals, 6);
    let by_headlines =
        [0.001_5, 0.005_6, 0.024_7, 0.114, 0.221_1, 0.278, 0.278, 0.278, 0.321_3, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0];
    check(holm(&P), 3, by_headlines, 4);
}

/// Citizens First 1 to 6.
#[test]
fn trend_of_citizens_first() {
    let found = trend(&[64.0, 64.0, 67.0, 73.0, 72.0, 74.0]).expect("they differ");
    same(found.s, 12.0, 6, "S");
    same(found.variance, 27.333_3, 4, "variance");
    same(found.z, 2.104, 3, "z");
    same(found.p, 0.035_38, 5, "p");
    same(found.slope, 2.333_3, 4, "Sen's slope");
}
