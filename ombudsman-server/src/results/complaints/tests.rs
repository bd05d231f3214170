//! Complaints in cells, and cells as they are told: small tables that are worked by hand, and attacks on what is told.

mod attack;
mod bytes;
mod count;
mod grid;
mod grid_attack;

use std::collections::BTreeMap;

use super::cell::Cell;
use super::inputs::{Alike, Counted, Inputs, Kind};
use super::numbers::Numbers;
use super::withhold::{Told, told};
use super::{Built, Imprint};
use crate::results::editions::Quarter;
use crate::secrets::Secrets;

fn quarter(name: &str) -> Quarter {
    name.parse().expect("a quarter")
}

/// So many complaints in these cells, which waited so long.
fn alike(cells: &[Cell], days: Option<u32>, n: u64) -> Alike {
    let mut kind = Kind { days, ..Kind::default() };
    kind.add(cells.iter().copied());
    Alike { kind, n }
}

fn built(alike: Vec<Alike>) -> Built {
    built_of(&Inputs(Counted::OfTheOffice(alike)))
}

/// The complaints of organisations.
fn of_organisations(all: &[(&str, Vec<Alike>)]) -> Inputs {
    let n = |alike: &[Alike]| attack::exact(alike, Cell::Received);
    let received = all.iter().map(|(name, alike)| ((*name).to_owned(), n(alike))).collect();
    Inputs(Counted::ByOrganisation { all: all.iter().flat_map(|(_, alike)| alike.clone()).collect(), received })
}

fn built_of(inputs: &Inputs) -> Built {
    let imprint = Imprint { edition: "2026-Q3.1", quarter: quarter("2026-Q3"), code_version: "0.0.0" };
    Built::of(inputs, &imprint, &Secrets::for_testing()).expect("it can be written")
}

/// What is told where cells without parts have these counts, each told as this number.
fn told_of(cells: &[(Cell, u64, u64)]) -> BTreeMap<Cell, Told> {
    told(&numbers(cells))
}

fn numbers(cells: &[(Cell, u64, u64)]) -> Numbers {
    let (mut exact, mut rounded) = (BTreeMap::new(), BTreeMap::new());
    for (cell, n, shown) in cells {
        exact.insert(*cell, *n);
        rounded.insert(*cell, *shown);
    }
    Numbers::rounded_so(exact, rounded)
}

#[test]
fn a_count_below_ten_is_told_as_that_and_nobody_as_nobody() {
    let told =
        told_of(&[(Cell::ToAcknowledge, 62, 60), (Cell::AcknowledgedInTime, 57, 55), (Cell::AcknowledgedLate, 5, 5)]);
    assert_eq!(told[&Cell::ToAcknowledge], Told::Count(60));
    assert_eq!(told[&Cell::AcknowledgedInTime], Told::Count(55));
    assert_eq!(told[&Cell::AcknowledgedLate], Told::Few, "62 less 57, but a reader has 56 to 64 less 51 to 59");
    assert_eq!(told[&Cell::Unacknowledged], Told::Count(0));
}

#[test]
fn no_part_is_told_to_be_more_than_its_whole() {
    let told = told_of(&[(Cell::ToAcknowledge, 62, 60), (Cell::AcknowledgedInTime, 62, 65)]);
    assert_eq!(told[&Cell::AcknowledgedInTime], Told::Count(60));
}

/// 51, told as 55, are at least 51; three parts of 14, told as 10, are at most 42: the fourth would be known to be 9.
#[test]
fn what_follows_from_the_others_takes_them_along() {
    let told = told_of(&[
        (Cell::Ended, 51, 55),
        (Cell::Withdrawn, 14, 10),
        (Cell::Silent, 14, 10),
        (Cell::Together, 14, 10),
        (Cell::Removed, 9, 10),
    ]);
    assert_eq!(told[&Cell::Ended], Told::Count(55));
    for part in [Cell::Withdrawn, Cell::Silent, Cell::Together] {
        assert_eq!(told[&part], Told::Withheld, "{part:?}");
    }
    assert_eq!(told[&Cell::Removed], Told::Few);
}

/// Two parts below ten that make 18, told as 20, are 7 to 9 each: then not even the whole is told.
#[test]
fn a_whole_that_leaves_too_little_to_its_parts_is_withheld_with_them() {
    let told = told_of(&[(Cell::Reviewed, 18, 20), (Cell::ReviewChanged, 9, 10), (Cell::ReviewStood, 9, 10)]);
    assert_eq!(told[&Cell::Reviewed], Told::Withheld);
    assert_eq!([told[&Cell::ReviewChanged], told[&Cell::ReviewStood]], [Told::Few, Told::Few]);
}

#[test]
fn of_a_cell_that_is_not_told_no_part_is() {
    let told = told_of(&[(Cell::Right, 9, 10), (Cell::Upheld, 9, 10), (Cell::CauseSystem, 9, 10)]);
    for cell in [Cell::Right, Cell::Upheld, Cell::PartlyUpheld, Cell::CauseSystem, Cell::CauseData] {
        assert_eq!(told[&cell], Told::Few, "also nobody, or the rest would follow: {cell:?}");
    }
}
