//! The public reads the answer: how many said what, as scores from 0 to 100, and nothing where too few answered; and how often
//! service standards were kept.

mod ahead;
mod benchmarks;
mod chart;
pub mod compare;
pub mod complaints;
pub mod disclosure;
pub mod editions;
pub mod inference;
pub mod measures;
mod organisation;
pub mod populations;
pub mod routes;
pub mod standards;
mod store;
mod you_said;

pub use ahead::read_ahead;
pub use store::{Answers, Counted, count_patterns};
