//! Reads a file of standards: the rows of one fiscal year, each whole or not at all.

use std::collections::{BTreeSet, HashMap};
use std::io::Read;

use jiff::civil::Date;

use super::row::{Fault, Row, Taken, about, bare, is_id};
use super::{ByInventoryId, FiscalYear, Matter, Remark, ServiceStandard};
use crate::registry::{Lines, Misread};

/// What a file says of a fiscal year.
#[derive(Debug)]
pub struct StandardsFile {
    /// The year.
    pub year: FiscalYear,
    /// The standards, by service and id.
    pub standards: Vec<ServiceStandard>,
    /// What there is to say of rows, in the order of the file.
    pub remarks: Vec<Remark>,
    /// So many rows are of other years, and were passed over.
    pub other_years: usize,
}

impl StandardsFile {
    /// The remarks about rows that were left out.
    pub fn left_out(&self) -> impl Iterator<Item = &Remark> {
        self.remarks.iter().filter(|remark| !remark.matter.is_taken())
    }
}

/// Why a file gives no standards at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The header lacks columns that every standard needs.
    #[error(
        "the first line names no column {}; save the file as UTF-8 text separated by commas, with the names of the \
         government's file of service standards in its first line",
        .0.join(", ")
    )]
    MissingColumns(Vec<&'static str>),
    /// The file could not be read to its end.
    #[error("the file could not be read to its end ({0}); check the file and try again")]
    Unreadable(#[from] csv::Error),
    /// No row is of a year that has begun.
    #[error("no row has a fiscal year that has begun, such as 2023-2024")]
    NoYear,
    /// The rows are of several years.
    #[error("the file is of several years ({}); say with --year which of them to read", .0.join(", "))]
    SeveralYears(Vec<String>),
    /// No row is of the year that was asked for.
    #[error("no row is of {0}")]
    NothingOf(FiscalYear),
}

/// So many lines are named of a standard that several rows are about: each of these rows names them.
const NAMED: usize = 10;

/// A row of the file, or what is the matter with it, and the line on which it begins.
type Numbered = (u64, Result<Row, Fault>);

/// Reads the standards of a year, of those services that the register has; of the file's only year where none is asked for.
/// What has not begun `today` cannot be told of.
pub fn read(
    file: impl Read,
    services: &ByInventoryId,
    asked: Option<FiscalYear>,
    today: Date,
) -> Result<StandardsFile, ReadError> {
    let rows = rows(file)?;
    let year = year_of(&rows, asked, today)?;
    let repeated = repeated(&rows, year);
    let mut found = StandardsFile { year, standards: Vec::new(), remarks: Vec::new(), other_years: 0 };
    for (line, row) in &rows {
        let row = row.as_ref();
        if row.is_ok_and(|row| begun(row, today).is_some_and(|of| of != year)) {
            found.other_years += 1;
            continue;
        }
        let known = row.ok().and_then(|row| services.get(&row.inventory_id()));
        let judged = row.map_err(Clone::clone).and_then(|row| judge(row, known, &repeated, today));
        let faults = match judged {
            Ok(taken) => {
                found.standards.push(taken.standard);
                taken.remarks
            }
            Err(fault) => vec![fault],
        };
        let standard = row.map_or_else(|_| String::new(), Row::id);
        found.remarks.extend(faults.into_iter().map(|(matter, detail)| Remark {
            line: *line,
            service: known.map(|(slug, _)| slug.clone()),
            standard: if is_id(&standard) { standard.clone() } else { String::new() },
            matter,
            detail,
        }));
    }
    found.standards.sort_by(|a, b| (&a.service, &a.id).cmp(&(&b.service, &b.id)));
    Ok(found)
}

fn judge(
    row: &Row,
    known: Option<&(String, String)>,
    repeated: &HashMap<(String, String), String>,
    today: Date,
) -> Result<Taken, Fault> {
    let year: FiscalYear = row.fiscal_yr.parse().map_err(|_| about(Matter::YearUnknown, &row.fiscal_yr))?;
    if year.first_day() > today {
        return Err(about(Matter::YearAhead, &row.fiscal_yr));
    }
    let Some((slug, organisation)) = known else {
        return Err(about(Matter::ServiceUnknown, &row.inventory_id()));
    };
    if !is_id(&row.id()) {
        return Err(bare(Matter::NoId));
    }
    if let Some(lines) = repeated.get(&key(row)) {
        return Err((Matter::Twice, lines.clone()));
    }
    row.check(slug, organisation)
}

/// Which standard a row is about. Small letters and capitals are the same.
fn key(row: &Row) -> (String, String) {
    (row.inventory_id(), row.id().to_lowercase())
}

/// The standards that several rows of the year are about, with the first lines of these: nobody can know which of them is right.
fn repeated(rows: &[Numbered], year: FiscalYear) -> HashMap<(String, String), String> {
    let mut lines: HashMap<(String, String), Vec<u64>> = HashMap::new();
    for (line, row) in rows {
        if let Ok(row) = row
            && row.fiscal_yr.parse() == Ok(year)
        {
            lines.entry(key(row)).or_default().push(*line);
        }
    }
    lines.retain(|_, lines| lines.len() > 1);
    lines.into_iter().map(|(key, lines)| (key, named(&lines))).collect()
}

fn named(lines: &[u64]) -> String {
    let more = (lines.len() > NAMED).then(|| "…".to_owned());
    lines.iter().take(NAMED).map(u64::to_string).chain(more).collect::<Vec<_>>().join(", ")
}

/// The year of a row, if it has begun.
fn begun(row: &Row, today: Date) -> Option<FiscalYear> {
    row.fiscal_yr.parse().ok().filter(|year: &FiscalYear| year.first_day() <= today)
}

fn year_of(rows: &[Numbered], asked: Option<FiscalYear>, today: Date) -> Result<FiscalYear, ReadError> {
    let years = rows.iter().filter_map(|(_, row)| begun(row.as_ref().ok()?, today));
    let years: BTreeSet<FiscalYear> = years.collect();
    match asked {
        Some(year) if years.contains(&year) => Ok(year),
        Some(year) => Err(ReadError::NothingOf(year)),
        None if years.len() > 1 => Err(ReadError::SeveralYears(years.iter().map(ToString::to_string).collect())),
        None => years.first().copied().ok_or(ReadError::NoYear),
    }
}

/// Every row, with the line on which it begins.
fn rows(file: impl Read) -> Result<Vec<Numbered>, ReadError> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(Lines::of(file));
    let header = reader.headers()?.clone();
    let missing: Vec<_> =
        Row::REQUIRED.into_iter().filter(|column| !header.iter().any(|name| name == *column)).collect();
    if !missing.is_empty() {
        return Err(ReadError::MissingColumns(missing));
    }
    let (mut rows, mut record) = (Vec::new(), csv::StringRecord::new());
    loop {
        let read = reader.read_record(&mut record);
        if matches!(read, Ok(false)) {
            return Ok(rows);
        }
        let place = read.as_ref().map_or_else(csv::Error::position, |_| record.position()).map(csv::Position::byte);
        let row: csv::Result<Row> = read.and_then(|_| record.deserialize(Some(&header)));
        let line = place.map_or(0, |byte| reader.get_mut().at(byte));
        let row = match row {
            Ok(row) => Ok(row),
            Err(error) => Err(misread(&Misread::of(error)?)),
        };
        rows.push((line, row));
    }
}

fn misread(misread: &Misread) -> Fault {
    match misread {
        Misread::NotText => bare(Matter::NotText),
        Misread::FieldCount { expected, found } => (Matter::FieldCount, format!("{found} ≠ {expected}")),
    }
}
