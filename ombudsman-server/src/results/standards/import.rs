//! What was read of a file is kept in the record, whole or not at all. Nothing is public yet.

use super::document::{Imprint, Source, bytes};
use super::{Import, name, store};
use crate::audit::{Action, Actor, Entry};
use crate::db::DbError;
use crate::house::House;
use crate::registry;
use crate::registry::standards::{FiscalYear, StandardsFile};
use crate::results::editions::Reason;
use crate::secrets::sha256_hex;

/// What is to be imported.
pub struct Wanted<'a> {
    /// What was read.
    pub read: &'a StandardsFile,
    /// What the file is called.
    pub source: &'a str,
    /// The hash of the file.
    pub source_sha256: &'a str,
    /// Why it corrects what is public of the year.
    pub reason: Option<&'a Reason>,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// No row can be taken.
    #[error("no row of {0} can be taken")]
    Empty(FiscalYear),
    /// The year is public already.
    #[error(
        "{0} is public already, from {1}. Say with --reason-en and --reason-fr why this file replaces all of its figures"
    )]
    NeedsReason(FiscalYear, String),
    /// Nothing of the year is public yet.
    #[error("nothing of {0} is public that could be corrected. Leave the reason out")]
    NothingToCorrect(FiscalYear),
    /// The same figures are public.
    #[error("the file says what {0} says: no figure and no text is another")]
    Unchanged(String),
    /// Somebody else published one meanwhile.
    #[error("another import of {0} was published meanwhile. Import the file again")]
    Overtaken(FiscalYear),
    /// It could not be written.
    #[error("the files could not be written")]
    Written(#[from] serde_json::Error),
    /// The record.
    #[error(transparent)]
    Record(#[from] DbError),
}

/// Imports what was read, in place of what nobody has published of the year, to wait for a publisher; the name of the import.
/// A dry run only looks whether it could be imported.
pub async fn import(house: &House, wanted: &Wanted<'_>, is_dry_run: bool) -> Result<String, ImportError> {
    let (read, year) = (wanted.read, wanted.read.year);
    if read.standards.is_empty() {
        return Err(ImportError::Empty(year));
    }
    let before: Option<Import> = store::newest_of(&house.db, year).await?;
    match (&before, wanted.reason) {
        (Some(before), None) => return Err(ImportError::NeedsReason(year, before.source.clone())),
        (None, Some(_)) => return Err(ImportError::NothingToCorrect(year)),
        _ => {}
    }
    let number = before.as_ref().map_or(0, |before| before.number) + 1;
    let source = Source { name: wanted.source, sha256: wanted.source_sha256 };
    let services = registry::all(&house.db).await?;
    let files = bytes(read, &services, Imprint { number, reason: wanted.reason, source })?;
    let [sha256, csv_sha256] = files.each_ref().map(|file| sha256_hex(file));
    if let Some(before) = before.filter(|before| before.seals()[1].0 == csv_sha256) {
        return Err(ImportError::Unchanged(before.id()));
    }
    let id = name(year, number);
    if !is_dry_run {
        // Nobody has signed in here: the log names who has the machine.
        let now = house.clock.millis();
        let entry = Entry::of_office(now, Actor::operator(), Action::StandardsImport).about(&id).deciding(&sha256);
        let source = (wanted.source, wanted.source_sha256);
        let draft = store::Draft { read, number, source, reason: wanted.reason, files };
        if !store::keep(&house.db, &draft, (now, &entry)).await? {
            return Err(ImportError::Overtaken(year));
        }
    }
    Ok(id)
}
