//! The series, read from the file that the program carries.

use serde::{Deserialize, Serialize};

/// The file, as it is published.
pub(super) const CSV: &str = include_str!("figures.csv");

/// A figure. The names of its fields are those of the columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Reported {
    /// The series: its names and its question are in the words.
    pub series: String,
    /// The year, the month or, where its source names the surveys of the series by numbers only, which of them: `survey-1`.
    pub period: String,
    /// The number, as it was published.
    pub value: u64,
    /// `points` of a score from 0 to 100, or `percent` of people.
    pub unit: String,
    /// The way in which it was asked and counted, from 1 on within its series.
    pub way: u16,
    /// How many answered, where the source says so.
    pub n: Option<u64>,
    /// Who published it.
    pub source: String,
    /// Where it can be read.
    pub address: Option<String>,
}

/// Every figure, in the order of the file.
pub(super) fn all() -> Result<Vec<Reported>, csv::Error> {
    csv::Reader::from_reader(CSV.as_bytes()).deserialize().collect()
}
