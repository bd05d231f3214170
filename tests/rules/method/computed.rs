//! What the program computes for an example of docs/METHOD.md, by the example's name.

mod compared;
mod dates;
mod intervals;
mod kept;
mod measures;
mod populations;

use std::fmt;

/// What comes out: a number or a word.
#[derive(Debug, PartialEq)]
pub enum Found {
    Number(f64),
    Word(String),
}

impl Found {
    /// Whether this is what is printed: a number to the digits that are printed of it.
    pub fn is(&self, printed: &str) -> bool {
        match self {
            Self::Word(word) => word == printed,
            Self::Number(number) => printed.parse::<f64>().is_ok_and(|told| {
                let digits = printed.split_once('.').map_or(0, |(_, digits)| digits.len());
                let half = 0.500_001 * 0.1_f64.powi(i32::try_from(digits).unwrap_or(0));
                // A whole number is printed of what is one; of what is not, as many digits as say it.
                (number - told).abs() <= if digits == 0 { 1e-9 } else { half }
            }),
        }
    }

    /// Everything that was found, as an example would print it.
    pub fn all(found: &[Self]) -> String {
        found.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }
}

impl fmt::Display for Found {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(out, "{number}"),
            Self::Word(word) => out.write_str(word),
        }
    }
}

/// What the program gives; nothing where it has no such name, or what is given cannot be read.
pub fn computed(name: &str, given: &str) -> Option<Vec<Found>> {
    measures::computed(name, given)
        .or_else(|| intervals::computed(name, given))
        .or_else(|| compared::computed(name, given))
        .or_else(|| dates::computed(name, given))
        .or_else(|| populations::computed(name, given))
        .or_else(|| kept::computed(name, given))
}

/// Numbers, between spaces or commas.
fn numbers(given: &str) -> Option<Vec<f64>> {
    let words = given.split([' ', ',']).filter(|word| !word.is_empty());
    words.map(|word| word.parse().ok()).collect()
}

/// So many of them.
fn exactly<const N: usize>(given: &str) -> Option<[f64; N]> {
    numbers(given)?.try_into().ok()
}

/// So many counts.
fn counts<const N: usize>(given: &str) -> Option<[u64; N]> {
    let counts: Option<Vec<u64>> =
        given.split_whitespace().map(|word| word.trim_end_matches(',').parse().ok()).collect();
    counts?.try_into().ok()
}

fn words(found: impl IntoIterator<Item = impl ToString>) -> Vec<Found> {
    found.into_iter().map(|word| Found::Word(word.to_string())).collect()
}

fn values(found: impl IntoIterator<Item = f64>) -> Vec<Found> {
    found.into_iter().map(Found::Number).collect()
}
