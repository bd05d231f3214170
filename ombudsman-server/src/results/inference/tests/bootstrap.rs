//! The bootstrap: the same everywhere, and about as wide as theory says.

use crate::results::inference::{bootstrap, mean_interval};
use crate::results::measures::{Counts, Patterns, driver_importance};

fn score(patterns: &Patterns) -> Option<f64> {
    patterns.tally().overall().rated.service_quality_score()
}

#[test]
fn the_same_seed_gives_the_same_interval_and_another_seed_nearly() {
    let patterns = Patterns::of([("1", 23), ("2", 46), ("3", 153), ("4", 419), ("5", 528)]).expect("patterns");
    let first = bootstrap(&patterns, 1, 1_000, score).expect("cards");
    assert_eq!(bootstrap(&patterns, 1, 1_000, score), Some(first));
    let other = bootstrap(&patterns, 2, 1_000, score).expect("cards");
    let theory = mean_interval(&Counts([23, 46, 153, 419, 528])).expect("rated");
    for found in [first, other] {
        assert!((found.interval.low - theory.low).abs() < 0.3, "{found:?} is not near {theory:?}");
        assert!((found.interval.high - theory.high).abs() < 0.3, "{found:?} is not near {theory:?}");
    }
    assert_ne!(first.interval, other.interval);
}

#[test]
fn what_hangs_on_few_cards_has_no_interval() {
    let patterns = Patterns::of([("555555", 50), ("511111", 51)]).expect("patterns");
    let importance = |drawn: &Patterns| driver_importance(drawn).ok().map(|found| found.shares()[0]);
    assert_eq!(bootstrap(&patterns, 1, 20, importance), None);
    assert_eq!(bootstrap(&Patterns::default(), 1, 20, score), None);
}
