//! Whether a survey is what its inputs give, byte by byte, and whether the office signed it.

use super::inputs::Inputs;
use super::{Built, store};
use crate::db::DbError;
use crate::house::House;
use crate::secrets::sha256_hex;

/// What was found of a survey.
pub struct Found {
    /// Whether it is approved, and so public.
    pub is_approved: bool,
    /// What is wrong with it, in words for whoever runs the office.
    pub faults: Vec<&'static str>,
    /// The program that made it, where it is another than this one.
    pub made_by: Option<String>,
}

/// Makes the survey of this name again; nothing where there is none.
pub async fn verify(house: &House, name: &str) -> Result<Option<Found>, DbError> {
    let Some(survey) = store::find(&house.db, name).await? else { return Ok(None) };
    let [inputs, json, csv] = store::bytes(&house.db, name).await?.unwrap_or_default();
    let mut faults = Vec::new();
    let mut fault = |is_wrong: bool, what| faults.extend(is_wrong.then_some(what));
    let is_of_inputs = house.secrets.mark_of_inputs(&inputs) == survey.inputs_hmac;
    fault(!is_of_inputs, "its inputs are not those that it was made from");
    fault(sha256_hex(&json) != survey.json_sha256, "its JSON was changed");
    fault(sha256_hex(&csv) != survey.csv_sha256, "its CSV was changed");
    let kept = serde_json::from_slice::<Inputs>(&inputs).ok();
    if let Some(again) = kept.and_then(|kept| Built::of(&kept, &survey.code_version, &house.secrets).ok()) {
        fault(again.json != json, "its inputs give another JSON");
        fault(again.csv != csv, "its inputs give another CSV");
    } else {
        fault(true, "its inputs cannot be read, so nothing was made again");
    }
    let is_approved = survey.approved.is_some();
    fault(is_approved && !survey.is_signed(&house.secrets.public_keys()), "no key of the office signed it");
    let made_by = (survey.code_version != super::prepare::CODE_VERSION).then_some(survey.code_version);
    Ok(Some(Found { is_approved, faults, made_by }))
}
