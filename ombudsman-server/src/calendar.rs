//! The working days of the office: every promise of an answer is counted on them (docs/METHOD.md, "Calendar").

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::Deserialize;

/// How a closing day is found in a year, before it is moved off a weekend.
///
/// The first Monday of a month is the Monday on or before its 7th, the second the one on or before its 14th.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The same month and day every year.
    Fixed(i8, i8),
    /// So many days after Easter Sunday.
    Easter(i16),
    /// The Monday on or before this month and day.
    MondayUpTo(i8, i8),
}

impl Rule {
    fn in_year(self, year: i16) -> Date {
        match self {
            Self::Fixed(month, day) => jiff::civil::date(year, month, day),
            Self::Easter(days) => easter_sunday(year).saturating_add(days.days()),
            Self::MondayUpTo(month, day) => {
                let latest = jiff::civil::date(year, month, day);
                let past_monday = latest.weekday().to_monday_zero_offset();
                latest.saturating_sub(past_monday.days())
            }
        }
    }
}

/// Which days the office works: Monday to Friday without its closing days.
///
/// The days are found by today's rules for any year, also for years before a rule held: what was promised in the past
/// is kept with the case and not counted again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calendar(&'static [Rule]);

impl Calendar {
    /// The calendar with these closing days, in the order of the year.
    #[must_use]
    pub const fn closing(rules: &'static [Rule]) -> Self {
        Self(rules)
    }

    /// The days of this year on which the office is closed, weekends apart, earliest first.
    ///
    /// A closing day on a Saturday or Sunday moves to the next day that is neither a weekend nor taken by another.
    #[must_use]
    pub fn closing_days(self, year: i16) -> Vec<Date> {
        let mut observed: Vec<Date> = Vec::with_capacity(self.0.len());
        for rule in self.0 {
            let mut day = rule.in_year(year);
            while is_weekend(day) || observed.contains(&day) {
                day = day.saturating_add(1.day());
            }
            observed.push(day);
        }
        observed
    }

    /// Whether the office works on this day.
    #[must_use]
    pub fn is_working_day(self, date: Date) -> bool {
        !is_weekend(date) && !self.closing_days(date.year()).contains(&date)
    }

    /// This day if the office works on it, else the next day on which it does.
    #[must_use]
    pub fn working_day_from(self, date: Date) -> Date {
        self.working_days_from(date).next().unwrap_or(Date::MAX)
    }

    /// The `count`-th working day after `date`, which itself does not count; `date` itself for zero.
    ///
    /// Past the last day that a [`Date`] can hold, that day.
    #[must_use]
    pub fn add_working_days(self, date: Date, count: u32) -> Date {
        let Some(skipped) = count.checked_sub(1) else {
            return date;
        };
        self.working_days_after(date).nth(usize::try_from(skipped).unwrap_or(usize::MAX)).unwrap_or(Date::MAX)
    }

    /// How many working days lie after `start`, up to and including `end`; zero if `end` is not after `start`.
    ///
    /// A pause counts this way, from the day it began to the day it ended.
    #[must_use]
    pub fn working_days_between(self, start: Date, end: Date) -> u32 {
        let count = self.working_days_after(start).take_while(|date| *date <= end).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    fn working_days_after(self, date: Date) -> impl Iterator<Item = Date> {
        self.working_days_from(date).skip_while(move |day| *day == date)
    }

    fn working_days_from(self, date: Date) -> impl Iterator<Item = Date> {
        date.series(1.day()).filter(move |day| self.is_working_day(*day))
    }
}

fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Easter Sunday in the Gregorian calendar.
///
/// The paschal full moon is the 14th day of a lunar month counted from 21 March; Easter is the Sunday after it. The
/// moon's age comes from the year's place in the 19-year cycle, corrected for the leap years that centuries drop and for
/// the cycle's own drift (Clavius's epacts).
fn easter_sunday(year: i16) -> Date {
    let century = year / 100;
    let in_moon_cycle = year % 19;
    let dropped_leap_days = century - century / 4;
    let moon_drift = (8 * century + 13) / 25;
    let age = (19 * in_moon_cycle + dropped_leap_days - moon_drift + 15).rem_euclid(30);
    let is_one_late = age == 29 || (age == 28 && in_moon_cycle > 10);
    let full_moon = jiff::civil::date(year, 3, 21).saturating_add((age - i16::from(is_one_late)).days());
    let to_sunday = 7 - full_moon.weekday().to_sunday_zero_offset();
    full_moon.saturating_add(to_sunday.days())
}

#[cfg(test)]
mod tests;
