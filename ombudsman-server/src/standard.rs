//! The clock of a case: by when the office acknowledges it, by when it answers, and whether that day has passed
//! (docs/METHOD.md, "Calendar"). It is told what time it is; it never looks.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use crate::calendar::Calendar;

/// What the office promises: how many working days it takes for each step, and when its own day ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Standard {
    /// Working days from the deemed receipt to the acknowledgement.
    pub acknowledge_working_days: u32,
    /// Working days from the acknowledgement to the answer.
    pub answer_working_days: u32,
    /// From this time on, a message is deemed received on the next working day.
    pub closes_at: Time,
    /// The zone in which the office's days begin and end.
    pub zone: TimeZone,
    /// The days on which the office works.
    pub calendar: Calendar,
}

impl Default for Standard {
    /// The Office for Client Satisfaction's own: acknowledged in 1 working day, answered 7 working days later, open until
    /// 16:00 Eastern time.
    fn default() -> Self {
        Self {
            acknowledge_working_days: 1,
            answer_working_days: 7,
            closes_at: jiff::civil::time(16, 0, 0, 0),
            zone: EASTERN.clone(),
            calendar: Calendar,
        }
    }
}

impl Standard {
    /// The office's own date at this moment.
    #[must_use]
    pub fn office_date(&self, moment: Timestamp) -> Date {
        moment.to_zoned(self.zone.clone()).date()
    }

    /// The working day on which a message counts as received: the day it came if the office was still to work on it, else
    /// the next working day.
    #[must_use]
    pub fn deemed_receipt(&self, received: Timestamp) -> Date {
        let date = self.office_date(received);
        if self.is_closed(received) {
            self.calendar.add_working_days(date, 1)
        } else {
            self.calendar.working_day_from(date)
        }
    }

    /// Whether the office's own day had ended at this moment.
    #[must_use]
    pub fn is_closed(&self, moment: Timestamp) -> bool {
        moment.to_zoned(self.zone.clone()).time() >= self.closes_at
    }

    /// The last day on which the acknowledgement is in time.
    #[must_use]
    pub fn acknowledge_by(&self, deemed: Date) -> Date {
        self.calendar.add_working_days(deemed, self.acknowledge_working_days)
    }

    /// The last day on which the answer is in time, once the case was acknowledged.
    #[must_use]
    pub fn answer_by(&self, acknowledged_on: Date) -> Date {
        self.calendar.add_working_days(acknowledged_on, self.answer_working_days)
    }

    /// The day to tell a person before anyone has acknowledged their case: as if that happened on its last day.
    #[must_use]
    pub fn expected_answer_by(&self, deemed: Date) -> Date {
        self.answer_by(self.acknowledge_by(deemed))
    }

    /// How a promise stands, given the office's date today.
    #[must_use]
    pub fn lateness(&self, due: Date, today: Date) -> Lateness {
        match today.cmp(&due) {
            std::cmp::Ordering::Less => {
                Lateness::OnTime { working_days_left: self.calendar.working_days_between(today, due) }
            }
            std::cmp::Ordering::Equal => Lateness::DueToday,
            // On the Saturday after a Friday no working day has passed, but the promise is broken: never say "late by 0".
            std::cmp::Ordering::Greater => {
                Lateness::Overdue { working_days: self.calendar.working_days_between(due, today).max(1) }
            }
        }
    }
}

/// How a promise stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lateness {
    /// The due day is still to come.
    OnTime {
        /// Working days after today, the due day included.
        working_days_left: u32,
    },
    /// Today is the due day.
    DueToday,
    /// The due day has passed.
    Overdue {
        /// Working days after the due day, today included; at least 1.
        working_days: u32,
    },
}

static EASTERN: LazyLock<TimeZone> =
    LazyLock::new(|| TimeZone::get("America/Toronto").unwrap_or_else(|_| eastern_time_by_rule()));

/// Eastern time by the rule that has held since 2007, for machines that carry no time zone data.
fn eastern_time_by_rule() -> TimeZone {
    TimeZone::posix("EST5EDT,M3.2.0,M11.1.0").unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
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
        let by_rule = Standard { zone: eastern_time_by_rule(), ..Standard::default() };
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
}
