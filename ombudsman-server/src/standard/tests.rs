//! The promises against the worked dates of docs/METHOD.md, and across the changes of the clocks.

use super::*;
use jiff::civil::{DateTime, date, datetime};

fn at_the_office(standard: &Standard, local: DateTime) -> Timestamp {
    local.to_zoned(standard.zone.clone()).expect("a time of the test").timestamp()
}

#[test]
fn a_case_received_then_is_due_on_the_days_that_the_method_lists() {
    let standard = Standard::default();
    for (received, deemed, acknowledge, answer) in [
        ("2025-12-19T15:30", "2025-12-19", "2025-12-22", "2026-01-05"),
        ("2025-12-24T16:05", "2025-12-29", "2025-12-30", "2026-01-09"),
        ("2026-04-02T10:00", "2026-04-02", "2026-04-07", "2026-04-16"),
        ("2026-05-15T17:00", "2026-05-19", "2026-05-20", "2026-05-29"),
        ("2026-09-29T09:00", "2026-09-29", "2026-10-01", "2026-10-13"),
        ("2026-12-24T09:00", "2026-12-24", "2026-12-29", "2027-01-08"),
        ("2027-12-24T09:00", "2027-12-24", "2027-12-29", "2028-01-10"),
        ("2028-06-30T15:59", "2028-06-30", "2028-07-04", "2028-07-13"),
        ("2025-11-08T12:00", "2025-11-10", "2025-11-12", "2025-11-21"),
        ("2026-07-31T11:00", "2026-07-31", "2026-08-04", "2026-08-13"),
    ] {
        let moment = at_the_office(&standard, received.parse().expect("a time of the test"));
        let day = standard.deemed_receipt(moment);
        assert_eq!(day.to_string(), deemed, "deemed receipt of {received}");
        assert_eq!(standard.acknowledge_by(day).to_string(), acknowledge, "{received}");
        assert_eq!(standard.expected_answer_by(day).to_string(), answer, "{received}");
    }
}

#[test]
fn the_office_closes_at_16_00_of_its_own_zone_before_and_after_the_clocks_change() {
    let standard = Standard::default();
    for (received, deemed) in [
        // Winter time until 8 March 2026: 16:00 is 21:00 UTC.
        ("2026-03-06T20:30:00Z", date(2026, 3, 6)),
        ("2026-03-06T20:59:59Z", date(2026, 3, 6)),
        ("2026-03-06T21:00:00Z", date(2026, 3, 9)),
        // Summer time: 16:00 is 20:00 UTC.
        ("2026-03-09T19:59:59Z", date(2026, 3, 9)),
        ("2026-03-09T20:00:00Z", date(2026, 3, 10)),
        ("2026-10-30T19:59:59Z", date(2026, 10, 30)),
        ("2026-10-30T20:00:00Z", date(2026, 11, 2)),
        // 1 November 2026, a Sunday, has 01:30 twice.
        ("2026-11-01T05:30:00Z", date(2026, 11, 2)),
        ("2026-11-01T06:30:00Z", date(2026, 11, 2)),
        ("2026-11-02T20:59:59Z", date(2026, 11, 2)),
        ("2026-11-02T21:00:00Z", date(2026, 11, 3)),
    ] {
        let moment = received.parse().expect("a time of the test");
        assert_eq!(standard.deemed_receipt(moment), deemed, "{received}");
    }
}

#[test]
fn a_case_of_the_friday_before_summer_time_is_due_on_ordinary_working_days() {
    let standard = Standard::default();
    let received = at_the_office(&standard, datetime(2026, 3, 6, 15, 30, 0, 0));
    let deemed = standard.deemed_receipt(received);
    assert_eq!(standard.acknowledge_by(deemed), date(2026, 3, 9));
    assert_eq!(standard.expected_answer_by(deemed), date(2026, 3, 18));
}

#[test]
fn late_in_the_evening_the_offices_date_is_not_yet_that_of_utc() {
    let moment = "2026-03-10T03:00:00Z".parse().expect("a time of the test");
    assert_eq!(Standard::default().office_date(moment), date(2026, 3, 9));
}

#[test]
fn without_time_zone_data_the_days_are_the_same() {
    let by_data = Standard::default();
    let by_rule = Standard { zone: TimeZone::posix("EST5EDT,M3.2.0,M11.1.0").expect("a rule"), ..Standard::default() };
    let start: Timestamp = "2026-01-01T00:30:00Z".parse().expect("a time of the test");
    for hours in 0..(2 * 365 * 24) {
        let moment = start + jiff::SignedDuration::from_hours(hours);
        assert_eq!(by_rule.deemed_receipt(moment), by_data.deemed_receipt(moment), "{moment}");
    }
}

#[test]
fn a_promise_is_on_time_due_today_or_overdue_by_working_days() {
    let standard = Standard::default();
    let friday = date(2026, 5, 15);
    for (today, expected) in [
        (date(2026, 5, 12), Lateness::OnTime { working_days_left: 3 }),
        (date(2026, 5, 14), Lateness::OnTime { working_days_left: 1 }),
        (friday, Lateness::DueToday),
        (date(2026, 5, 16), Lateness::Overdue { working_days: 1 }),
        // Monday the 18th is Victoria Day.
        (date(2026, 5, 18), Lateness::Overdue { working_days: 1 }),
        (date(2026, 5, 19), Lateness::Overdue { working_days: 1 }),
        (date(2026, 5, 20), Lateness::Overdue { working_days: 2 }),
    ] {
        assert_eq!(standard.lateness(friday, today), expected, "{today}");
    }
}

#[test]
fn an_office_of_another_country_counts_on_its_own_days_from_its_own_start() {
    for (preset, received, deemed, acknowledge, answer) in [
        // The summer bank holiday is the last Monday of August in England, the first in Scotland.
        ("lgsco", "2026-08-27T10:00", "2026-08-27", "2026-09-04", "2026-09-18"),
        ("lgsco", "2026-08-28T17:00", "2026-09-01", "2026-09-08", "2026-09-22"),
        ("spso", "2026-07-31T10:00", "2026-07-31", "2026-08-06", "2026-08-10"),
        ("spso", "2026-08-28T10:00", "2026-08-28", "2026-09-02", "2026-09-04"),
        ("spso", "2025-12-31T10:00", "2025-12-31", "2026-01-07", "2026-01-09"),
    ] {
        let standard = named(preset).expect("a preset");
        let day = standard.deemed_receipt(at_the_office(&standard, received.parse().expect("a time of the test")));
        let expected = standard.expected_answer_by(day).to_string();
        assert_eq!((day.to_string().as_str(), expected.as_str()), (deemed, answer), "{preset} {received}");
        assert_eq!(standard.acknowledge_by(day).to_string(), acknowledge, "{preset} {received}");
    }
    assert!(named("nowhere").is_none());
}

#[test]
fn london_closes_at_17_00_of_its_own_zone_before_and_after_the_clocks_change() {
    let standard = named("lgsco").expect("a preset");
    for (received, deemed) in [
        ("2026-03-27T16:59:59Z", date(2026, 3, 27)),
        ("2026-03-27T17:00:00Z", date(2026, 3, 30)),
        ("2026-03-30T15:59:59Z", date(2026, 3, 30)),
        ("2026-03-30T16:00:00Z", date(2026, 3, 31)),
        ("2026-10-23T16:00:00Z", date(2026, 10, 26)),
        ("2026-10-26T16:59:59Z", date(2026, 10, 26)),
    ] {
        assert_eq!(standard.deemed_receipt(received.parse().expect("a time of the test")), deemed, "{received}");
    }
}
