//! The rows of a file of cards, read one after the other: each with the line on which it begins, whether it is a row or not.

use std::io::Read;

use csv::{Reader, ReaderBuilder, StringRecord, Trim};

use super::row::{Headers, Row, read_row};
use super::{HeadersError, Refusal};
use crate::registry::{Lines, Misread};

/// A file whose first line was read.
pub struct Rows<F> {
    file: Reader<Lines<F>>,
    headers: Headers,
}

/// A row of the file, or why there is none on that line.
pub struct Numbered {
    /// The line of the file on which it begins, from 1; zero where the reader lost count.
    pub line: u64,
    /// What was read there.
    pub row: Result<Row, Refusal>,
}

impl<F: Read> Rows<F> {
    /// Reads the first line, and refuses a file where it names a column that no card has.
    pub fn open(file: F) -> Result<Self, HeadersError> {
        let mut file = ReaderBuilder::new().trim(Trim::All).from_reader(Lines::of(file));
        let headers = Headers::read(file.headers().map_err(HeadersError::Unreadable)?)?;
        Ok(Self { file, headers })
    }

    /// The next row; nothing at the end of the file. An error is one of the file, after which nothing more can be read.
    pub fn read(&mut self) -> Result<Option<Numbered>, csv::Error> {
        let mut record = StringRecord::new();
        let (place, row) = match self.file.read_record(&mut record) {
            Ok(false) => return Ok(None),
            Ok(true) => (record.position().cloned(), read_row(&self.headers, &record)),
            Err(error) => {
                let place = error.position().cloned();
                (place, Err(Misread::of(error)?.into()))
            }
        };
        let line = place.map_or(0, |place| self.file.get_mut().at(place.byte()));
        Ok(Some(Numbered { line, row }))
    }
}
