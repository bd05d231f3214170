//! The attack by enumeration: the vectors, which show why ranges of exact counts are not published below 100 answers.

use std::ops::{ControlFlow, RangeInclusive};

use crate::results::disclosure::{Clues, Exposure};
use crate::results::inference::mean_interval;
use crate::results::measures::{Counts, round_half_up};

/// n, the true counts, score and top two as published, and the ends of the interval.
type Published = (u64, [u64; 5], u64, u64, [f64; 2]);
/// How many counts agree with the score; with the top two as well; with the interval as well.
type Agree = [u64; 3];

/// The vectors' `reconstruction_attack`: the shape of the Office of the Public Guardian's ratings, at several sizes.
const ATTACKS: [(Published, Agree); 10] = [
    ((10, [0, 0, 1, 4, 5], 85, 90, [72.0, 98.0]), [9, 3, 1]),
    ((12, [0, 1, 2, 4, 5], 77, 75, [61.0, 93.0]), [27, 9, 1]),
    ((15, [0, 1, 2, 5, 7], 80, 80, [67.0, 93.0]), [34, 10, 1]),
    ((20, [0, 1, 3, 7, 9], 80, 80, [70.0, 90.0]), [64, 15, 1]),
    ((25, [1, 1, 3, 9, 11], 78, 80, [67.0, 89.0]), [136, 21, 2]),
    ((30, [1, 1, 4, 11, 13], 78, 80, [69.0, 88.0]), [431, 56, 2]),
    ((40, [1, 2, 5, 14, 18], 79, 80, [71.0, 87.0]), [789, 90, 5]),
    ((50, [1, 2, 6, 18, 23], 80, 82, [73.0, 87.0]), [1_304, 110, 10]),
    ((60, [1, 2, 8, 22, 27], 80, 82, [74.0, 86.0]), [3_094, 234, 17]),
    ((80, [2, 3, 10, 29, 36], 79, 81, [74.0, 85.0]), [7_770, 408, 27]),
];

fn exposure(clues: &Clues, also: impl Fn(&Counts) -> bool) -> Exposure {
    let mut exposure = Exposure::NOTHING;
    let all = clues.each(&mut |counts| {
        if also(&counts) {
            exposure.see(&counts);
        }
        ControlFlow::Continue(())
    });
    assert!(all.is_continue());
    exposure
}

/// What a reader knows of a cell whose distribution is not shown.
fn clues(n: RangeInclusive<u64>, score: u64, top_two: RangeInclusive<u64>) -> Clues {
    Clues { n, score: score..=score, top_two, distribution: None, is_small: false }
}

#[test]
fn a_score_a_share_and_an_interval_together_publish_everybodys_answers() {
    for ((n, counts, score, top_two, ends), agree) in ATTACKS {
        let by_score = clues(n..=n, score, 0..=100);
        let by_both = Clues { top_two: top_two..=top_two, ..by_score.clone() };
        let has_interval = |counts: &Counts| {
            let range = mean_interval(counts).expect("two rated");
            (round_half_up(range.low) - ends[0]).abs() < 0.5 && (round_half_up(range.high) - ends[1]).abs() < 0.5
        };
        let with_interval = exposure(&by_both, has_interval);
        let found = [by_score.exposure().consistent, by_both.exposure().consistent, with_interval.consistent];
        assert_eq!(found, agree, "{n}");
        if agree[2] == 1 {
            assert_eq!(with_interval.ranges, counts.map(|count| (count, count)), "{n}");
            assert!(!with_interval.is_safe());
        }
    }
}

/// The ranges that the vectors give for n = 10 and 80.
#[test]
fn what_can_be_concluded_of_each_rating_is_what_the_vectors_say() {
    let by_score = clues(10..=10, 85, 0..=100);
    assert_eq!(by_score.exposure().ranges, [(0, 1), (0, 2), (0, 3), (0, 6), (4, 8)]);
    let by_both = Clues { top_two: 90..=90, ..by_score };
    assert_eq!(by_both.exposure().ranges, [(0, 1), (0, 1), (0, 1), (2, 4), (5, 7)]);
    let by_both = clues(80..=80, 79, 81..=81);
    assert_eq!(by_both.exposure().ranges, [(0, 15), (0, 15), (0, 15), (6, 38), (27, 59)]);
}

/// The vectors' `audit_small`: 1, 1, 2, 4, 4, where n is known to base 5 only.
#[test]
fn a_number_of_answers_that_is_rounded_hides_more() {
    let by_score = clues(10..=14, 69, 0..=100);
    assert_eq!(by_score.exposure().consistent, 110);
    let by_both = Clues { top_two: 67..=67, ..by_score };
    assert_eq!(by_both.exposure().consistent, 14);
    assert_eq!(by_both.exposure().ranges[0], (0, 3));
}

/// A mean of two decimals tells how many answered: 70.65 only fits 23 and 46 of 10 to 59.
#[test]
fn an_exact_mean_gives_away_how_many_answered() {
    let fits = |n: u64| (0..=4 * n).any(|quarters| (2_500 * quarters * 2 + n) / (2 * n) == 7_065);
    assert_eq!((10..60).filter(|n| fits(*n)).collect::<Vec<_>>(), [23, 46]);
}

#[test]
fn that_everybody_said_the_same_is_not_safe() {
    let all_five = clues(10..=10, 100, 100..=100);
    assert!(!all_five.exposure().is_safe());
    let half_known = clues(10..=14, 100, 0..=100);
    assert!(half_known.exposure().is_safe(), "how many they are is not known");
}
