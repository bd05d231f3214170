//! Many comparisons, and trends.

use super::{assert_same, places};
use crate::results::inference::{benjamini_hochberg, holm, trend};

/// The p-values of Benjamini and Hochberg's own example.
const P: [f64; 15] = [
    0.000_1, 0.000_4, 0.001_9, 0.009_5, 0.020_1, 0.027_8, 0.029_8, 0.034_4, 0.045_9, 0.324, 0.426_2, 0.571_9, 0.652_8,
    0.759, 1.0,
];

#[test]
fn signals_are_four_and_headlines_three_of_fifteen() {
    let (signals, headlines) = (benjamini_hochberg(&P), holm(&P));
    assert_eq!(signals.iter().filter(|tested| tested.is_change).count(), 4);
    assert_eq!(headlines.iter().filter(|tested| tested.is_change).count(), 3);
    let by_signals = [
        0.001_5, 0.003, 0.009_5, 0.035_625, 0.060_3, 0.063_857, 0.063_857, 0.064_5, 0.076_5, 0.486, 0.581_182,
        0.714_875, 0.753_231, 0.813_214, 1.0,
    ];
    let by_headlines =
        [0.001_5, 0.005_6, 0.024_7, 0.114, 0.221_1, 0.278, 0.278, 0.278, 0.321_3, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0];
    for (tested, expected) in signals.iter().zip(by_signals) {
        assert_same(places(tested.adjusted, 6), expected, "Benjamini and Hochberg");
    }
    for (tested, expected) in headlines.iter().zip(by_headlines) {
        assert_same(places(tested.adjusted, 4), expected, "Holm");
    }
}

#[test]
fn the_order_in_which_services_stand_changes_nothing() {
    let backwards: Vec<f64> = P.iter().rev().copied().collect();
    for adjust in [holm, benjamini_hochberg] {
        assert_eq!(adjust(&backwards).into_iter().rev().collect::<Vec<_>>(), adjust(&P));
        assert_eq!(adjust(&[]), []);
    }
}

/// Citizens First 1 to 6.
#[test]
fn six_points_have_a_slope_and_no_trend_that_may_be_claimed() {
    let found = trend(&[64.0, 64.0, 67.0, 73.0, 72.0, 74.0]).expect("they differ");
    assert_same(found.s, 12.0, "rises less falls");
    assert_same(places(found.variance, 4), 27.333_3, "variance");
    assert_same(places(found.z, 3), 2.104, "z");
    assert_same(places(found.p, 5), 0.035_38, "p");
    assert_same(places(found.slope, 4), 2.333_3, "points a wave");
    assert!(!found.may_be_claimed, "six are fewer than eight");
}

#[test]
fn eight_points_may_be_called_a_trend_and_a_fall_is_the_mirror_of_a_rise() {
    let rise: Vec<f64> = (0..8).map(f64::from).collect();
    let fall: Vec<f64> = rise.iter().rev().copied().collect();
    let (up, down) = (trend(&rise).expect("differ"), trend(&fall).expect("differ"));
    assert!(up.may_be_claimed && up.p < 0.01);
    assert_same(up.slope, 1.0, "up");
    assert_same(down.z, -up.z, "down");
    assert_eq!(trend(&[3.0, 3.0, 3.0]), None);
    assert_eq!(trend(&[]), None);
}
