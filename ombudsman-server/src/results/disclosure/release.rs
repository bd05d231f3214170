//! Before a release: each of its cells against itself, and all of them against everything that was released before. A
//! release that fails says which cells and why.

use std::cmp::Reverse;

use super::differencing::Conclusions;
use super::{Cell, Definition, Group, Shown, publishable};

/// A cell that is published, or is to be. The ledger keeps what is not shown as well: how many gave each rating exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Released {
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
    /// It was published before, with other answers in it.
    #[error("it was published before and may only change in the yearly revision")]
    Frozen,
    /// It is not the sum of groups.
    #[error("its groups have {0} people, it has another number")]
    Miscounted(u64),
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

/// Checks a release against itself and the ledger of what was released before. `people` are all whom the release counts, by
/// groups that are at least as fine as its cells. All faults, or none; of cells that tell too much together the smallest is
/// named, and the others are judged without it.
pub fn check(release: &[Released], ledger: &[Released], people: &[Group]) -> Result<(), Vec<Refusal>> {
    let mut new: Vec<&Released> = release.iter().collect();
    new.sort_by_key(|candidate| Reverse(candidate.cell.counts.n()));
    let all: Vec<&Released> = ledger.iter().chain(new).collect();
    let mut conclusions = Conclusions::about(&all, people);
    (0..ledger.len()).for_each(|cell| conclusions.know(cell));
    let mut refusals = Vec::new();
    for (place, candidate) in all.iter().enumerate().skip(ledger.len()) {
        let before = all[..place].iter().find(|other| other.definition == candidate.definition);
        let fault = match before {
            Some(before) => (before.cell != candidate.cell).then_some(Fault::Frozen),
            None => fault_alone(candidate, conclusions.people(place)).or_else(|| {
                let others = conclusions.publish(place).err()?;
                let others: Vec<String> = others.iter().map(|other| all[*other].definition.to_string()).collect();
                Some(Fault::Solvable(others.join("; ")))
            }),
        };
        refusals.extend(fault.map(|fault| Refusal { definition: candidate.definition.clone(), fault }));
    }
    if refusals.is_empty() { Ok(()) } else { Err(refusals) }
}

/// What is wrong with a cell whatever else is published.
fn fault_alone(candidate: &Released, people: u64) -> Option<Fault> {
    let n = candidate.cell.counts.n();
    if !publishable(n) {
        return Some(Fault::TooFew);
    }
    if n != people {
        return Some(Fault::Miscounted(people));
    }
    Shown::of(&candidate.cell).is_none().then_some(Fault::Exposed)
}
