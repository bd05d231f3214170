//! What is told of each cell. A count below ten is not, and what follows about it from the others is looked at as a reader
//! would: where too few numbers are left for it, more is withheld.
//!
//! A reader knows the rules. A number that is told is at most 4 from the count. What is told to be fewer than ten is 1 to 9, or
//! 0 to 9 where the whole breakdown is withheld; they are taken to know of everything else that is withheld that it is ten and
//! more. The breakdowns make trees, so that bounds that are passed on from whole to part and back give all that follows.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::{BREAKDOWNS, Breakdown, Cell};
use super::numbers::Numbers;
use crate::results::disclosure::{FEWEST, publishable};

/// How far the ends of what a small count can be are apart, at least: five numbers, all equally possible.
const APART: u64 = 4;

/// How far a number that is told is from the count, at most.
const OFF: u64 = 4;

/// What is told of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Nobody, or a number to base 5.
    Count(u64),
    /// That it is fewer than ten.
    Few,
    /// Nothing.
    Withheld,
}

impl Told {
    /// What a reader knows from it alone; `may_be_nobody` where nothing of its breakdown is told.
    fn says(self, may_be_nobody: bool) -> Bounds {
        match self {
            Self::Count(0) => Bounds(0, 0),
            Self::Count(count) => Bounds(FEWEST.max(count.saturating_sub(OFF)), count + OFF),
            Self::Withheld => Bounds(FEWEST, u64::MAX),
            Self::Few => Bounds(u64::from(!may_be_nobody), FEWEST - 1),
        }
    }

    /// The number.
    pub(super) const fn count(self) -> Option<u64> {
        match self {
            Self::Count(count) => Some(count),
            Self::Few | Self::Withheld => None,
        }
    }
}

/// What is told of every cell.
pub(super) fn told(numbers: &Numbers) -> BTreeMap<Cell, Told> {
    let mut withheld = Withheld { numbers, cells: BTreeSet::new() };
    for cell in Cell::ALL.iter().filter(|cell| withheld.is_small(**cell)).copied().collect::<Vec<_>>() {
        withheld.hide(cell);
    }
    while let Some(cell) = withheld.told_too_well()
        && withheld.give_way(cell)
    {}
    Cell::ALL.iter().map(|cell| (*cell, withheld.told(*cell))).collect()
}

struct Withheld<'a> {
    numbers: &'a Numbers,
    cells: BTreeSet<Cell>,
}

/// The least and the most that a count can be.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Bounds(u64, u64);

impl Withheld<'_> {
    fn is_small(&self, cell: Cell) -> bool {
        self.numbers.is_small(cell)
    }

    /// Withholds a cell, and so every part of it.
    fn hide(&mut self, cell: Cell) {
        self.cells.insert(cell);
        self.cells.extend(cell.below());
    }

    fn told(&self, cell: Cell) -> Told {
        if self.cells.contains(&cell) { untold(self.numbers, cell) } else { Told::Count(self.numbers.rounded(cell)) }
    }

    fn is_all_hidden(&self, breakdown: &Breakdown) -> bool {
        breakdown.parts.iter().all(|part| self.cells.contains(part))
    }

    /// A small count of which too much is known.
    fn told_too_well(&self) -> Option<Cell> {
        let bounds = self.bounds();
        let is_narrow =
            |cell: &Cell| bounds.get(cell).is_some_and(|Bounds(least, most)| most - least.min(most) < APART);
        self.cells.iter().copied().filter(|cell| self.is_small(*cell)).find(is_narrow)
    }

    /// Withholds more, so that less is known of a cell: the rest of its breakdown, then its whole, then what tells of that.
    /// Whether there was something left to withhold.
    fn give_way(&mut self, cell: Cell) -> bool {
        let Some(breakdown) = cell.breakdown() else { return false };
        if !self.is_all_hidden(breakdown) {
            for part in breakdown.parts {
                self.hide(*part);
            }
            true
        } else if self.cells.contains(&breakdown.whole) {
            self.give_way(breakdown.whole)
        } else {
            self.hide(breakdown.whole);
            true
        }
    }

    /// What a reader can conclude about each cell.
    fn bounds(&self) -> BTreeMap<Cell, Bounds> {
        let mut bounds: BTreeMap<Cell, Bounds> = Cell::ALL.iter().map(|cell| (*cell, self.alone(*cell))).collect();
        loop {
            let before = bounds.clone();
            for breakdown in &BREAKDOWNS {
                pass_on(breakdown, &mut bounds);
            }
            if bounds == before {
                return bounds;
            }
        }
    }

    /// What is known of a cell by itself.
    fn alone(&self, cell: Cell) -> Bounds {
        self.told(cell).says(cell.breakdown().is_some_and(|breakdown| self.is_all_hidden(breakdown)))
    }
}

/// What is told of a cell whose number is not.
fn untold(numbers: &Numbers, cell: Cell) -> Told {
    if publishable(numbers.exact(cell)) { Told::Withheld } else { Told::Few }
}

/// The whole is the sum of its parts.
fn pass_on(breakdown: &Breakdown, bounds: &mut BTreeMap<Cell, Bounds>) {
    let of = |bounds: &BTreeMap<Cell, Bounds>, cell: Cell| bounds.get(&cell).copied().unwrap_or(Bounds(0, u64::MAX));
    let others = |bounds: &BTreeMap<Cell, Bounds>, without: Option<Cell>| {
        let parts = breakdown.parts.iter().filter(|part| Some(**part) != without);
        parts.map(|part| of(bounds, *part)).fold(Bounds(0, 0), |Bounds(least, most), one| {
            Bounds(least.saturating_add(one.0), most.saturating_add(one.1))
        })
    };
    let (whole, sum) = (of(bounds, breakdown.whole), others(bounds, None));
    let whole = Bounds(whole.0.max(sum.0), whole.1.min(sum.1));
    bounds.insert(breakdown.whole, whole);
    for part in breakdown.parts {
        let (own, rest) = (of(bounds, *part), others(bounds, Some(*part)));
        let most = if rest.0 <= whole.1 { own.1.min(whole.1 - rest.0) } else { own.1 };
        bounds.insert(*part, Bounds(own.0.max(whole.0.saturating_sub(rest.1)), most));
    }
}
