//! Makes an edition of what was counted beside what was published of the quarter before, or says why there is none. Pure: it
//! reads and writes nothing.

use super::cube::Rounding;
use super::document::Imprint;
use super::inputs::Inputs;
use super::ledger::{Kept, refused};
use super::prepare::{CODE_VERSION, PrepareError};
use super::{Built, Document, Quarter, Reason, Withheld, drivers};
use crate::secrets::Secrets;

/// An edition with its inputs and bytes.
pub(super) struct Made {
    pub kept: Kept,
    pub withheld: Vec<Withheld>,
    pub json: Vec<u8>,
    pub csv: Vec<u8>,
    /// Its part about what answers tell together.
    pub drivers: drivers::Built,
}

/// What is made.
pub(super) struct Wanted {
    pub quarter: Quarter,
    /// Why it corrects the edition before it, where there is one.
    pub reason: Option<Reason>,
    /// Whether it tells of complaints what no earlier edition of the quarter does.
    pub adds_complaints: bool,
}

/// Makes the next edition of a quarter. `earlier` are those that were approved, in their order.
pub(super) fn made(
    counted: Inputs,
    earlier: &[Kept],
    Wanted { quarter, reason, adds_complaints }: Wanted,
    secrets: &Secrets,
) -> Result<Made, PrepareError> {
    match (&reason, earlier.is_empty()) {
        (None, false) => return Err(PrepareError::NeedsReason(quarter)),
        (Some(_), true) => return Err(PrepareError::NothingToCorrect(quarter)),
        _ => {}
    }
    // The first edition last, so that its organisations are the ones that stay.
    let inputs = earlier.iter().rev().fold(counted, |inputs, kept| inputs.organised_as(&kept.inputs));
    let number = earlier.last().map_or(1, |last| last.document.number + 1);
    let imprint = Imprint { quarter, number, reason, code_version: CODE_VERSION };
    let Built { document, withheld, json, csv } = Built::of(&inputs, imprint, secrets)?;
    let before = earlier.iter().find_map(|kept| kept.drivers.as_ref());
    let drivers = match before {
        Some(before) => drivers::Built::carried(before, &document.edition)?,
        None => drivers_of(&inputs, &document, quarter, secrets)?,
    };
    let adds_drivers = before.is_none() && !drivers.document.figures.is_empty();
    if let Some(last) = earlier.last().map(|last| &last.document)
        && !adds_complaints
        && !adds_drivers
        && (&last.services, &last.kinds, &last.figures) == (&document.services, &document.kinds, &document.figures)
    {
        return Err(PrepareError::Unchanged(last.edition.clone()));
    }
    let kept = Kept { inputs, document, drivers: Some(drivers.document.clone()) };
    let rounding = Rounding { secret: secrets.rounding(), quarter };
    let refused = if earlier.is_empty() { Vec::new() } else { refused(&kept, earlier, rounding) };
    if refused.is_empty() {
        Ok(Made { kept, withheld, json, csv, drivers })
    } else {
        Err(PrepareError::Refused(refused))
    }
}

/// The part of an edition about what answers tell together, counted from its own inputs.
pub(super) fn drivers_of(
    inputs: &Inputs,
    document: &Document,
    quarter: Quarter,
    secrets: &Secrets,
) -> Result<drivers::Built, serde_json::Error> {
    let (edition, code_version) = (&document.edition, document.code_version.as_str());
    drivers::Built::of(
        inputs,
        document,
        &drivers::Imprint { edition, counted_in: edition, code_version, quarter },
        secrets,
    )
}
