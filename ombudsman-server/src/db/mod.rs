//! The narrow door to SQL: whole numbers, text and bytes go in and come out, nothing else.
//!
//! The `Any` driver of sqlx cannot be trusted with other types on every engine, so this door does not let them pass.
//! Times are milliseconds since 1970, days are `YYYY-MM-DD`, booleans 0 and 1. Only `store.rs` files and the SQL queue
//! read and write here, and SQL is always a literal: a value can only be an [`Arg`].
//!
//! One writes at a time, in a file and in `PostgreSQL`, whichever process it is in: what a write reads, nobody changes before
//! it ends (decision 35).

mod dialect;
mod engine;
mod error;
mod home;
mod migrations;
pub mod moving;
mod value;

use std::path::Path;

use sqlx::any::{AnyArguments, AnyRow};
use sqlx::{Any, AnyPool, Transaction};

pub use engine::{Engine, Sql};
pub use error::DbError;
pub use home::Home;
pub use value::{Arg, Row};

/// The turn to write, which a write in `PostgreSQL` waits for and holds until it ends. The number is this office's own word for
/// it: any would do that all its processes know.
const TURN: &str = "SELECT 1 FROM pg_advisory_xact_lock(7283401945)";

/// The record's database.
pub struct Db {
    engine: Engine,
    /// One connection: there is one writer at a time, and waiting for it here is fairer than failing busy.
    writer: AnyPool,
    readers: AnyPool,
}

impl Db {
    /// Opens the record in the file in this folder, made if it is not there, its tables brought up to date.
    pub async fn open(data_dir: &Path) -> Result<Self, DbError> {
        Home { data_dir, url: "" }.open().await
    }

    /// A record as it was after this migration, closed again: a later version of the program has yet to open it.
    #[cfg(test)]
    pub(crate) async fn leave_for_testing(data_dir: &Path, migration: i64, statements: &[&'static str]) {
        home::leave_for_testing(data_dir, migration, statements).await;
    }

    /// What holds it.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    /// Reads rows, outside of any transaction.
    pub async fn read(&self, sql: impl Into<Sql>, args: Vec<Arg>) -> Result<Vec<Row>, DbError> {
        let rows: Vec<AnyRow> = query(self.engine, sql.into(), args).fetch_all(&self.readers).await?;
        Ok(rows.into_iter().map(Row::from).collect())
    }

    /// Begins a write; nothing of it is kept unless [`Tx::commit`] says so. A committed write survives a power cut.
    pub async fn begin(&self) -> Result<Tx, DbError> {
        let begun = match self.engine {
            Engine::Sqlite => self.writer.begin_with("BEGIN IMMEDIATE").await?,
            Engine::Postgres => {
                let mut begun = self.writer.begin().await?;
                sqlx::query(TURN).execute(&mut *begun).await?;
                begun
            }
        };
        Ok(Tx { engine: self.engine, begun })
    }

    /// Runs a statement that is a whole write by itself; how many rows it changed. It survives a power cut.
    pub async fn execute(&self, sql: impl Into<Sql>, args: Vec<Arg>) -> Result<u64, DbError> {
        if self.engine == Engine::Sqlite {
            // One hand-over to the file, not three: a statement there is a write, and waits for its turn.
            return Ok(query(self.engine, sql.into(), args).execute(&self.writer).await?.rows_affected());
        }
        let mut tx = self.begin().await?;
        let changed = tx.execute(sql, args).await?;
        tx.commit().await?;
        Ok(changed)
    }

    /// Runs a statement that no write can hold: a setting of the writer, or writing the whole record anew.
    pub async fn maintain(&self, sql: Sql) -> Result<(), DbError> {
        Ok(query(self.engine, sql, Vec::new()).execute(&self.writer).await.map(drop)?)
    }

    /// Whether the record answers.
    pub async fn answers(&self) -> Result<(), DbError> {
        self.read("SELECT 1", Vec::new()).await.map(drop)
    }

    /// Whether a power cut could lose what was acknowledged: a database of `PostgreSQL` can be set so.
    pub async fn may_lose(&self) -> Result<bool, DbError> {
        if self.engine == Engine::Sqlite {
            return Ok(false);
        }
        let rows = self.read("SELECT current_setting('fsync')", Vec::new()).await?;
        Ok(rows.first().map(|row| row.text(0)).transpose()?.is_none_or(|fsync| fsync != "on"))
    }

    /// Ends every connection once its work is done.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// A write in progress.
pub struct Tx {
    engine: Engine,
    begun: Transaction<'static, Any>,
}

impl Tx {
    /// Runs a statement; how many rows it changed.
    pub async fn execute(&mut self, sql: impl Into<Sql>, args: Vec<Arg>) -> Result<u64, DbError> {
        Ok(query(self.engine, sql.into(), args).execute(&mut *self.begun).await?.rows_affected())
    }

    /// Reads rows as this write sees them.
    pub async fn read(&mut self, sql: impl Into<Sql>, args: Vec<Arg>) -> Result<Vec<Row>, DbError> {
        let rows: Vec<AnyRow> = query(self.engine, sql.into(), args).fetch_all(&mut *self.begun).await?;
        Ok(rows.into_iter().map(Row::from).collect())
    }

    /// Keeps what was written.
    pub async fn commit(self) -> Result<(), DbError> {
        Ok(self.begun.commit().await?)
    }
}

fn query(engine: Engine, sql: Sql, args: Vec<Arg>) -> sqlx::query::Query<'static, Any, AnyArguments> {
    args.into_iter().fold(sqlx::query(engine.of(sql.sqlite, sql.postgres)), |query, arg| match arg {
        Arg::Int(value) => query.bind(value),
        // PostgreSQL's texts hold every character but this one.
        Arg::Text(Some(value)) if engine == Engine::Postgres && value.contains('\0') => {
            query.bind(value.replace('\0', ""))
        }
        Arg::Text(value) => query.bind(value),
        Arg::Bytes(value) => query.bind(value),
    })
}
