//! A row of a CSV file that cannot be read, of whatever the file lists.

/// Why a row could not be read, where the rest of its file can.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Misread {
    /// The row's bytes are not UTF-8.
    #[error("the row is not UTF-8 text")]
    NotText,
    /// The row is cut off or has a stray separator.
    #[error("the row has {found} fields where the first line has {expected}")]
    FieldCount {
        /// Fields of the first line.
        expected: u64,
        /// Fields of the row.
        found: u64,
    },
}

impl Misread {
    /// Why a row could not be read; the error itself if the rest of the file cannot be read either.
    pub fn of(error: csv::Error) -> Result<Self, csv::Error> {
        match *error.kind() {
            csv::ErrorKind::Utf8 { .. } => Ok(Self::NotText),
            csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                Ok(Self::FieldCount { expected: expected_len, found: len })
            }
            _ => Err(error),
        }
    }
}
