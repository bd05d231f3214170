//! The clock of a case: by when the office acknowledges it, by when it answers, and whether that day has passed
//! (docs/METHOD.md, "Calendar"). It is told what time it is; it never looks.

mod presets;

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use serde::Deserialize;

use crate::calendar::Calendar;

pub use presets::named;

/// What the office promises: how many working days it takes for each step, and when its own day ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Standard {
    /// From this time on, a message is deemed received on the next working day.
    pub closes_at: Time,
    /// The zone in which the office's days begin and end.
    pub zone: TimeZone,
    /// The days on which the office works.
    pub calendar: Calendar,
    /// How long each step may take.
    pub terms: Terms,
}

/// How many working days each step may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Terms {
    /// From the deemed receipt to the acknowledgement.
    pub acknowledge_working_days: u32,
    /// To the answer.
    pub answer_working_days: u32,
    /// From when the answer is counted.
    pub answer_counts_from: Start,
    /// By how many an answer may be put off at a time.
    pub extension_working_days: u32,
    /// How often it may.
    pub extensions_most: u32,
    /// For a program to answer the office.
    pub program_working_days: u32,
    /// After how many without a word from the person the office reminds them.
    pub reminders_after_working_days: [u32; 2],
    /// After how many without a word from the person the office may close the case.
    pub silence_working_days: u32,
    /// To comment on a finding before it is final.
    pub comment_working_days: u32,
    /// From the decision, to ask for a review.
    pub review_right_working_days: u32,
    /// From that request to the decision of the review.
    pub review_working_days: u32,
}

/// From when the time to answer is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Start {
    /// From the day on which the case was taken up.
    Acknowledgement,
    /// From the day on which it counts as received.
    Receipt,
}

impl Default for Standard {
    /// The Office for Client Satisfaction's own: acknowledged in 1 working day, answered 7 working days later, open until
    /// 16:00 Eastern time.
    fn default() -> Self {
        presets::federal()
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
        self.calendar.add_working_days(deemed, self.terms.acknowledge_working_days)
    }

    /// The last day on which the answer is in time, once the case was acknowledged.
    #[must_use]
    pub fn answer_by(&self, deemed: Date, acknowledged_on: Date) -> Date {
        let start = match self.terms.answer_counts_from {
            Start::Acknowledgement => acknowledged_on,
            Start::Receipt => deemed,
        };
        self.calendar.add_working_days(start, self.terms.answer_working_days)
    }

    /// The day to tell a person before anyone has acknowledged their case: as if that happened on its last day.
    #[must_use]
    pub fn expected_answer_by(&self, deemed: Date) -> Date {
        self.answer_by(deemed, self.acknowledge_by(deemed))
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

#[cfg(test)]
mod tests;
