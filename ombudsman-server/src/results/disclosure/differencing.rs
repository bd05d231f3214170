//! Differencing: a year less three of its quarters is the fourth, and a service's answers less those by telephone are the
//! others. What is left when parts are taken from a whole must be nobody, or ten and more.
//!
//! Of a whole only the largest parts are taken: what is left of those is looked at with them as the whole, and each of the
//! two is nobody or ten and more. Breakdowns that cross (a channel by a language) are the matter of `suppression`.

use super::{Definition, FEWEST, Released};

/// A group that could be solved for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The whole.
    pub whole: Definition,
    /// What is taken from it.
    pub parts: Vec<Definition>,
    /// How many people are left.
    pub left: u64,
}

/// All groups below ten that follow from cells, each by the most that can be taken away at once.
#[must_use]
pub fn differences(cells: &[Released]) -> Vec<Difference> {
    let mut found = Vec::new();
    for whole in cells {
        let is_part = |cell: &&Released, of: &Released| {
            cell.definition != of.definition && cell.definition.is_within(&of.definition)
        };
        let parts: Vec<&Released> = cells.iter().filter(|cell| is_part(cell, whole)).collect();
        let largest = parts.iter().copied().filter(|part| !parts.iter().any(|other| is_part(part, other)));
        take(whole, &largest.collect::<Vec<_>>(), &mut Vec::new(), &mut found);
    }
    found
}

/// Takes parts that nobody is in twice, in all ways in which fewer than ten could be left.
fn take<'a>(whole: &Released, rest: &[&'a Released], taken: &mut Vec<&'a Released>, found: &mut Vec<Difference>) {
    let sum = |cells: &[&Released]| cells.iter().map(|cell| cell.n).sum::<u64>();
    let left = whole.n.abs_diff(sum(taken));
    if !taken.is_empty() && (1..FEWEST).contains(&left) {
        let parts = taken.iter().map(|part| part.definition.clone()).collect();
        found.push(Difference { whole: whole.definition.clone(), parts, left });
    }
    for (place, part) in rest.iter().enumerate() {
        if sum(taken) + sum(&rest[place..]) + FEWEST <= whole.n {
            return;
        }
        let apart = |cell: &&&Released| cell.definition.is_apart_from(&part.definition);
        let beside: Vec<&Released> = rest[place + 1..].iter().filter(apart).copied().collect();
        taken.push(part);
        take(whole, &beside, taken, found);
        taken.pop();
    }
}
