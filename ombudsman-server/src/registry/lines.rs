//! Which line of a file a record begins on, as an editor counts. The CSV reader says where a record begins before it has
//! passed over the end of the line before and over blank lines, so its own count is behind in files with either.

use std::collections::VecDeque;
use std::io::{self, Read};

/// The most bytes of a row, far more than any has. A quotation mark that is never closed would else make one row of the
/// whole rest of the file, and be refused as one.
const ROW_LIMIT: u64 = 1024 * 1024;

/// A file whose lines are noted as it is read.
pub struct Lines<F> {
    file: F,
    /// How many bytes were read.
    offset: u64,
    /// The line of the next byte, from 1.
    line: u64,
    is_after_cr: bool,
    is_blank: bool,
    /// Where each line that is not blank begins, first those that nobody asked for yet.
    begun: VecDeque<(u64, u64)>,
    /// Where the last record began that was asked for.
    asked: u64,
    quotes: Quotes,
    /// The line of the quotation mark that was opened last.
    quoted: u64,
}

/// Where the reader is, as far as quotation marks go: one that is first in a field opens it, and the next that is not doubled
/// closes it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quotes {
    FieldBegins,
    Plain,
    Inside,
    MaybeClosed,
}

impl Quotes {
    const fn after(self, byte: u8) -> Self {
        match (self, byte) {
            (Self::Inside, b'"') => Self::MaybeClosed,
            (Self::FieldBegins | Self::MaybeClosed, b'"') | (Self::Inside, _) => Self::Inside,
            (_, b',' | b'\n' | b'\r') => Self::FieldBegins,
            _ => Self::Plain,
        }
    }
}

impl<F> Lines<F> {
    /// The lines of a file, from its beginning.
    pub const fn of(file: F) -> Self {
        Self {
            file,
            offset: 0,
            line: 1,
            is_after_cr: false,
            is_blank: true,
            begun: VecDeque::new(),
            asked: 0,
            quotes: Quotes::FieldBegins,
            quoted: 0,
        }
    }

    /// The line on which a record begins that the CSV reader found at this byte, or zero if none was read there. Records
    /// are asked for in the order of the file.
    pub fn at(&mut self, byte: u64) -> u64 {
        self.asked = byte;
        while self.begun.front().is_some_and(|(offset, _)| *offset < byte) {
            self.begun.pop_front();
        }
        self.begun.front().map_or(0, |(_, line)| *line)
    }

    fn note(&mut self, byte: u8) {
        match byte {
            b'\n' if self.is_after_cr => {}
            b'\n' | b'\r' => {
                self.line += 1;
                self.is_blank = true;
            }
            _ if self.is_blank => {
                self.begun.push_back((self.offset, self.line));
                self.is_blank = false;
            }
            _ => {}
        }
        self.is_after_cr = byte == b'\r';
        // What stands in front of some files to say that they are UTF-8 is in front of the first field.
        if self.offset >= 3 || byte.is_ascii() {
            let after = self.quotes.after(byte);
            if self.quotes == Quotes::FieldBegins && after == Quotes::Inside {
                self.quoted = self.line;
            }
            self.quotes = after;
        }
        self.offset += 1;
    }
}

impl<F: Read> Read for Lines<F> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.offset - self.asked > ROW_LIMIT {
            let line = self.begun.front().map_or(0, |(_, line)| *line);
            let told =
                format!("after line {line} a row does not end within 1 MiB: a quotation mark may be missing there");
            return Err(io::Error::other(told));
        }
        let read = self.file.read(buffer)?;
        buffer.iter().take(read).for_each(|byte| self.note(*byte));
        // What would come of it is one row of all that are left, with the words of several people in one field.
        if read == 0 && !buffer.is_empty() && self.quotes == Quotes::Inside {
            return Err(io::Error::other(format!("the quotation mark in line {} is never closed", self.quoted)));
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_mark_that_is_never_closed_ends_the_reading_and_not_the_memory() {
        let text = format!("a,b\n1,2\n\"3,4\n{}", "1,2\n".repeat(1_000_000));
        let mut reader = csv::Reader::from_reader(Lines::of(text.as_bytes()));
        let mut record = csv::StringRecord::new();
        assert!(reader.read_record(&mut record).expect("the first row"));
        assert_eq!(reader.get_mut().at(record.position().expect("a position").byte()), 2);
        let told = reader.read_record(&mut record).expect_err("no end").to_string();
        assert!(told.contains("after line 2") && told.contains("quotation mark"), "{told}");
        assert!(reader.get_ref().offset < 2 * ROW_LIMIT);
    }

    #[test]
    fn a_quotation_mark_that_is_open_at_the_end_is_told_by_its_line_and_makes_no_row() {
        for (text, line) in [
            ("a,b\n1,2\n3,\"4\n5,6\n", Some(3)),
            ("\u{feff}\"a\",b\n1,\"2 \"\"x\n", Some(2)),
            ("\u{feff}\"a,b\",c\n1,2\n", None),
            ("a,b\n1,5\" pipe\n\"x\"\"\",\"y\n\"\n", None),
        ] {
            let mut reader = csv::Reader::from_reader(Lines::of(text.as_bytes()));
            let failed = reader.records().find_map(Result::err).map(|error| error.to_string());
            let told = line.map(|line| format!("the quotation mark in line {line} is never closed"));
            assert_eq!(failed.is_some(), told.is_some(), "{text:?} {failed:?}");
            assert!(failed.unwrap_or_default().contains(&told.unwrap_or_default()), "{text:?}");
        }
    }

    fn lines(text: &str) -> Vec<u64> {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(Lines::of(text.as_bytes()));
        reader.headers().expect("a first line");
        let (mut record, mut lines) = (csv::StringRecord::new(), Vec::new());
        while reader.read_record(&mut record).expect("a record") {
            let byte = record.position().expect("a position").byte();
            lines.push(reader.get_mut().at(byte));
        }
        lines
    }

    #[test]
    fn a_record_is_on_the_line_that_an_editor_shows() {
        for (text, expected) in [
            ("a,b\n1,2\n3,4\n", vec![2, 3]),
            ("a,b\r\n1,2\r\n3,4", vec![2, 3]),
            ("a,b\r1,2\r3,4\r", vec![2, 3]),
            ("\u{feff}a,b\r\n\r\n1,2\r\n\r\n\r\n3,4\r\n", vec![3, 6]),
            ("a,b\n\"1\n\n1\",2\n3,4\n", vec![2, 5]),
            ("a,b\r\n\"1\r\n1\",\"\r\n\"\r\n3,4\r\n", vec![2, 5]),
            ("a,b\n", vec![]),
        ] {
            assert_eq!(lines(text), expected, "{text:?}");
        }
        let longer_than_a_buffer = "1,x\r\n".repeat(9_000);
        assert_eq!(lines(&longer_than_a_buffer), (2..=9_000).collect::<Vec<_>>());
    }
}
