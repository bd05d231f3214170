//! An edition is prepared: a closed quarter is counted, what must be withheld is withheld, and the whole is held against what
//! was published of the quarter before. Nothing is public yet.

use super::cube::Rounding;
use super::document::{Imprint, bytes};
use super::ledger::{Kept, Refused, refused};
use super::{Built, Quarter, Reason, store};
use crate::audit::{Action, Actor, Entry};
use crate::db::DbError;
use crate::house::House;
use crate::registry;
use crate::standard::Standard;

/// The version that an edition names.
pub(super) const CODE_VERSION: &str = env!("CARGO_PKG_VERSION");

/// An edition that waits to be approved.
pub struct Prepared {
    /// Its name: the quarter and the number.
    pub id: String,
    /// How many numbers it tells.
    pub told: usize,
    /// How many cells it withholds.
    pub withheld: usize,
    /// The hash of its JSON.
    pub sha256: String,
}

/// Why no edition was prepared.
#[derive(Debug, thiserror::Error)]
pub enum PrepareError {
    /// The quarter is not over.
    #[error("{0} is not over yet: its last day is {1}. Prepare it after that day")]
    NotOver(Quarter, jiff::civil::Date),
    /// Nothing was counted.
    #[error("nobody rated a service in {0}, so there is nothing to publish")]
    Empty(Quarter),
    /// Something is published already.
    #[error("{0} has an edition already. Say with --reason-en and --reason-fr why another corrects it")]
    NeedsReason(Quarter),
    /// Nothing is published yet.
    #[error("{0} has no edition that could be corrected. Leave the reason out")]
    NothingToCorrect(Quarter),
    /// The same numbers are published already.
    #[error("the edition would say what {0} says: nothing was counted since")]
    Unchanged(String),
    /// What it shows would tell too much beside what was published.
    #[error("it would let somebody be found. Wait until more have answered, or for the next quarter:\n{}", lines(.0))]
    Refused(Vec<Refused>),
    /// Somebody else approved one meanwhile.
    #[error("another edition of {0} was approved meanwhile. Prepare this one again")]
    Overtaken(Quarter),
    /// It could not be written.
    #[error("the edition could not be written")]
    Written(#[from] serde_json::Error),
    /// The record.
    #[error(transparent)]
    Record(#[from] DbError),
}

fn lines(refused: &[Refused]) -> String {
    refused.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Prepares an edition of a quarter in this member's name; one of the quarter that nobody has approved gives way to it.
pub async fn prepare(
    house: &House,
    quarter: Quarter,
    reason: Option<Reason>,
    actor: &Actor,
) -> Result<Prepared, PrepareError> {
    if !quarter.is_closed(Standard::default().office_date(house.clock.now())) {
        return Err(PrepareError::NotOver(quarter, quarter.last_day()));
    }
    let services = registry::all(&house.db).await?;
    let inputs = store::count(&house.db, quarter, &services).await?.counted_only();
    if inputs.0.is_empty() {
        return Err(PrepareError::Empty(quarter));
    }
    let earlier = store::approved(&house.db, quarter).await?;
    match (&reason, earlier.last()) {
        (None, Some(_)) => return Err(PrepareError::NeedsReason(quarter)),
        (Some(_), None) => return Err(PrepareError::NothingToCorrect(quarter)),
        (Some(_), Some(last)) if last.inputs == inputs => {
            return Err(PrepareError::Unchanged(last.document.edition.clone()));
        }
        _ => {}
    }
    let secret = house.secrets.rounding();
    let number = earlier.last().map_or(1, |last| last.document.number + 1);
    let built = Built::of(&inputs, Imprint { quarter, number, reason, code_version: CODE_VERSION }, secret)?;
    let kept = Kept { inputs, document: built.document };
    let refused = if earlier.is_empty() { Vec::new() } else { refused(&kept, &earlier, Rounding { secret, quarter }) };
    if !refused.is_empty() {
        return Err(PrepareError::Refused(refused));
    }
    let draft = store::Draft {
        inputs: bytes(&kept.inputs)?,
        withheld: bytes(&built.withheld)?,
        json: built.json,
        csv: built.csv,
        document: &kept.document,
    };
    let id = &kept.document.edition;
    let entry = Entry::of_office(house.clock.millis(), actor.clone(), Action::EditionPrepare).about(id);
    let entry = entry.deciding(&draft.json_sha256());
    if !store::keep(&house.db, quarter, &draft, actor.name(), (house.clock.millis(), &entry)).await? {
        return Err(PrepareError::Overtaken(quarter));
    }
    let told = kept.document.figures.iter().filter(|figure| figure.value.is_some()).count();
    Ok(Prepared { id: id.clone(), told, withheld: built.withheld.len(), sha256: draft.json_sha256() })
}
