//! The bands of the ladder: none with few people, none that the drivers' own numbers take apart.

use proptest::prelude::*;

use crate::results::disclosure::vague::{is_possible, most_even};
use crate::results::disclosure::{Band, Climbers, NotABand, STEPS, bands};

/// People on each step, each failed by the drivers from this one on, so that the drivers share the failures.
fn climbers(on_step: [u64; STEPS]) -> Climbers {
    let mut failed_by = [0; 5];
    let people = (0..STEPS).zip(on_step).flat_map(|(step, people)| (0..people).map(move |_| step));
    for (place, step) in people.enumerate() {
        for driver in 0..step {
            failed_by[(place + driver) % 5] += 1;
        }
    }
    Climbers { on_step, failed_by }
}

fn named(on_step: [u64; STEPS]) -> Vec<String> {
    bands(&climbers(on_step), |_| true).iter().map(ToString::to_string).collect()
}

#[test]
fn steps_with_few_people_are_put_together_from_the_top() {
    assert_eq!(named([120, 40, 20, 15, 12, 10]), (0..6).map(|step| format!("failed-{step}")).collect::<Vec<_>>());
    assert_eq!(named([120, 40, 20, 12, 5, 3]), ["failed-0", "failed-1", "failed-2", "failed-3-5"]);
    assert_eq!(
        named([120, 40, 0, 0, 0, 12]),
        ["failed-0", "failed-1-4", "failed-5"],
        "a step with nobody joins the next"
    );
    assert_eq!(named([120, 4, 2, 0, 0, 1]), [""; 0], "one band is no ladder");
    assert_eq!(named([4, 40, 20, 0, 0, 0]), [""; 0], "the four follow from the failures of the others");
    assert_eq!(named([0; STEPS]), [""; 0]);
}

/// Of 12 people whom four or five drivers failed, the drivers' numbers tell how many it was five.
#[test]
fn two_steps_of_which_the_drivers_tell_how_many_are_on_each_are_not_told_together() {
    assert_eq!(named([100, 30, 20, 15, 10, 2]), ["failed-0", "failed-1", "failed-2", "failed-3-5"]);
}

#[test]
fn a_band_is_read_from_its_name() {
    for band in [Band { from: 0, to: 0 }, Band { from: 2, to: 5 }] {
        assert_eq!(band.to_string().parse(), Ok(band));
    }
    for name in ["failed-", "failed-3-1", "failed-6", "2-5", "failed-0-9"] {
        assert_eq!(name.parse::<Band>(), Err(NotABand), "{name}");
    }
}

/// Every way in which as many people can have been failed as often in all, where the drivers' numbers allow it.
fn spreads(climbers: &Climbers) -> Vec<[u64; STEPS]> {
    let people: u64 = climbers.on_step.iter().sum();
    let failures: u64 = climbers.failed_by.iter().sum();
    let failed_by = most_even(climbers.failed_by);
    let mut found = Vec::new();
    for five in 0..=failures / 5 {
        for four in 0..=(failures - 5 * five) / 4 {
            for three in 0..=(failures - 5 * five - 4 * four) / 3 {
                let left = failures - 5 * five - 4 * four - 3 * three;
                let all = (0..=left / 2).filter_map(|two| {
                    let one = left - 2 * two;
                    let none = people.checked_sub(five + four + three + two + one)?;
                    Some([none, one, two, three, four, five])
                });
                found.extend(all.filter(|spread| is_possible(spread, failed_by)));
            }
        }
    }
    found
}

/// How many numbers a step has among these.
fn numbers<'a>(spreads: impl Iterator<Item = &'a [u64; STEPS]>, step: usize) -> usize {
    spreads.map(|spread| spread[step]).collect::<std::collections::BTreeSet<_>>().len()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Somebody who knows how many are in each band, how many failures there were, and how many each driver failed to base 5, tries
    /// every spread of people over the steps.
    #[test]
    fn no_step_below_ten_can_be_solved_for(
        n in (10_u64..40, 0_u64..14, 0_u64..10, 0_u64..7, 0_u64..5, 0_u64..4),
    ) {
        let climbers = climbers([n.0, n.1, n.2, n.3, n.4, n.5]);
        let bands = bands(&climbers, |_| true);
        let people = |spread: &[u64; STEPS], band: &Band| spread[band.from..=band.to].iter().sum::<u64>();
        prop_assert!(bands.iter().all(|band| people(&climbers.on_step, band) >= 10));
        if !bands.is_empty() {
            let all = spreads(&climbers);
            let fits = |spread: &[u64; STEPS]| {
                bands.iter().all(|band| people(spread, band) == people(&climbers.on_step, band))
            };
            let told: Vec<[u64; STEPS]> = all.iter().copied().filter(fits).collect();
            prop_assert!(told.contains(&climbers.on_step));
            for step in (0..STEPS).filter(|step| (1..10).contains(&climbers.on_step[*step])) {
                let (before, after) = (numbers(all.iter(), step), numbers(told.iter(), step));
                prop_assert!(after >= before.min(5), "step {step} is one of {after}, and was of {before}: {bands:?}");
            }
        }
    }
}
