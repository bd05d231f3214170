//! What is told of answers beside the scores: the satisfaction index, and whether people got what they needed.

use feedback::Item;

use super::figure::Figure;
use super::ladder::Of;
use crate::results::disclosure::{Cell, CellKey, EVEN_DEVIATION, Tier, Whole, publishable};
use crate::results::editions::inputs::Cards;
use crate::results::inference::{Interval, wilson};
use crate::results::measures::{Counts, Method, Patterns, SatisfactionIndex, real};

/// The answers to "did you get what you needed", each with its digit.
const ANSWERS: [(&str, u8); 3] = [("no", 1), ("partly", 3), ("yes", 5)];

/// The satisfaction index of those who rated all its items, where the service is told of as a whole; nothing where nobody did.
pub(super) fn index(of: &Of<'_>, patterns: &Patterns, bare: &Figure) -> Option<Figure> {
    let index = SatisfactionIndex::of(patterns);
    let value = index.value()?;
    let figure = bare.of(Method::SATISFACTION_INDEX, Item::Overall, None);
    if !publishable(index.complete) || of.known.is_empty() {
        return Some(figure);
    }
    let mut key = CellKey::default();
    let complete =
        |cards: &&Cards<'_>| SatisfactionIndex::ITEMS.iter().all(|item| cards.answers.rating(*item).is_some());
    of.cards.iter().filter(complete).for_each(|cards| key.add(of.rounding.key(cards), cards.n));
    let (n, whole) = (key.round(index.complete), Whole::of(value, true));
    let (least, most) = whole.range();
    // As for few answers: it tells nothing of what they are.
    let half = 1.96 * EVEN_DEVIATION / real(n).sqrt();
    Some(figure.showing(n, whole, Interval { low: f64::from(least) - half, high: f64::from(most) + half }))
}

/// How many got what they needed, in part, or not, from a hundred answers on; nothing where nobody answered.
///
/// Each count can be worked out to base 5 and nothing else is told of them, so each has five possible values or more.
pub(super) fn achieved(of: &Of<'_>, bare: &Figure) -> Vec<Figure> {
    let mut cell = Cell::default();
    for cards in of.cards {
        if let Some(rating) = cards.answers.rating(Item::Achieved) {
            cell.add(rating, of.rounding.key(cards), cards.n);
        }
    }
    let figure = |answer: &str| bare.of(Method::ACHIEVED, Item::Achieved, Some(answer.to_owned()));
    match Tier::of(cell.counts.n()) {
        _ if cell.counts.n() == 0 => Vec::new(),
        Tier::Suppressed => ANSWERS.map(|(answer, _)| figure(answer)).to_vec(),
        Tier::Score | Tier::TopTwo => ANSWERS.map(|(answer, _)| figure(answer).because("below-100")).to_vec(),
        Tier::Distribution => {
            let rounded = cell.rounded();
            let share =
                |(answer, digit): (&str, u8)| share(figure(answer), rounded.0[usize::from(digit) - 1], &rounded);
            ANSWERS.map(share).to_vec()
        }
    }
}

/// A share of numbers that are told: it tells nothing more.
fn share(figure: Figure, part: u64, all: &Counts) -> Figure {
    let (part, n) = (real(part), all.n());
    let range = wilson(part, real(n));
    let range = Interval { low: 100.0 * range.low, high: 100.0 * range.high };
    figure.showing(n, Whole::of(100.0 * part / real(n), true), range)
}
