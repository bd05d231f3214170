//! A fiscal year, as the government counts it: from the first of April to the last of March.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, date};

/// A fiscal year, written `2023-2024`. They are in the order of their days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FiscalYear(i16);

impl FiscalYear {
    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Date {
        date(self.0, 4, 1)
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Date {
        date(self.0 + 1, 3, 31)
    }
}

/// What was written is no fiscal year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a fiscal year such as 2023-2024")]
pub struct NoYear;

impl FromStr for FiscalYear {
    type Err = NoYear;

    fn from_str(text: &str) -> Result<Self, NoYear> {
        let begins: i16 = text.get(..4).and_then(|year| year.parse().ok()).ok_or(NoYear)?;
        let is_year = (1990..=2200).contains(&begins);
        let year = Self(begins);
        // As it is written, and no other way.
        (is_year && year.to_string() == text).then_some(year).ok_or(NoYear)
    }
}

impl fmt::Display for FiscalYear {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{}", self.0, self.0 + 1)
    }
}
