//! The files of numbers that an edition has, as what describes it names them.

use super::columns::{COLUMNS, COMPLAINT_COLUMNS, Column};
use crate::results::editions::Edition;

/// A file.
pub(super) struct File<'a> {
    pub name: &'static str,
    /// What a Data Package calls it.
    pub resource: &'static str,
    /// What it is, by the id in the words.
    pub title: &'static str,
    /// Its columns, where it is a table.
    pub columns: Option<&'static [Column]>,
    pub sha256: &'a str,
    /// How many bytes it has.
    pub size: i64,
    /// What may stand in it, where it has a JSON Schema.
    pub schema: Option<&'static str>,
}

impl File<'_> {
    pub(super) const fn media_type(&self) -> &'static str {
        if self.columns.is_some() { "text/csv" } else { "application/json" }
    }

    pub(super) const fn format(&self) -> &'static str {
        if self.columns.is_some() { "csv" } else { "json" }
    }
}

/// All of them: each table, and the JSON that has its numbers.
pub(super) fn all(edition: &Edition) -> Vec<File<'_>> {
    let table = |name, resource, title, columns, sha256, size| File {
        name,
        resource,
        title,
        columns: Some(columns),
        sha256,
        size,
        schema: None,
    };
    let whole =
        |name, resource, title, sha256, size| File { name, resource, title, columns: None, sha256, size, schema: None };
    let [json, csv] = edition.sizes;
    let mut files = vec![
        table("results.csv", "numbers", "open-csv", &COLUMNS[..], edition.csv_sha256.as_str(), csv),
        File {
            schema: Some("results.schema.json"),
            ..whole("results.json", "edition", "open-json", edition.json_sha256.as_str(), json)
        },
    ];
    if let Some(part) = &edition.complaints {
        let ([json, csv], columns) = (part.sizes, &COMPLAINT_COLUMNS[..]);
        files.push(table("complaints.csv", "complaints", "open-complaints-csv", columns, &part.csv_sha256, csv));
        files.push(whole("complaints.json", "complaints-edition", "open-complaints-json", &part.json_sha256, json));
    }
    files
}
