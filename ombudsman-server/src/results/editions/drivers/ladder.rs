//! The ladder of a service: the mean score by how many drivers failed, as far as it may be told.

use std::collections::BTreeSet;

use feedback::Item;

use super::figure::Figure;
use crate::results::disclosure::{Band, Cell, Climbers, Definition, Dimension, Group, Released, Shown, bands, check};
use crate::results::editions::counted::definition;
use crate::results::editions::cube::Rounding;
use crate::results::editions::cut::Cut;
use crate::results::editions::inputs::Cards;
use crate::results::measures::{FAILED, LADDER_REFERENCE, Ladder, Method};

/// The number of an edition that is looked at alone.
pub(super) const ONLY: u32 = 1;

/// A service with its cards, and what else is told of it.
pub(super) struct Of<'a> {
    pub service: &'a str,
    pub cards: &'a [Cards<'a>],
    pub rounding: Rounding<'a>,
    /// Its cells of the overall item that the edition tells, by their limits.
    pub known: Vec<Released>,
    /// The smallest groups of its people.
    pub people: Vec<Group>,
}

/// The overall ratings of those in a band.
pub(in crate::results::editions) fn cell(cards: &[Cards<'_>], band: Band, rounding: Rounding<'_>) -> Cell {
    let mut cell = Cell::default();
    for cards in cards.iter().filter(|cards| Ladder::step(&cards.answers).is_some_and(|failed| band.has(failed))) {
        if let Some(rating) = cards.answers.rating(Item::Overall) {
            cell.add(rating, rounding.key(cards), cards.n);
        }
    }
    cell
}

/// Of whom a band counts the answers.
pub(in crate::results::editions) fn within(whole: Definition, band: Band) -> Definition {
    whole.only(Dimension::Failed, band.steps())
}

/// The figures, the fewest failed drivers first; one that says that nothing is told, where there is no ladder to tell of; none
/// where nobody rated everything.
pub(super) fn ladder(of: &Of<'_>, bare: &Figure) -> Vec<Figure> {
    let climbers = climbers(of.cards);
    let of_band = |band: Option<&Band>| bare.of(Method::LADDER, Item::Overall, band.map(ToString::to_string));
    if climbers.on_step.iter().all(|people| *people == 0) {
        return Vec::new();
    }
    let shown = |band: Band| Shown::of(&cell(of.cards, band, of.rounding));
    let bands = bands(&climbers, |band| shown(band).is_some());
    let refused = refused(of, &bands);
    if bands.len() < refused.len() + 2 || of.known.is_empty() {
        return vec![of_band(None)];
    }
    let figure = |band: &Band| {
        let reference = if band.from == band.to { LADDER_REFERENCE[band.from] } else { None };
        let figure = Figure { reference: reference.map(u64::from), ..of_band(Some(band)) };
        match shown(*band).filter(|_| !refused.contains(band)) {
            Some(shown) => figure.showing(shown.n, shown.score, shown.range),
            None => figure,
        }
    };
    bands.iter().map(figure).collect()
}

/// The bands that these figures tell, as cells.
pub(super) fn told(of: &Of<'_>, ladder: &[Figure]) -> Vec<Released> {
    let told = ladder.iter().filter(|figure| figure.value.is_some());
    let bands = told.filter_map(|figure| figure.group.as_ref()?.parse::<Band>().ok());
    bands.map(|band| released(of, band)).collect()
}

fn released(of: &Of<'_>, band: Band) -> Released {
    let whole = definition(&Cut::whole_service(of.service), ONLY);
    Released { definition: within(whole, band), cell: cell(of.cards, band, of.rounding) }
}

fn climbers(cards: &[Cards<'_>]) -> Climbers {
    let mut climbers = Climbers::default();
    for cards in cards {
        let Some((step, drivers)) = Ladder::step(&cards.answers).zip(cards.answers.drivers()) else { continue };
        climbers.on_step[step] += cards.n;
        for (failed, rating) in climbers.failed_by.iter_mut().zip(drivers) {
            *failed += if rating <= FAILED { cards.n } else { 0 };
        }
    }
    climbers
}

/// The bands that would tell of fewer than ten people, with one another and what else is told of the service.
fn refused(of: &Of<'_>, bands: &[Band]) -> BTreeSet<Band> {
    let mut refused = BTreeSet::new();
    loop {
        let told = bands.iter().filter(|band| !refused.contains(*band));
        let told: Vec<(Band, Released)> = told.map(|band| (*band, released(of, *band))).collect();
        let new: Vec<Released> = told.iter().map(|(_, released)| released.clone()).collect();
        let Err(refusals) = check(&new, &of.known, &of.people) else { return refused };
        let is_refused = |released: &Released| refusals.iter().any(|one| one.definition == released.definition);
        refused.extend(told.iter().filter(|(_, released)| is_refused(released)).map(|(band, _)| *band));
    }
}
