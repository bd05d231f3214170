//! Somebody who knows the rules tries every number for what is not told, off the published figures alone. It is not how the
//! program looks at it: it asks of each number whether all that is published can be true with it.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use proptest::prelude::*;

use super::{Alike, Cell, alike, built};
use crate::results::complaints::Document;
use crate::results::complaints::cell::BREAKDOWNS;

type Range = RangeInclusive<u64>;

/// What a figure says of its cell by itself; `numbers` are those of all cells.
fn alone(numbers: &BTreeMap<Cell, (Option<u64>, String)>, cell: Cell) -> Range {
    let is_told = |cell: &Cell| numbers[cell].0.is_some();
    match (&numbers[&cell].0, numbers[&cell].1.as_str()) {
        (Some(0), _) => 0..=0,
        (Some(n), _) => 10_u64.max(n - 4)..=n + 4,
        (None, "fewer-than-10") => {
            let others = BREAKDOWNS.iter().find(|breakdown| breakdown.parts.contains(&cell));
            let is_bare = others.is_some_and(|others| !others.parts.iter().any(is_told));
            u64::from(!is_bare)..=9
        }
        _ => 10..=u64::from(u32::MAX),
    }
}

/// What a cell can be, seen from below; nothing where that cannot be.
fn from_below(own: &BTreeMap<Cell, Range>, cell: Cell) -> Option<Range> {
    let mut range = own[&cell].clone();
    for breakdown in BREAKDOWNS.iter().filter(|breakdown| breakdown.whole == cell) {
        let (mut least, mut most) = (0, 0);
        for part in breakdown.parts {
            let part = from_below(own, *part)?;
            (least, most) = (least + part.start(), most + part.end());
        }
        range = *range.start().max(&least)..=*range.end().min(&most);
    }
    (!range.is_empty()).then_some(range)
}

/// Every number that a cell can have, of those up to ten.
fn possible(document: &Document, cell: Cell) -> Vec<u64> {
    let counts = document.figures.iter().filter(|figure| figure.method_id == "complaints");
    let numbers: BTreeMap<Cell, _> =
        counts.map(|figure| (figure.cell, (figure.value, figure.status.clone()))).collect();
    let own: BTreeMap<Cell, Range> = Cell::ALL.iter().map(|cell| (*cell, alone(&numbers, *cell))).collect();
    let is_possible = |n: &u64| {
        let mut own = own.clone();
        own.insert(cell, *n..=*n);
        let roots = Cell::ALL.iter().filter(|cell| cell.breakdown().is_none());
        let mut roots = roots.map(|root| from_below(&own, *root));
        roots.all(|range| range.is_some())
    };
    (0..=10).filter(|n| alone(&numbers, cell).contains(n)).filter(is_possible).collect()
}

/// Ways in which complaints went.
pub(super) fn way() -> impl Strategy<Value = Alike> {
    let taken_up = [Cell::AcknowledgedInTime, Cell::AcknowledgedLate];
    let end: Vec<Vec<Cell>> = vec![
        vec![Cell::Unanswered],
        vec![Cell::AnsweredInTime, Cell::Settled],
        vec![Cell::AnsweredLate, Cell::ForAll],
        vec![Cell::AnsweredLate, Cell::Otherwise],
        vec![Cell::AnsweredInTime, Cell::Court],
        vec![Cell::AnsweredInTime, Cell::Appeal],
        vec![Cell::AnsweredLate, Cell::NoFinding],
        vec![Cell::AnsweredLate, Cell::NotUpheld, Cell::ReviewChanged],
        vec![Cell::AnsweredInTime, Cell::Upheld, Cell::CauseSystem, Cell::ReviewStood],
        vec![Cell::AnsweredLate, Cell::PartlyUpheld, Cell::CauseData, Cell::PutRightLate],
        vec![Cell::AnsweredInTime, Cell::Upheld, Cell::CausePolicy, Cell::PutRightInTime],
        vec![Cell::Withdrawn],
        vec![Cell::Silent],
        vec![Cell::Together],
        vec![Cell::Removed, Cell::Unacknowledged],
    ];
    let n = prop_oneof![3 => 1_u64..10, 2 => 10_u64..30, 1 => 30_u64..90];
    (prop::sample::select(taken_up.to_vec()), prop::sample::select(end), n).prop_map(|(taken_up, end, n)| {
        let is_taken_up = !end.contains(&Cell::Unacknowledged);
        let cells: Vec<Cell> = is_taken_up.then_some(taken_up).into_iter().chain(end).collect();
        alike(&cells, None, n)
    })
}

/// How many complaints are in a cell.
pub(super) fn exact(ways: &[Alike], cell: Cell) -> u64 {
    ways.iter().filter(|way| way.kind.all_cells().any(|other| other == cell)).map(|way| way.n).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn no_count_below_ten_is_told_or_left_to_be_solved_for(ways in prop::collection::vec(way(), 1..16)) {
        let document = built(ways.clone()).document;
        for cell in Cell::ALL {
            let n = exact(&ways, *cell);
            let figures = || document.figures.iter().filter(|figure| figure.cell == *cell);
            if n > 0 && n < 10 {
                prop_assert!(figures().all(|figure| figure.value.is_none()), "{cell:?}");
                let possible = possible(&document, *cell);
                prop_assert!(possible.contains(&n), "{cell:?} is {n}, and not of {possible:?}");
                prop_assert!(possible.len() >= 5, "{cell:?} is one of {possible:?}");
            }
            let told = figures().find(|figure| figure.method_id == "complaints").and_then(|figure| figure.value);
            prop_assert!(told.is_none_or(|told| told.abs_diff(n) < 5 && told % 5 == 0), "{cell:?}: {told:?} for {n}");
        }
    }
}
