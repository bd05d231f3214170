//! The ratings of a service in a survey, added up by group, item and rating: how many, the sum of their weights and that of the
//! squares of these. That is all that a score by weights and its range need.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Weights are kept in thousandths, so that sums are exact in whatever order.
pub(super) const THOUSAND: u64 = 1_000;

/// So many answers, and their weights.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sum {
    /// How many.
    pub n: u64,
    /// The sum of their weights, in thousandths.
    pub w: u64,
    /// The sum of the squares of these.
    pub w2: u64,
}

impl Sum {
    /// One more of this weight; `None` where that is more than can be added up.
    fn and_one(self, weight: u64) -> Option<Self> {
        let square = weight.checked_mul(weight)?;
        Some(Self { n: self.n + 1, w: self.w.checked_add(weight)?, w2: self.w2.checked_add(square)? })
    }

    /// Whether all weigh 1.
    pub(super) const fn is_plain(&self) -> bool {
        self.w == self.n * THOUSAND && self.w2 == self.n * THOUSAND * THOUSAND
    }
}

/// The answers of one group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfGroup {
    /// The people.
    pub people: Sum,
    /// Their ratings of each item, 1 first.
    pub items: BTreeMap<String, [Sum; 5]>,
}

/// The answers about a service, by channel and language; `all` where the survey does not tell them apart.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ratings(pub(super) BTreeMap<String, BTreeMap<String, OfGroup>>);

impl Ratings {
    /// Adds one person's ratings, each an item and 1 to 5; whether the weights can still be added up.
    pub(super) fn add(&mut self, [channel, language]: [&str; 2], weight: u64, ratings: &[(&str, u8)]) -> bool {
        let group = self.0.entry(channel.to_owned()).or_default().entry(language.to_owned()).or_default();
        let Some(people) = group.people.and_one(weight) else { return false };
        group.people = people;
        for (item, rating) in ratings {
            let counted = group.items.entry((*item).to_owned()).or_default();
            // A part of what was added up above: it cannot be too large.
            if let Some(sum) = usize::from(*rating).checked_sub(1).and_then(|place| counted.get_mut(place)) {
                *sum = sum.and_one(weight).unwrap_or(*sum);
            }
        }
        true
    }

    /// The groups, each with its channel and language.
    pub(super) fn groups(&self) -> impl Iterator<Item = (&str, &str, &OfGroup)> {
        self.0.iter().flat_map(|(channel, languages)| {
            languages.iter().map(move |(language, group)| (channel.as_str(), language.as_str(), group))
        })
    }

    /// The answers of a group, if there are any.
    pub(super) fn group(&self, channel: &str, language: &str) -> Option<&OfGroup> {
        self.0.get(channel)?.get(language)
    }

    /// How many answered in a group.
    pub(super) fn answered(&self, channel: &str, language: &str) -> u64 {
        self.group(channel, language).map_or(0, |group| group.people.n)
    }

    /// How many answered.
    pub(super) fn people(&self) -> u64 {
        self.groups().map(|(.., group)| group.people.n).sum()
    }

    /// Whether everybody weighs 1.
    pub(super) fn is_plain(&self) -> bool {
        self.groups().all(|(.., group)| group.people.is_plain())
    }
}
