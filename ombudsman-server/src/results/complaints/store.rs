//! The table of the parts of editions that are about complaints.

use super::{Built, Inputs};
use crate::db::{Db, DbError, Tx};
use crate::results::editions::Quarter;
use crate::secrets::sha256_hex;

/// What binds a part to an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// What binds it to its inputs.
    pub inputs_hmac: String,
    /// The hash of its JSON.
    pub json_sha256: String,
    /// The hash of its CSV.
    pub csv_sha256: String,
    /// The version of the rules by which it was made.
    pub method_version: i64,
    /// How many bytes its JSON and its CSV have.
    pub sizes: [i64; 2],
}

/// Keeps the part of an edition, in the write that keeps the edition.
pub(in crate::results) async fn keep(tx: &mut Tx, id: &str, part: &Built) -> Result<(), DbError> {
    let sql = "INSERT INTO edition_complaints (id, inputs, json, csv, inputs_hmac, json_sha256, csv_sha256, \
               method_version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let args = vec![
        id.into(),
        part.inputs.clone().into(),
        part.json.clone().into(),
        part.csv.clone().into(),
        part.document.inputs_hmac.as_str().into(),
        sha256_hex(&part.json).into(),
        sha256_hex(&part.csv).into(),
        i64::from(part.document.method_version).into(),
    ];
    tx.execute(sql, args).await.map(drop)
}

/// The inputs, the JSON and the CSV of an edition's part, as they are kept.
pub(in crate::results) async fn bytes(db: &Db, id: &str) -> Result<Option<[Vec<u8>; 3]>, DbError> {
    let sql = "SELECT inputs, json, csv FROM edition_complaints WHERE id = $1";
    let rows = db.read(sql, vec![id.into()]).await?;
    rows.first().map(|row| Ok([row.bytes(0)?, row.bytes(1)?, row.bytes(2)?])).transpose()
}

/// What was counted of a quarter's complaints with the first of its editions that was approved with this part.
pub(in crate::results) async fn first_counted(db: &Db, quarter: Quarter) -> Result<Option<Inputs>, DbError> {
    let sql = "SELECT c.inputs FROM edition_complaints c JOIN editions e ON e.id = c.id \
               WHERE e.quarter = $1 AND e.approved_at IS NOT NULL ORDER BY e.number LIMIT 1";
    let rows = db.read(sql, vec![quarter.to_string().into()]).await?;
    let read = |bytes: Vec<u8>| serde_json::from_slice(&bytes).map_err(|_| DbError::Inconsistent { column: 0 });
    rows.first().map(|row| read(row.bytes(0)?)).transpose()
}
