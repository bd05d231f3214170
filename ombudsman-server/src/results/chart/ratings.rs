//! How many people gave each rating: a row each, with a bar that is so much of the width as they are of everyone who answered.

use askama::Template;

/// The chart.
#[derive(Template)]
#[template(path = "results/chart_ratings.html")]
pub struct Ratings {
    /// What it is of.
    pub title: String,
    /// The same numbers as a text.
    pub description: String,
    /// The rows, the best rating first.
    pub rows: Vec<Rated>,
}

/// A row.
pub struct Rated {
    /// The rating.
    pub label: String,
    /// How many gave it, or that it is not shown.
    pub shown: String,
    /// Of a hundred who answered, if it is told.
    pub share: Option<u64>,
}

impl Rated {
    /// Of a hundred, so many among `n`. Both were rounded by themselves, so that a part may be more than the whole.
    #[must_use]
    pub fn share(count: u64, n: u64) -> u64 {
        (100 * count).checked_div(n).unwrap_or(0).min(100)
    }
}
