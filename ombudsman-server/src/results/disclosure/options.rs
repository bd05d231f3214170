//! The distribution: each count to base 5; of a small population, where colleagues know each other, small counts are hidden,
//! and one that would follow from the rest with them (as the GP Patient Survey of England does for practices of up to 1,000).

use super::Cell;
use crate::results::measures::{Counts, real};

/// Populations up to this are small.
const SMALL: u64 = 1_000;
/// Counts below this are hidden in a small population.
const HIDDEN_BELOW: u64 = 5;

/// What is shown of one rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OptionShown {
    /// How many gave it, to base 5.
    Count(u64),
    /// Not how many.
    Hidden,
    /// That more than 95 of a hundred gave it, and nothing of the others.
    Over95,
}

/// Whether so few people could answer that small counts are hidden. A service that is open to all has no such number.
#[must_use]
pub fn is_small(eligible: Option<u64>) -> bool {
    eligible.is_some_and(|eligible| eligible <= SMALL)
}

/// What is shown of each rating of a cell with a hundred answers or more.
pub(super) fn options_shown(cell: &Cell) -> [OptionShown; 5] {
    let rounded = cell.rounded();
    if is_small(cell.eligible) { shown_of_few(&cell.counts, rounded) } else { rounded.0.map(OptionShown::Count) }
}

/// What is shown of each rating of a small population: the exact counts say what is hidden, the rounded ones are shown.
pub(super) fn shown_of_few(exact: &Counts, rounded: Counts) -> [OptionShown; 5] {
    if let Some(most) = exact.0.iter().position(|count| 100.0 * real(*count) > 95.0 * real(exact.n())) {
        let mut shown = [OptionShown::Hidden; 5];
        shown[most] = OptionShown::Over95;
        return shown;
    }
    let mut is_hidden = exact.0.map(|count| (1..HIDDEN_BELOW).contains(&count));
    loop {
        let hidden = || exact.0.iter().zip(is_hidden).filter(|(_, is_hidden)| *is_hidden).map(|(count, _)| *count);
        let is_enough = hidden().count() != 1 && (hidden().count() == 0 || hidden().sum::<u64>() >= HIDDEN_BELOW);
        let next = (0..5).filter(|rating| !is_hidden[*rating] && exact.0[*rating] > 0).min_by_key(|r| exact.0[*r]);
        match next {
            Some(next) if !is_enough => is_hidden[next] = true,
            _ => break,
        }
    }
    let shown = |rating: usize| {
        if is_hidden[rating] { OptionShown::Hidden } else { OptionShown::Count(rounded.0[rating]) }
    };
    std::array::from_fn(shown)
}
