//! The rows of a file, each with the line on which it begins: its fields by the names of their columns, empty ones left out.

use std::collections::BTreeSet;

use csv::{ReaderBuilder, StringRecord, Trim};

use super::{ImportError, Refused, RowFault};
use crate::registry::{Lines, Misread};

/// The most characters of a column's name that are said back.
const NAME_LIMIT: usize = 64;

/// A row that could be read.
pub(super) struct Row<'a> {
    columns: &'a [String],
    record: &'a StringRecord,
}

impl Row<'_> {
    /// What stands in a column; nothing where it is empty or not there.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let place = self.columns.iter().position(|column| column == name)?;
        self.record.get(place).map(str::trim).filter(|text| !text.is_empty())
    }

    /// What stands in a column that each row fills.
    pub(super) fn need(&self, name: &'static str) -> Result<&str, RowFault> {
        self.get(name).ok_or(RowFault::Missing(name))
    }
}

/// Reads all rows of a file with these columns, the first of them needed, and hands each on; how many there are. Goes on after a
/// row that cannot be, so that all are told at once.
pub(super) fn read(
    file: &[u8],
    (needed, others): (&[&str], &[&str]),
    mut take: impl FnMut(&Row<'_>) -> Result<(), RowFault>,
) -> Result<u64, ImportError> {
    let mut reader = ReaderBuilder::new().trim(Trim::All).from_reader(Lines::of(file));
    let headers = reader.headers().map_err(ImportError::Unreadable)?.clone();
    let columns: Vec<String> = headers.iter().map(str::to_owned).collect();
    hold_columns(&columns, needed, others)?;
    let (mut record, mut refused, mut rows) = (StringRecord::new(), Vec::new(), 0);
    loop {
        let (place, row) = match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => (record.position().cloned(), Ok(())),
            Err(error) => (error.position().cloned(), Err(Misread::of(error).map_err(ImportError::Unreadable)?)),
        };
        let line = place.map_or(0, |place| reader.get_mut().at(place.byte()));
        let row = row.map_err(RowFault::from).and_then(|()| take(&Row { columns: &columns, record: &record }));
        match row {
            Ok(()) => rows += 1,
            Err(fault) => refused.push(Refused { line, fault }),
        }
    }
    if !refused.is_empty() {
        return Err(ImportError::Rows(refused));
    }
    if rows == 0 { Err(ImportError::Empty) } else { Ok(rows) }
}

/// What is missing is told before what is unknown: a file without a first line begins with an answer, of which nothing is said.
fn hold_columns(columns: &[String], needed: &[&str], others: &[&str]) -> Result<(), ImportError> {
    let missing: Vec<&str> =
        needed.iter().copied().filter(|name| !columns.iter().any(|column| column == name)).collect();
    if !missing.is_empty() {
        return Err(ImportError::Columns(format!("The first line names no column {}", missing.join(", "))));
    }
    let is_known = |column: &&String| needed.iter().chain(others).any(|name| column == name);
    let unknown = columns.iter().filter(|column| !is_known(column));
    let unknown: Vec<String> =
        unknown.map(|column| format!("{:?}", column.chars().take(NAME_LIMIT).collect::<String>())).collect();
    if !unknown.is_empty() {
        let unknown = unknown.join(", ");
        return Err(ImportError::Columns(format!("The first line names columns that this survey has not: {unknown}")));
    }
    let distinct: BTreeSet<&String> = columns.iter().collect();
    if distinct.len() < columns.len() {
        return Err(ImportError::Columns("The first line names a column twice".to_owned()));
    }
    Ok(())
}
