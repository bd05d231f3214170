//! `datapackage.json`: the files of an edition as a Data Package (version 2), with what each column of the tables holds. The
//! standard has one language; what is said in French stands beside it under names that end in `_fr`.

use serde_json::{Value, json};

use super::columns::Column;
use super::files::{self, File};
use super::{LICENCE, Office, in_both, published, title};
use crate::results::editions::Edition;

pub(super) fn of(office: Office<'_>, edition: &Edition) -> Value {
    let [name, name_fr] = in_both(|words| title(edition, words));
    let [what, what_fr] = in_both(|words| office.what(words));
    let [licence, licence_fr] = in_both(|words| words.text("editions-licence"));
    let [publisher, publisher_fr] = in_both(|words| words.text("office"));
    let page = format!("{}/results/editions/{}", office.server, edition.id);
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": format!("results-{}", edition.id.to_lowercase()),
        "id": page,
        "title": name,
        "title_fr": name_fr,
        "description": what,
        "description_fr": what_fr,
        "homepage": page,
        "version": format!("{}.0.0", edition.number),
        "created": published(edition),
        "licenses": [{ "name": "OGL-Canada-2.0", "path": LICENCE, "title": licence, "title_fr": licence_fr }],
        "contributors": [{ "title": publisher, "title_fr": publisher_fr, "roles": ["publisher"] }],
        "resources": files::all(edition).iter().map(resource).collect::<Vec<_>>(),
    })
}

/// A file: a table with what each of its columns holds, or the JSON with the same numbers.
fn resource(file: &File<'_>) -> Value {
    let [title, title_fr] = in_both(|words| words.text(file.title));
    let mut said = json!({
        "name": file.resource,
        "path": file.name,
        "title": title,
        "title_fr": title_fr,
        "format": file.format(),
        "mediatype": file.media_type(),
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": format!("sha256:{}", file.sha256),
    });
    if let Some(columns) = file.columns {
        said["type"] = "table".into();
        said["dialect"] = json!({
            "$schema": "https://datapackage.org/profiles/2.0/tabledialect.json",
            "delimiter": ",",
            "lineTerminator": "\r\n",
        });
        said["schema"] = json!({
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": columns.iter().map(field).collect::<Vec<_>>(),
            "missingValues": [""],
        });
    }
    if let Some(schema) = file.schema {
        said["jsonSchema"] = schema.into();
    }
    said
}

fn field(column: &Column) -> Value {
    let [description, description_fr] = column.meaning();
    let (kind, constraints) = column.in_table();
    json!({
        "name": column.name,
        "type": kind,
        "description": description,
        "description_fr": description_fr,
        "constraints": constraints,
    })
}
