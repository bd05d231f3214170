//! The two engines that can hold the record, and statements that each has words of its own for.

/// What holds the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A file in the data folder.
    Sqlite,
    /// A database of a `PostgreSQL`.
    Postgres,
}

impl Engine {
    /// Which of two is meant for this engine.
    pub fn of<T>(self, sqlite: T, postgres: T) -> T {
        match self {
            Self::Sqlite => sqlite,
            Self::Postgres => postgres,
        }
    }
}

/// A statement: one text that both engines read, or, where there is none, one for each.
#[derive(Debug, Clone, Copy)]
pub struct Sql {
    /// What `SQLite` is told.
    pub sqlite: &'static str,
    /// What `PostgreSQL` is told.
    pub postgres: &'static str,
}

impl From<&'static str> for Sql {
    fn from(both: &'static str) -> Self {
        Self { sqlite: both, postgres: both }
    }
}

impl From<&&'static str> for Sql {
    fn from(both: &&'static str) -> Self {
        Self::from(*both)
    }
}
