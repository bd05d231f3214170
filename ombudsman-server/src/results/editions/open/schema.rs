//! `results.schema.json`: the JSON Schema (2020-12) of an edition's JSON.

use serde_json::{Map, Value, json};

use super::columns::{Column, KIND};
use super::{COLUMNS, Office, in_both, title};
use crate::results::editions::Edition;

pub(super) fn of(office: Office<'_>, edition: &Edition) -> Value {
    let [name, _] = in_both(|words| title(edition, words));
    let text = || json!({ "type": "string", "minLength": 1 });
    let both = || object(&[("en", text()), ("fr", text())]);
    let day = || json!({ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" });
    let names = ["en", "fr", "organisation_en", "organisation_fr"].map(|name| (name, text()));
    let whole = || json!({ "type": "integer", "minimum": 1 });
    let mut schema = object(&[
        ("edition", json!({ "type": "string", "pattern": "^\\d{4}-Q[1-4]\\.[1-9]\\d*$" })),
        ("quarter", json!({ "type": "string", "pattern": "^\\d{4}-Q[1-4]$" })),
        ("number", whole()),
        ("reason", json!({ "oneOf": [{ "type": "null" }, both()] })),
        ("days", json!({ "type": "array", "items": day(), "minItems": 2, "maxItems": 2 })),
        ("population", text()),
        ("aggregation", text()),
        ("licence", text()),
        ("code_version", text()),
        ("method_version", whole()),
        ("inputs_hmac", json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" })),
        ("services", json!({ "type": "object", "additionalProperties": object(&names) })),
        ("figures", json!({ "type": "array", "items": figure() })),
    ]);
    schema["properties"]["kinds"] = kinds();
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    schema["$id"] = format!("{}/data/{}/results.schema.json", office.server, edition.id).into();
    schema["title"] = name.into();
    schema
}

/// The kinds of the services of which one is known. An edition that knows none has no such field.
fn kinds() -> Value {
    let [description, _] = KIND.meaning();
    let mut said = json!({ "type": "object", "additionalProperties": KIND.in_json() });
    said["description"] = description.into();
    said
}

/// A number: every column is a field, and says what it means.
fn figure() -> Value {
    line(&COLUMNS)
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
