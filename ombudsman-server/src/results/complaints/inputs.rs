//! All that the part about complaints is made from: how many complaints were in the same cells. It is kept with the edition, so
//! that anybody at the office can make the part again. No complaint can be told from another that went the same way.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::by_organisation::CELL;
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
    /// Of the whole office, and of each organisation what is told of it.
    ByOrganisation {
        /// Those of the whole office.
        all: Vec<Alike>,
        /// How many each organisation of the register received, by its name; 0 where there were none.
        received: BTreeMap<String, u64>,
    },
    /// Of the whole office alone: of editions from before anything was told by organisation.
    OfTheOffice(Vec<Alike>),
}

impl Inputs {
    /// Adds up complaints, each with its organisation; these are in the register, with complaints or without. A complaint that is
    /// nowhere is left out.
    pub(super) fn of(
        register: impl IntoIterator<Item = String>,
        kinds: impl IntoIterator<Item = (String, Kind)>,
    ) -> Self {
        let mut received: BTreeMap<String, u64> = register.into_iter().map(|name| (name, 0)).collect();
        let mut all: BTreeMap<Kind, u64> = BTreeMap::new();
        for (organisation, kind) in kinds.into_iter().filter(|(_, kind)| !kind.cells.is_empty()) {
            *received.entry(organisation).or_default() += u64::from(kind.cells.contains(&CELL));
            *all.entry(kind).or_default() += 1;
        }
        let all = all.into_iter().map(|(kind, n)| Alike { kind, n }).collect();
        Self(Counted::ByOrganisation { all, received })
    }

    /// Those of the whole office.
    pub(super) fn all(&self) -> Vec<&Alike> {
        match &self.0 {
            Counted::ByOrganisation { all, .. } | Counted::OfTheOffice(all) => all.iter().collect(),
        }
    }

    /// How many each organisation received; `None` where they were not counted so.
    pub(super) const fn by_organisation(&self) -> Option<&BTreeMap<String, u64>> {
        match &self.0 {
            Counted::ByOrganisation { received, .. } => Some(received),
            Counted::OfTheOffice(_) => None,
        }
    }

    /// Whether nothing happened.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all().is_empty()
    }
}
