//! Before a release: each of its cells against itself, and all of them against everything that was released before. A
//! release that fails says which cells and why.

use super::{Cell, Clues, Definition, Shown, Tier, differences, publishable};

/// A cell that was published: how many people are in it is kept, not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Released {
    /// Of whom.
    pub definition: Definition,
    /// How many exactly.
    pub n: u64,
}

/// A cell that is to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Of whom.
    pub definition: Definition,
    /// Their answers.
    pub cell: Cell,
}

/// Why a cell may not be published.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Fewer than ten answered.
    #[error("fewer than ten people are in it")]
    TooFew,
    /// What would be published has one explanation only.
    #[error("what would be published of it gives answers away")]
    Exposed,
    /// It was published before, with other people in it.
    #[error("it was published before and may only change in the yearly revision")]
    Frozen,
    /// With other published cells it gives a group below ten.
    #[error("with {0} it leaves a group of fewer than ten")]
    Solvable(String),
}

/// A cell and why it may not be published.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{definition}: {fault}")]
pub struct Refusal {
    /// The cell.
    pub definition: Definition,
    /// Why.
    pub fault: Fault,
}

/// Checks a release against itself and the ledger of what was released before. All faults, or none.
pub fn check(release: &[Candidate], ledger: &[Released]) -> Result<(), Vec<Refusal>> {
    let alone = release.iter().filter_map(|candidate| {
        let fault = fault_alone(candidate, ledger)?;
        Some(Refusal { definition: candidate.definition.clone(), fault })
    });
    let mut refusals: Vec<Refusal> = alone.collect();
    let is_new = |definition: &Definition| !ledger.iter().any(|cell| cell.definition == *definition);
    let new = release.iter().filter(|candidate| is_new(&candidate.definition));
    let new = new.map(|candidate| Released { definition: candidate.definition.clone(), n: candidate.cell.counts.n() });
    let all: Vec<Released> = ledger.iter().cloned().chain(new).collect();
    for difference in differences(&all) {
        // The finest new cell is the one to hide; where the parts are all old, the whole is new.
        let Some(definition) = difference.parts.iter().rev().chain([&difference.whole]).find(|cell| is_new(cell))
        else {
            continue;
        };
        let others = difference.parts.iter().chain([&difference.whole]).filter(|cell| *cell != definition);
        let others: Vec<String> = others.map(ToString::to_string).collect();
        refusals.push(Refusal { definition: definition.clone(), fault: Fault::Solvable(others.join("; ")) });
    }
    if refusals.is_empty() { Ok(()) } else { Err(refusals) }
}

/// What is wrong with a cell whatever else is published.
fn fault_alone(candidate: &Candidate, ledger: &[Released]) -> Option<Fault> {
    let n = candidate.cell.counts.n();
    if !publishable(n) {
        return Some(Fault::TooFew);
    }
    let before = ledger.iter().find(|cell| cell.definition == candidate.definition);
    if before.is_some_and(|before| before.n != n) {
        return Some(Fault::Frozen);
    }
    let shown = Shown::by_tier(&candidate.cell)?;
    let is_exposed = shown.tier < Tier::Distribution && !Clues::of(&shown).exposure().is_safe();
    is_exposed.then_some(Fault::Exposed)
}
