//! The working days against the lists and the worked dates of docs/METHOD.md.

use super::*;
use crate::standard::Standard;
use jiff::civil::date;

fn federal() -> Calendar {
    Standard::default().calendar
}

fn listed(year: i16) -> Vec<String> {
    let days = federal().closing_days(year);
    days.iter().map(|day| day.strftime("%m-%d").to_string()).collect()
}

#[test]
fn closing_days_are_those_that_the_method_lists() {
    for (year, expected) in [
        (2024, "01-01 03-29 04-01 05-20 07-01 08-05 09-02 09-30 10-14 11-11 12-25 12-26"),
        (2025, "01-01 04-18 04-21 05-19 07-01 08-04 09-01 09-30 10-13 11-11 12-25 12-26"),
        (2026, "01-01 04-03 04-06 05-18 07-01 08-03 09-07 09-30 10-12 11-11 12-25 12-28"),
        (2027, "01-01 03-26 03-29 05-24 07-01 08-02 09-06 09-30 10-11 11-11 12-27 12-28"),
        (2028, "01-03 04-14 04-17 05-22 07-03 08-07 09-04 10-02 10-09 11-13 12-25 12-26"),
        (2029, "01-01 03-30 04-02 05-21 07-02 08-06 09-03 10-01 10-08 11-12 12-25 12-26"),
        (2030, "01-01 04-19 04-22 05-20 07-01 08-05 09-02 09-30 10-14 11-11 12-25 12-26"),
    ] {
        assert_eq!(listed(year).join(" "), expected, "{year}");
    }
}

#[test]
fn christmas_on_a_sunday_pushes_the_day_after_it_to_tuesday() {
    assert_eq!(listed(2033)[10..], ["12-26", "12-27"]);
}

#[test]
fn easter_is_found_at_the_edges_of_its_range_and_in_the_years_of_a_late_moon() {
    for (year, month, day) in [
        (1818, 3, 22),
        (1886, 4, 25),
        (1943, 4, 25),
        (1954, 4, 18),
        (1981, 4, 19),
        (2000, 4, 23),
        (2019, 4, 21),
        (2038, 4, 25),
        (2049, 4, 18),
        (2076, 4, 19),
        (2285, 3, 22),
    ] {
        assert_eq!(easter_sunday(year), date(year, month, day));
    }
}

#[test]
fn every_year_that_a_date_can_hold_has_its_closing_days() {
    for year in -9999..=9999 {
        let days = federal().closing_days(year);
        assert!(days.is_sorted(), "{year}");
        assert!(!days.iter().any(|day| is_weekend(*day)), "{year}");
    }
}

#[test]
fn a_weekend_and_a_closing_day_are_not_working_days() {
    for (day, expected) in [
        (date(2026, 4, 2), true),
        (date(2026, 4, 3), false),
        (date(2026, 4, 4), false),
        (date(2026, 4, 5), false),
        (date(2026, 4, 6), false),
        (date(2026, 4, 7), true),
    ] {
        assert_eq!(federal().is_working_day(day), expected, "{day}");
    }
}

#[test]
fn ten_and_twenty_working_days_are_counted_from_the_day_after() {
    for (acknowledged, ten, twenty) in [
        (date(2025, 12, 19), date(2026, 1, 7), date(2026, 1, 21)),
        (date(2025, 12, 29), date(2026, 1, 13), date(2026, 1, 27)),
        (date(2026, 4, 2), date(2026, 4, 20), date(2026, 5, 4)),
        (date(2026, 5, 19), date(2026, 6, 2), date(2026, 6, 16)),
        (date(2026, 9, 29), date(2026, 10, 15), date(2026, 10, 29)),
        (date(2026, 12, 24), date(2027, 1, 12), date(2027, 1, 26)),
        (date(2027, 12, 24), date(2028, 1, 12), date(2028, 1, 26)),
        (date(2028, 6, 30), date(2028, 7, 17), date(2028, 7, 31)),
        (date(2025, 11, 10), date(2025, 11, 25), date(2025, 12, 9)),
        (date(2026, 7, 31), date(2026, 8, 17), date(2026, 8, 31)),
    ] {
        assert_eq!(federal().add_working_days(acknowledged, 10), ten);
        assert_eq!(federal().add_working_days(acknowledged, 20), twenty);
    }
}

#[test]
fn adding_no_working_days_stays_even_on_a_sunday() {
    assert_eq!(federal().add_working_days(date(2026, 5, 17), 0), date(2026, 5, 17));
}

#[test]
fn a_pause_moves_the_due_day_by_the_working_days_it_took() {
    let (acknowledged, paused, resumed) = (date(2026, 5, 4), date(2026, 5, 6), date(2026, 5, 12));
    assert_eq!(federal().add_working_days(acknowledged, 7), date(2026, 5, 13));
    let waited = federal().working_days_between(paused, resumed);
    assert_eq!(waited, 4);
    assert_eq!(federal().add_working_days(acknowledged, 7 + waited), date(2026, 5, 20));
}

#[test]
fn no_working_days_lie_between_a_day_and_itself_or_an_earlier_one() {
    assert_eq!(federal().working_days_between(date(2026, 5, 6), date(2026, 5, 6)), 0);
    assert_eq!(federal().working_days_between(date(2026, 5, 6), date(2026, 5, 1)), 0);
}

#[test]
fn counting_past_the_last_day_of_all_stops_there() {
    assert_eq!(federal().add_working_days(Date::MAX, 1), Date::MAX);
    assert_eq!(federal().add_working_days(date(9999, 12, 1), u32::MAX), Date::MAX);
}
