//! What organisations promise of their services, and how often they kept it: published for everyone, once somebody has looked at
//! what was imported.
//!
//! `import.rs` keeps what `registry/standards` read of a file, `publish.rs` makes it public, `funnel.rs` adds it up and `sums.rs`
//! keeps the sums in memory. `document.rs`
//! and `csv_file.rs` write the two files, which never change; `open.rs` describes them. The formulas are in docs/METHOD.md,
//! "Service standards".

mod csv_file;
mod document;
mod figure;
pub(super) mod files;
mod funnel;
mod import;
mod of_service;
pub(super) mod open;
pub(super) mod page;
mod publish;
mod said;
pub(super) mod store;
mod sums;

pub use files::file;
pub use funnel::Funnel;
pub use import::{ImportError, Wanted, import};
pub use of_service::OfService;
pub use publish::{Difference, difference, publish};
pub use said::said;
pub use store::{Kept, all, figures, remarks};
pub(super) use sums::read_newest;

use feedback::Language;

use super::editions::Reason;
use crate::registry::standards::FiscalYear;

/// The standards of a year, as they were imported once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// The year.
    pub year: FiscalYear,
    /// Which import of the year it is, from 1.
    pub number: i64,
    /// What the file was called.
    pub source: String,
    /// The hash of the file.
    pub source_sha256: String,
    /// Why it corrects the one before it.
    pub reason: Option<Reason>,
    /// The hashes of its JSON and its CSV.
    pub sha256: [String; 2],
    /// How many bytes the JSON and the CSV have.
    pub sizes: [i64; 2],
    /// When it was imported, in milliseconds since 1970.
    pub imported_at: i64,
    /// Who published it, and when, in milliseconds since 1970.
    pub published: Option<(String, i64)>,
}

impl Import {
    /// Its name: `2023-2024.1`.
    #[must_use]
    pub fn id(&self) -> String {
        name(self.year, self.number)
    }

    /// The hash of the JSON and its size in bytes, and those of the CSV.
    fn seals(&self) -> [(&str, i64); 2] {
        let ([json, csv], [json_size, csv_size]) = (&self.sha256, self.sizes);
        [(json, json_size), (csv, csv_size)]
    }

    /// Why it corrects the one before it, in this language.
    #[must_use]
    pub fn reason_in(&self, language: Language) -> Option<&str> {
        self.reason.as_ref().map(|reason| reason.in_language(language))
    }
}

/// The name of an import of a year.
fn name(year: FiscalYear, number: i64) -> String {
    format!("{year}.{number}")
}

#[cfg(test)]
mod tests;
