//! The overall score of each service in an edition. It is all that a line over quarters and the list of services need, and so
//! small that many editions stay in memory, where one alone has room in full.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::data::File;
use super::held::Held;
use super::told::Told;
use super::whole::is_whole;
use super::{Document, Edition, store};
use crate::house::House;
use crate::http::Failure;

/// Twelve years of quarters.
const MOST: usize = 48;

static OVERALL: Held<Arc<Overall>> = Held::new(MOST);

/// The overall scores, by the services' names in addresses.
pub struct Overall(BTreeMap<String, Told>);

impl Overall {
    pub(super) fn of(document: &Document) -> Self {
        let figures = document.figures.iter().filter(|figure| figure.item == "overall" && figure.is_score());
        let wholes = figures.filter(|figure| is_whole(figure));
        Self(wholes.map(|figure| (figure.service.clone(), Told::of(Some(figure)))).collect())
    }

    /// That of a service.
    #[must_use]
    pub fn of_service(&self, service: &str) -> Told {
        self.0.get(service).copied().unwrap_or(Told::Nobody)
    }
}

/// Those of an edition.
pub(super) async fn overall(house: &House, edition: &Edition) -> Result<Arc<Overall>, Failure> {
    let json = store::file(&house.db, &edition.id, File::Json);
    let read = |json: Vec<u8>| serde_json::from_slice(&json).ok().map(|document| Arc::new(Overall::of(&document)));
    OVERALL.get(&edition.json_sha256, json, read).await
}

/// The newest edition that is public, with its overall scores.
pub async fn newest(house: &House) -> Result<Option<(Edition, Arc<Overall>)>, Failure> {
    let public = store::public(&house.db, house.clock.millis()).await.map_err(Failure::unavailable)?;
    let Some(edition) = public.into_iter().next() else { return Ok(None) };
    let scores = overall(house, &edition).await?;
    Ok(Some((edition, scores)))
}
