//! What an edition withholds, decided from its own quarter alone: small cells, what would tell them by subtraction, and
//! what gives answers away.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::counted::definition;
use super::cut::Cut;
use super::hold::{Told, hold};
use crate::results::disclosure::{Cell, Fault, Group, Place, Released, Table, publishable};

/// The number of an edition that is looked at alone.
const ONLY: u32 = 1;

/// Why a cell is withheld. Only staff read it: that a cell is not small is told as little as that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Fewer than ten answered.
    Few,
    /// A total less the others would tell a small cell.
    Total,
    /// With other cells it would tell a group of fewer than ten.
    Together,
    /// What would be shown has one explanation only.
    Exposed,
}

impl Why {
    /// Its name in the record and in the words' ids.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Few => "few",
            Self::Total => "total",
            Self::Together => "together",
            Self::Exposed => "exposed",
        }
    }
}

/// What must be withheld of these cells of an organisation, all of one item and one edition.
pub(super) fn withheld(cells: &BTreeMap<Cut, Cell>, people: &[(Cut, Group)]) -> BTreeMap<Cut, Why> {
    let few = cells.iter().filter(|(_, cell)| !publishable(cell.counts.n()));
    let mut withheld: BTreeMap<Cut, Why> = few.map(|(cut, _)| (cut.clone(), Why::Few)).collect();
    if is_left_with_few(cells) {
        withheld.entry(Cut::default()).or_insert(Why::Total);
    }
    for whole in cells.keys().filter(|cut| cut.is_whole_service()) {
        let parts = || cells.iter().filter(|(cut, _)| cut.whole().as_ref() == Some(whole));
        hide_in(parts().filter(|(cut, _)| cut.channel.is_some()), &mut withheld);
        hide_in(parts().filter(|(cut, _)| cut.language.is_some()), &mut withheld);
    }
    loop {
        withhold_parts(cells, &mut withheld);
        let told = told(cells, &withheld);
        let refusals = hold(&told, &[], people, 1);
        if refusals.is_empty() {
            return withheld;
        }
        let refused = told.iter().filter_map(|told| {
            let refusal = refusals.iter().find(|refusal| refusal.definition == told.released.definition)?;
            let why = if refusal.fault == Fault::Exposed { Why::Exposed } else { Why::Together };
            Some((told.cut.clone(), why))
        });
        let refused: Vec<(Cut, Why)> = refused.collect();
        withheld.extend(refused);
    }
}

/// The cells that are not withheld.
fn told(cells: &BTreeMap<Cut, Cell>, withheld: &BTreeMap<Cut, Why>) -> Vec<Told> {
    let kept = cells.iter().filter(|(cut, _)| !withheld.contains_key(*cut));
    let told = |(cut, cell): (&Cut, &Cell)| Told {
        cut: cut.clone(),
        released: Released { definition: definition(cut, ONLY), cell: *cell },
        is_band: false,
    };
    kept.map(told).collect()
}

/// Whether all services of an organisation less those that are shown would be fewer than ten people. Then their sum is
/// withheld and not another service: people look for the service that they use.
fn is_left_with_few(cells: &BTreeMap<Cut, Cell>) -> bool {
    let wholes = cells.iter().filter(|(cut, _)| cut.is_whole_service()).map(|(_, cell)| cell.counts.n());
    let left: u64 = wholes.filter(|n| !publishable(*n)).sum();
    left > 0 && !publishable(left)
}

/// Hides in a line of cells whose total is published what would tell a small one.
fn hide_in<'a>(line: impl Iterator<Item = (&'a Cut, &'a Cell)>, withheld: &mut BTreeMap<Cut, Why>) {
    let line: Vec<_> = line.collect();
    let outcome = Table::of(&[line.iter().map(|(_, cell)| cell.counts.n()).collect()]).suppress();
    // Where the total itself would have to be hidden, the whole line is.
    let hidden = outcome.ok().filter(|outcome| outcome.hidden.iter().all(|(place, _)| !is_total(*place)));
    for (column, (cut, _)) in line.iter().enumerate() {
        let is_hidden = |places: &[(Place, _)]| places.iter().any(|(place, _)| *place == Place::Cell(0, column));
        if hidden.as_ref().is_none_or(|outcome| is_hidden(&outcome.hidden)) {
            withheld.entry((*cut).clone()).or_insert(Why::Total);
        }
    }
}

const fn is_total(place: Place) -> bool {
    matches!(place, Place::Row(_) | Place::All)
}

/// Of a service that is withheld as a whole nothing is shown.
fn withhold_parts(cells: &BTreeMap<Cut, Cell>, withheld: &mut BTreeMap<Cut, Why>) {
    let parts = cells.keys().filter_map(|cut| Some((cut, cut.whole()?)));
    let hidden: Vec<Cut> =
        parts.filter(|(_, whole)| withheld.contains_key(whole)).map(|(cut, _)| cut.clone()).collect();
    for cut in hidden {
        withheld.entry(cut).or_insert(Why::Total);
    }
}
