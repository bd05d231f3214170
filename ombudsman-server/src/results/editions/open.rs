//! Open data: what a program that has never heard of this office needs to use an edition. Beside the files of numbers, at
//! addresses that stay: their schema, a Data Package, a DCAT record; a catalogue and a feed of all editions; and the score of
//! a service as a small picture for its own page. All of it is made from the record of the edition, and tells nothing more.

mod badge;
pub(in crate::results) mod columns;
pub(in crate::results) mod dcat;
pub(in crate::results) mod feed;
mod files;
pub(in crate::results) mod package;
pub(in crate::results) mod schema;

use ::http::{HeaderValue, StatusCode, header};
use feedback::Language;
use serde_json::Value;

pub use badge::BadgeLines;
pub(super) use badge::show as badge;
pub(super) use columns::COLUMNS;
pub(super) use columns::DRIVER_COLUMNS;
pub(in crate::results) use columns::complaint_columns;
pub(super) use feed::show as feed;

use super::table::quarter_in_words;
use super::{Edition, store};
use crate::house::House;
use crate::http::{Failure, Reply, of_type};
use crate::results::{populations, standards};
use crate::words::Words;

/// Under which everything is published.
pub(in crate::results) const LICENCE: &str = "https://open.canada.ca/en/open-government-licence-canada";
/// How long somebody may keep what describes an edition, or shows the newest.
const KEPT: &str = "public, max-age=3600";

/// The office, as what describes its editions names it.
#[derive(Clone, Copy)]
pub(in crate::results) struct Office<'a> {
    /// Its address.
    pub server: &'a str,
    /// Whether its answers are samples, which whoever reads a file is told as well.
    is_sample: bool,
}

impl<'a> Office<'a> {
    /// This one.
    pub(in crate::results) fn of(house: &'a House) -> Self {
        Self { server: &house.config.public_url, is_sample: house.config.sample_data }
    }

    /// What its editions are.
    fn what(self, words: &Words) -> String {
        self.described(words.text("open-what"), words)
    }

    /// What something that it publishes is, with the word that it is a sample where it is one.
    pub(in crate::results) fn described(self, what: String, words: &Words) -> String {
        if self.is_sample { format!("{} {what}", words.text("sample-data")) } else { what }
    }
}

/// A file that describes an edition; nothing where it has no such file.
pub(super) fn description(house: &House, edition: &Edition, name: &str) -> Option<Result<Reply, Failure>> {
    let office = Office::of(house);
    let (media_type, value) = match name {
        "datapackage.json" => ("application/json", package::of(office, edition)),
        "dcat.jsonld" => (dcat::MEDIA_TYPE, dcat::record(office, edition)),
        _ => (schema::MEDIA_TYPE, schema::named(office, edition, name)?),
    };
    Some(document(media_type, &value))
}

/// `GET /data/dcat.jsonld`: the catalogue of all editions that are public, of the service standards, and of the
/// surveys.
pub(super) async fn catalogue(house: &House) -> Result<Reply, Failure> {
    let public = store::public(&house.db, house.clock.millis()).await.map_err(Failure::unavailable)?;
    let mut others = standards::open::datasets(house).await?;
    others.extend(populations::open::datasets(house).await?);
    document(dcat::MEDIA_TYPE, &dcat::catalogue(Office::of(house), &public, others))
}

/// A document that any page may read.
pub(in crate::results) fn document(media_type: &'static str, value: &Value) -> Result<Reply, Failure> {
    let bytes = serde_json::to_vec_pretty(value).map_err(Failure::internal)?;
    Ok(to_everyone(of_type(StatusCode::OK, media_type, bytes)))
}

/// Says of a JSON, beside its bytes, which never change, where the schema is that it keeps to.
pub(in crate::results) fn describe(reply: &mut Reply, name: &str) {
    let link = name
        .strip_suffix(".json")
        .map(|stem| format!("<{stem}.schema.json>; rel=\"describedby\"; type=\"{}\"", schema::MEDIA_TYPE));
    if let Some(link) = link.and_then(|link| HeaderValue::try_from(link).ok()) {
        reply.headers_mut().insert(header::LINK, link);
    }
}

/// The answer, for everybody to keep a while, and for pages of others to show.
fn to_everyone(mut reply: Reply) -> Reply {
    let headers = reply.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(KEPT));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    reply
}

/// What is said in English and in French.
pub(in crate::results) fn in_both(say: impl Fn(&Words) -> String) -> [String; 2] {
    [Language::English, Language::French].map(|language| say(Words::of(language)))
}

/// What an edition is called.
fn title(edition: &Edition, words: &Words) -> String {
    words.with("open-title", "quarter", quarter_in_words(edition.quarter, words))
}

/// From when on an edition is public, as programs write it.
fn published(edition: &Edition) -> String {
    edition.published_at().unwrap_or_default().to_string()
}
