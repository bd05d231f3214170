//! Aggregation, the mix of channels, and how many answered.

use super::{assert_same, places};
use crate::results::measures::{
    Capture, CaptureError, Counts, Decomposition, Invitations, Stratum, decompose, experience_weighted,
    person_weighted, unweighted_services,
};

#[test]
fn a_service_that_many_used_weighs_more_than_one_that_few_used() {
    let (many, few) = (Counts([0, 0, 0, 0, 90]), Counts([10, 0, 0, 0, 0]));
    assert_same(experience_weighted([many, few]).service_quality_score().expect("rated"), 90.0, "by experience");
    assert_same(unweighted_services(&[many, few, Counts::default()]).expect("rated"), 50.0, "of services");
    assert_eq!(unweighted_services(&[]), None);
}

#[test]
fn who_rated_three_services_counts_as_one_person() {
    let one_each = [Counts([0, 0, 0, 0, 1]), Counts::default(), Counts([3, 0, 0, 0, 0])];
    assert_same(person_weighted(one_each).expect("rated"), 50.0, "one person of each kind");
    assert_eq!(person_weighted([Counts::default(); 3]), None);
}

/// Private and government services of Citizens First: averages across services shown.
#[test]
fn averages_across_services_are_those_that_were_printed() {
    for (scores, exact) in [
        ([74.0, 68.0, 57.0], 66.33),
        ([71.0, 74.0, 64.0], 69.67),
        ([77.0, 57.0, 58.0], 64.0),
        ([84.0, 70.0, 68.0], 74.0),
    ] {
        assert_same(places(Some(scores.iter().sum::<f64>() / 3.0), 2), exact, "average");
    }
}

#[test]
fn a_change_is_taken_apart_into_what_changed_within_and_the_mix() {
    // Nobody thinks differently; people only moved from the channel that does worse.
    let moved = [
        Stratum { before: Counts([0, 0, 50, 0, 0]), after: Counts([0, 0, 25, 0, 0]) },
        Stratum { before: Counts([0, 0, 0, 0, 50]), after: Counts([0, 0, 0, 0, 75]) },
    ];
    assert_eq!(decompose(&moved), Some(Decomposition { within: 0.0, mix: 12.5 }));
    let both = [
        Stratum { before: Counts([0, 0, 60, 0, 0]), after: Counts([0, 0, 0, 40, 0]) },
        Stratum { before: Counts([0, 0, 0, 40, 0]), after: Counts([0, 0, 0, 0, 60]) },
    ];
    let parts = decompose(&both).expect("both times");
    assert_same(parts.within + parts.mix, 90.0 - 60.0, "the parts add up to the change");
    assert!(parts.must_be_told());
    assert!(!Decomposition { within: 9.0, mix: -0.49 }.must_be_told());
    assert_eq!(decompose(&[Stratum { before: Counts::default(), after: Counts([1, 0, 0, 0, 0]) }]), None);
    assert_eq!(decompose(&[]), None);
}

#[test]
fn rates_say_how_far_results_reach() {
    let capture = Capture {
        customers: Some(10_000),
        offered: Some(1_000),
        viewed: Some(400),
        started: Some(80),
        completed: Some(60),
    };
    assert_eq!(capture.check(), Ok(()));
    let rates =
        [capture.response_percent(), capture.completion_percent(), capture.start_percent(), capture.coverage_percent()];
    assert_eq!(rates, [Some(6.0), Some(75.0), Some(20.0), Some(10.0)]);
    assert_eq!(Capture::default().response_percent(), None);
}

#[test]
fn more_answers_than_people_are_refused_by_name() {
    let wrong = Capture { offered: Some(50), completed: Some(51), ..Capture::default() };
    let error = wrong.check().expect_err("more than were asked");
    assert_eq!(error, CaptureError { earlier: "offered", later: "completed", most: 50, found: 51 });
}

#[test]
fn the_strictest_response_rate_counts_everyone_who_was_invited() {
    let invited = Invitations { complete: 416, partial: 24, none: 500, unknown: 60 };
    assert_eq!(invited.response_percent(), Some(41.6));
}
