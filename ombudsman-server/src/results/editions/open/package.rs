//! `datapackage.json`: the files of an edition as a Data Package (version 2), with what each column of the tables holds. The
//! standard has one language; what is said in French stands beside it under names that end in `_fr`.

use serde_json::{Value, json};

use super::columns::Column;
use super::files::{self, File};
use super::{LICENCE, Office, in_both, published, title};
use crate::results::editions::Edition;

pub(super) fn of(office: Office<'_>, edition: &Edition) -> Value {
    Package {
        name: format!("results-{}", edition.id.to_lowercase()),
        page: format!("{}/results/editions/{}", office.server, edition.id),
        title: in_both(|words| title(edition, words)),
        what: in_both(|words| office.what(words)),
        number: edition.number,
        created: published(edition),
        resources: files::all(edition).iter().map(resource).collect(),
    }
    .document()
}

/// A file of an edition: a table, or the JSON with the same numbers.
fn resource(file: &File<'_>) -> Value {
    let described = Resource::new(file.resource, file.name, file.title, (file.sha256, file.size));
    file.columns.map_or_else(|| whole(file.schema, &described), |columns| table(columns, &described))
}

/// Files that are published together.
pub(in crate::results) struct Package {
    /// What programs call it.
    pub name: String,
    /// The page for people.
    pub page: String,
    /// What it is called and what it is, in English and in French.
    pub title: [String; 2],
    pub what: [String; 2],
    /// Which of its kind it is, from 1.
    pub number: i64,
    /// From when on it is public, as programs write it.
    pub created: String,
    pub resources: Vec<Value>,
}

impl Package {
    /// The document.
    pub(in crate::results) fn document(self) -> Value {
        let ([title, title_fr], [what, what_fr]) = (self.title, self.what);
        let [licence, licence_fr] = in_both(|words| words.text("editions-licence"));
        let [publisher, publisher_fr] = in_both(|words| words.text("office"));
        json!({
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": self.name,
            "id": self.page,
            "title": title,
            "title_fr": title_fr,
            "description": what,
            "description_fr": what_fr,
            "homepage": self.page,
            "version": format!("{}.0.0", self.number),
            "created": self.created,
            "licenses": [{ "name": "OGL-Canada-2.0", "path": LICENCE, "title": licence, "title_fr": licence_fr }],
            "contributors": [{ "title": publisher, "title_fr": publisher_fr, "roles": ["publisher"] }],
            "resources": self.resources,
        })
    }
}

/// A file of a package.
pub(in crate::results) struct Resource<'a> {
    name: &'static str,
    path: &'static str,
    /// The words' id of what it is.
    title: &'static str,
    sha256: &'a str,
    /// In bytes.
    size: i64,
}

impl<'a> Resource<'a> {
    /// A file of this name, path and title, with this hash and size.
    pub(in crate::results) const fn new(
        name: &'static str,
        path: &'static str,
        title: &'static str,
        (sha256, size): (&'a str, i64),
    ) -> Self {
        Self { name, path, title, sha256, size }
    }

    fn described(&self, format: &str, media_type: &str) -> Value {
        let [title, title_fr] = in_both(|words| words.text(self.title));
        json!({
            "name": self.name,
            "path": self.path,
            "title": title,
            "title_fr": title_fr,
            "format": format,
            "mediatype": media_type,
            "encoding": "utf-8",
            "bytes": self.size,
            "hash": format!("sha256:{}", self.sha256),
        })
    }
}

/// A CSV of these columns.
pub(in crate::results) fn table(columns: &[Column], file: &Resource<'_>) -> Value {
    let field = |column: &Column| {
        let [description, description_fr] = column.meaning();
        let (kind, constraints) = column.in_table();
        json!({
            "name": column.name,
            "type": kind,
            "description": description,
            "description_fr": description_fr,
            "constraints": constraints,
        })
    };
    let mut said = file.described("csv", "text/csv");
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
    said
}

/// A JSON that keeps to the schema of this name beside it, where there is one.
pub(in crate::results) fn whole(schema: Option<&str>, file: &Resource<'_>) -> Value {
    let mut said = file.described("json", "application/json");
    if let Some(schema) = schema {
        said["jsonSchema"] = schema.into();
    }
    said
}
