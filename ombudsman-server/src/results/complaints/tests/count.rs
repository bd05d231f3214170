//! In which cells of which quarter a complaint is, worked by hand. 2026-08-03, 09-07 and 09-30 are no working days.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Alike, Cell, quarter};
use crate::casework::counted::{Complaint, End};
use crate::casework::life::{CaseOutcome, Cause, OutsideReason};
use crate::results::complaints::count::kind;
use crate::results::complaints::inputs::Inputs;
use crate::results::complaints::numbers::quantile;
use crate::standard::Standard;

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// A complaint that counts as received on the first of these days, is to be taken up by the second, and answered by the third.
fn complaint([deemed_on, acknowledge_by, answer_by]: [&str; 3]) -> Complaint {
    Complaint {
        deemed_on: day(deemed_on),
        acknowledge_by: day(acknowledge_by),
        acknowledged_on: None,
        answer_by: day(answer_by),
        stands_since: None,
        end: None,
        review_asked_on: None,
        reviewed: None,
        promised: Vec::new(),
    }
}

/// The one of August: received on the 4th, taken up on the 5th.
fn august() -> Complaint {
    Complaint { acknowledged_on: Some(day("2026-08-05")), ..complaint(["2026-08-04", "2026-08-05", "2026-08-14"]) }
}

fn ended(on: &str, end: End) -> Complaint {
    Complaint { end: Some((day(on), end)), ..august() }
}

/// The cells in a quarter, and the days of waiting.
fn cells(complaint: &Complaint, of: &str) -> (Vec<Cell>, Option<u32>) {
    let kind = kind(complaint, quarter(of), &Standard::default());
    (kind.cells, kind.days)
}

const RIGHT: End = End::Decided(CaseOutcome::Upheld, Some(Cause::Capacity));

#[test]
fn an_answer_counts_in_its_quarter_in_time_or_late_with_what_it_found() {
    let taken_up = [Cell::Received, Cell::AcknowledgedInTime];
    let in_time = ended("2026-08-14", RIGHT);
    let expected = [&taken_up[..], &[Cell::AnsweredInTime, Cell::Upheld, Cell::CauseCapacity]].concat();
    assert_eq!(cells(&in_time, "2026-Q3"), (expected, Some(8)), "5 to 7 and 10 to 14 August");
    let late = ended("2026-08-17", End::TurnedAway(OutsideReason::Court));
    let expected = [&taken_up[..], &[Cell::AnsweredLate, Cell::Court]].concat();
    assert_eq!(cells(&late, "2026-Q3"), (expected, Some(9)));
    assert_eq!(cells(&late, "2026-Q2").0, []);
    assert_eq!(cells(&late, "2026-Q4").0, []);
}

#[test]
fn what_is_past_its_date_at_the_end_of_a_quarter_counts_there_and_again_until_it_is_done() {
    let open = august();
    let (found, days) = cells(&open, "2026-Q3");
    assert_eq!(found, [Cell::Received, Cell::AcknowledgedInTime, Cell::Unanswered]);
    assert_eq!(days, Some(39), "18 more in August, 19 in September, and 2");
    assert_eq!(cells(&open, "2026-Q4").0, [Cell::Unanswered]);
    let answered_later = ended("2026-10-02", RIGHT);
    assert!(cells(&answered_later, "2026-Q3").0.contains(&Cell::Unanswered), "an answer after the end changes nothing");
    assert_eq!(cells(&answered_later, "2026-Q4").0, [Cell::AnsweredLate, Cell::Upheld, Cell::CauseCapacity]);
    let waiting = complaint(["2026-09-25", "2026-09-28", "2026-10-08"]);
    assert_eq!(cells(&waiting, "2026-Q3").0, [Cell::Received, Cell::Unacknowledged], "no answer was due yet");
    let on_the_last_day = complaint(["2026-09-29", "2026-10-01", "2026-10-13"]);
    assert_eq!(cells(&on_the_last_day, "2026-Q3").0, [Cell::Received], "nothing was due yet");
}

#[test]
fn who_takes_it_back_is_owed_no_answer_and_a_clock_that_stands_makes_none_late() {
    let (found, days) = cells(&ended("2026-08-11", End::Withdrawn), "2026-Q3");
    assert_eq!((found, days), (vec![Cell::Received, Cell::AcknowledgedInTime, Cell::Withdrawn], None));
    let standing = |since: &str| Complaint { stands_since: Some(day(since)), ..august() };
    assert!(!cells(&standing("2026-08-14"), "2026-Q3").0.contains(&Cell::Unanswered));
    assert!(cells(&standing("2026-08-17"), "2026-Q3").0.contains(&Cell::Unanswered), "it was late before it stood");
}

