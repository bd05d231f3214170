//! A quarter of a year: the only period that editions are about. No two overlap.

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::Date;

/// A quarter, written `2026-Q3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter {
    year: i16,
    /// 1 to 4.
    number: i8,
}

/// A text that names no quarter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a quarter is written like 2026-Q3")]
pub struct NotAQuarter;

impl Quarter {
    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Date {
        jiff::civil::date(self.year, 3 * self.number - 2, 1)
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Date {
        // Years have four digits, so there is always a day three months later.
        self.first_day().saturating_add(2.months()).last_of_month()
    }

    /// Whether it is over on this day.
    #[must_use]
    pub fn is_closed(self, today: Date) -> bool {
        self.last_day() < today
    }

    /// The one before it.
    #[must_use]
    pub const fn before(self) -> Self {
        match self.number {
            1 => Self { year: self.year.saturating_sub(1), number: 4 },
            number => Self { number: number - 1, ..self },
        }
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// Which of the four of its year it is.
    #[must_use]
    pub const fn number(self) -> i8 {
        self.number
    }
}

impl FromStr for Quarter {
    type Err = NotAQuarter;

    fn from_str(text: &str) -> Result<Self, NotAQuarter> {
        let (year, number) = text.split_once("-Q").ok_or(NotAQuarter)?;
        let is_digits = |text: &str, digits: usize| text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
        if !is_digits(year, 4) || !is_digits(number, 1) {
            return Err(NotAQuarter);
        }
        let year = year.parse().map_err(|_| NotAQuarter)?;
        let number = number.parse().ok().filter(|number| (1..=4).contains(number)).ok_or(NotAQuarter)?;
        Ok(Self { year, number })
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year, self.number)
    }
}
