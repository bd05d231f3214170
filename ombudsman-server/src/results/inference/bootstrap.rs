//! The bootstrap on patterns: as many cards are drawn, with replacement, from those that there are. Cards with the same
//! answers are alike, so drawing from patterns is drawing from cards. Seeded and portable: anybody with the patterns and
//! the seed gets the same interval, on every machine.

use rand_pcg::Pcg64;
use rand_pcg::rand_core::{Rng, SeedableRng};

use super::Interval;
use crate::results::measures::{Answers, Patterns};

/// An interval by the bootstrap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bootstrap {
    /// The 2.5th to the 97.5th hundredth of what was drawn.
    pub interval: Interval,
    /// The seed, which is kept with the figure.
    pub seed: u64,
    /// How many drawings gave a figure.
    pub drawings: usize,
}

/// The 95 % interval of any figure of patterns, from `drawings` drawings. `None` where there are no cards, or fewer than
/// nine in ten drawings give a figure: then it hangs on a few cards.
#[must_use]
pub fn bootstrap(
    patterns: &Patterns,
    seed: u64,
    drawings: usize,
    figure: impl Fn(&Patterns) -> Option<f64>,
) -> Option<Bootstrap> {
    let mut chance = Pcg64::seed_from_u64(seed);
    let (mut ends, mut n): (Vec<(u64, Answers)>, u64) = (Vec::new(), 0);
    for (answers, count) in patterns.iter().filter(|(_, count)| *count > 0) {
        n = n.checked_add(count)?;
        ends.push((n, *answers));
    }
    let mut figures: Vec<f64> = (0..drawings).filter_map(|_| figure(&drawn(&ends, n, &mut chance))).collect();
    if ends.is_empty() || figures.is_empty() || 10 * figures.len() < 9 * drawings {
        return None;
    }
    figures.sort_by(f64::total_cmp);
    let at = |thousandth: usize| figures[(figures.len() - 1) * thousandth / 1_000];
    Some(Bootstrap { interval: Interval { low: at(25), high: at(975) }, seed, drawings: figures.len() })
}

/// As many cards again; `ends` is how many cards there are up to and with each pattern.
fn drawn(ends: &[(u64, Answers)], n: u64, chance: &mut Pcg64) -> Patterns {
    let mut counts = vec![0_u64; ends.len()];
    for _ in 0..n {
        // The upper half of the product of 64 bits and n: below n, and evenly so but for one part in 2^64 / n.
        let card = (u128::from(chance.next_u64()) * u128::from(n)) >> 64;
        counts[ends.partition_point(|(end, _)| u128::from(*end) <= card)] += 1;
    }
    let mut patterns = Patterns::default();
    ends.iter().zip(counts).for_each(|((_, answers), count)| patterns.add(*answers, count));
    patterns
}
