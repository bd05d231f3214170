//! The distribution of a small population, where colleagues know each other: small counts are hidden, and one that would
//! follow from the rest with them (as the GP Patient Survey of England does for practices of up to 1,000).

use super::Tier;
use crate::results::measures::{Counts, real};

/// Populations up to this are small.
const SMALL: u64 = 1_000;
/// Counts below this are hidden in a small population.
const HIDDEN_BELOW: u64 = 5;

/// What is shown of one rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OptionShown {
    /// How many gave it.
    Count(u64),
    /// Not how many.
    Hidden,
    /// That more than 95 of a hundred gave it, and nothing of the others.
    Over95,
}

/// What may be shown of each rating where so many people could answer; nothing below 100 answers. `counts` are those that
/// are shown where more than 1,000 could.
#[must_use]
pub fn options_shown(counts: &Counts, eligible: u64) -> Option<[OptionShown; 5]> {
    let n = counts.n();
    if Tier::of(n) < Tier::Distribution {
        return None;
    }
    if eligible > SMALL {
        return Some(counts.0.map(OptionShown::Count));
    }
    if let Some(most) = counts.0.iter().position(|count| 100.0 * real(*count) > 95.0 * real(n)) {
        let mut shown = [OptionShown::Hidden; 5];
        shown[most] = OptionShown::Over95;
        return Some(shown);
    }
    let mut is_hidden = counts.0.map(|count| (1..HIDDEN_BELOW).contains(&count));
    loop {
        let hidden = || counts.0.iter().zip(is_hidden).filter(|(_, is_hidden)| *is_hidden).map(|(count, _)| *count);
        let is_enough = hidden().count() != 1 && (hidden().count() == 0 || hidden().sum::<u64>() >= HIDDEN_BELOW);
        let next = (0..5).filter(|rating| !is_hidden[*rating] && counts.0[*rating] > 0).min_by_key(|r| counts.0[*r]);
        match next {
            Some(next) if !is_enough => is_hidden[next] = true,
            _ => break,
        }
    }
    let shown = |rating: usize| {
        if is_hidden[rating] { OptionShown::Hidden } else { OptionShown::Count(counts.0[rating]) }
    };
    Some(std::array::from_fn(shown))
}
