//! Of whom a cell counts the answers. Two cells can be subtracted where one's people are all among the other's.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// By what people are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// The item that they answered.
    Item,
    /// The service.
    Service,
    /// The period, by its quarters: `2026-Q2`.
    Period,
    /// The channel.
    Channel,
    /// The language.
    Language,
    /// How many drivers failed them.
    Failed,
    /// How satisfied those are who answered about trust as well.
    Trust,
    /// Whether they are counted in this one of several editions of the same period, by its number.
    Edition(u32),
}

/// The values that a cell takes in, by dimension; all of them where a dimension is not named.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Definition(BTreeMap<Dimension, BTreeSet<String>>);

impl Definition {
    /// This, and only those values of a dimension.
    #[must_use]
    pub fn only<V: Into<String>>(mut self, dimension: Dimension, values: impl IntoIterator<Item = V>) -> Self {
        self.0.insert(dimension, values.into_iter().map(Into::into).collect());
        self
    }

    /// Whether everyone in this cell is in the other as well.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        let takes_in = |(dimension, values): (&Dimension, &BTreeSet<String>)| {
            self.0.get(dimension).is_some_and(|own| own.is_subset(values))
        };
        other.0.iter().all(takes_in)
    }
}

impl fmt::Display for Definition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("everyone");
        }
        for (place, (dimension, values)) in self.0.iter().enumerate() {
            let before = if place > 0 { ", " } else { "" };
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            match dimension {
                Dimension::Edition(number) => write!(f, "{before}Edition {number}")?,
                _ => write!(f, "{before}{dimension:?} {}", values.join("+"))?,
            }
        }
        Ok(())
    }
}
