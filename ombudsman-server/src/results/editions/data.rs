//! `GET /data/{edition}/results.json`, `results.csv`, and the same of its parts, `complaints` and `drivers`: the bytes of an edition, as
//! they were signed; beside them the files that describe it (`open/`).

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
static DRIVERS_JSON: Held<Bytes> = Held::new(1);
static DRIVERS_CSV: Held<Bytes> = Held::new(1);

/// A file of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::results) enum File {
    Json,
    Csv,
    ComplaintsJson,
    ComplaintsCsv,
    DriversJson,
    DriversCsv,
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
    open::describe(&mut reply, name);
    // Whatever has this address never changes, and may be read by any page.
    let headers = reply.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    Ok(reply)
}

/// A file of an edition, for whoever may read it. However many read it, its bytes are in memory once.
pub async fn file(house: &House, edition: &Edition, name: &str) -> Result<Reply, Failure> {
    let (complaints, drivers) = (edition.complaints.as_ref(), edition.drivers.as_ref());
    let (which, held, hash) = match (name, complaints, drivers) {
        ("results.json", ..) => (File::Json, &JSON, &edition.json_sha256),
        ("results.csv", ..) => (File::Csv, &CSV, &edition.csv_sha256),
        ("complaints.json", Some(part), _) => (File::ComplaintsJson, &COMPLAINTS_JSON, &part.json_sha256),
        ("complaints.csv", Some(part), _) => (File::ComplaintsCsv, &COMPLAINTS_CSV, &part.csv_sha256),
        ("drivers.json", _, Some(part)) => (File::DriversJson, &DRIVERS_JSON, &part.json_sha256),
        ("drivers.csv", _, Some(part)) => (File::DriversCsv, &DRIVERS_CSV, &part.csv_sha256),
        _ => return Err(Failure::NotFound),
    };
    let media_type = match which {
        File::Json | File::ComplaintsJson | File::DriversJson => "application/json",
        File::Csv | File::ComplaintsCsv | File::DriversCsv => "text/csv; charset=utf-8; header=present",
    };
    let bytes = store::file(&house.db, &edition.id, which);
    let bytes = held.get(hash, bytes, |bytes| Some(Bytes::from(bytes))).await?;
    let mut reply = of_type(StatusCode::OK, media_type, bytes);
    reply.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(reply)
}
