//! What is told of the complaints of each organisation, beside what is told of the whole office.
//!
//! Each organisation's numbers make trees, as the office's do, and `withhold.rs` decides over them alone. But organisations add
//! up to the office in every cell: that is a grid, in which passing bounds on does not find all that follows. So it is turned
//! around: a count below ten is safe where five numbers for it are shown to be possible, each by a whole world in which all that
//! is told is true. Worlds are looked for from the true one on, by a complaint more or fewer at a time; what is not found that way
//! counts as not there. The office's numbers never give way: where a count is not safe, the same cell is withheld of every
//! organisation, and at last its whole tree.

use std::collections::BTreeMap;
use std::iter::once;

use super::cell::{BREAKDOWNS, Cell};
use super::numbers::Numbers;
use super::withhold::{APART, Bounds, Told, told, untold};

/// Where the office stands among the rows, before its organisations.
const OFFICE: usize = 0;

/// What is told of every cell of each organisation.
pub(super) fn by_organisation(
    office: &Numbers,
    organisations: &BTreeMap<String, Numbers>,
) -> BTreeMap<String, BTreeMap<Cell, Told>> {
    let row = |numbers| Row { numbers, told: told(numbers) };
    let mut grid = Grid { rows: once(office).chain(organisations.values()).map(row).collect() };
    for root in Cell::ALL.iter().copied().filter(|cell| cell.breakdown().is_none()) {
        let branches = branches(root);
        while let Some(cell) = grid.told_too_well(root, &branches)
            && grid.give_way(cell)
        {}
    }
    organisations.keys().cloned().zip(grid.rows.into_iter().skip(1).map(|row| row.told)).collect()
}

/// In which cells one complaint can be that is in this one, of it and its parts: one part of each breakdown.
fn branches(cell: Cell) -> Vec<Vec<Cell>> {
    let mut branches = vec![vec![cell]];
    for breakdown in BREAKDOWNS.iter().filter(|breakdown| breakdown.whole == cell) {
        let mut longer = Vec::new();
        for part in breakdown.parts.iter().flat_map(|part| self::branches(*part)) {
            longer.extend(branches.iter().map(|branch| [branch.as_slice(), part.as_slice()].concat()));
        }
        branches = longer;
    }
    branches
}

fn with_parts(cell: Cell) -> impl Iterator<Item = Cell> {
    once(cell).chain(cell.below())
}

/// The office or an organisation.
struct Row<'a> {
    numbers: &'a Numbers,
    told: BTreeMap<Cell, Told>,
}

impl Row<'_> {
    fn told(&self, cell: Cell) -> Told {
        self.told.get(&cell).copied().unwrap_or(Told::Withheld)
    }

    fn is_told(&self, cell: Cell) -> bool {
        self.told(cell).count().is_some()
    }

    /// What a reader knows of a cell by itself.
    fn says(&self, cell: Cell) -> Bounds {
        let is_bare = |parts: &[Cell]| !parts.iter().any(|part| self.is_told(*part));
        self.told(cell).says(cell.breakdown().is_some_and(|breakdown| is_bare(breakdown.parts)))
    }
}

struct Grid<'a> {
    rows: Vec<Row<'a>>,
}

impl Grid<'_> {
    /// A cell of this tree in which a small count has fewer than five numbers that are shown to be possible.
    fn told_too_well(&self, root: Cell, branches: &[Vec<Cell>]) -> Option<Cell> {
        let known = |row: &Row<'_>| -> BTreeMap<Cell, (u64, Bounds)> {
            with_parts(root).map(|cell| (cell, (row.numbers.exact(cell), row.says(cell)))).collect()
        };
        let worlds = Worlds { known: self.rows.iter().map(known).collect(), branches };
        let is_narrow = |cell: Cell| {
            let mut rows = self.rows.iter().enumerate().filter(|(_, row)| row.numbers.is_small(cell));
            rows.any(|(row, _)| worlds.possible((row, cell)) <= APART)
        };
        with_parts(root).find(|cell| is_narrow(*cell))
    }

    /// Withholds more of every organisation, so that less is known of a cell: its breakdown, or, where nothing of that is told,
    /// that of its whole. Where there is no whole, nothing of the tree is told of any organisation, not even which numbers are
    /// small. Whether it has to be looked at again.
    fn give_way(&mut self, cell: Cell) -> bool {
        let Some(breakdown) = cell.breakdown() else {
            for row in self.rows.iter_mut().skip(1) {
                row.told.extend(with_parts(cell).map(|cell| (cell, Told::Withheld)));
            }
            return false;
        };
        let parts = || breakdown.parts.iter().copied();
        if !self.rows.iter().skip(1).any(|row| parts().any(|part| row.is_told(part))) {
            return self.give_way(breakdown.whole);
        }
        for row in self.rows.iter_mut().skip(1) {
            let numbers = row.numbers;
            row.told.extend(parts().flat_map(with_parts).map(|part| (part, untold(numbers, part))));
        }
        true
    }
}

