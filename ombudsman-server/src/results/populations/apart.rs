//! A correction stands beside what it corrects, which stays known: where a few answers more or fewer are in one of the two, who
//! subtracts one from the other learns what few people said. So each count is the same in both, or ten answers apart at least.

use std::collections::{BTreeMap, BTreeSet};

use super::inputs::Counts;
use crate::results::disclosure::FEWEST;

/// Of which service or unit a count is, and of what of it.
type Place<'a> = (&'a str, String);

/// The service or unit of which the two tell counts that are too close to one another; nothing where there is none.
pub(super) fn too_close<'a>(new: &'a Counts, earlier: &'a Counts) -> Option<&'a str> {
    let (new, earlier) = (places(new), places(earlier));
    let all: BTreeSet<&Place<'_>> = new.keys().chain(earlier.keys()).collect();
    let is_close = |place: &Place<'_>| {
        let count = |counts: &BTreeMap<Place<'_>, [u64; 5]>| counts.get(place).copied().unwrap_or_default();
        let more = |counts: [u64; 5], than: [u64; 5]| -> u64 {
            counts.into_iter().zip(than).map(|(n, than)| n.saturating_sub(than)).sum()
        };
        let (new, earlier) = (count(&new), count(&earlier));
        // Who moved from one rating to another is one more there, and one fewer here.
        let apart = more(new, earlier).max(more(earlier, new));
        (1..FEWEST).contains(&apart)
    };
    all.into_iter().find(|place| is_close(place)).map(|(name, _)| *name)
}

/// Every count of which something may be told: of people who answered, also by group, of ratings by item, of visits, of units.
fn places(counts: &Counts) -> BTreeMap<Place<'_>, [u64; 5]> {
    let mut places: BTreeMap<Place<'_>, [u64; 5]> = BTreeMap::new();
    let mut add = |name, of: String, counted: [u64; 5]| {
        let sums = places.entry((name, of)).or_default();
        for (sum, n) in sums.iter_mut().zip(counted) {
            *sum += n;
        }
    };
    let one = |n: u64| [n, 0, 0, 0, 0];
    match counts {
        Counts::Ratings(services) => {
            for (service, ratings) in services {
                for (channel, language, group) in ratings.groups() {
                    add(service.as_str(), "people".to_owned(), one(group.people.n));
                    add(service.as_str(), format!("people {channel} {language}"), one(group.people.n));
                    for (item, sums) in &group.items {
                        add(service.as_str(), format!("item {item}"), sums.map(|sum| sum.n));
                    }
                }
            }
        }
        Counts::Visits(services) => {
            for (service, visits) in services {
                add(service.as_str(), "visits".to_owned(), one(visits.visits));
                for (name, judged) in &visits.criteria {
                    add(service.as_str(), format!("criterion {name}"), [judged.met, judged.unmet, 0, 0, 0]);
                }
            }
        }
        Counts::Units(units) => {
            for unit in units {
                add(unit.name.as_str(), "people".to_owned(), one(unit.answered));
            }
        }
    }
    places
}
