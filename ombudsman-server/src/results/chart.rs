//! Charts of published numbers, drawn by the server as SVG. Places along a line are in percent, so a chart is as wide as its page
//! and its text keeps its size. Only what is published has a mark: what is withheld is said in words and never drawn as zero.

mod funnel;
mod ratings;
mod scatter;
mod scores;
mod trend;

pub use funnel::{Compared, Funnel, FunnelCaptions};
pub use ratings::{Rated, Ratings};
pub use scatter::Scatter;
pub use scores::{Scored, Scores};
pub use trend::{Captions, Dot, Trend};

#[cfg(test)]
mod tests;

/// Where a number is and where it would plausibly be, from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The least that it may be.
    pub least: u64,
    /// The most; the same, where the number itself is published.
    pub most: u64,
    /// Where its range begins.
    pub low: u64,
    /// Where its range ends.
    pub high: u64,
}
