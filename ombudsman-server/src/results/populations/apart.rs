//! A correction stands beside what it corrects, which stays known: where a few answers more or fewer are in one of the two, or weigh
//! otherwise, who subtracts one from the other learns what few people said. So each count is the same in both, with the same
//! weights, or ten answers apart at least.

use std::collections::{BTreeMap, BTreeSet};

use super::counts::Sum;
use super::inputs::Counts;
use crate::results::disclosure::FEWEST;

/// Of which service or unit a count is, and of what of it.
type Place<'a> = (&'a str, String);

/// So many answers; the sum of their weights and that of the squares, which of several groups may be more than one group's can be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Counted {
    n: u64,
    weights: [u128; 2],
}

impl Counted {
    /// So many, which have no weights.
    const fn plain(n: u64) -> Self {
        Self { n, weights: [0; 2] }
    }

    fn of(sum: &Sum) -> Self {
        Self { n: sum.n, weights: [sum.w, sum.w2].map(u128::from) }
    }

    fn and(self, other: Self) -> Self {
        let [w, w2] = self.weights;
        Self { n: self.n + other.n, weights: [w + other.weights[0], w2 + other.weights[1]] }
    }
}

/// The service or unit of which the two tell counts that are too close to one another; nothing where there is none.
pub(super) fn too_close<'a>(new: &'a Counts, earlier: &'a Counts) -> Option<&'a str> {
    let (new, earlier) = (places(new), places(earlier));
    let all: BTreeSet<&Place<'_>> = new.keys().chain(earlier.keys()).collect();
    let is_close = |place: &Place<'_>| {
        let count = |counts: &BTreeMap<Place<'_>, [Counted; 5]>| counts.get(place).copied().unwrap_or_default();
        let more = |counts: [Counted; 5], than: [Counted; 5]| -> u64 {
            counts.into_iter().zip(than).map(|(counted, than)| counted.n.saturating_sub(than.n)).sum()
        };
        let (new, earlier) = (count(&new), count(&earlier));
        // Who moved from one rating to another is one more there, and one fewer here.
        let apart = more(new, earlier).max(more(earlier, new));
        // The same number with other weights: of how many these are others, the sums do not tell.
        if apart == 0 { new != earlier } else { apart < FEWEST }
    };
    all.into_iter().find(|place| is_close(place)).map(|(name, _)| *name)
}

/// Every count of which something may be told: of people who answered, also by group, of ratings by item, of visits, of units.
fn places(counts: &Counts) -> BTreeMap<Place<'_>, [Counted; 5]> {
    let mut places: BTreeMap<Place<'_>, [Counted; 5]> = BTreeMap::new();
    let mut add = |name, of: String, counted: [Counted; 5]| {
        let sums = places.entry((name, of)).or_default();
        for (sum, more) in sums.iter_mut().zip(counted) {
            *sum = sum.and(more);
        }
    };
    let nobody = Counted::plain(0);
    let one = |counted: Counted| [counted, nobody, nobody, nobody, nobody];
    match counts {
        Counts::Ratings(services) => {
            for (service, ratings) in services {
                for (channel, language, group) in ratings.groups() {
                    add(service.as_str(), "people".to_owned(), one(Counted::of(&group.people)));
                    add(service.as_str(), format!("people {channel} {language}"), one(Counted::of(&group.people)));
                    for (item, sums) in &group.items {
                        add(service.as_str(), format!("item {item}"), sums.map(|sum| Counted::of(&sum)));
                    }
                }
            }
        }
        Counts::Visits(services) => {
            for (service, visits) in services {
                add(service.as_str(), "visits".to_owned(), one(Counted::plain(visits.visits)));
                for (name, judged) in &visits.criteria {
                    let [met, unmet] = [judged.met, judged.unmet].map(Counted::plain);
                    add(service.as_str(), format!("criterion {name}"), [met, unmet, nobody, nobody, nobody]);
                }
            }
        }
        Counts::Units(units) => {
            for unit in units {
                add(unit.name.as_str(), "people".to_owned(), one(Counted::plain(unit.answered)));
            }
        }
    }
    places
}
