//! What can go wrong at the door, and whose fault it is.

use crate::secrets::SecretsError;

/// The database refused, or cannot be reached.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// The driver's error. It may name tables and columns, never values.
    #[error("the record could not be read or written: {0}")]
    Driver(#[from] sqlx::Error),
    /// The file could not be made or opened.
    #[error("the record's file could not be opened: {0}")]
    File(std::io::Error),
    /// `PostgreSQL` does not answer, or does not let the office in.
    #[error(
        "The record in PostgreSQL cannot be reached: {0}. Check `database_url`, that PostgreSQL runs, and that it lets \
         this user into this database; then start the office again"
    )]
    Unreachable(sqlx::Error),
    /// `PostgreSQL` is there, but not as the record needs it.
    #[error("The record cannot be kept in this database of PostgreSQL: {0}")]
    Unfit(&'static str),
    /// The file is what a move to `PostgreSQL` left behind.
    #[error(
        "The record has moved from this file to PostgreSQL. The file holds what it held then, and nothing is written to it. \
         Name the database by `database_url`, and start again"
    )]
    Moved,
    /// The tables could not be brought up to date.
    #[error("the record's tables could not be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// It is of a version that this program does not know.
    #[error("a newer program brought its tables further than this one knows; start that one")]
    Newer,
    /// What is to be written is sealed with a generation of keys that is retired, and there is no newer one.
    #[error(transparent)]
    Keys(#[from] SecretsError),
    /// A value is not what its column should hold.
    #[error("the record holds an unexpected value in column {column}")]
    Inconsistent {
        /// The column's place in the row.
        column: usize,
    },
}

/// What the fence says that stands around all tables of a file whose record has moved.
pub(super) const MOVED: &str = "the record has moved to PostgreSQL";

impl DbError {
    /// Whether it is the record's own: it is locked, full, broken or out of reach, and anything else would have failed as
    /// well. Otherwise what was written may be to blame: also where a key is missing, for a card with nothing to seal needs
    /// none.
    #[must_use]
    pub fn is_of_the_record(&self) -> bool {
        let Self::Driver(error) = self else { return matches!(self, Self::Unreachable(_)) };
        match error {
            sqlx::Error::Database(error) => {
                error.code().is_some_and(|code| is_of_the_engine(&code)) || error.message().contains(MOVED)
            }
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::Protocol(_)
            | sqlx::Error::BeginFailed
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed => true,
            _ => false,
        }
    }
}

/// Whether an engine gives this code where it is itself to blame.
fn is_of_the_engine(code: &str) -> bool {
    // PostgreSQL's codes have five characters: a class of two, and three.
    if code.len() == 5 {
        // No connection, no right to sign in, no such database, an operator or a time limit intervened, no room, trouble of
        // the system, its configuration, damaged files.
        let class = ["08", "28", "3D", "53", "57", "58", "F0", "XX"];
        // Read only, waited too long within a write, in a write that broke off, serialization, deadlock, no right, a lock that
        // was not to be had.
        let exact = ["25006", "25P02", "25P03", "40001", "40003", "40P01", "42501", "55P03"];
        return class.iter().any(|class| code.starts_with(class)) || exact.contains(&code);
    }
    // SQLite's number; its last eight bits are the kind: no right, busy, locked, out of memory, read only, interrupted, a
    // fault of the disk, malformed, full, cannot open, no database.
    code.parse::<i64>().is_ok_and(|code| matches!(code & 0xff, 3 | 5..=11 | 13 | 14 | 26))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_out_of_order_is_told_from_a_value_that_it_refuses() {
        for code in
            ["5", "517", "10", "3338", "13", "08006", "40001", "40P01", "53100", "57P01", "57P03", "55P03", "25006"]
        {
            assert!(is_of_the_engine(code), "{code}");
        }
        // A rule broken by a value: SQLite's constraints, and what PostgreSQL says of text, keys and rules of its own.
        for code in ["19", "1811", "2067", "1555", "22021", "22P02", "23505", "23503", "P0001", "54000"] {
            assert!(!is_of_the_engine(code), "{code}");
        }
    }
}
