//! `GET /data/standards-{import}/standards.json` and `standards.csv`: the bytes of an import, as they were published; beside them
//! the files that describe it.

use ::http::{HeaderValue, StatusCode, header};
use bytes::Bytes;

use super::store::{self, File};
use super::{Import, open};
use crate::house::House;
use crate::http::{Failure, Reply, of_type};
use crate::results::editions::held::Held;
use crate::results::editions::open::describe;

static JSON: Held<Bytes> = Held::new(1);
static CSV: Held<Bytes> = Held::new(1);

/// Sends a file of a public import.
pub(in crate::results) async fn send(house: &House, id: &str, name: &str) -> Result<Reply, Failure> {
    let public = store::public(&house.db).await.map_err(Failure::unavailable)?;
    let import = public.iter().find(|import| import.id() == id).ok_or(Failure::NotFound)?;
    if let Some(description) = open::description(house, import, name) {
        return description;
    }
    let mut reply = file(house, import, name).await?;
    describe(&mut reply, name);
    let headers = reply.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    Ok(reply)
}

/// A file of an import, for whoever may read it.
pub async fn file(house: &House, import: &Import, name: &str) -> Result<Reply, Failure> {
    let [json, csv] = &import.sha256;
    let (which, held, hash, media_type) = match name {
        "standards.json" => (File::Json, &JSON, json, "application/json"),
        "standards.csv" => (File::Csv, &CSV, csv, "text/csv; charset=utf-8; header=present"),
        _ => return Err(Failure::NotFound),
    };
    let bytes = store::file(&house.db, import, which);
    let bytes = held.get(hash, bytes, |bytes| Some(Bytes::from(bytes))).await?;
    let mut reply = of_type(StatusCode::OK, media_type, bytes);
    reply.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(reply)
}
