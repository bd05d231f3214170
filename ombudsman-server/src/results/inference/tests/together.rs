//! Two numbers of the same units, and answers that do not weigh alike.

use super::{assert_range, assert_same, places};
use crate::results::inference::{Weighted, association, weighted_interval};

/// F. J. Anscombe, "Graphs in Statistical Analysis", The American Statistician 27 (1973), the first of his four.
const ANSCOMBE: [(f64, f64); 11] = [
    (10.0, 8.04),
    (8.0, 6.95),
    (13.0, 7.58),
    (9.0, 8.81),
    (11.0, 8.33),
    (14.0, 9.96),
    (6.0, 7.24),
    (4.0, 4.26),
    (12.0, 10.84),
    (7.0, 4.82),
    (5.0, 5.68),
];

#[test]
fn the_slope_its_interval_and_both_coefficients_are_those_that_are_printed() {
    let found = association(&ANSCOMBE).expect("eleven pairs");
    assert_eq!(found.n, 11);
    assert_same(places(found.slope, 5), 0.500_09, "slope");
    assert_same(places(found.start, 5), 3.000_09, "start");
    assert_range(found.range, 4, [0.233_4, 0.766_8], "slope");
    assert_same(places(found.pearson.expect("they differ"), 5), 0.816_42, "Pearson");
    assert_same(places(found.spearman.expect("they differ"), 5), 0.818_18, "Spearman");
}

/// Two points of engagement go with one of satisfaction.
#[test]
fn pairs_on_a_line_have_its_slope_and_no_doubt() {
    let found = association(&[(60.0, 70.0), (62.0, 71.0), (64.0, 72.0)]).expect("three pairs");
    assert_same(found.slope, 0.5, "slope");
    assert_range(found.range, 6, [0.5, 0.5], "slope");
    assert_eq!((found.pearson, found.spearman), (Some(1.0), Some(1.0)));
}

#[test]
fn where_nothing_differs_there_is_no_slope_or_no_coefficient() {
    assert_eq!(association(&[(60.0, 70.0), (62.0, 71.0)]), None, "two pairs lie on a line always");
    assert_eq!(association(&[(60.0, 70.0), (60.0, 71.0), (60.0, 72.0)]), None);
    let level = association(&[(60.0, 70.0), (62.0, 70.0), (64.0, 70.0)]).expect("three pairs");
    assert_eq!((level.slope, level.pearson, level.spearman), (0.0, None, None));
}

#[test]
fn answers_count_by_their_weights_and_equal_weights_change_nothing() {
    let mut weighted = Weighted::default();
    for (rating, sum, squares) in [(5, 2.0, 2.0), (3, 2.0, 4.0), (1, 4.0, 16.0), (6, 9.0, 9.0)] {
        weighted.add(rating, sum, squares);
    }
    assert_eq!(weighted.score(), Some(37.5));
    assert_same(places(weighted.effective_n().expect("weights"), 6), 2.909_091, "effective");
    let mut equal = Weighted::default();
    equal.add(5, 20.0, 40.0);
    equal.add(1, 20.0, 40.0);
    assert_eq!((equal.score(), equal.effective_n()), (Some(50.0), Some(20.0)));
    assert_eq!((Weighted::default().score(), Weighted::default().effective_n()), (None, None));
    assert_range(weighted_interval(75.0, 23.508_877, 900.0), 4, [73.464_1, 76.535_9], "range");
    assert_range(weighted_interval(99.0, 35.0, 100.0), 1, [92.1, 100.0], "a score ends at 100");
}
