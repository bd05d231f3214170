//! What is published of a cell: by its tier, and never so that an answer can be concluded.

use std::ops::ControlFlow;

use proptest::prelude::*;

use super::cell;
use crate::results::disclosure::options::shown_of_few;
use crate::results::disclosure::{Clues, OptionShown, Shown, Tier, Whole};
use crate::results::measures::{Counts, round_half_up};

fn assert_near(value: f64, expected: f64) {
    assert!((value - expected).abs() < 0.05, "{value}, not {expected}");
}

#[test]
fn nothing_is_shown_below_ten() {
    assert_eq!(Shown::of(&cell([0, 1, 2, 2, 4])), None);
    assert_eq!(Shown::of(&cell([0; 5])), None);
}

#[test]
fn few_answers_show_a_score_and_a_range_that_says_nothing_of_them() {
    let shown = Shown::of(&cell([0, 0, 4, 1, 5])).expect("ten");
    assert_eq!((shown.tier, shown.n, shown.score), (Tier::Score, 10, Whole::Just(78)));
    assert_near(shown.range.low, 77.5 + 0.5 - 21.9);
    assert_eq!((shown.top_two, shown.distribution), (None, None));
}

#[test]
fn from_thirty_the_two_best_are_shown_and_from_a_hundred_all() {
    let shown = Shown::of(&cell([1, 1, 4, 11, 13])).expect("thirty");
    let (top_two, range) = shown.top_two.expect("from thirty on");
    assert_eq!((top_two, shown.distribution), (Whole::Just(80), None));
    assert_near(range.low, 62.7);
    let shown = Shown::of(&cell([23, 46, 153, 419, 528])).expect("many");
    let distribution = shown.distribution.expect("from a hundred on");
    assert!(distribution.iter().all(|shown| matches!(shown, OptionShown::Count(count) if count % 5 == 0)));
    assert_eq!((shown.tier, shown.score), (Tier::Distribution, Whole::Just(80)));
    assert!(shown.range.low > 77.0 && shown.range.high < 82.0, "{:?}", shown.range);
}

#[test]
fn the_ends_stay_open_where_few_answered() {
    let best = Shown::of(&cell([0, 0, 0, 0, 40])).expect("forty");
    assert_eq!((best.score, best.top_two.map(|(share, _)| share)), (Whole::Above95, Some(Whole::Above95)));
    assert_eq!(Shown::of(&cell([10, 0, 0, 0, 0])).map(|shown| shown.score), Some(Whole::Below5));
    assert_eq!(Shown::of(&cell([0, 0, 0, 0, 100])).map(|shown| shown.score), Some(Whole::Just(100)));
}

/// The GP Patient Survey's rule: 2 of 150 is hidden, and 14 with it.
#[test]
fn a_small_population_hides_small_counts_and_the_next() {
    use OptionShown::{Count, Hidden, Over95};
    let shown = |counts| shown_of_few(&Counts(counts), Counts(counts));
    assert_eq!(shown([2, 14, 33, 40, 61]), [Hidden, Hidden, Count(33), Count(40), Count(61)]);
    assert_eq!(shown([1, 1, 37, 50, 61]), [Hidden, Hidden, Hidden, Count(50), Count(61)]);
    assert_eq!(shown([0, 5, 34, 50, 61]), [0, 5, 34, 50, 61].map(Count));
    assert_eq!(shown([0, 0, 1, 2, 117]), [Hidden, Hidden, Hidden, Hidden, Over95]);
}

#[test]
fn a_population_is_small_up_to_a_thousand() {
    let hides = |eligible| {
        let mut cell = cell([2, 14, 33, 40, 61]);
        cell.eligible = eligible;
        let shown = Shown::of(&cell).expect("many");
        shown.distribution.is_some_and(|shown| shown.contains(&OptionShown::Hidden))
    };
    assert_eq!([Some(800), Some(1_000), Some(1_001), None].map(hides), [true, true, false, false]);
}

fn few() -> impl Strategy<Value = [u64; 5]> {
    prop::array::uniform5(0_u64..20)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_is_shown_of_a_small_cell_has_more_than_one_explanation_and_the_true_one_is_among_them(counts in few()) {
        if let Some(shown) = Shown::of(&cell(counts)).filter(|shown| shown.tier < Tier::Distribution) {
            let clues = Clues::of(&shown);
            prop_assert!(clues.exposure().is_safe());
            let mut is_among = false;
            let _all = clues.each(&mut |found| {
                is_among |= found == Counts(counts);
                ControlFlow::Continue(())
            });
            prop_assert!(is_among);
        }
    }

    #[test]
    fn figures_are_whole_and_ranges_have_them_inside(counts in prop::array::uniform5(0_u64..300)) {
        if let Some(shown) = Shown::of(&cell(counts)) {
            let exact = Counts(counts).service_quality_score().expect("rated");
            let (low, high) = shown.score.range();
            prop_assert!((f64::from(low)..=f64::from(high)).contains(&round_half_up(exact)));
            prop_assert!(shown.range.low <= f64::from(shown.score.drawn()) && f64::from(shown.score.drawn()) <= shown.range.high);
            prop_assert!(shown.range.low >= 0.0 && shown.range.high <= 100.0);
        }
    }
}
