//! An import as it is published: JSON and CSV, made once. The same standards give the same bytes.

use std::collections::BTreeMap;

use serde::Serialize;

use super::figure::Figure;
use super::{csv_file, name};
use crate::registry::Service;
use crate::registry::standards::StandardsFile;
use crate::results::editions::{Names, Reason};

/// Raised by one when the same figures would give another status or performance.
const METHOD_VERSION: u16 = 1;

/// The standards of a year. Its fields stand in this order.
#[derive(Serialize)]
struct Document<'a> {
    import: String,
    fiscal_year: String,
    number: i64,
    reason: Option<&'a Reason>,
    days: [String; 2],
    source: Source<'a>,
    licence: &'static str,
    code_version: &'static str,
    method_version: u16,
    services: BTreeMap<&'a str, Names>,
    standards: Vec<Figure<'a>>,
}

/// The file that they come from.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Source<'a> {
    pub name: &'a str,
    pub sha256: &'a str,
}

/// What an import of a file is called, and where it comes from.
#[derive(Clone, Copy)]
pub(super) struct Imprint<'a> {
    pub number: i64,
    pub reason: Option<&'a Reason>,
    pub source: Source<'a>,
}

/// The JSON and the CSV of an import, with the names that the services have in the register.
pub(super) fn bytes(
    read: &StandardsFile,
    services: &[Service],
    imprint: Imprint<'_>,
) -> Result<[Vec<u8>; 2], serde_json::Error> {
    let year = read.year;
    let figures: Vec<Figure<'_>> = read.standards.iter().map(|standard| Figure::of(year, standard)).collect();
    let csv = csv_file::of(&figures);
    let is_named = |service: &&Service| read.standards.iter().any(|standard| standard.service == service.slug);
    let document = Document {
        import: name(year, imprint.number),
        fiscal_year: year.to_string(),
        number: imprint.number,
        reason: imprint.reason,
        days: [year.first_day(), year.last_day()].map(|day| day.to_string()),
        source: imprint.source,
        licence: "Open Government Licence - Canada 2.0",
        code_version: env!("CARGO_PKG_VERSION"),
        method_version: METHOD_VERSION,
        services: services.iter().filter(is_named).map(|service| (service.slug.as_str(), Names::of(service))).collect(),
        standards: figures,
    };
    let mut json = serde_json::to_vec_pretty(&document)?;
    json.push(b'\n');
    Ok([json, csv])
}
