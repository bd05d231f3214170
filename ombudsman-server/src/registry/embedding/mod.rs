//! How a service's card fares on the pages that embed it: how often it was opened there, how often it failed. Counted
//! in memory and written every few seconds, so that a flood of reports costs a number and not a disk.

pub mod routes;
mod store;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use tokio::sync::watch;

pub use store::{counts_since, keep_loader};

use crate::clock::Clock;
use crate::db::DbError;
use crate::house::House;

/// What was counted is written this often, and when the office closes. A crash loses what came since.
const WRITE_EVERY: Duration = Duration::from_secs(5);
/// Failures of one service that are believed between two writes: anyone can report one, and no real page fails so often.
const FAILURES_MOST: i64 = 50;

/// What may become of a card on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The loader asked for it.
    Opened,
    /// The loader gave it up, and the link is back.
    Failed,
}

impl Kind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Failed => "failed",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::Opened, Self::Failed].into_iter().find(|kind| kind.as_str() == text)
    }
}

/// How often each happened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Times that a card was opened.
    pub opened: i64,
    /// Times that it failed.
    pub failed: i64,
}

/// What was counted and is not written yet, by service.
#[derive(Default)]
pub struct Tally(Mutex<HashMap<String, Counts>>);

impl Tally {
    /// Notes that a card of this service, which the register knows, was opened or failed.
    pub fn note(&self, service: &str, kind: Kind) {
        let mut counted = self.counted();
        let counts = counted.entry(service.to_owned()).or_default();
        match kind {
            Kind::Opened => counts.opened += 1,
            Kind::Failed => counts.failed = FAILURES_MOST.min(counts.failed + 1),
        }
    }

    /// Whether more failures of this service would count for nothing until the next write.
    fn is_full(&self, service: &str) -> bool {
        self.counted().get(service).is_some_and(|counts| counts.failed >= FAILURES_MOST)
    }

    /// Writes what was counted. What cannot be written is counted on.
    pub async fn write(&self, house: &House) -> Result<(), DbError> {
        let taken = std::mem::take(&mut *self.counted());
        let rows: Vec<_> = taken
            .iter()
            .flat_map(|(service, counts)| {
                [(service, Kind::Opened, counts.opened), (service, Kind::Failed, counts.failed)]
            })
            .filter(|(_, _, n)| *n > 0)
            .map(|(service, kind, n)| (service.clone(), kind, n))
            .collect();
        if rows.is_empty() {
            return Ok(());
        }
        let written = store::add(&house.db, today(&house.clock), &rows).await;
        if written.is_err() {
            let mut counted = self.counted();
            for (service, counts) in taken {
                let again = counted.entry(service).or_default();
                again.opened += counts.opened;
                again.failed = FAILURES_MOST.min(again.failed + counts.failed);
            }
        }
        written
    }

    fn counted(&self) -> MutexGuard<'_, HashMap<String, Counts>> {
        // A panic elsewhere leaves numbers as they were: there is nothing half done to fear.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Writes what was counted every few seconds until the office closes, and once more then.
pub async fn keep_writing(tally: Arc<Tally>, house: Arc<House>, mut stopped: watch::Receiver<bool>) {
    loop {
        // The sender going away is an end as well.
        let is_end = tokio::time::timeout(WRITE_EVERY, stopped.wait_for(|stop| *stop)).await.is_ok();
        if let Err(error) = tally.write(&house).await {
            tracing::warn!(%error, "the counts of embedded cards could not be written; they are counted on");
        }
        if is_end {
            return;
        }
    }
}

/// The day that counts go to, in universal time: finer than that nobody needs to know.
#[must_use]
pub fn today(clock: &Clock) -> Date {
    clock.now().to_zoned(TimeZone::UTC).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openings_all_count_and_reported_failures_up_to_what_can_be_believed() {
        let tally = Tally::default();
        for _ in 0..FAILURES_MOST + 5 {
            tally.note("passport", Kind::Opened);
            tally.note("passport", Kind::Failed);
        }
        tally.note("pension", Kind::Failed);
        let counted = tally.counted();
        assert_eq!(counted["passport"], Counts { opened: FAILURES_MOST + 5, failed: FAILURES_MOST });
        assert_eq!(counted["pension"], Counts { opened: 0, failed: 1 });
    }
}
