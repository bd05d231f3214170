//! The narrow door to SQL: whole numbers, text and bytes go in and come out, nothing else.
//!
//! The `Any` driver of sqlx cannot be trusted with other types on every engine, so this door does not let them pass.
//! Times are milliseconds since 1970, days are `YYYY-MM-DD`, booleans 0 and 1. Only `store.rs` files and the SQL queue
//! read and write here, and SQL is always a literal: a value can only be an [`Arg`].

mod migrations;
mod value;

use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use sqlx::any::{AnyArguments, AnyPoolOptions, AnyRow};
use sqlx::{Any, AnyPool, Connection, Executor, Transaction};

pub use value::{Arg, Row};

use crate::secrets::SecretsError;

/// The record's file in the data folder.
const FILE: &str = "record.sqlite";

/// The database refused, or cannot be reached.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// The driver's error. It may name tables and columns, never values.
    #[error("the record could not be read or written: {0}")]
    Driver(#[from] sqlx::Error),
    /// The file could not be made or opened.
    #[error("the record's file could not be opened: {0}")]
    File(std::io::Error),
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

impl DbError {
    /// Whether it is the record's own: it is locked, full, broken or out of reach, and anything else would have failed as
    /// well. Otherwise what was written may be to blame: also where a key is missing, for a card with nothing to seal needs
    /// none.
    #[must_use]
    pub fn is_of_the_record(&self) -> bool {
        let Self::Driver(error) = self else { return false };
        match error {
            sqlx::Error::Database(error) => {
                // SQLite's number; its last eight bits are the kind: no right, busy, locked, out of memory, read only,
                // interrupted, a fault of the disk, malformed, full, cannot open, no database.
                let code = error.code().and_then(|code| code.parse::<i64>().ok());
                code.is_some_and(|code| matches!(code & 0xff, 3 | 5..=11 | 13 | 14 | 26))
            }
            sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => {
                true
            }
            _ => false,
        }
    }
}

/// The record's database.
pub struct Db {
    /// One connection: `SQLite` has one writer, and waiting for it here is fairer than failing busy.
    writer: AnyPool,
    readers: AnyPool,
}

impl Db {
    /// Whether there is a record in this folder.
    #[must_use]
    pub fn is_there(data_dir: &Path) -> bool {
        data_dir.join(FILE).exists()
    }

    /// Opens the record in this folder, made if it is not there, its tables brought up to date.
    pub async fn open(data_dir: &Path) -> Result<Self, DbError> {
        sqlx::any::install_default_drivers();
        let path = data_dir.join(FILE);
        // Made here, for its owner alone: what people wrote is nobody else's to read. The files beside it follow suit.
        std::fs::OpenOptions::new().append(true).create(true).mode(0o600).open(&path).map_err(DbError::File)?;
        let url = format!("sqlite://{}?mode=rw", path.display());
        let writer = pool(1).connect(&url).await?;
        migrations::run(&writer).await?;
        Ok(Self { writer, readers: pool(4).connect(&url).await? })
    }

    /// A record as it was after this migration, closed again: a later version of the program has yet to open it.
    #[cfg(test)]
    pub(crate) async fn leave_for_testing(data_dir: &Path, migration: i64, statements: &[&'static str]) {
        sqlx::any::install_default_drivers();
        let url = format!("sqlite://{}?mode=rwc", data_dir.join(FILE).display());
        let writer = pool(1).connect(&url).await.expect("a record");
        migrations::run_to(&writer, migration).await.expect("its tables");
        for sql in statements {
            query(sql, Vec::new()).execute(&writer).await.expect("what it holds");
        }
        writer.close().await;
    }

    /// Reads rows, outside of any transaction.
    pub async fn read(&self, sql: &'static str, args: Vec<Arg>) -> Result<Vec<Row>, DbError> {
        let rows: Vec<AnyRow> = query(sql, args).fetch_all(&self.readers).await?;
        Ok(rows.into_iter().map(Row::from).collect())
    }

    /// Begins a write; nothing of it is kept unless [`Tx::commit`] says so. A committed write survives a power cut.
    pub async fn begin(&self) -> Result<Tx, DbError> {
        Ok(Tx(self.writer.begin_with("BEGIN IMMEDIATE").await?))
    }

    /// Runs a statement that is a whole write by itself; how many rows it changed. It survives a power cut.
    pub async fn execute(&self, sql: &'static str, args: Vec<Arg>) -> Result<u64, DbError> {
        Ok(query(sql, args).execute(&self.writer).await?.rows_affected())
    }

    /// Whether the record answers.
    pub async fn answers(&self) -> Result<(), DbError> {
        self.read("SELECT 1", Vec::new()).await.map(drop)
    }

    /// Ends every connection once its work is done.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// A write in progress.
pub struct Tx(Transaction<'static, Any>);

impl Tx {
    /// Runs a statement; how many rows it changed.
    pub async fn execute(&mut self, sql: &'static str, args: Vec<Arg>) -> Result<u64, DbError> {
        Ok(query(sql, args).execute(&mut *self.0).await?.rows_affected())
    }

    /// Reads rows as this write sees them.
    pub async fn read(&mut self, sql: &'static str, args: Vec<Arg>) -> Result<Vec<Row>, DbError> {
        let rows: Vec<AnyRow> = query(sql, args).fetch_all(&mut *self.0).await?;
        Ok(rows.into_iter().map(Row::from).collect())
    }

    /// Keeps what was written.
    pub async fn commit(self) -> Result<(), DbError> {
        Ok(self.0.commit().await?)
    }
}

fn query(sql: &'static str, args: Vec<Arg>) -> sqlx::query::Query<'static, Any, AnyArguments> {
    args.into_iter().fold(sqlx::query(sql), |query, arg| match arg {
        Arg::Int(value) => query.bind(value),
        Arg::Text(value) => query.bind(value),
        Arg::Bytes(value) => query.bind(value),
    })
}

fn pool(size: u32) -> AnyPoolOptions {
    let options = AnyPoolOptions::new().max_connections(size);
    // A write that the disk refuses is undone by the database itself, and the driver then counts a write under way that
    // nothing ends: every later one on that connection would fail. Such a connection is given up for a new one.
    let options = options.before_acquire(|connection, _| {
        let is_free = !connection.is_in_transaction();
        Box::pin(async move { Ok(is_free) })
    });
    // A file does not hang up: asking before each use would cost as much as most reads.
    options.test_before_acquire(false).after_connect(|connection, _| {
        Box::pin(async move {
            for pragma in [
                "PRAGMA journal_mode = WAL",
                // What was acknowledged to a person survives a power cut, not only a crash of the process.
                "PRAGMA synchronous = FULL",
                "PRAGMA foreign_keys = ON",
                // What is removed or rewritten is written over where it stood, as far as that costs no write more.
                "PRAGMA secure_delete = FAST",
                "PRAGMA busy_timeout = 10000",
            ] {
                connection.execute(pragma).await?;
            }
            Ok(())
        })
    })
}
