//! Where each tier begins.

use crate::results::disclosure::{Tier, publishable};

#[test]
fn tiers_begin_at_10_30_and_100_answers() {
    for (n, expected) in [
        (0, Tier::Suppressed),
        (9, Tier::Suppressed),
        (10, Tier::Score),
        (29, Tier::Score),
        (30, Tier::TopTwo),
        (99, Tier::TopTwo),
        (100, Tier::Distribution),
        (u64::MAX, Tier::Distribution),
    ] {
        assert_eq!(Tier::of(n), expected, "{n}");
    }
}

#[test]
fn nothing_is_publishable_below_10_answers() {
    assert!(!publishable(9));
    assert!(publishable(10));
}
