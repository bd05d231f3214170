//! Who answered: representativeness, raking, effective numbers.

use super::{assert_same, places};
use crate::results::inference::{Light, NotRaked, Representativeness, Response, effective_n, rake, representativeness};

fn groups(people: [u64; 4], answered: [u64; 4]) -> Vec<Response> {
    people.into_iter().zip(answered).map(|(people, answered)| Response { people, answered }).collect()
}

/// The vectors' `rind`.
#[test]
fn groups_that_answer_unevenly_are_seen_though_few_answer() {
    let found = representativeness(&groups([4_600, 2_900, 1_200, 1_300], [180, 60, 20, 20])).expect("answers");
    assert_same(found.rate, 0.028, "rate");
    assert_same(places(found.deviation, 6), 0.010_421, "S");
    assert_same(places(found.r, 6), 0.979_158, "R");
    assert_same(places(found.cv, 6), 0.372_182, "CV");
    for (partial, expected) in found.partial.iter().zip([0.007_549, -0.003_937, -0.003_926, -0.004_549]) {
        assert_same(places(*partial, 6), expected, "partial");
    }
    assert_eq!(found.light(), Light::Amber);
}

#[test]
fn the_light_is_green_where_all_answer_alike_and_red_where_one_group_does() {
    let light = |answered| representativeness(&groups([100; 4], answered)).as_ref().map(Representativeness::light);
    assert_eq!(light([5; 4]), Some(Light::Green));
    assert_eq!(light([20, 1, 1, 1]), Some(Light::Red));
    assert_eq!(light([0; 4]), None);
    assert_eq!(light([101, 0, 0, 0]), None);
}

fn answers() -> Vec<Vec<f64>> {
    vec![vec![120.0, 40.0], vec![60.0, 30.0], vec![20.0, 10.0]]
}

/// The vectors' `raking`: channels .46, .29, .25 and languages .78, .22 of 280.
#[test]
fn answers_are_weighted_to_the_channels_and_languages_of_those_served() {
    let answers = answers();
    let raked = rake(&answers, &[128.8, 81.2, 70.0], &[218.4, 61.6]).expect("they can");
    let expected = [[0.876_898, 0.589_305], [1.012_961, 0.680_744], [2.619_727, 1.760_546]];
    for (weight, expected) in raked.weights.iter().flatten().zip(expected.iter().flatten()) {
        assert_same(places(*weight, 6), *expected, "weight");
    }
    assert_eq!((raked.rounds, raked.trimmed), (6, false));
    let scores = [vec![78.0, 70.0], vec![66.0, 60.0], vec![84.0, 80.0]];
    assert_same(places(raked.score(&answers, &scores), 6), 74.657_38, "raked");
    assert_same(places(raked.effective_n(&answers), 4), 224.071_9, "effective n");
    let unweighted = rake(&answers, &[160.0, 90.0, 30.0], &[200.0, 80.0]).expect("they are so already");
    assert_same(places(unweighted.score(&answers, &scores), 6), 72.857_143, "raw");
    assert_same(places(unweighted.effective_n(&answers), 6), 280.0, "nothing is lost");
}

#[test]
fn a_weight_that_would_speak_for_a_crowd_is_cut() {
    let answers = vec![vec![500.0, 495.0], vec![3.0, 2.0]];
    let raked = rake(&answers, &[900.0, 100.0], &[500.0, 500.0]).expect("they can");
    assert!(raked.trimmed);
    // Once more raked after the cut, as the method has it: the margins hold again.
    let row: f64 = raked.weights[1].iter().zip(&answers[1]).map(|(w, n)| w * n).sum();
    assert!((row - 100.0).abs() < 1e-6);
}

#[test]
fn a_channel_without_answers_cannot_be_weighted() {
    assert_eq!(rake(&[vec![0.0, 0.0], vec![5.0, 5.0]], &[5.0, 5.0], &[5.0, 5.0]), Err(NotRaked::Empty));
    assert_eq!(rake(&[vec![1.0]], &[1.0, 1.0], &[1.0]), Err(NotRaked::Empty));
}

/// The vectors' `kish`.
#[test]
fn uneven_weights_cost_answers() {
    let effective = effective_n([1.0, 1.0, 1.0, 1.0, 2.0, 2.0, 3.0, 5.0].map(|weight| (weight, 1.0)));
    assert_same(places(effective, 6), 5.565_217, "effective n");
    assert_same(places(8.0 / effective, 4), 1.437_5, "design effect");
}
