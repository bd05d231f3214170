//! What two cards alike have in common, under a key of the day on which they came. The keys are made by chance and deleted
//! a day later: what is left in the record then tells nobody, not even who holds the office's keys, which network a card
//! came from.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::db::{DbError, Tx};
use crate::secrets::{Secrets, hex};

const DAY_MILLIS: i64 = 86_400_000;

/// The keys of the days that a batch needs.
#[derive(Default)]
pub(super) struct Keys(BTreeMap<i64, String>);

impl Keys {
    /// What is kept of what a card that was received then has in common with one alike.
    pub(super) async fn likeness(
        &mut self,
        tx: &mut Tx,
        secrets: &Secrets,
        (said, received_at, now): (&str, i64, i64),
    ) -> Result<String, DbError> {
        let day = received_at.div_euclid(DAY_MILLIS);
        let key = match self.0.entry(day) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(of_day(tx, secrets, day, now).await?),
        };
        Ok(secrets.digest(&["alike ", key, " ", said].concat()))
    }
}

/// The key of a day, made where there is none; those of days that are over go then.
async fn of_day(tx: &mut Tx, secrets: &Secrets, day: i64, now: i64) -> Result<String, DbError> {
    let kept = tx.read("SELECT key FROM alike_keys WHERE day = $1", vec![day.into()]).await?;
    if let Some(row) = kept.first() {
        return row.text(0);
    }
    let key = hex(&secrets.bytes::<32>()?);
    tx.execute("INSERT INTO alike_keys (day, key) VALUES ($1, $2)", vec![day.into(), key.as_str().into()]).await?;
    // Yesterday's is still needed by cards that waited over midnight, and this one by a card that waited for days.
    let yesterday = now.div_euclid(DAY_MILLIS) - 1;
    let sql = "DELETE FROM alike_keys WHERE day < $1 AND day <> $2";
    tx.execute(sql, vec![yesterday.into(), day.into()]).await?;
    Ok(key)
}
