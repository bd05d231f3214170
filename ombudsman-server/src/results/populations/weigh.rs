//! Weights: what the drawing of a sample gives each answer, and raking to the channels and languages of those who could be asked.
//! It repairs what these explain and nothing else, so the numbers without weights stand beside those with them.

use std::collections::BTreeMap;

use super::about::OfService;
use super::counts::{OfGroup, Ratings, THOUSAND};
use crate::results::inference::{Weighted, rake};
use crate::results::measures::real;

/// How the answers about a service are weighted.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Weights {
    /// Each counts once: nothing is known that would weigh them otherwise.
    None,
    /// By factors of the groups, on top of the weight that each came with.
    By(BTreeMap<(String, String), f64>),
    /// They should be weighted and cannot be: a group that is there did not answer, or the weights do not settle.
    Impossible,
}

impl Weights {
    /// Those of the answers about a service.
    pub(super) fn of(service: &OfService, ratings: &Ratings) -> Self {
        if service.groups.len() < 2 {
            return if ratings.is_plain() { Self::None } else { Self::By(BTreeMap::new()) };
        }
        // Answers of others cannot stand in for a group: not even those of its channel and of its language.
        if service.groups.iter().any(|group| ratings.answered(&group.channel, &group.language) == 0) {
            return Self::Impossible;
        }
        let named = |of: fn(&super::about::Group) -> &String| {
            let mut names: Vec<&String> = service.groups.iter().map(of).collect();
            names.sort();
            names.dedup();
            names
        };
        let (channels, languages) = (named(|group| &group.channel), named(|group| &group.language));
        let people: u64 = service.groups.iter().map(|group| group.people).sum();
        let answers: Vec<Vec<f64>> = channels
            .iter()
            .map(|channel| languages.iter().map(|language| weight(ratings.group(channel, language))).collect())
            .collect();
        let all: f64 = answers.iter().flatten().sum();
        let target = |is_in: &dyn Fn(&super::about::Group) -> bool| {
            let own: u64 = service.groups.iter().filter(|group| is_in(group)).map(|group| group.people).sum();
            all * real(own) / real(people)
        };
        let rows: Vec<f64> = channels.iter().map(|name| target(&|group| group.channel == **name)).collect();
        let columns: Vec<f64> = languages.iter().map(|name| target(&|group| group.language == **name)).collect();
        let Ok(raked) = rake(&answers, &rows, &columns) else { return Self::Impossible };
        let mut factors = BTreeMap::new();
        for (channel, of_channel) in channels.iter().zip(&raked.weights) {
            for (language, factor) in languages.iter().zip(of_channel) {
                factors.insert(((*channel).clone(), (*language).clone()), *factor);
            }
        }
        Self::By(factors)
    }

    /// The answers to an item by these weights; nothing where they are not weighted.
    pub(super) fn weighted(&self, item: &str, ratings: &Ratings) -> Option<Weighted> {
        let Self::By(factors) = self else { return None };
        let mut weighted = Weighted::default();
        for (channel, language, group) in ratings.groups() {
            let factor = factors.get(&(channel.to_owned(), language.to_owned())).copied().unwrap_or(1.0);
            for (rating, sum) in (1..).zip(group.items.get(item).into_iter().flatten()) {
                let scale = factor / real(THOUSAND);
                weighted.add(rating, scale * real(sum.w), scale * scale * real(sum.w2));
            }
        }
        Some(weighted)
    }
}

fn weight(group: Option<&OfGroup>) -> f64 {
    group.map_or(0.0, |group| real(group.people.w) / real(THOUSAND))
}
