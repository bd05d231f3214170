//! `GET /data/populations/{survey}/survey.json` and `survey.csv`: the bytes of a survey, as they were signed; beside
//! them the files that describe it (`open.rs`).

use ::http::{HeaderValue, StatusCode, header};
use bytes::Bytes;

use super::{Survey, gone, open, store};
use crate::house::House;
use crate::http::{Failure, Reply, Visit, of_type};
use crate::results::editions::held::Held;
use crate::results::editions::open::describe;

static JSON: Held<Bytes> = Held::new(4);
static CSV: Held<Bytes> = Held::new(4);

/// A file of a survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum File {
    Json,
    Csv,
}

/// Sends a file of a public survey.
pub(super) async fn send(house: &House, visit: &Visit, name: &str, file_name: &str) -> Result<Reply, Failure> {
    let found = store::find(&house.db, name).await.map_err(Failure::unavailable)?;
    let survey = found.filter(|survey| survey.approved.is_some()).ok_or(Failure::NotFound)?;
    if let Some(gone) = gone::reply(visit, &survey) {
        return gone;
    }
    if let Some(description) = open::description(house, &survey, file_name) {
        return description;
    }
    let Kept { hash, media_type, .. } = Kept::of(&survey, file_name).ok_or(Failure::NotFound)?;
    let is_known = |known: &str| known.contains(hash);
    let mut reply = if visit.header(&header::IF_NONE_MATCH).is_some_and(is_known) {
        of_type(StatusCode::NOT_MODIFIED, media_type, Bytes::new())
    } else {
        file(house, &survey, file_name).await?
    };
    describe(&mut reply, file_name);
    // Its bytes never change, but it may be withdrawn: a copy is shown to nobody before it was asked whether it still stands.
    let headers = reply.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    // Weak, because it is the same for copies that were compressed on the way.
    let tag = HeaderValue::try_from(format!("W/\"{hash}\"")).map_err(Failure::internal)?;
    headers.insert(header::ETAG, tag);
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    Ok(reply)
}

/// Where a file of a survey is, and what is known of it.
struct Kept<'a> {
    which: File,
    held: &'static Held<Bytes>,
    hash: &'a str,
    media_type: &'static str,
}

impl<'a> Kept<'a> {
    /// The file of this name, if there is one.
    fn of(survey: &'a Survey, name: &str) -> Option<Self> {
        let (which, held, hash, media_type) = match name {
            "survey.json" => (File::Json, &JSON, &survey.json_sha256, "application/json"),
            "survey.csv" => (File::Csv, &CSV, &survey.csv_sha256, "text/csv; charset=utf-8; header=present"),
            _ => return None,
        };
        Some(Self { which, held, hash, media_type })
    }
}

/// A file of a survey, for whoever may read it.
pub async fn file(house: &House, survey: &Survey, name: &str) -> Result<Reply, Failure> {
    let Kept { which, held, hash, media_type } = Kept::of(survey, name).ok_or(Failure::NotFound)?;
    let bytes = store::file(&house.db, &survey.name, which);
    let bytes = held.get(hash, bytes, |bytes| Some(Bytes::from(bytes))).await?;
    let mut reply = of_type(StatusCode::OK, media_type, bytes);
    reply.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(reply)
}
