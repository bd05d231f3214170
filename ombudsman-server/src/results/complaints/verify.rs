//! Whether the part of an edition is what its inputs give, byte by byte.

use super::{Built, Imprint, Inputs, Seal, store};
use crate::db::DbError;
use crate::house::House;
use crate::secrets::sha256_hex;

/// What is wrong with the part of this edition, in words for whoever runs the office.
pub(in crate::results) async fn faults(
    house: &House,
    imprint: &Imprint<'_>,
    seal: &Seal,
) -> Result<Vec<&'static str>, DbError> {
    let [inputs, json, csv] = store::bytes(&house.db, imprint.edition).await?.unwrap_or_default();
    let mut faults = Vec::new();
    let mut fault = |is_wrong: bool, what| faults.extend(is_wrong.then_some(what));
    let is_of_inputs = house.secrets.mark_of_inputs(&inputs) == seal.inputs_hmac;
    fault(!is_of_inputs, "the inputs about complaints are not those that it was made from");
    fault(sha256_hex(&json) != seal.json_sha256, "its JSON about complaints was changed");
    fault(sha256_hex(&csv) != seal.csv_sha256, "its CSV about complaints was changed");
    let kept = serde_json::from_slice::<Inputs>(&inputs).ok();
    if let Some(again) = kept.and_then(|kept| Built::of(&kept, imprint, &house.secrets).ok()) {
        fault(again.json != json, "its inputs give another JSON about complaints");
        fault(again.csv != csv, "its inputs give another CSV about complaints");
    } else {
        fault(true, "its inputs about complaints cannot be read, so nothing was made again");
    }
    Ok(faults)
}
