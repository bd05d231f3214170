//! Drivers, ladder, index, outcome, trust and priorities against the figures of the method's vectors.

use feedback::Driver;

use super::{assert_same, places};
use crate::results::measures::{
    Achieved, Counts, LADDER_REFERENCE, Ladder, Method, Patterns, Quadrant, SatisfactionIndex, TrustByBand,
    driver_performance, priorities,
};

fn cards(patterns: &[&str]) -> Patterns {
    Patterns::of(patterns.iter().map(|pattern| (*pattern, 1))).expect("patterns")
}

/// The vectors' `ladder.micro`: overall first, then the drivers in their order; 0 is the driver that one did not rate.
#[test]
fn the_ladder_has_the_steps_of_the_thirteen_records() {
    let ladder = Ladder::of(&cards(&[
        "555445", "544454", "454544", "434544", "325444", "444443", "333444", "324344", "223342", "212334", "111221",
        "222333", "550445",
    ]));
    let steps = ladder.0.map(|step| (step.n(), places(step.service_quality_score().or(Some(-1.0)), 6)));
    let expected = [(3, 91.666_667), (3, 66.666_667), (2, 50.0), (0, -1.0), (2, 25.0), (2, 12.5)];
    assert_eq!(steps, expected);
}

/// Citizens First 3: 87, 74 and 37; a straight line through the first and the last falls 12.5 a step.
#[test]
fn the_reference_of_the_ladder_is_nearly_a_straight_line() {
    assert_eq!(LADDER_REFERENCE, [Some(87), Some(74), None, None, Some(37), None]);
    for (failed, reference) in (0_u8..).zip(LADDER_REFERENCE) {
        let on_line = 87.0 - 12.5 * f64::from(failed);
        assert!(reference.is_none_or(|reference| (f64::from(reference) - on_line).abs() <= 0.5));
    }
}

#[test]
fn performance_leaves_out_whom_it_does_not_concern_and_puts_the_best_first() {
    let found = driver_performance(&cards(&["556111", "456211", "346311", "100000"]).tally());
    let told: Vec<_> = found.iter().map(|driver| (driver.driver, driver.percent(), driver.not_applicable)).collect();
    let expected = [
        (Driver::Timeliness, Some(100.0), 0),
        (Driver::Courtesy, Some(0.0), 0),
        (Driver::Fairness, Some(0.0), 0),
        (Driver::Outcome, Some(0.0), 0),
        (Driver::Knowledge, None, 3),
    ];
    assert_eq!(told, expected);
}

/// Items of 75, 60 and 54 give 63; one person's 5, 4 and 3 give 75.
#[test]
fn the_index_is_the_mean_of_three_items_of_the_same_people() {
    // Of 25 people all rated 4 overall; 15 of them 3 and 10 of them 4 against the ideal; 21 of them 3 and 4 of them 4
    // against what they expected: 75, 60 and 54.
    let index = SatisfactionIndex::of(
        &Patterns::of([("4000000330", 15), ("4000000340", 6), ("4000000440", 4), ("4000000040", 7)]).expect("patterns"),
    );
    assert_eq!((index.complete, index.dropped), (25, 7));
    assert_same(index.value().expect("somebody"), 63.0, "index");
    assert_same(SatisfactionIndex::of(&cards(&["5000000340"])).value().expect("somebody"), 75.0, "one person");
    assert_eq!(SatisfactionIndex::of(&cards(&["0555550"])), SatisfactionIndex::default());
}

#[test]
fn what_people_needed_is_counted_as_no_partly_and_yes() {
    let achieved =
        Achieved::of(&Patterns::of([("0000005", 6), ("0000003", 3), ("5000001", 1), ("5", 9)]).expect("patterns"));
    assert_eq!(achieved, Achieved { no: 1, partly: 3, yes: 6 });
    assert_eq!(achieved.percent(), Some([10.0, 30.0, 60.0]));
    assert_eq!(Achieved::default().percent(), None);
}

/// The Region of Peel found 7.9 of 10 among the very satisfied and 3.0 among the dissatisfied; ours is from 0 to 100.
#[test]
fn trust_is_told_by_how_satisfied_the_same_people_were() {
    let trust = TrustByBand::of(&cards(&[
        "5000000005",
        "4000000004",
        "3000000003",
        "2000000002",
        "1000000001",
        "5",
        "0000000005",
    ]));
    assert_eq!(trust.satisfied, Counts([0, 0, 0, 1, 1]));
    assert_eq!(trust.neither, Counts([0, 0, 1, 0, 0]));
    assert_eq!(trust.dissatisfied, Counts([1, 1, 0, 0, 0]));
    let scores = [trust.dissatisfied, trust.satisfied].map(|band| band.service_quality_score());
    assert_eq!(scores, [Some(12.5), Some(87.5)]);
}

/// The vectors' `priority`.
#[test]
fn the_widest_gap_of_what_matters_and_does_poorly_comes_first() {
    let placed = priorities([0.237_424, 0.181_847, 0.135_013, 0.160_263, 0.285_453], [62.0, 81.0, 79.0, 77.0, 70.0]);
    let told: Vec<_> = placed.iter().map(|p| (p.driver, p.quadrant, places(Some(p.gap), 4))).collect();
    let expected = [
        (Driver::Timeliness, Quadrant::ImproveFirst, 9.022_1),
        (Driver::Outcome, Quadrant::ImproveFirst, 8.563_6),
        (Driver::Fairness, Quadrant::SecondaryStrength, 3.686),
        (Driver::Knowledge, Quadrant::SecondaryStrength, 3.455_1),
        (Driver::Courtesy, Quadrant::SecondaryStrength, 2.835_3),
    ];
    assert_eq!(told, expected);
}

#[test]
fn the_other_two_quadrants_are_found() {
    let placed = priorities([0.5, 0.1, 0.1, 0.1, 0.2], [90.0, 10.0, 90.0, 90.0, 10.0]);
    let at = |driver| placed.iter().find(|p| p.driver == driver).map(|p| p.quadrant);
    assert_eq!(at(Driver::Timeliness), Some(Quadrant::MaintainStrength));
    assert_eq!(at(Driver::Knowledge), Some(Quadrant::Monitor));
}

#[test]
fn every_method_has_a_name_of_its_own_and_a_version() {
    let names: std::collections::BTreeSet<_> = Method::ALL.iter().map(|method| method.id).collect();
    assert_eq!(names.len(), Method::ALL.len());
    assert!(Method::ALL.iter().all(|method| method.version > 0));
}
