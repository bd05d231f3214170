//! What staff engagement is held against: the overall scores of services in the published results of a quarter, and nothing that is
//! not published.

use std::collections::BTreeMap;

use super::about::ALL;
use super::inputs::Against;
use super::{ImportError, Measure};
use crate::house::House;
use crate::results::editions::data::File;
use crate::results::editions::{Document, Quarter, store};

/// The scores of the newest public edition of a quarter, where so many answered that they may be compared.
pub(super) async fn of_quarter(house: &House, quarter: &str) -> Result<Against, ImportError> {
    let nothing = || ImportError::NothingPublished(quarter.to_owned());
    let wanted: Quarter = quarter.parse().map_err(|_| nothing())?;
    let public = store::public(&house.db, house.clock.millis()).await?;
    let edition = public.into_iter().find(|edition| edition.quarter == wanted).ok_or_else(nothing)?;
    let json = store::file(&house.db, &edition.id, File::Json).await?.ok_or_else(nothing)?;
    let document: Document = serde_json::from_slice(&json)?;
    Ok(Against { edition: edition.id, scores: scores(&document) })
}

fn scores(document: &Document) -> BTreeMap<String, u64> {
    let is_whole = |figure: &&crate::results::editions::Figure| {
        figure.item == "overall" && figure.channel == ALL && figure.language == ALL && figure.service != ALL
    };
    let scores = document.figures.iter().filter(is_whole).filter(|figure| {
        figure.method_id == Measure::Score.as_str() && figure.status == "published" && figure.tier == "T3"
    });
    scores.filter_map(|figure| Some((figure.service.clone(), figure.value?))).collect()
}
