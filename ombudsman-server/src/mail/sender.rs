//! The sender: takes the letters that are due, one after the other, and keeps what became of each. What it logs names a
//! letter by its id and never by its address or its words.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::timeout;

use super::post::Trouble;
use super::store::{self, Taken};
use super::{Post, Reason};
use crate::db::DbError;
use crate::house::House;

/// How often it is looked whether a letter is due.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How long the sender leaves a record or a mail server alone that is in trouble.
const REST: Duration = Duration::from_secs(5);

/// What became of one turn.
enum Turn {
    /// Nothing was due.
    Idle,
    /// A letter was dealt with, for good.
    Done,
    /// A letter waits for another try.
    PutOff,
}

/// Sends what is due until it is told to stop; the letter in hand is finished first.
pub async fn keep_sending(house: Arc<House>, post: Post, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        let pause = match turn(&house, &post).await {
            Ok(Turn::Done) => continue,
            // Where one is put off, the others would most likely not be taken either.
            Ok(Turn::Idle | Turn::PutOff) => LOOK_EVERY,
            Err(error) => {
                tracing::error!(%error, "the outbox cannot be read or written; letters wait");
                REST
            }
        };
        let _ = timeout(pause, stopped.wait_for(|stop| *stop)).await;
    }
}

async fn turn(house: &House, post: &Post) -> Result<Turn, DbError> {
    let now = house.clock.millis();
    let within = post.mail.try_within;
    let Some(Taken { letter, sealed }) = store::take(&house.db, now, after(now, within * 2)).await? else {
        return Ok(Turn::Idle);
    };
    let Ok(address) = house.secrets.open_sealed(&letter.reference, &sealed) else {
        tracing::error!(letter = letter.id, "an address cannot be opened; the letter is given up");
        house.metrics.mail_failed.inc();
        store::failed(&house.db, &letter, Reason::Sealed, house.clock.millis()).await?;
        return Ok(Turn::Done);
    };
    let tried = timeout(within, post.deliver(&letter, &address)).await;
    let tried = tried.unwrap_or(Err(Trouble::Passing { at: "the time for a try", code: None }));
    let now = house.clock.millis();
    let trouble = match tried {
        Ok(()) => {
            house.metrics.mail_sent.inc();
            tracing::debug!(letter = letter.id, tries = letter.tries, "a letter was sent");
            keep_sent(house, &letter, within).await?;
            return Ok(Turn::Done);
        }
        Err(trouble) => trouble,
    };
    let reason = match (trouble, post.mail.waits.get(letter.tries.saturating_sub(1))) {
        (Trouble::Refused { .. }, _) => Reason::Refused,
        (Trouble::Unaddressed, _) => Reason::Address,
        (Trouble::Passing { .. }, None) => Reason::Unreachable,
        (Trouble::Passing { .. }, Some(wait)) => {
            house.metrics.mail_tries_failed.inc();
            tracing::warn!(letter = letter.id, tries = letter.tries, %trouble, "a letter waits for another try");
            store::put_off(&house.db, &letter, after(now, *wait)).await?;
            return Ok(Turn::PutOff);
        }
    };
    house.metrics.mail_failed.inc();
    tracing::warn!(letter = letter.id, tries = letter.tries, %trouble, "a letter cannot be delivered; its officer is told");
    store::failed(&house.db, &letter, reason, now).await?;
    Ok(Turn::Done)
}

/// Keeps that a letter was sent. While the record cannot be written it is tried again for as long as nobody else takes the
/// letter: what is not kept is sent twice.
async fn keep_sent(house: &House, letter: &super::Letter, within: Duration) -> Result<(), DbError> {
    let mut kept = store::sent(&house.db, letter, house.clock.millis()).await;
    for _ in 0..within.as_secs() {
        if kept.is_ok() {
            break;
        }
        tokio::time::sleep(LOOK_EVERY).await;
        kept = store::sent(&house.db, letter, house.clock.millis()).await;
    }
    kept
}

/// So long after this time, in milliseconds since 1970.
fn after(now: i64, wait: Duration) -> i64 {
    now.saturating_add(i64::try_from(wait.as_millis()).unwrap_or(i64::MAX))
}
