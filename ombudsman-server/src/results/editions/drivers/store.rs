//! The table of the parts of editions that tell what answers tell together.

use super::Built;
use crate::db::{Db, DbError, Tx};
use crate::secrets::sha256_hex;

/// What binds a part to an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// The hash of its JSON.
    pub json_sha256: String,
    /// The hash of its CSV.
    pub csv_sha256: String,
    /// How many bytes its JSON and its CSV have.
    pub sizes: [i64; 2],
}

/// Keeps the part of an edition, in the write that keeps the edition.
pub(in crate::results::editions) async fn keep(tx: &mut Tx, part: &Built) -> Result<(), DbError> {
    let sql = "INSERT INTO edition_drivers (id, json, csv, json_sha256, csv_sha256) VALUES ($1, $2, $3, $4, $5)";
    let args = vec![
        part.document.edition.as_str().into(),
        part.json.clone().into(),
        part.csv.clone().into(),
        sha256_hex(&part.json).into(),
        sha256_hex(&part.csv).into(),
    ];
    tx.execute(sql, args).await.map(drop)
}

/// The JSON and the CSV of an edition's part, as they are kept.
pub(super) async fn bytes(db: &Db, id: &str) -> Result<Option<[Vec<u8>; 2]>, DbError> {
    let rows = db.read("SELECT json, csv FROM edition_drivers WHERE id = $1", vec![id.into()]).await?;
    rows.first().map(|row| Ok([row.bytes(0)?, row.bytes(1)?])).transpose()
}
