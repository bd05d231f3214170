//! An edition is prepared: a closed quarter is counted, what must be withheld is withheld, and the whole is held against what
//! was published of the quarter before. Nothing is public yet.

use super::document::bytes;
use super::ledger::Refused;
use super::made::{Made, Wanted, made};
use super::{Quarter, Reason, store};
use crate::audit::{Action, Actor, Entry};
use crate::db::DbError;
use crate::house::House;
use crate::registry;
use crate::results::complaints;
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
    #[error("nobody rated a service in {0} and nothing happened to a complaint, so there is nothing to publish")]
    Empty(Quarter),
    /// Something is published already.
    #[error("{0} has an edition already. Say with --reason-en and --reason-fr why another corrects it")]
    NeedsReason(Quarter),
    /// Nothing is published yet.
    #[error("{0} has no edition that could be corrected. Leave the reason out")]
    NothingToCorrect(Quarter),
    /// The same numbers are published already.
    #[error("the edition would show what {0} shows: no number and no name is another, and no kind of service")]
    Unchanged(String),
    /// What it shows would tell too much beside what was published.
    #[error("it would let somebody be found. Wait until more have answered, or for the next quarter:\n{}", lines(.0))]
    Refused(Vec<Refused>),
    /// Somebody else approved one meanwhile, or took an approval back.
    #[error("another edition of {0} was approved or taken back meanwhile. Prepare this one again")]
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

/// Prepares an edition of a quarter in the name of this member, as whoever runs the office says; one of the quarter that
/// nobody has approved gives way to it.
pub async fn prepare(
    house: &House,
    quarter: Quarter,
    reason: Option<Reason>,
    by: &str,
) -> Result<Prepared, PrepareError> {
    if !quarter.is_closed(Standard::default().office_date(house.clock.now())) {
        return Err(PrepareError::NotOver(quarter, quarter.last_day()));
    }
    let services = registry::all(&house.db).await?;
    let counted = store::count(&house.db, quarter, &services).await?.counted_only();
    let earlier = store::approved(&house.db, quarter).await?;
    // Complaints of a quarter are counted once: two counts could be subtracted.
    let before = complaints::store::first_counted(&house.db, quarter).await?;
    let adds_complaints = before.is_none();
    let handled = match before {
        Some(before) => before,
        None => complaints::counted(&house.db, quarter, &services).await?,
    };
    if counted.0.is_empty() && handled.is_empty() {
        return Err(PrepareError::Empty(quarter));
    }
    let wanted = Wanted { quarter, reason, adds_complaints };
    let Made { kept, withheld, json, csv, drivers } = made(counted, &earlier, wanted, &house.secrets)?;
    let (inputs, document) = (bytes(&kept.inputs)?, &kept.document);
    let id = &document.edition;
    let imprint = complaints::Imprint { edition: id, quarter, code_version: CODE_VERSION };
    let part = complaints::Built::of(&handled, &imprint, &house.secrets)?;
    let draft =
        store::Draft { inputs, withheld: bytes(&withheld)?, json, csv, document, complaints: &part, drivers: &drivers };
    // Nobody has signed in here: the log names who did it, and in whose name they say that they did.
    let entry = Entry::of_office(house.clock.millis(), Actor::operator(), Action::EditionPrepare).about(id);
    let entry = entry.because(by).deciding(&draft.json_sha256());
    if !store::keep(&house.db, quarter, &draft, by, (house.clock.millis(), &entry)).await? {
        return Err(PrepareError::Overtaken(quarter));
    }
    let told = document.figures.iter().filter(|figure| figure.value.is_some()).count();
    let (about_complaints, untold) = part.told();
    let (about_drivers, not_told) = drivers.document.told();
    let (told, withheld) = (told + about_complaints + about_drivers, withheld.len() + untold + not_told);
    Ok(Prepared { id: id.clone(), told, withheld, sha256: draft.json_sha256() })
}
