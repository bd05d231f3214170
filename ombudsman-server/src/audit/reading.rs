//! Reading the log: a page of entries, the latest in front, of everything or of one chain, actor, action or day.

mod store;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::Link;
use crate::db::{Db, DbError};

/// What is asked of the log. What is empty is not asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// A chain.
    pub chain: String,
    /// The sign-in name or the word of who did it.
    pub actor: String,
    /// The name of an action.
    pub action: String,
    /// A day, by universal time.
    pub day: Option<Date>,
    /// Entries before this one: its time, chain and place.
    pub before: Option<(i64, String, i64)>,
}

impl Asked {
    /// The first millisecond that is asked for, and the first after it that is not.
    fn span(&self) -> (i64, i64) {
        let begins = |day: Date| day.to_zoned(TimeZone::UTC).map(|time| time.timestamp().as_millisecond()).ok();
        let from = self.day.and_then(begins);
        let to = self.day.and_then(|day| begins(day.tomorrow().ok()?));
        (from.unwrap_or(i64::MIN), to.unwrap_or(i64::MAX))
    }
}

/// The latest entries of what is asked for, at most so many.
pub async fn latest(db: &Db, asked: &Asked, most: usize) -> Result<Vec<Link>, DbError> {
    store::latest(db, asked, asked.span(), i64::try_from(most).unwrap_or(i64::MAX)).await
}
