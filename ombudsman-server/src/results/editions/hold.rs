//! Holds cells of an organisation against one another, all of one item: each service by itself, and then the sum of the
//! services with the services as wholes.
//!
//! That is everything: where a service is told as a whole in every edition, whatever follows about its people from the
//! sum follows from its own cells. Only where it is not, its parts are looked at with the sum as well.

use std::collections::BTreeSet;

use super::cut::Cut;
use crate::results::disclosure::{Group, Refusal, Released, check};

/// A cell that is told, or is to be.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub cut: Cut,
    pub released: Released,
    /// Whether it is of those of a service whom so many drivers failed, or who were so satisfied.
    pub is_band: bool,
}

impl Told {
    fn is_whole_service(&self) -> bool {
        self.cut.is_whole_service() && !self.is_band
    }
}

/// The new cells that may not be told beside one another and the earlier ones, which are of so many editions in all. `people`
/// are the smallest groups, each with its cut.
pub(super) fn hold(new: &[Told], earlier: &[Told], people: &[(Cut, Group)], editions: usize) -> Vec<Refusal> {
    let all = || earlier.iter().chain(new);
    let services: BTreeSet<&String> = all().filter_map(|told| told.cut.service.as_ref()).collect();
    let each = services.iter().flat_map(|service| {
        let is_own = |cut: &Cut| cut.service.as_ref() == Some(*service);
        refusals(new, earlier, people, is_own)
    });
    let refused: Vec<Refusal> = each.collect();
    if !refused.is_empty() || all().all(|told| told.cut.service.is_some()) {
        return refused;
    }
    let wholes = |service: &String| {
        all().filter(|told| told.is_whole_service() && told.cut.service.as_ref() == Some(service)).count()
    };
    let partly: BTreeSet<&String> = services.into_iter().filter(|service| wholes(service) < editions).collect();
    let is_partly = |cut: &Cut| cut.service.as_ref().is_some_and(|service| partly.contains(service));
    let tells = |told: &&Told| told.cut.service.is_none() || told.is_whole_service() || is_partly(&told.cut);
    let [new, earlier] = [new, earlier].map(|told| told.iter().filter(tells).cloned().collect::<Vec<_>>());
    refusals(&new, &earlier, people, |_| true)
}

fn refusals(new: &[Told], earlier: &[Told], people: &[(Cut, Group)], is_own: impl Fn(&Cut) -> bool) -> Vec<Refusal> {
    let own = |told: &[Told]| -> Vec<Released> {
        told.iter().filter(|told| is_own(&told.cut)).map(|told| told.released.clone()).collect()
    };
    let people: Vec<Group> = people.iter().filter(|(cut, _)| is_own(cut)).map(|(_, group)| group.clone()).collect();
    check(&own(new), &own(earlier), &people).err().unwrap_or_default()
}
