//! Somebody who knows the rules holds organisations against the office and against one another, off the published figures alone.
//! It is not how the program looks at it: it shows worlds that are possible, and here bounds are passed on, from whole to part and
//! from the office to its organisations and back, until nothing changes. What follows so is all that a count may be narrowed by.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::attack::{exact, way};
use super::{Alike, Cell, built_of, of_organisations};
use crate::results::complaints::Document;
use crate::results::complaints::cell::BREAKDOWNS;
use crate::results::complaints::figure::{ALL, Figure};

const NAMES: [&str; 5] = ["a", "b", "c", "d", "e"];
const MOST: i64 = 1_000_000;

type Place = (String, Cell);

/// The least and the most of every number.
type Known = BTreeMap<Place, (i64, i64)>;

/// What each figure says by itself.
fn alone(document: &Document, names: &[&str]) -> Known {
    let counts = document.figures.iter().filter(|figure| figure.method_id == "complaints");
    let of = |figure: &Figure| figure.organisation.clone().expect("an organisation, or all");
    let told: BTreeMap<Place, (Option<u64>, &str)> =
        counts.map(|figure| ((of(figure), figure.cell), (figure.value, figure.status.as_str()))).collect();
    let told = &told;
    let root = |cell: Cell| cell.with_wholes().last().expect("itself");
    let is_silent = |of: Cell| {
        let tree = Cell::ALL.iter().filter(|cell| root(**cell) == root(of));
        let mut all = tree.flat_map(|cell| names.iter().map(move |name| told[&((*name).to_owned(), *cell)].1));
        all.all(|status| status == "suppressed")
    };
    let says = |name: &str, cell: Cell| {
        let is_told = |cell: &Cell| told[&(name.to_owned(), *cell)].0.is_some();
        let bare = || cell.breakdown().is_some_and(|breakdown| !breakdown.parts.iter().any(is_told));
        match told[&(name.to_owned(), cell)] {
            (Some(0), _) => (0, 0),
            (Some(n), _) => (10_i64.max(n.cast_signed() - 4), n.cast_signed() + 4),
            (None, "fewer-than-10") => (i64::from(!bare()), 9),
            _ if name != ALL && is_silent(cell) => (0, MOST),
            _ => (10, MOST),
        }
    };
    let rows = || std::iter::once(ALL).chain(names.iter().copied());
    let places = rows().flat_map(|name| Cell::ALL.iter().map(move |cell| (name, *cell)));
    places.map(|(name, cell)| ((name.to_owned(), cell), says(name, cell))).collect()
}

/// Every whole with its parts: of the breakdowns, and the office with its organisations.
fn equations(names: &[&str]) -> Vec<(Place, Vec<Place>)> {
    let mut equations = Vec::new();
    for name in std::iter::once(&ALL).chain(names) {
        let place = |cell: Cell| ((*name).to_owned(), cell);
        let parts = |parts: &[Cell]| -> Vec<Place> { parts.iter().map(|part| place(*part)).collect() };
        equations.extend(BREAKDOWNS.iter().map(|breakdown| (place(breakdown.whole), parts(breakdown.parts))));
    }
    for cell in Cell::ALL {
        let organisations = names.iter().map(|name| ((*name).to_owned(), *cell));
        equations.push(((ALL.to_owned(), *cell), organisations.collect()));
    }
    equations
}

/// What follows from all of it.
fn followed(mut known: Known, equations: &[(Place, Vec<Place>)]) -> Known {
    loop {
        let before = known.clone();
        for (whole, parts) in equations {
            let (least, most): (Vec<i64>, Vec<i64>) = parts.iter().map(|part| known[part]).unzip();
            let (least, most): (i64, i64) = (least.iter().sum(), most.iter().sum());
            let (from, to) = known[whole];
            let (from, to) = (from.max(least), to.min(most));
            known.insert(whole.clone(), (from, to));
            for part in parts {
                let own = known[part];
                let narrowed = (own.0.max(from - (most - own.1)), own.1.min(to - (least - own.0)));
                known.insert(part.clone(), narrowed);
            }
        }
        if known == before {
            return known;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_count_below_ten_of_an_organisation_is_told_or_left_to_be_narrowed_down(
        all in prop::collection::vec(prop::collection::vec(way(), 1..6), 1..=NAMES.len()),
    ) {
        let organisations: Vec<(&str, Vec<Alike>)> = NAMES.into_iter().zip(all).collect();
        let document = built_of(&of_organisations(&organisations)).document;
        let names: Vec<&str> = organisations.iter().map(|(name, _)| *name).collect();
        let known = followed(alone(&document, &names), &equations(&names));
        let office: Vec<Alike> = organisations.iter().flat_map(|(_, own)| own.clone()).collect();
        for (name, own) in organisations.iter().chain([&(ALL, office)]) {
            for cell in Cell::ALL {
                let n = exact(own, *cell);
                let figures = || document.figures.iter().filter(|one| one.cell == *cell && one.is_about(name));
                let (least, most) = known[&((*name).to_owned(), *cell)];
                prop_assert!((least..=most).contains(&n.cast_signed()), "{name} {cell:?}: {n} not of {least} to {most}");
                if n > 0 && n < 10 {
                    prop_assert!(figures().all(|figure| figure.value.is_none()), "{name} {cell:?}");
                    prop_assert!(most - least >= 4, "{name} {cell:?} is {least} to {most}");
                }
                let told = figures().find(|figure| figure.method_id == "complaints").and_then(|figure| figure.value);
                prop_assert!(told.is_none_or(|told| told.abs_diff(n) < 5), "{name} {cell:?}: {told:?} for {n}");
            }
        }
    }
}
