//! `datapackage.json`: the two files of an edition as a Data Package (version 2), with what each column of the CSV holds. The
//! standard has one language; what is said in French stands beside it under names that end in `_fr`.

use serde_json::{Value, json};

use super::{COLUMNS, LICENCE, Office, in_both, published, title};
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
        "resources": [numbers(edition), whole(edition)],
    })
}

/// The CSV.
fn numbers(edition: &Edition) -> Value {
    let [title, title_fr] = in_both(|words| words.text("open-csv"));
    let fields: Vec<Value> = COLUMNS.iter().map(field).collect();
    json!({
        "name": "numbers",
        "type": "table",
        "path": "results.csv",
        "title": title,
        "title_fr": title_fr,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": edition.sizes[1],
        "hash": format!("sha256:{}", edition.csv_sha256),
        "dialect": {
            "$schema": "https://datapackage.org/profiles/2.0/tabledialect.json",
            "delimiter": ",",
            "lineTerminator": "\r\n",
        },
        "schema": {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": fields,
            "missingValues": [""],
        },
    })
}

fn field(column: &super::columns::Column) -> Value {
    let [description, description_fr] = in_both(|words| words.text(&["column-", column.name].concat()));
    let (kind, constraints) = column.in_table();
    json!({
        "name": column.name,
        "type": kind,
        "description": description,
        "description_fr": description_fr,
        "constraints": constraints,
    })
}

/// The JSON.
fn whole(edition: &Edition) -> Value {
    let [title, title_fr] = in_both(|words| words.text("open-json"));
    json!({
        "name": "edition",
        "path": "results.json",
        "title": title,
        "title_fr": title_fr,
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
        "bytes": edition.sizes[0],
        "hash": format!("sha256:{}", edition.json_sha256),
        "jsonSchema": "results.schema.json",
    })
}
