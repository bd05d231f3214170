//! What is kept no longer, read a page at a time, and what a hold keeps all the same.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::removal;
use super::store::{self, Candidate};
use crate::casework::StoreError;
use crate::db::DbError;
use crate::house::House;
use crate::standard::Standard;

/// So many cards are read, or removed in one write.
const AT_ONCE: usize = 100;

/// What a run found and did, by class.
#[derive(Debug, Default)]
pub struct Report {
    /// How many are kept no longer.
    pub due: BTreeMap<&'static str, u64>,
    /// How many a hold keeps.
    pub held: u64,
    /// How many were removed.
    pub removed: u64,
    /// How many rows of which table went with them.
    pub rows: BTreeMap<&'static str, u64>,
    /// Whether the journal beside the record could not be emptied, because somebody read meanwhile.
    pub is_left_in_journal: bool,
}

impl Report {
    /// Counts a card that is kept no longer; whether it is to be removed.
    pub(super) fn count(&mut self, one: &Candidate, today: Date) -> bool {
        if !one.is_due(today) {
            return false;
        }
        if one.is_held {
            self.held += 1;
            return false;
        }
        *self.due.entry(one.kept.class()).or_default() += 1;
        true
    }

    /// What it says, a line each. Its SHA-256 stands in the log.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let due = self.due.iter().map(|(class, number)| format!("{class}: {number} kept no longer"));
        let rows = self.rows.iter().map(|(table, number)| format!("{table}: {number} removed or emptied"));
        due.chain([format!("held: {}", self.held)]).chain(rows).collect()
    }
}

/// Finds what is kept no longer, and removes what leads to a person from it where that is wanted.
pub async fn run(house: &House, is_for_real: bool) -> Result<Report, StoreError> {
    let standard = Standard::default();
    let today = standard.office_date(house.clock.now());
    let mut report = Report::default();
    if is_for_real {
        store::overwrite(&house.db).await?;
    }
    let mut after = (i64::MIN, String::new());
    loop {
        let page = store::page(&house.db, &standard, &after, AT_ONCE).await?;
        let Some(last) = page.last() else { break };
        after = (last.received_at, last.reference.clone());
        let due: Vec<Candidate> = page.into_iter().filter(|one| one.is_due(today)).collect();
        if is_for_real && !due.is_empty() {
            removal::remove(house, &due, today, &mut report).await?;
        } else {
            for one in &due {
                report.count(one, today);
            }
        }
    }
    if is_for_real {
        removal::tell(house, &report).await?;
        report.is_left_in_journal = !store::write_anew(&house.db).await?;
    }
    Ok(report)
}

/// Whether the record still has anything of what a run removed.
pub(super) fn is_gone(left: i64) -> Result<(), DbError> {
    if left == 0 { Ok(()) } else { Err(DbError::Inconsistent { column: 0 }) }
}
