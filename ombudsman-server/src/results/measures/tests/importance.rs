//! Importance against the vectors `drivers`, `suppressor` and `two`, and its gates.

use super::{assert_same, places};
use crate::results::measures::{Correlations, Importance, NotEnough, Patterns, correlations, driver_importance};

fn assert_each<const P: usize>(found: [f64; P], expected: [f64; P], digits: i32, what: &str) {
    for (found, expected) in found.into_iter().zip(expected) {
        assert_same(places(Some(found), digits), expected, what);
    }
}

fn assert_holds<const P: usize>(importance: &Importance<P>) {
    assert_same(importance.lmg.iter().sum(), importance.explained, "the parts add up");
    assert_same(importance.johnson.iter().sum(), importance.explained, "the weights add up");
    assert!(importance.lmg.iter().chain(&importance.johnson).all(|part| *part >= 0.0), "no part is negative");
}

#[test]
fn five_drivers_share_what_they_explain_as_the_vectors_say() {
    let importance = Importance::of(&Correlations {
        among: [
            [1.0, 0.58, 0.55, 0.56, 0.62],
            [0.58, 1.0, 0.66, 0.60, 0.57],
            [0.55, 0.66, 1.0, 0.68, 0.52],
            [0.56, 0.60, 0.68, 1.0, 0.58],
            [0.62, 0.57, 0.52, 0.58, 1.0],
        ],
        with_overall: [0.70, 0.66, 0.61, 0.64, 0.73],
    })
    .expect("enough");
    assert_same(places(Some(importance.explained), 7), 0.688_004_2, "R²");
    assert_each(importance.lmg, [0.163_348_84, 0.125_111_19, 0.092_889_6, 0.110_261_39, 0.196_393_18], 8, "LMG");
    assert_each(
        importance.johnson,
        [0.164_784_41, 0.124_575_18, 0.091_919_53, 0.109_350_97, 0.197_374_12],
        8,
        "Johnson",
    );
    assert_each(importance.shares(), [0.237_424, 0.181_847, 0.135_013, 0.160_263, 0.285_453], 6, "shares");
    let johnson = importance.johnson.map(|part| part / importance.explained);
    assert_each(johnson, [0.239_511, 0.181_067, 0.133_603, 0.158_939, 0.286_879], 6, "Johnson's shares");
    assert_holds(&importance);
}

#[test]
fn a_driver_whose_regression_weight_is_negative_still_has_a_part() {
    let importance = Importance::of(&Correlations {
        among: [[1.0, 0.85, 0.30], [0.85, 1.0, 0.35], [0.30, 0.35, 1.0]],
        with_overall: [0.60, 0.45, 0.40],
    })
    .expect("enough");
    assert_same(places(Some(importance.explained), 7), 0.438_911_7, "R²");
    assert_each(importance.lmg, [0.247_075_31, 0.096_489_74, 0.095_346_66], 8, "LMG");
    assert_each(importance.johnson, [0.246_476_44, 0.092_417_9, 0.100_017_36], 8, "Johnson");
    assert_holds(&importance);
}

#[test]
fn of_two_drivers_both_methods_say_the_same() {
    let two = Correlations { among: [[1.0, 0.6], [0.6, 1.0]], with_overall: [0.5, 0.4] };
    let importance = Importance::of(&two).expect("enough");
    assert_each(importance.lmg, [0.177_812_5, 0.087_812_5], 9, "LMG");
    assert_each(importance.johnson, [0.177_812_5, 0.087_812_5], 9, "Johnson");
    assert_same(importance.explained, 0.265_625, "R²");
}

#[test]
fn drivers_that_are_one_are_refused() {
    let same = Correlations { among: [[1.0, 1.0], [1.0, 1.0]], with_overall: [0.5, 0.5] };
    assert_eq!(Importance::of(&same), Err(NotEnough::Alike));
}

#[test]
fn importance_needs_a_hundred_cards_that_differ_and_explain() {
    let of = |patterns: &[(&str, u64)]| driver_importance(&Patterns::of(patterns.to_vec()).expect("patterns"));
    assert_eq!(of(&[("555555", 50), ("111111", 49), ("511110", 300)]), Err(NotEnough::Cards(99)));
    assert_eq!(of(&[("555551", 50), ("511111", 50)]), Err(NotEnough::Difference));
    assert_eq!(of(&[("555555", 50), ("111111", 50)]), Err(NotEnough::Alike));
    // Each driver high or low, in all combinations, as often with a high as with a low overall rating.
    let unrelated: Vec<_> = (0..64_u32)
        .map(|bits| ((0..6).map(|item| if bits >> item & 1 == 1 { '5' } else { '1' }).collect::<String>(), 2))
        .collect();
    assert_eq!(driver_importance(&Patterns::of(unrelated).expect("patterns")), Err(NotEnough::Explained));
}

#[test]
fn an_overall_rating_that_follows_one_driver_gives_it_everything() {
    let cards = (0..32_u32).map(|bits| {
        let digit = |item: u32| if bits >> item & 1 == 1 { '5' } else { '1' };
        ([digit(0)].into_iter().chain((0..5).map(digit)).collect::<String>(), 4)
    });
    let patterns = Patterns::of(cards).expect("patterns");
    assert_each(correlations(&patterns).expect("enough").with_overall, [1.0, 0.0, 0.0, 0.0, 0.0], 9, "correlation");
    let importance = driver_importance(&patterns).expect("enough");
    assert_each(importance.shares(), [1.0, 0.0, 0.0, 0.0, 0.0], 9, "share");
}
