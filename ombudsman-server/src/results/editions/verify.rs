//! Whether an edition is what its inputs give, byte by byte, and whether the office signed it.

use super::document::{Imprint, bytes};
use super::inputs::Inputs;
use super::{Built, Edition, Quarter, drivers, store};
use crate::db::DbError;
use crate::house::House;
use crate::results::complaints;
use crate::secrets::sha256_hex;

/// What was found of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its name.
    pub id: String,
    /// Whether it is approved, and so must be signed.
    pub is_approved: bool,
    /// What is wrong with it, in words for whoever runs the office.
    pub faults: Vec<&'static str>,
    /// The version that made it, where that is another than this one's.
    pub made_by: Option<String>,
}

/// Why nothing was found out.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// There is none.
    #[error("{0} has no edition")]
    None(Quarter),
    /// It could not be made again.
    #[error("an edition could not be made again")]
    Written(#[from] serde_json::Error),
    /// The record.
    #[error(transparent)]
    Record(#[from] DbError),
}

/// Makes every edition of a quarter again and compares.
pub async fn verify(house: &House, quarter: Quarter) -> Result<Vec<Found>, VerifyError> {
    let mut found = Vec::new();
    let all = store::of_quarter(&house.db, quarter).await?;
    for edition in all.clone() {
        let [inputs, json, csv, withheld] = store::bytes(&house.db, &edition.id).await?.unwrap_or_default();
        let mut faults = Vec::new();
        let mut fault = |is_wrong: bool, what| faults.extend(is_wrong.then_some(what));
        let is_of_inputs = house.secrets.mark_of_inputs(&inputs) == edition.inputs_hmac;
        fault(!is_of_inputs, "its inputs are not those that it was made from");
        fault(sha256_hex(&json) != edition.json_sha256, "its JSON was changed");
        fault(sha256_hex(&csv) != edition.csv_sha256, "its CSV was changed");
        if let Some((_, again)) = made_again(house, quarter, &edition, &inputs)? {
            fault(again.json != json, "its inputs give another JSON");
            fault(again.csv != csv, "its inputs give another CSV");
            fault(bytes(&again.withheld)? != withheld, "its inputs withhold other cells");
        } else {
            fault(true, "its inputs cannot be read, so nothing was made again");
        }
        if let Some(seal) = &edition.complaints {
            let code_version = &edition.code_version;
            let imprint = complaints::Imprint { edition: &edition.id, quarter, code_version };
            faults.extend(complaints::verify::faults(house, &imprint, seal).await?);
        }
        if let Some(seal) = &edition.drivers {
            faults.extend(drivers::verify::faults(house, quarter, (&edition, seal), &all).await?);
        }
        let is_approved = edition.approved.is_some();
        let is_signed = !is_approved || edition.is_signed(&house.secrets.public_keys());
        faults.extend((!is_signed).then_some("no key of the office signed it"));
        let made_by = Some(edition.code_version).filter(|version| version != super::prepare::CODE_VERSION);
        found.push(Found { id: edition.id, is_approved, faults, made_by });
    }
    if found.is_empty() { Err(VerifyError::None(quarter)) } else { Ok(found) }
}

/// An edition made again, with its inputs; nothing where they cannot be read.
pub(super) async fn again(
    house: &House,
    quarter: Quarter,
    edition: &Edition,
) -> Result<Option<(Inputs, Built)>, DbError> {
    let [inputs, ..] = store::bytes(&house.db, &edition.id).await?.unwrap_or_default();
    Ok(made_again(house, quarter, edition, &inputs).ok().flatten())
}

fn made_again(
    house: &House,
    quarter: Quarter,
    edition: &Edition,
    inputs: &[u8],
) -> Result<Option<(Inputs, Built)>, serde_json::Error> {
    let Ok(inputs) = serde_json::from_slice::<Inputs>(inputs) else { return Ok(None) };
    let (number, reason) = (u32::try_from(edition.number).unwrap_or(0), edition.reason.clone());
    let imprint = Imprint { quarter, number, reason, code_version: &edition.code_version };
    let built = Built::of(&inputs, imprint, &house.secrets)?;
    Ok(Some((inputs, built)))
}
