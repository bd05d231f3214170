//! The files of numbers that an edition has, as what describes it names them.

use super::columns::{COLUMNS, Column, DRIVER_COLUMNS, complaint_columns};
use super::schema;
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
}

/// All of them: each table, and the JSON that has its numbers.
pub(super) fn all(edition: &Edition) -> Vec<File<'_>> {
    let [json, csv] = edition.sizes;
    let mut files = vec![
        table(["results.csv", "numbers", "open-csv"], &COLUMNS, (&edition.csv_sha256, csv)),
        whole(["results.json", "edition", "open-json"], Some(schema::RESULTS), (&edition.json_sha256, json)),
    ];
    if let Some(part) = &edition.complaints {
        let (csv, json) = ((part.csv_sha256.as_str(), part.sizes[1]), (part.json_sha256.as_str(), part.sizes[0]));
        let columns = complaint_columns(part.method_version);
        files.push(table(["complaints.csv", "complaints", "open-complaints-csv"], columns, csv));
        files.push(whole(
            ["complaints.json", "complaints-edition", "open-complaints-json"],
            Some(schema::COMPLAINTS),
            json,
        ));
    }
    if let Some(part) = &edition.drivers {
        let (csv, json) = ((part.csv_sha256.as_str(), part.sizes[1]), (part.json_sha256.as_str(), part.sizes[0]));
        files.push(table(["drivers.csv", "drivers", "open-drivers-csv"], &DRIVER_COLUMNS, csv));
        files.push(whole(["drivers.json", "drivers-edition", "open-drivers-json"], Some(schema::DRIVERS), json));
    }
    files
}

const fn table<'a>(
    [name, resource, title]: [&'static str; 3],
    columns: &'static [Column],
    (sha256, size): (&'a str, i64),
) -> File<'a> {
    File { name, resource, title, columns: Some(columns), sha256, size, schema: None }
}

const fn whole<'a>(
    [name, resource, title]: [&'static str; 3],
    schema: Option<&'static str>,
    (sha256, size): (&'a str, i64),
) -> File<'a> {
    File { name, resource, title, columns: None, sha256, size, schema }
}
