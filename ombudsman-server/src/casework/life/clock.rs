//! The clock of an answer: from when it runs, by when the answer is due, and what moved that day. It is counted when
//! something happens and then kept, so that a calendar that changes later moves no promise.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Refusal;
use crate::standard::Standard;

/// By when an answer is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// The day on which the case was taken up.
    pub since: Date,
    /// The last day on which the answer is in time.
    pub due: Date,
    /// How often the answer was put off.
    pub extensions: u32,
    /// For how many working days the clock stood.
    pub paused_days: u32,
}

impl Clock {
    /// The clock of a case that counts as received on one day and was taken up on another.
    #[must_use]
    pub fn start(standard: &Standard, deemed_on: Date, since: Date) -> Self {
        Self { since, due: standard.answer_by(deemed_on, since), extensions: 0, paused_days: 0 }
    }

    /// The clock after a pause. It stood on the working days after the day on which it was stopped, up to and including the
    /// one on which it went on; all other days are kept.
    #[must_use]
    pub fn resumed(self, standard: &Standard, stopped_on: Date, on: Date) -> Self {
        let stood = standard.calendar.working_days_between(stopped_on, on);
        let due = standard.calendar.add_working_days(self.due, stood);
        Self { due, paused_days: self.paused_days.saturating_add(stood), ..self }
    }

    /// The last day to which the answer can be put off from here.
    #[must_use]
    pub fn latest(self, standard: &Standard) -> Date {
        standard.calendar.add_working_days(self.due, standard.terms.extension_working_days)
    }

    /// The clock with the answer put off to a later day: while there is time, by no more days and no more often than the
    /// standard has it.
    pub fn extended(self, standard: &Standard, to: Date, today: Date) -> Result<Self, Refusal> {
        let terms = &standard.terms;
        let latest = self.latest(standard);
        if self.extensions >= terms.extensions_most {
            return Err(Refusal::ExtendedEnough);
        }
        if today > self.due {
            return Err(Refusal::ExtendedTooLate);
        }
        if to <= self.due || to > latest {
            return Err(Refusal::ExtendedTooFar);
        }
        Ok(Self { due: standard.calendar.working_day_from(to).min(latest), extensions: self.extensions + 1, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn clock(since: Date) -> Clock {
        Clock::start(&Standard::default(), since, since)
    }

    #[test]
    fn a_pause_adds_the_working_days_after_its_first_day_up_to_its_last() {
        let standard = Standard::default();
        let started = clock(date(2026, 5, 4));
        assert_eq!(started.due, date(2026, 5, 13));
        // 18 May is Victoria Day.
        let resumed = started.resumed(&standard, date(2026, 5, 6), date(2026, 5, 12));
        assert_eq!((resumed.paused_days, resumed.due), (4, date(2026, 5, 20)));
        let at_once = started.resumed(&standard, date(2026, 5, 6), date(2026, 5, 6));
        assert_eq!(at_once, started, "who answers the same day stops nothing");
        let over_a_weekend = started.resumed(&standard, date(2026, 5, 8), date(2026, 5, 10));
        assert_eq!(over_a_weekend, started, "no working day, no pause");
    }

    #[test]
    fn two_pauses_add_up_as_one_of_the_same_days() {
        let standard = Standard::default();
        let twice = clock(date(2026, 5, 4)).resumed(&standard, date(2026, 5, 4), date(2026, 5, 6));
        let twice = twice.resumed(&standard, date(2026, 5, 7), date(2026, 5, 11));
        assert_eq!((twice.paused_days, twice.due), (4, date(2026, 5, 20)));
    }

    #[test]
    fn a_clock_that_runs_while_the_office_puts_its_clocks_back_counts_whole_days() {
        let standard = Standard::default();
        let autumn = clock(date(2026, 10, 30));
        assert_eq!(autumn.due, date(2026, 11, 10));
        let spring = clock(date(2026, 3, 6)).resumed(&standard, date(2026, 3, 6), date(2026, 3, 9));
        assert_eq!((spring.paused_days, spring.due), (1, date(2026, 3, 18)));
    }

    #[test]
    fn an_answer_is_put_off_twice_at_most_and_by_ten_working_days_each_time() {
        let standard = Standard::default();
        let (first, today) = (clock(date(2026, 5, 4)), date(2026, 5, 13));
        let extended = |clock: Clock, to| clock.extended(&standard, to, today);
        assert_eq!(extended(first, date(2026, 5, 13)), Err(Refusal::ExtendedTooFar), "no later day");
        assert_eq!(extended(first, date(2026, 5, 29)), Err(Refusal::ExtendedTooFar), "eleven working days");
        let once = extended(first, date(2026, 5, 28)).expect("ten working days");
        assert_eq!((once.due, once.extensions), (date(2026, 5, 28), 1));
        let twice = extended(once, date(2026, 5, 30)).expect("a Saturday");
        assert_eq!((twice.due, twice.extensions), (date(2026, 6, 1), 2), "no answer is due on a Saturday");
        assert_eq!(extended(twice, date(2026, 6, 2)), Err(Refusal::ExtendedEnough));
        let late = first.extended(&standard, date(2026, 5, 20), date(2026, 5, 14));
        assert_eq!(late, Err(Refusal::ExtendedTooLate), "who is late says so, and does not move the day");
    }
}
