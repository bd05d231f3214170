//! All that the part about complaints is made from: how many complaints were in the same cells. It is kept with the edition, so
//! that anybody at the office can make the part again. No complaint can be told from another that went the same way.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::cell::Cell;

/// How complaints went: in which cells they are that have no parts, and for how many working days whoever waited for an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Kind {
    /// The cells, in their order.
    pub cells: Vec<Cell>,
    /// The working days, where they are in the cell `to-answer`.
    pub days: Option<u32>,
}

impl Kind {
    /// Puts them into these cells as well.
    pub(super) fn add(&mut self, cells: impl IntoIterator<Item = Cell>) {
        self.cells.extend(cells);
        self.cells.sort_unstable();
    }

    /// Every cell in which they are, each once.
    pub(super) fn all_cells(&self) -> impl Iterator<Item = Cell> {
        let all = || self.cells.iter().flat_map(|cell| cell.with_wholes());
        Cell::ALL.iter().copied().filter(move |cell| all().any(|other| other == *cell))
    }
}

/// So many complaints that went the same way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Alike {
    pub kind: Kind,
    pub n: u64,
}

/// The complaints of a quarter. Its JSON is the same for the same complaints, in whatever order they were counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inputs(pub(super) Counted);

/// What was counted, and how finely.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Counted {
    /// By the name of the organisation whose service they are about.
    ByOrganisation(BTreeMap<String, Vec<Alike>>),
    /// Of the whole office alone: of editions from before anything was told by organisation.
    OfTheOffice(Vec<Alike>),
}

impl Inputs {
    /// Adds up complaints, each with its organisation. One that is nowhere is left out.
    pub(super) fn of(kinds: impl Iterator<Item = (String, Kind)>) -> Self {
        let mut organisations: BTreeMap<String, BTreeMap<Kind, u64>> = BTreeMap::new();
        for (organisation, kind) in kinds.filter(|(_, kind)| !kind.cells.is_empty()) {
            *organisations.entry(organisation).or_default().entry(kind).or_default() += 1;
        }
        let alike =
            |of: BTreeMap<Kind, u64>| -> Vec<Alike> { of.into_iter().map(|(kind, n)| Alike { kind, n }).collect() };
        Self(Counted::ByOrganisation(organisations.into_iter().map(|(name, of)| (name, alike(of))).collect()))
    }

    /// Those of the whole office.
    pub(super) fn all(&self) -> Vec<&Alike> {
        match &self.0 {
            Counted::ByOrganisation(organisations) => organisations.values().flatten().collect(),
            Counted::OfTheOffice(alike) => alike.iter().collect(),
        }
    }

    /// Those of each organisation; `None` where they were not counted so.
    pub(super) const fn by_organisation(&self) -> Option<&BTreeMap<String, Vec<Alike>>> {
        match &self.0 {
            Counted::ByOrganisation(organisations) => Some(organisations),
            Counted::OfTheOffice(_) => None,
        }
    }

    /// Whether nothing happened.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all().is_empty()
    }
}