#[test]
fn taking_up_counts_by_the_day_that_it_was_due() {
    let taken_up = |on: &str| {
        let one = complaint(["2026-09-28", "2026-09-29", "2026-10-09"]);
        Complaint { acknowledged_on: Some(day(on)), ..one }
    };
    assert_eq!(cells(&taken_up("2026-09-29"), "2026-Q3").0, [Cell::Received, Cell::AcknowledgedInTime]);
    assert_eq!(cells(&taken_up("2026-10-01"), "2026-Q3").0, [Cell::Received, Cell::Unacknowledged]);
    assert_eq!(cells(&taken_up("2026-10-01"), "2026-Q4").0, [Cell::AcknowledgedLate, Cell::Unanswered]);
    let before_it_counts =
        Complaint { acknowledged_on: Some(day("2026-09-30")), ..complaint(["2026-10-01", "2026-10-02", "2026-10-13"]) };
    assert_eq!(cells(&before_it_counts, "2026-Q3").0, []);
    assert!(cells(&before_it_counts, "2026-Q4").0.contains(&Cell::AcknowledgedInTime));
}

#[test]
fn reviews_count_where_they_are_asked_for_and_where_they_are_decided() {
    let reviewed = Complaint {
        review_asked_on: Some(day("2026-09-21")),
        reviewed: Some((day("2026-10-05"), true)),
        ..ended("2026-08-14", RIGHT)
    };
    assert!(cells(&reviewed, "2026-Q3").0.contains(&Cell::ReviewAsked));
    assert_eq!(cells(&reviewed, "2026-Q4").0, [Cell::ReviewChanged]);
}

#[test]
fn a_promise_is_kept_when_all_of_it_was_seen_done() {
    let promised = |done: [Option<&str>; 2]| {
        let [one, two] = done.map(|on| on.map(day));
        let promised = vec![(day("2026-09-01"), one), (day("2026-09-15"), two)];
        Complaint { promised, ..ended("2026-08-14", RIGHT) }
    };
    let has = |done, cell| cells(&promised(done), "2026-Q3").0.contains(&cell);
    assert!(has([None, None], Cell::Promised) && has([None, None], Cell::NotPutRight));
    assert!(has([Some("2026-09-01"), Some("2026-09-15")], Cell::PutRightInTime));
    assert!(has([Some("2026-09-02"), Some("2026-09-15")], Cell::PutRightLate));
    assert!(has([Some("2026-09-01"), Some("2026-10-01")], Cell::NotPutRight));
    let later = cells(&promised([Some("2026-09-01"), Some("2026-10-01")]), "2026-Q4").0;
    assert_eq!(later, [Cell::PutRightLate]);
}

/// 3 waited 2 days, 4 waited 5, 2 waited 6 and 1 waited 20: the 5th of the 10 waited 5, the 9th 6.
#[test]
fn half_and_nine_in_ten_are_the_first_that_enough_do_not_exceed() {
    let waited = [(2, 3), (5, 4), (6, 2), (20, 1)];
    let alike = waited.map(|(days, n)| super::alike(&[Cell::AnsweredInTime, Cell::Settled], Some(days), n));
    let all: Vec<&Alike> = alike.iter().collect();
    assert_eq!([50, 90, 100].map(|percent| quantile(&all, percent)), [Some(5), Some(6), Some(20)]);
    assert_eq!(quantile(&[], 50), None);
}

#[test]
fn complaints_that_went_the_same_way_are_counted_together_in_any_order() {
    let (one, other) = (ended("2026-08-14", RIGHT), ended("2026-08-17", RIGHT));
    let standard = Standard::default();
    let about = |of: &str, one: &Complaint, when: &str| (of.to_owned(), kind(one, quarter(when), &standard));
    let register = || ["cra-arc", "esdc-edsc", "statcan"].map(str::to_owned);
    let of = |all: &[&Complaint]| Inputs::of(register(), all.iter().map(|one| about("esdc-edsc", one, "2026-Q3")));
    assert_eq!(of(&[&one, &other, &one]), of(&[&other, &one, &one]));
    assert_eq!(of(&[&one, &other, &one]).all().iter().map(|alike| alike.n).collect::<Vec<_>>(), [2, 1]);
    let two = Inputs::of(register(), ["esdc-edsc", "cra-arc"].map(|of| about(of, &one, "2026-Q3")));
    let organisations = two.by_organisation().expect("they are counted so");
    let received = [("cra-arc", 1), ("esdc-edsc", 1), ("statcan", 0)].map(|(name, n)| (name.to_owned(), n));
    assert_eq!(*organisations, BTreeMap::from(received), "every one of the register");
    assert_eq!(two.all().iter().map(|alike| alike.n).collect::<Vec<_>>(), [2], "how it went is kept of the office");
    let elsewhere = Inputs::of(register(), [about("esdc-edsc", &one, "2027-Q1")]);
    assert!(elsewhere.is_empty(), "where nothing happened there is nothing");
}
