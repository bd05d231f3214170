//! `results.schema.json`, `complaints.schema.json` and `drivers.schema.json`: the JSON Schemas (2020-12) of the JSON files of an
//! edition.

use serde_json::{Map, Value, json};

use super::columns::{Column, KIND, complaint_columns};
use super::{COLUMNS, DRIVER_COLUMNS, Office, in_both, title};
use crate::results::editions::Edition;

/// What such a file is.
pub(in crate::results) const MEDIA_TYPE: &str = "application/schema+json";

/// What a schema of each JSON is called.
pub(in crate::results::editions) const RESULTS: &str = "results.schema.json";
pub(in crate::results::editions) const COMPLAINTS: &str = "complaints.schema.json";
pub(in crate::results::editions) const DRIVERS: &str = "drivers.schema.json";

/// The schema of this name; nothing where the edition has no file that keeps to it.
pub(super) fn named(office: Office<'_>, edition: &Edition, name: &str) -> Option<Value> {
    let fields = match name {
        RESULTS => results(),
        COMPLAINTS => complaints(edition.complaints.as_ref()?.method_version),
        DRIVERS => edition.drivers.is_some().then(drivers)?,
        _ => return None,
    };
    let [said, _] = in_both(|words| title(edition, words));
    let mut schema = schema(&fields, &format!("{}/data/{}/{name}", office.server, edition.id), said);
    if name == RESULTS {
        schema["properties"]["kinds"] = kinds();
    }
    Some(schema)
}

/// The kinds of the services of which one is known. An edition that knows none has no such field.
fn kinds() -> Value {
    let [description, _] = KIND.meaning();
    let mut said = json!({ "type": "object", "additionalProperties": KIND.in_json() });
    said["description"] = description.into();
    said
}

/// The schema at this address, of something of this title that has these fields.
pub(in crate::results) fn schema(fields: &[(&str, Value)], address: &str, title: String) -> Value {
    let mut schema = object(fields);
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    schema["$id"] = address.into();
    schema["title"] = title.into();
    schema
}

/// The JSON of an edition.
fn results() -> Vec<(&'static str, Value)> {
    let names = ["en", "fr", "organisation_en", "organisation_fr"].map(|name| (name, text()));
    vec![
        ("edition", edition_name()),
        ("quarter", quarter()),
        ("number", version()),
        ("reason", json!({ "oneOf": [{ "type": "null" }, in_each_language()] })),
        ("days", json!({ "type": "array", "items": day(), "minItems": 2, "maxItems": 2 })),
        ("population", text()),
        ("aggregation", text()),
        ("licence", text()),
        ("code_version", text()),
        ("method_version", version()),
        ("inputs_hmac", hash()),
        ("services", json!({ "type": "object", "additionalProperties": object(&names) })),
        ("figures", json!({ "type": "array", "items": line(&COLUMNS) })),
    ]
}

/// That of its part about complaints, by this version of its rules. The quarter and what was counted stand once, above its
/// numbers.
fn complaints(method_version: i64) -> Vec<(&'static str, Value)> {
    let is_above = |column: &&Column| column.name == "period" || column.name == "population";
    let columns: Vec<Column> =
        complaint_columns(method_version).iter().filter(|column| !is_above(column)).copied().collect();
    part(None, &line(&columns))
}

/// That of its part about what answers tell together.
fn drivers() -> Vec<(&'static str, Value)> {
    part(Some(("counted_in", edition_name())), &line(&DRIVER_COLUMNS))
}

/// A part of an edition, with what this one alone says of where it comes from, and such numbers.
fn part(own: Option<(&'static str, Value)>, figure: &Value) -> Vec<(&'static str, Value)> {
    let shared = [
        ("edition", edition_name()),
        ("quarter", quarter()),
        ("days", json!({ "type": "array", "items": day(), "minItems": 2, "maxItems": 2 })),
        ("population", text()),
        ("licence", text()),
        ("code_version", text()),
        ("method_version", version()),
        ("inputs_hmac", hash()),
        ("figures", json!({ "type": "array", "items": figure })),
    ];
    shared.into_iter().chain(own).collect()
}

fn edition_name() -> Value {
    json!({ "type": "string", "pattern": "^\\d{4}-Q[1-4]\\.[1-9]\\d*$" })
}

fn quarter() -> Value {
    json!({ "type": "string", "pattern": "^\\d{4}-Q[1-4]$" })
}

/// A text that says something.
pub(in crate::results) fn text() -> Value {
    json!({ "type": "string", "minLength": 1 })
}

/// A text in English and in French.
pub(in crate::results) fn in_each_language() -> Value {
    object(&[("en", text()), ("fr", text())])
}

pub(in crate::results) fn day() -> Value {
    json!({ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" })
}

/// A number that counts from 1.
pub(in crate::results) fn version() -> Value {
    json!({ "type": "integer", "minimum": 1 })
}

/// 32 bytes.
pub(in crate::results) fn hash() -> Value {
    json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" })
}

/// What is in a line of these columns, with what each means.
pub(in crate::results) fn line(columns: &[Column]) -> Value {
    let field = |column: &Column| {
        let [description, _] = column.meaning();
        let mut said = column.in_json();
        said["description"] = description.into();
        (column.name, said)
    };
    object(&columns.iter().map(field).collect::<Vec<_>>())
}

/// An object that has these fields and no others.
pub(in crate::results) fn object(fields: &[(&str, Value)]) -> Value {
    let required: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    let properties: Map<String, Value> = fields.iter().map(|(name, said)| ((*name).to_owned(), said.clone())).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}
