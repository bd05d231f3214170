//! The mean score of trust, by how satisfied the same people were. The bands of satisfaction are ratings of the service as a whole, of
//! which an edition tells as well: so they are told of a hundred people and more only, all of them or none, and without their numbers.

use feedback::Item;

use super::figure::Figure;
use super::ladder::{ONLY, Of};
use crate::results::disclosure::{Cell, Clues, Definition, Dimension, FEWEST, Released, Shown, Tier, check};
use crate::results::editions::counted::definition;
use crate::results::editions::cube::Rounding;
use crate::results::editions::cut::Cut;
use crate::results::editions::inputs::Cards;
use crate::results::measures::{Counts, Method, TrustByBand};

/// For each band, the dissatisfied first.
type Bands<T> = [T; TrustByBand::NAMES.len()];

/// The bands in which somebody answered both, as cells of their ratings of trust. `whole` is the service.
pub(in crate::results::editions) fn by_satisfaction(
    cards: &[Cards<'_>],
    whole: &Definition,
    rounding: Rounding<'_>,
) -> Vec<Released> {
    let bands = TrustByBand::NAMES.into_iter().zip(cells(cards, rounding));
    let answered = bands.filter(|(_, cell)| cell.counts.n() > 0);
    let released =
        |(band, cell): (&str, Cell)| Released { definition: whole.clone().only(Dimension::Trust, [band]), cell };
    answered.map(released).collect()
}

/// The figures: from a hundred people on of each band in which somebody answered, where all of these may be told; else none is, and it
/// is not said either in which of them nobody is. `ladder` are the bands of the ladder that are told.
pub(super) fn trust(of: &Of<'_>, ladder: &[Released], bare: &Figure) -> Vec<Figure> {
    let cells = cells(of.cards, of.rounding);
    let n: u64 = cells.iter().map(|cell| cell.counts.n()).sum();
    let figure = |band: &str| bare.of(Method::TRUST, Item::Trust, Some(band.to_owned()));
    let told = |(band, cell): (&str, Cell)| {
        let Shown { n, score, range, .. } = Shown::of(&cell)?;
        Some(Figure { n: None, ..figure(band).showing(n, score, range) })
    };
    match Tier::of(n) {
        _ if n == 0 => Vec::new(),
        Tier::Distribution if may_be_told(of, &cells, ladder) => {
            TrustByBand::NAMES.into_iter().zip(cells).filter_map(told).collect()
        }
        Tier::Score | Tier::TopTwo if !of.known.is_empty() => {
            TrustByBand::NAMES.map(|band| figure(band).because("below-100")).to_vec()
        }
        _ => TrustByBand::NAMES.map(figure).to_vec(),
    }
}

fn cells(cards: &[Cards<'_>], rounding: Rounding<'_>) -> Bands<Cell> {
    let mut cells = Bands::<Cell>::default();
    for cards in cards {
        let place = TrustByBand::of_both(&cards.answers);
        if let Some((place, trust)) = place.zip(cards.answers.rating(Item::Trust)) {
            cells[place].add(trust, rounding.key(cards), cards.n);
        }
    }
    cells
}

/// Whether the bands may be told, beside one another, the ladder, and what is told of the service.
fn may_be_told(of: &Of<'_>, cells: &Bands<Cell>, ladder: &[Released]) -> bool {
    let whole = definition(&Cut::whole_service(of.service), ONLY);
    let Some(overall) = of.known.iter().find(|known| known.definition == whole) else { return false };
    let known: Vec<Released> = of.known.iter().chain(ladder).cloned().collect();
    let bands = by_satisfaction(of.cards, &whole, of.rounding);
    check(&bands, &known, &of.people).is_ok() && is_vague(&overall.cell, cells)
}

/// Whether no overall rating follows where a reader knows each band to base 5, as its range lets them guess, and whether everyone of
/// the service is in a band.
fn is_vague(overall: &Cell, bands: &Bands<Cell>) -> bool {
    let Some(shown) = Shown::of(overall) else { return false };
    let is_everyone = overall.counts.n() == bands.iter().map(|band| band.counts.n()).sum::<u64>();
    let told = bands.map(|band| Shown::of(&band).map_or(0, |shown| shown.n));
    Clues::of(&shown).are_safe_with(|counts| {
        std::iter::zip(by_band(counts), told).all(|(n, told)| match told {
            0 => n == 0 || !is_everyone,
            _ => n >= FEWEST.max(told.saturating_sub(4)) && (n <= told.saturating_add(4) || !is_everyone),
        })
    })
}

/// How many gave the overall ratings of each band.
fn by_band(overall: &Counts) -> Bands<u64> {
    let mut bands = Bands::<u64>::default();
    for (rating, n) in (1_u8..).zip(overall.0) {
        if let Some(place) = TrustByBand::band(rating) {
            bands[place] += n;
        }
    }
    bands
}
