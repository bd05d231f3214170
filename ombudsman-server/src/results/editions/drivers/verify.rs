//! Whether the part of an edition is what the inputs give from which it was counted, byte by byte.

use super::{Built, Document, Imprint, Seal, store};
use crate::db::DbError;
use crate::house::House;
use crate::results::editions::verify::again;
use crate::results::editions::{Edition, Quarter};
use crate::secrets::sha256_hex;

/// What is wrong with the part of this edition, in words for whoever runs the office. `all` are the editions of the quarter.
pub(in crate::results::editions) async fn faults(
    house: &House,
    quarter: Quarter,
    (edition, seal): (&Edition, &Seal),
    all: &[Edition],
) -> Result<Vec<&'static str>, DbError> {
    let [json, csv] = store::bytes(&house.db, &edition.id).await?.unwrap_or_default();
    let mut faults = Vec::new();
    let mut fault = |is_wrong: bool, what| faults.extend(is_wrong.then_some(what));
    fault(sha256_hex(&json) != seal.json_sha256, "its JSON about drivers was changed");
    fault(sha256_hex(&csv) != seal.csv_sha256, "its CSV about drivers was changed");
    let kept = serde_json::from_slice::<Document>(&json).ok();
    let source = kept.and_then(|kept| all.iter().find(|other| other.id == kept.counted_in));
    let made = match source {
        Some(source) => made(house, quarter, &edition.id, source).await?,
        None => None,
    };
    if let Some(made) = made {
        fault(made.json != json, "its inputs give another JSON about drivers");
        fault(made.csv != csv, "its inputs give another CSV about drivers");
    } else {
        fault(true, "what its numbers about drivers come from cannot be read, so nothing was made again");
    }
    Ok(faults)
}

/// The part of an edition, made again from the one in which it was counted.
async fn made(house: &House, quarter: Quarter, edition: &str, source: &Edition) -> Result<Option<Built>, DbError> {
    let Some((inputs, told)) = again(house, quarter, source).await? else { return Ok(None) };
    let imprint = Imprint { edition, counted_in: &source.id, code_version: &source.code_version, quarter };
    Ok(Built::of(&inputs, &told.document, &imprint, &house.secrets).ok())
}
