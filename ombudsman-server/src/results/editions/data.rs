//! `GET /data/{edition}/results.json` and `results.csv`: the bytes of an edition, as they were signed.

use ::http::{HeaderValue, StatusCode, header};

use super::store;
use crate::house::House;
use crate::http::{Failure, Reply, of_type};

/// Sends a file of a public edition.
pub(super) async fn send(house: &House, edition: &str, file: &str) -> Result<Reply, Failure> {
    let public = store::public(&house.db, house.clock.millis()).await.map_err(Failure::unavailable)?;
    if !public.iter().any(|one| one.id == edition) {
        return Err(Failure::NotFound);
    }
    let found = store::bytes(&house.db, edition).await.map_err(Failure::unavailable)?;
    let [_, json, csv] = found.ok_or(Failure::NotFound)?;
    let (media_type, bytes) = match file {
        "results.json" => ("application/json", json),
        "results.csv" => ("text/csv; charset=utf-8; header=present", csv),
        _ => return Err(Failure::NotFound),
    };
    let mut reply = of_type(StatusCode::OK, media_type, bytes);
    // Whatever has this address never changes, and may be read by any page.
    let headers = reply.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    Ok(reply)
}
