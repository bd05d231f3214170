//! `GET /data/{edition}/results.json`, `results.csv`, `complaints.json` and `complaints.csv`: the bytes of an edition, as they
//! were signed; beside them the files that describe it (`open/`).

use ::http::{HeaderValue, StatusCode, header};
use bytes::Bytes;

use super::held::Held;
use super::{Edition, open, store};
use crate::house::House;
use crate::http::{Failure, Reply, of_type};
use crate::results::standards;

static JSON: Held<Bytes> = Held::new(1);
static CSV: Held<Bytes> = Held::new(1);
static COMPLAINTS_JSON: Held<Bytes> = Held::new(1);
static COMPLAINTS_CSV: Held<Bytes> = Held::new(1);

/// A file of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::results) enum File {
    Json,
    Csv,
    ComplaintsJson,
    ComplaintsCsv,
}

/// Sends a file of a public edition, or of public service standards.
pub(super) async fn send(house: &House, edition: &str, name: &str) -> Result<Reply, Failure> {
    if let Some(import) = edition.strip_prefix(standards::open::FOLDER) {
        return standards::files::send(house, import, name).await;
    }
    let public = store::public(&house.db, house.clock.millis()).await.map_err(Failure::unavailable)?;
    let edition = public.iter().find(|one| one.id == edition).ok_or(Failure::NotFound)?;
    if let Some(description) = open::description(house, edition, name) {
        return description;
    }
    let mut reply = file(house, edition, name).await?;
    // Whatever has this address never changes, and may be read by any page.
    let headers = reply.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    Ok(reply)
}

/// A file of an edition, for whoever may read it. However many read it, its bytes are in memory once.
pub async fn file(house: &House, edition: &Edition, name: &str) -> Result<Reply, Failure> {
    let part = edition.complaints.as_ref();
    let (which, held, hash) = match (name, part) {
        ("results.json", _) => (File::Json, &JSON, &edition.json_sha256),
        ("results.csv", _) => (File::Csv, &CSV, &edition.csv_sha256),
        ("complaints.json", Some(part)) => (File::ComplaintsJson, &COMPLAINTS_JSON, &part.json_sha256),
        ("complaints.csv", Some(part)) => (File::ComplaintsCsv, &COMPLAINTS_CSV, &part.csv_sha256),
        _ => return Err(Failure::NotFound),
    };
    let media_type = match which {
        File::Json | File::ComplaintsJson => "application/json",
        File::Csv | File::ComplaintsCsv => "text/csv; charset=utf-8; header=present",
    };
    let bytes = store::file(&house.db, &edition.id, which);
    let bytes = held.get(hash, bytes, |bytes| Some(Bytes::from(bytes))).await?;
    let mut reply = of_type(StatusCode::OK, media_type, bytes);
    reply.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(reply)
}
