//! The part of an edition, as it is read again.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Document;
use crate::house::House;
use crate::http::Failure;
use crate::results::editions::data::File;
use crate::results::editions::held::Held;
use crate::results::editions::{Edition, store};

static DOCUMENT: Held<Arc<Document>> = Held::new(1);

/// The part; nothing where the edition has none.
pub(in crate::results::editions) async fn document(
    house: &House,
    edition: &Edition,
) -> Result<Option<Arc<Document>>, Failure> {
    let Some(seal) = &edition.drivers else { return Ok(None) };
    let json = store::file(&house.db, &edition.id, File::DriversJson);
    let read = |json: Vec<u8>| serde_json::from_slice(&json).ok().map(Arc::new);
    DOCUMENT.get(&seal.json_sha256, json, read).await.map(Some)
}

/// What an edition's part does not tell, for staff to read: by service and status, the names of the methods.
pub async fn withheld(house: &House, edition: &Edition) -> Result<BTreeMap<(String, String), Vec<String>>, Failure> {
    let mut withheld: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    let document = document(house, edition).await?;
    for figure in document.iter().flat_map(|document| &document.figures).filter(|figure| figure.value.is_none()) {
        let methods = withheld.entry((figure.service.clone(), figure.status.clone())).or_default();
        if !methods.contains(&figure.method_id) {
            methods.push(figure.method_id.clone());
        }
    }
    Ok(withheld)
}
