//! What is told of answers beside the scores: the satisfaction index, whether people got what they needed, and trust by how satisfied
//! they were.

use feedback::Item;

use super::figure::Figure;
use super::ladder::Of;
use crate::results::disclosure::{Cell, CellKey, EVEN_DEVIATION, Shown, Tier, Whole, publishable};
use crate::results::editions::inputs::Cards;
use crate::results::inference::{Interval, wilson};
use crate::results::measures::{Counts, Method, Patterns, SatisfactionIndex, TrustByBand, real};

/// The answers to "did you get what you needed", each with its digit.
const ANSWERS: [(&str, u8); 3] = [("no", 1), ("partly", 3), ("yes", 5)];

/// The satisfaction index of those who rated all its items; nothing where nobody did.
pub(super) fn index(of: &Of<'_>, patterns: &Patterns, bare: &Figure) -> Option<Figure> {
    let index = SatisfactionIndex::of(patterns);
    let value = index.value()?;
    let figure = bare.of(Method::SATISFACTION_INDEX, Item::Overall, None);
    if !publishable(index.complete) {
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
/// Each number is to base 5 and nothing else is told of them, so each has five possible values whatever the others are.
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

/// The mean score of trust, by how satisfied the same people were; of bands in which somebody answered.
pub(super) fn trust(of: &Of<'_>, bare: &Figure) -> Vec<Figure> {
    let mut cells = TrustByBand::NAMES.map(|band| (band, Cell::default()));
    for cards in of.cards {
        let both = cards.answers.rating(Item::Overall).zip(cards.answers.rating(Item::Trust));
        let Some((band, trust)) = both.and_then(|(overall, trust)| Some((TrustByBand::band(overall)?, trust))) else {
            continue;
        };
        cells[band].1.add(trust, of.rounding.key(cards), cards.n);
    }
    let answered = cells.iter().filter(|(_, cell)| cell.counts.n() > 0);
    let figure = |(band, cell): &(&str, Cell)| {
        let figure = bare.of(Method::TRUST, Item::Trust, Some((*band).to_owned()));
        match Shown::of(cell) {
            Some(shown) => figure.showing(shown.n, shown.score, shown.range),
            None => figure,
        }
    };
    answered.map(figure).collect()
}
