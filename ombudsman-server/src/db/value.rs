//! The three kinds of value that pass the door, each possibly null.

use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::DbError;

/// A value that goes in.
#[derive(Debug, Clone)]
pub enum Arg {
    /// A whole number, a time in milliseconds, or a boolean as 0 or 1.
    Int(Option<i64>),
    /// A text.
    Text(Option<String>),
    /// Bytes.
    Bytes(Option<Vec<u8>>),
}

impl From<i64> for Arg {
    fn from(value: i64) -> Self {
        Self::Int(Some(value))
    }
}

impl From<Option<i64>> for Arg {
    fn from(value: Option<i64>) -> Self {
        Self::Int(value)
    }
}

impl From<bool> for Arg {
    fn from(value: bool) -> Self {
        Self::Int(Some(i64::from(value)))
    }
}

impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        Self::Text(Some(value.to_owned()))
    }
}

impl From<String> for Arg {
    fn from(value: String) -> Self {
        Self::Text(Some(value))
    }
}

impl From<Option<String>> for Arg {
    fn from(value: Option<String>) -> Self {
        Self::Text(value)
    }
}

impl From<Vec<u8>> for Arg {
    fn from(value: Vec<u8>) -> Self {
        Self::Bytes(Some(value))
    }
}

/// A row that came out. Columns are numbered from 0 in the order of the SELECT.
pub struct Row(AnyRow);

impl From<AnyRow> for Row {
    fn from(row: AnyRow) -> Self {
        Self(row)
    }
}

impl Row {
    /// A whole number that is never null.
    pub fn int(&self, column: usize) -> Result<i64, DbError> {
        self.maybe_int(column)?.ok_or(DbError::Inconsistent { column })
    }

    /// A whole number.
    pub fn maybe_int(&self, column: usize) -> Result<Option<i64>, DbError> {
        Ok(self.0.try_get(column)?)
    }

    /// A text that is never null.
    pub fn text(&self, column: usize) -> Result<String, DbError> {
        self.maybe_text(column)?.ok_or(DbError::Inconsistent { column })
    }

    /// A text.
    pub fn maybe_text(&self, column: usize) -> Result<Option<String>, DbError> {
        Ok(self.0.try_get(column)?)
    }

    /// Bytes that are never null.
    pub fn bytes(&self, column: usize) -> Result<Vec<u8>, DbError> {
        Ok(self.0.try_get(column)?)
    }

    /// A value that a column holds as text and `parse` knows how to read.
    pub fn parsed<T>(&self, column: usize, parse: impl FnOnce(&str) -> Option<T>) -> Result<T, DbError> {
        parse(&self.text(column)?).ok_or(DbError::Inconsistent { column })
    }
}
