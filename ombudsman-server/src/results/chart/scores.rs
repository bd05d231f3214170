//! Scores on their scale: a row each, with a dot where the score is and a bar where it would plausibly be.

use askama::Template;

use super::Mark;

/// The chart.
#[derive(Template)]
#[template(path = "results/chart_scores.html")]
pub struct Scores {
    /// By what its parts are named on the page, each chart of a page by another.
    pub name: &'static str,
    /// What it is of.
    pub title: String,
    /// The same numbers as a text.
    pub description: String,
    /// The rows, the whole before its parts.
    pub rows: Vec<Scored>,
}

/// A row.
pub struct Scored {
    /// What was rated.
    pub label: String,
    /// The score, or why there is none.
    pub shown: String,
    /// Where the score is, if it is told.
    pub mark: Option<Mark>,
    /// A number to hold it against.
    pub reference: Option<u64>,
}
