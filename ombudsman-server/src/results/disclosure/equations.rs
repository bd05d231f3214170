//! Published cells as equations: each is the sum of its groups. Equations can be added to and taken from one another; solved
//! as far as they go, they say everything that follows from the cells together.
//!
//! Numbers are counted modulo a large prime, so that they can be divided and never grow: what is small comes out exactly.

use std::collections::BTreeMap;

/// 2^61 − 1.
const PRIME: u64 = (1 << 61) - 1;

/// What an equation speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Term {
    /// A group.
    Group(usize),
    /// A cell from which it follows.
    Cell(usize),
    /// How many people are in it.
    People,
}

/// How often it has each term; never 0 times.
pub(super) type Equation = BTreeMap<Term, u64>;

/// Equations, each by its first group, which is in no other.
#[derive(Debug, Default)]
pub(super) struct Equations(BTreeMap<usize, Equation>);

impl Equations {
    /// Adds an equation. What is left of it if it says nothing new about groups: it then has none.
    pub(super) fn add(&mut self, mut new: Equation) -> Option<Equation> {
        let known: Vec<(usize, u64)> = groups(&new).filter(|(group, _)| self.0.contains_key(group)).collect();
        for (group, times) in known {
            subtract(&mut new, times, &self.0[&group]);
        }
        let Some((first, times)) = groups(&new).next() else { return Some(new) };
        let one_of = inverse(times);
        for value in new.values_mut() {
            *value = product(*value, one_of);
        }
        for equation in self.0.values_mut() {
            if let Some(times) = equation.get(&Term::Group(first)).copied() {
                subtract(equation, times, &new);
            }
        }
        self.0.insert(first, new);
        None
    }

    /// Those that speak of groups from this one on only, each with its first.
    pub(super) fn from(&self, group: usize) -> impl Iterator<Item = (usize, &Equation)> {
        self.0.range(group..).map(|(first, equation)| (*first, equation))
    }
}

/// The groups of an equation, with how often it has each.
pub(super) fn groups(equation: &Equation) -> impl Iterator<Item = (usize, u64)> {
    equation.iter().map_while(|(term, times)| match term {
        Term::Group(group) => Some((*group, *times)),
        Term::Cell(_) | Term::People => None,
    })
}

/// The distance of a number from nothing, whether it is more or less.
pub(super) fn distance(number: u64) -> u64 {
    number.min(PRIME - number)
}

/// Adds another equation.
pub(super) fn and(mut equation: Equation, other: &Equation) -> Equation {
    subtract(&mut equation, PRIME - 1, other);
    equation
}

fn subtract(equation: &mut Equation, times: u64, other: &Equation) {
    for (term, value) in other {
        let left = equation.remove(term).unwrap_or(0) + PRIME - product(times, *value);
        if !left.is_multiple_of(PRIME) {
            equation.insert(*term, left % PRIME);
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "what is left over by a prime below 2^61 fits")]
fn product(a: u64, b: u64) -> u64 {
    (u128::from(a) * u128::from(b) % u128::from(PRIME)) as u64
}

/// What a number must be taken times to give 1: its power of the prime less two (Fermat).
fn inverse(number: u64) -> u64 {
    (0..61).rev().fold(1, |power, bit| {
        let square = product(power, power);
        if (PRIME - 2) >> bit & 1 == 1 { product(square, number) } else { square }
    })
}
