//! Changes before rounding, series that break, and published figures of others.

use super::{assert_same, places};
use crate::results::measures::{Change, Counts, Fit, Method, Point, formula_break, round_half_up, stretches};

/// Kiwis Count, December 2013; Citizens First 1 to 6; Public Services and Procurement Canada, 52 of 68 and 53 of 73.
#[test]
fn a_change_is_computed_before_it_is_rounded() {
    let kiwis = Change { before: 72.5, after: 72.2 };
    assert_same(round_half_up(kiwis.points()), 0.0, "not 72 less 73");
    let citizens_first = Change { before: 64.0, after: 74.0 };
    assert_same(citizens_first.points(), 10.0, "points");
    assert_same(places(citizens_first.percent(), 3), 15.625, "of a hundred; printed as 15");
    let pspc = Change { before: 100.0 * 52.0 / 68.0, after: 100.0 * 53.0 / 73.0 };
    assert_same(places(Some(pspc.points()), 3), -3.868, "not 73 less 76");
    assert_same(round_half_up(pspc.points()), -4.0, "printed");
    let justice = Change { before: 62.5, after: 67.4 };
    let printed = [justice.before, justice.after, justice.points()].map(round_half_up);
    assert!(std::iter::zip(printed, [63.0, 67.0, 5.0]).all(|(found, told)| (found - told).abs() < 1e-9), "63, 67, +5");
    assert_eq!(Change { before: 0.0, after: 3.0 }.percent(), None);
}

#[test]
fn a_new_version_of_a_method_cuts_the_series() {
    let second = Method { version: 2, ..Method::SCORE };
    let point = |period: &str, method, value| Point { period: period.to_owned(), method, value };
    let series =
        [point("2026-Q1", Method::SCORE, 80.0), point("2026-Q2", Method::SCORE, 81.0), point("2026-Q3", second, 89.0)];
    let changes: Vec<Vec<f64>> =
        stretches(&series).map(|stretch| stretch.changes().map(|change| change.points()).collect()).collect();
    assert_eq!(changes, [vec![1.0], vec![]], "81 to 89 is no change");
}

/// Office of the Public Guardian, use a lasting power of attorney: March and April 2026, published as 85 and 89.
#[test]
fn a_published_number_shows_which_formula_gave_it() {
    let march = Fit::of(&Counts([476, 510, 1_608, 6_144, 12_538]), 85.0);
    let april = Fit::of(&Counts([422, 406, 1_322, 5_772, 11_647]), 89.0);
    assert_eq!(march, Fit { score: true, top_two: false });
    assert_eq!(april, Fit { score: false, top_two: true });
}

#[test]
fn a_break_is_where_all_numbers_begin_to_agree_with_the_other_formula() {
    let [score, top_two] = [Fit { score: true, top_two: false }, Fit { score: false, top_two: true }];
    let [both, neither] = [Fit { score: true, top_two: true }, Fit { score: false, top_two: false }];
    assert_eq!(formula_break(&[score, score, neither, both, top_two, top_two]), Some(4));
    assert_eq!(formula_break(&[score, score, top_two, both]), Some(2));
    assert_eq!(formula_break(&[score, top_two, score, score]), None, "one odd month among many is no break");
    assert_eq!(formula_break(&[score, neither, score]), None);
    assert_eq!(formula_break(&[both, both]), None, "nothing tells them apart");
    assert_eq!(formula_break(&[]), None);
}