/// A row, and a cell of it.
type Place = (usize, Cell);

/// By how much a world differs from the true one.
type World = BTreeMap<Place, i64>;

/// In which organisation there are more or fewer complaints, in which cells, and how many.
type Move<'a> = (usize, &'a [Cell], i64);

/// All worlds in which what is told is true.
struct Worlds<'a> {
    /// Of each row: the count of each cell, and what is known of it by itself.
    known: Vec<BTreeMap<Cell, (u64, Bounds)>>,
    branches: &'a [Vec<Cell>],
}

impl Worlds<'_> {
    /// How many numbers are possible in a place; not more than are enough.
    fn possible(&self, place: Place) -> u64 {
        let mut found = 1;
        for by in [1, -1] {
            let mut world = World::new();
            while found <= APART
                && let Some(next) = self.step(&world, place, by)
            {
                world = next;
                found += 1;
            }
        }
        found
    }

    /// Whether all that is told is true in a world.
    fn allows(&self, world: &World) -> bool {
        world.iter().all(|((row, cell), by)| {
            let known = self.known.get(*row).and_then(|row| row.get(cell));
            let is_within = |n: u64, Bounds(least, most): Bounds| (least..=most).contains(&n);
            known.is_some_and(|(n, bounds)| n.checked_add_signed(*by).is_some_and(|n| is_within(n, *bounds)))
        })
    }

    /// A world that has one complaint more, or one fewer, in this place. The office has what its organisations have.
    fn step(&self, world: &World, (row, cell): Place, by: i64) -> Option<World> {
        let here = world.get(&(row, cell)).copied().unwrap_or(0) + by;
        if !self.allows(&World::from([((row, cell), here)])) {
            return None;
        }
        let own = |one: usize| row == OFFICE || one == row;
        let organisations = || OFFICE + 1..self.known.len();
        let next = |moves: &[Move<'_>]| Some(after(world, moves)).filter(|next| self.allows(next));
        for branch in self.branches.iter().map(Vec::as_slice).filter(|branch| branch.contains(&cell)) {
            for one in organisations().filter(|one| own(*one)) {
                let first = (one, branch, by);
                let alone = next(&[first]);
                let mut others = organisations().filter(|other| !own(*other));
                let moved = alone.or_else(|| others.find_map(|other| next(&[first, (other, branch, -by)])));
                if moved.is_some() {
                    return moved;
                }
                for instead in self.branches.iter().map(Vec::as_slice).filter(|other| is_beside(other, branch, cell)) {
                    let within = [first, (one, instead, -by)];
                    let alone = next(&within);
                    let mut others = organisations().filter(|other| !own(*other));
                    let swapped =
                        |other: usize| [within.as_slice(), &[(other, branch, -by), (other, instead, by)]].concat();
                    let moved = alone.or_else(|| others.find_map(|other| next(&swapped(other))));
                    if moved.is_some() {
                        return moved;
                    }
                }
            }
        }
        None
    }
}

/// Whether a branch is the other one but for a cell and its parts, in place of which it has another.
fn is_beside(branch: &[Cell], other: &[Cell], cell: Cell) -> bool {
    let is_of_cell = |one: &Cell| one.with_wholes().any(|whole| whole == cell);
    !branch.contains(&cell) && other.iter().all(|one| branch.contains(one) || is_of_cell(one))
}

fn after(world: &World, moves: &[Move<'_>]) -> World {
    let mut after = world.clone();
    for (row, branch, by) in moves {
        for cell in *branch {
            for row in [OFFICE, *row] {
                *after.entry((row, *cell)).or_default() += by;
            }
        }
    }
    after
}
