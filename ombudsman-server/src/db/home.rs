//! Where the record is: a file in the data folder, or a database of `PostgreSQL` by its address; and how each is opened.

use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

use sqlx::any::AnyPoolOptions;
use sqlx::{AnyConnection, Connection, Executor, Row as _};

use super::{Db, DbError, Engine, migrations, moving};

/// The record's file in the data folder.
const FILE: &str = "record.sqlite";

/// What is set on each connection to `SQLite`.
const PRAGMAS: [&str; 5] = [
    "PRAGMA journal_mode = WAL",
    // What was acknowledged to a person survives a power cut, not only a crash of the process.
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    // What is removed or rewritten is written over where it stood, as far as that costs no write more.
    "PRAGMA secure_delete = FAST",
    "PRAGMA busy_timeout = 10000",
];

/// What is set on each connection to `PostgreSQL`: a write waits for its turn as long as it does for `SQLite`, a process that
/// hangs keeps the turn for a minute at most, and what was acknowledged to a person survives a power cut, whatever the
/// database's own settings say of commits.
const SETTINGS: &str = "SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '60s'; SET jit = off; \
    SET client_min_messages = error; \
    SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";

/// What a database must be to hold the record.
const FITNESS: &str = "SELECT CAST(current_setting('server_version_num') AS BIGINT), current_setting('server_encoding'), \
    CAST(CAST(pg_is_in_recovery() AS INTEGER) AS BIGINT)";
/// The oldest that is known to do: what the search needs came with it.
const OLDEST: i64 = 130_000;

/// How long a request waits for a connection to `PostgreSQL`, with what it takes to open one.
const ANSWERS_WITHIN: Duration = Duration::from_secs(10);

/// Where the record is.
#[derive(Clone, Copy)]
pub struct Home<'a> {
    /// The folder of its file.
    pub data_dir: &'a Path,
    /// The address of its database, where it is not in a file; it may hold a password.
    pub url: &'a str,
}

impl Home<'_> {
    /// Whether there is a record.
    pub async fn has_record(&self) -> Result<bool, DbError> {
        if self.url.is_empty() {
            return Ok(self.data_dir.join(FILE).exists());
        }
        let mut connection = self.connection().await?;
        let sql = "SELECT 1 FROM information_schema.tables \
            WHERE table_name = '_sqlx_migrations' AND table_schema = current_schema()";
        Ok(sqlx::query(sql).fetch_optional(&mut connection).await?.is_some())
    }

    /// Opens the record, made if it is not there, its tables brought up to date.
    pub async fn open(&self) -> Result<Db, DbError> {
        if self.url.is_empty() { in_file(self.data_dir).await } else { self.in_postgres().await }
    }

    /// One connection, with the reason where there is none: a pool would only say that it waited.
    async fn connection(&self) -> Result<AnyConnection, DbError> {
        sqlx::any::install_default_drivers();
        let connecting = tokio::time::timeout(ANSWERS_WITHIN, AnyConnection::connect(&self.address()));
        let late = |_| DbError::Unreachable(sqlx::Error::Io(ErrorKind::TimedOut.into()));
        connecting.await.map_err(late)?.map_err(DbError::Unreachable)
    }

    /// The address with what the office asks of the driver: every statement of its own is prepared once.
    fn address(&self) -> String {
        let joint = if self.url.contains('?') { '&' } else { '?' };
        format!("{}{joint}statement-cache-capacity=500&application_name=ombudsman", self.url)
    }

    async fn in_postgres(&self) -> Result<Db, DbError> {
        let mut connection = self.connection().await?;
        is_fit(&mut connection).await?;
        connection.execute("SET client_min_messages = error").await?;
        // Not on a connection of the pool: who waits for another process that does the same waits as long as it takes.
        migrations::run(&mut connection, Engine::Postgres).await?;
        connection.close().await?;
        let pool = |size| {
            // A server hangs up when it is started again: asking first costs a moment, and nobody is refused for it.
            let options = options(size).test_before_acquire(true).acquire_timeout(ANSWERS_WITHIN);
            options.after_connect(|connection, _| Box::pin(async move { connection.execute(SETTINGS).await.map(drop) }))
        };
        let address = self.address();
        let (writer, readers) = (pool(1).connect(&address).await?, pool(4).connect(&address).await?);
        Ok(Db { engine: Engine::Postgres, writer, readers })
    }
}

async fn is_fit(connection: &mut AnyConnection) -> Result<(), DbError> {
    let row = sqlx::query(FITNESS).fetch_one(connection).await?;
    let (version, encoding): (i64, String) = (row.try_get(0)?, row.try_get(1)?);
    let is_standby: i64 = row.try_get(2)?;
    if version < OLDEST {
        return Err(DbError::Unfit("it is older than version 13. Bring PostgreSQL up to date"));
    }
    if encoding != "UTF8" {
        return Err(DbError::Unfit("its encoding is not UTF8. Create the database with `ENCODING 'UTF8'`"));
    }
    if is_standby != 0 {
        return Err(DbError::Unfit("it is a standby, which only reads. Name the primary in `database_url`"));
    }
    Ok(())
}

async fn in_file(data_dir: &Path) -> Result<Db, DbError> {
    sqlx::any::install_default_drivers();
    let path = data_dir.join(FILE);
    // Made here, for its owner alone: what people wrote is nobody else's to read. The files beside it follow suit.
    std::fs::OpenOptions::new().append(true).create(true).mode(0o600).open(&path).map_err(DbError::File)?;
    let url = format!("sqlite://{}?mode=rw", path.display());
    let writer = file_pool(1).connect(&url).await?;
    if sqlx::query(moving::HAS_MOVED).fetch_optional(&writer).await?.is_some() {
        return Err(DbError::Moved);
    }
    migrations::run(&writer, Engine::Sqlite).await?;
    Ok(Db { engine: Engine::Sqlite, writer, readers: file_pool(4).connect(&url).await? })
}

/// A record in a file as it was after this migration, closed again: a later version of the program has yet to open it.
#[cfg(test)]
pub(super) async fn leave_for_testing(data_dir: &Path, migration: i64, statements: &[&'static str]) {
    sqlx::any::install_default_drivers();
    let url = format!("sqlite://{}?mode=rwc", data_dir.join(FILE).display());
    let writer = file_pool(1).connect(&url).await.expect("a record");
    migrations::run_to(&writer, Engine::Sqlite, migration).await.expect("its tables");
    for sql in statements {
        sqlx::query(*sql).execute(&writer).await.expect("what it holds");
    }
    writer.close().await;
}

fn file_pool(size: u32) -> AnyPoolOptions {
    // A file does not hang up: asking before each use would cost as much as most reads.
    options(size).test_before_acquire(false).after_connect(|connection, _| {
        Box::pin(async move {
            for pragma in PRAGMAS {
                connection.execute(pragma).await?;
            }
            Ok(())
        })
    })
}

fn options(size: u32) -> AnyPoolOptions {
    // A write that the disk refuses is undone by the database itself, and the driver then counts a write under way that
    // nothing ends: every later one on that connection would fail. Such a connection is given up for a new one.
    AnyPoolOptions::new().max_connections(size).before_acquire(|connection, _| {
        let is_free = !connection.is_in_transaction();
        Box::pin(async move { Ok(is_free) })
    })
}
