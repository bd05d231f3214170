//! Figures of others, each with its source: they stand beside the office's results and are never added to them. They were
//! asked otherwise, of other people; so each series is told and drawn by itself, and where its way of counting changes its line
//! breaks. The figures are data, `benchmarks/figures.csv`, and published as they are.

mod page;
mod series;

pub(super) use page::{csv, json, show};

#[cfg(test)]
mod tests;
