//! Reads which services exist from a file in the layout of the Government of Canada service inventory.
//!
//! *Desired properties.* A bad row costs that row and never the file; every row that is left out is named with its line
//! and reason. The same services in another order get the same slugs, for a slug is in printed posters and in the pages
//! of others.
//!
//! *Design.* Each row is checked by itself (`row`), then a service that is given twice is settled, then slugs are given
//! out with all rows in view (`slug`).

mod remark;
mod row;
mod slug;

use std::collections::{BTreeMap, HashMap};
use std::io::Read;

use feedback::ServiceSlug;

use crate::registry::{Lines, Misread, ServiceKind};
pub use remark::{Matter, Reason, Refused, Warning};
use row::{Draft, Row};
pub(super) use row::{is_address, one_line};

/// What a file says, row by row.
#[derive(Debug, Default)]
pub struct Inventory {
    /// The services, in the order of the file.
    pub services: Vec<Service>,
    /// The rows that were left out, in the order of the file.
    pub refused: Vec<Refused>,
    /// What a person should look at in rows that were taken, in the order of the file.
    pub warnings: Vec<Warning>,
}

impl Inventory {
    /// The organisations that have a service here, by slug. Where titles differ, the last row's.
    #[must_use]
    pub fn organisations(&self) -> BTreeMap<&str, &Organisation> {
        let organisations = self.services.iter().map(|service| &service.organisation);
        organisations.map(|org| (org.slug.as_str(), org)).collect()
    }
}

/// One service that people can comment on. Texts are single lines without control characters, never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// The service's name in addresses, at most 60 characters unless the file sets it in `service_slug`.
    pub slug: ServiceSlug,
    /// The inventory's `service_id`: who reads the file again knows the service by it, whatever its name has become.
    pub inventory_id: String,
    /// The English name.
    pub name_en: String,
    /// The French name.
    pub name_fr: String,
    /// Who offers the service.
    pub organisation: Organisation,
    /// What kind of service it is, where the file says so.
    pub kind: Option<ServiceKind>,
    /// The English description.
    pub description_en: Option<String>,
    /// The French description.
    pub description_fr: Option<String>,
    /// The English name of the program that the service belongs to.
    pub program_en: Option<String>,
    /// The French name of the program that the service belongs to.
    pub program_fr: Option<String>,
    /// The http(s) address of the English page.
    pub page_en: Option<String>,
    /// The http(s) address of the French page.
    pub page_fr: Option<String>,
}

/// Who offers services.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// The organisation's name in addresses, from the inventory's `owner_org`.
    pub slug: String,
    /// The English name.
    pub name_en: String,
    /// The French name.
    pub name_fr: String,
}

/// Why a file gives no inventory at all.
#[derive(Debug, thiserror::Error)]
pub enum InventoryError {
    /// The header lacks columns that every service needs.
    #[error(
        "the first line names no column {}; nothing was imported; \
         save the file as UTF-8 text separated by commas, with the inventory's column names in its first line",
        .0.join(", ")
    )]
    MissingColumns(Vec<&'static str>),
    /// The file could not be read to its end.
    #[error("the file could not be read to its end ({0}); nothing was imported; check the file and try again")]
    Unreadable(#[source] csv::Error),
}

/// Reads an inventory: comma-separated UTF-8 with or without a byte order mark, columns found by name in the first line.
///
/// Of two rows for one service the one of the later fiscal year is kept, and of the same year the one further down: the
/// file is appended to from year to year, so what comes later is newer.
pub fn parse(file: impl Read) -> Result<Inventory, InventoryError> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(Lines::of(file));
    let header = reader.headers().map_err(InventoryError::Unreadable)?.clone();
    require_columns(&header)?;

    let mut inventory = Inventory::default();
    let mut drafts = Vec::new();
    while let Some(row) = read_row(&mut reader, &header)? {
        match row {
            Ok(draft) => drafts.push(draft),
            Err(refused) => inventory.refused.push(refused),
        }
    }
    let drafts = settle_repeats(drafts, &mut inventory.refused);
    let slugs = slug::give_out(&drafts);
    for (draft, slug) in drafts.into_iter().zip(slugs) {
        match slug {
            Ok(slug) => inventory.take(draft, slug),
            Err(taken) => inventory.refused.push(Refused { line: draft.line, reason: Reason::SlugTaken(taken) }),
        }
    }
    inventory.refused.sort_by_key(|refused| refused.line);
    Ok(inventory)
}

fn require_columns(header: &csv::StringRecord) -> Result<(), InventoryError> {
    let missing: Vec<_> =
        Row::REQUIRED.into_iter().filter(|column| !header.iter().any(|name| name == *column)).collect();
    if missing.is_empty() { Ok(()) } else { Err(InventoryError::MissingColumns(missing)) }
}

/// The next row's draft, or why it is left out; nothing at the end of the file. The outer error ends the reading.
fn read_row(
    reader: &mut csv::Reader<Lines<impl Read>>,
    header: &csv::StringRecord,
) -> Result<Option<Result<Draft, Refused>>, InventoryError> {
    let mut record = csv::StringRecord::new();
    let read = reader.read_record(&mut record);
    if matches!(read, Ok(false)) {
        return Ok(None);
    }
    let position = read.as_ref().map_or_else(csv::Error::position, |_| record.position());
    let byte = position.map(csv::Position::byte);
    let row: csv::Result<Row> = read.and_then(|_| record.deserialize(Some(header)));
    let line = byte.map_or(0, |byte| reader.get_mut().at(byte));
    let draft = match row {
        Ok(row) => row.check(line).map_err(|reason| Refused { line, reason }),
        Err(error) => Err(Refused { line, reason: Misread::of(error).map_err(InventoryError::Unreadable)?.into() }),
    };
    Ok(Some(draft))
}

/// One draft a service; the rows that lose are refused.
fn settle_repeats(drafts: Vec<Draft>, refused: &mut Vec<Refused>) -> Vec<Draft> {
    let mut kept: HashMap<String, Draft> = HashMap::with_capacity(drafts.len());
    for mut draft in drafts {
        let Some(earlier) = kept.get_mut(&draft.code) else {
            kept.insert(draft.code.clone(), draft);
            continue;
        };
        if draft.row.fiscal_yr >= earlier.row.fiscal_yr {
            std::mem::swap(earlier, &mut draft);
        }
        refused.push(Refused { line: draft.line, reason: Reason::RepeatedId { kept_line: earlier.line } });
    }
    let mut drafts: Vec<_> = kept.into_values().collect();
    drafts.sort_by_key(|draft| draft.line);
    drafts
}

impl Inventory {
    fn take(&mut self, draft: Draft, slug: ServiceSlug) {
        let line = draft.line;
        let (service, matters) = draft.into_service(slug);
        self.services.push(service);
        self.warnings.extend(matters.into_iter().map(|matter| Warning { line, matter }));
    }
}

#[cfg(test)]
mod tests;
