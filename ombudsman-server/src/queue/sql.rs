//! The embedded queue: a table beside the record.
//!
//! Letters that are appended together share one commit. A delivery is a lease on a row; a lease that runs out is another worker's to take.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use tokio::sync::Notify;

use super::{Delivery, Depth, Letter, PutOff, Queue, QueueError, SetAside, Written};
use crate::db::{Arg, DbError, Row};
use crate::house::House;

/// The most letters that are read at once to list them.
const PAGE: usize = 256;
/// Rows of one statement: it costs more than its rows. Where there are fewer, the rest is nothing.
const MANY: usize = 32;
const INSERT_MANY: &str = "INSERT INTO queue (body) SELECT column1 FROM (VALUES ($1), ($2), ($3), ($4), ($5), ($6), \
    ($7), ($8), ($9), ($10), ($11), ($12), ($13), ($14), ($15), ($16), ($17), ($18), ($19), ($20), ($21), ($22), ($23), \
    ($24), ($25), ($26), ($27), ($28), ($29), ($30), ($31), ($32)) AS letters WHERE column1 IS NOT NULL";
const DELETE_MANY: &str = "DELETE FROM queue WHERE ticket IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, \
    $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32)";
/// No lease is given for longer, unless the settings say so: one that ends later was given before the clock was set back,
/// and is over.
const LONGEST_MILLIS: i64 = 60 * 60 * 1_000;
/// How long [`Queue::take`] waits for a letter from another process; one from this process wakes it at once.
const WAIT: Duration = Duration::from_millis(500);
/// About as long as the longest letter, in bytes.
const LONGEST: usize = 64 * 1024;

/// The queue in the record's database.
pub struct SqlQueue {
    house: Arc<House>,
    lease_millis: i64,
    arrived: Notify,
    /// The first ticket whose letter does not say when it began to wait, and since when it has been the first.
    first: Mutex<(i64, i64)>,
}

impl SqlQueue {
    /// The queue of this house; a lease lasts `lease`.
    #[must_use]
    pub fn new(house: Arc<House>, lease: Duration) -> Self {
        Self { house, lease_millis: millis(lease), arrived: Notify::new(), first: Mutex::default() }
    }

    /// Gives every letter to another queue, those that are set aside as well, which wait again there; how many there were. A
    /// letter that was given and not yet taken away here, or that a worker has in its hands, is recorded once all the same.
    pub async fn move_to(&self, other: &dyn Queue) -> Result<usize, QueueError> {
        let mut moved = 0;
        loop {
            let sql = "SELECT ticket, body FROM queue ORDER BY ticket LIMIT 32";
            let rows = self.house.db.read(sql, Vec::new()).await?;
            if rows.is_empty() {
                return Ok(moved);
            }
            let letters = rows.iter().map(|row| row.text(1).map(Written)).collect::<Result<Vec<_>, _>>()?;
            other.append(&letters).await?;
            let tickets = rows.iter().map(|row| row.int(0).map(Arg::from)).collect::<Result<Vec<_>, _>>()?;
            self.in_one_write(DELETE_MANY, tickets, &Arg::Int(None)).await?;
            moved += rows.len();
        }
    }

    /// Runs a statement for each of these values, many at once, all of them or none.
    async fn in_one_write(&self, sql: &'static str, mut values: Vec<Arg>, nothing: &Arg) -> Result<(), DbError> {
        values.resize(values.len().next_multiple_of(MANY), nothing.clone());
        let (chunks, _) = values.as_chunks::<MANY>();
        // Whoever sends few cards waits for one hand-over to the database, not for three.
        if let [only] = chunks {
            return self.house.db.execute(sql, only.to_vec()).await.map(drop);
        }
        let mut tx = self.house.db.begin().await?;
        for chunk in chunks {
            tx.execute(sql, chunk.to_vec()).await?;
        }
        tx.commit().await
    }

    async fn lease(&self, most: usize) -> Result<Vec<Delivery>, QueueError> {
        let now = self.house.clock.millis();
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        // An empty queue is asked often: only one that has something waiting takes the writer's place.
        let beyond = now.saturating_add(self.lease_millis.max(LONGEST_MILLIS));
        let waiting =
            "SELECT 1 FROM queue WHERE set_aside IS NULL AND (leased_until <= $1 OR leased_until > $2) LIMIT 1";
        if self.house.db.read(waiting, vec![now.into(), beyond.into()]).await?.is_empty() {
            return Ok(Vec::new());
        }
        let mut tx = self.house.db.begin().await?;
        let rows = tx
            .read(
                "UPDATE queue SET leased_until = $1, tries = tries + 1 WHERE ticket IN (SELECT ticket FROM queue \
                 WHERE set_aside IS NULL AND (leased_until <= $2 OR leased_until > $4) ORDER BY ticket LIMIT $3) \
                 RETURNING ticket, tries, body",
                vec![now.saturating_add(self.lease_millis).into(), now.into(), most.into(), beyond.into()],
            )
            .await?;
        tx.commit().await?;
        // Changed rows come back in no order that an engine promises.
        let mut taken =
            rows.iter().map(|row| Ok((row.int(0)?, delivery(row)?))).collect::<Result<Vec<_>, DbError>>()?;
        taken.sort_unstable_by_key(|(ticket, _)| *ticket);
        Ok(taken.into_iter().map(|(_, delivery)| delivery).collect())
    }
}

#[async_trait]
impl Queue for SqlQueue {
    async fn append(&self, letters: &[Written]) -> Result<(), QueueError> {
        let body = |Written(body): &Written| body.as_str().into();
        self.in_one_write(INSERT_MANY, letters.iter().map(body).collect(), &Arg::Text(None)).await?;
        self.arrived.notify_waiters();
        Ok(())
    }

    async fn try_to_write(&self) -> Result<(), QueueError> {
        let mut tx = self.house.db.begin().await?;
        // Nobody sees the letter, and its pages are written all the same: as many as the longest card needs.
        let longest = " ".repeat(LONGEST);
        let rows = tx.read("INSERT INTO queue (body) VALUES ($1) RETURNING ticket", vec![longest.into()]).await?;
        let ticket = rows.first().map(|row| row.int(0)).transpose()?;
        tx.execute("DELETE FROM queue WHERE ticket = $1", vec![ticket.into()]).await?;
        Ok(tx.commit().await?)
    }

    async fn take(&self, most: usize) -> Result<Vec<Delivery>, QueueError> {
        let arrived = self.arrived.notified();
        let taken = self.lease(most).await?;
        if !taken.is_empty() {
            return Ok(taken);
        }
        // Nothing came in time: the caller asks again.
        let _ = tokio::time::timeout(WAIT, arrived).await;
        self.lease(most).await
    }

    async fn acknowledge(&self, tickets: &[String]) -> Result<(), QueueError> {
        let tickets = tickets.iter().map(|ticket| number(ticket)).collect();
        Ok(self.in_one_write(DELETE_MANY, tickets, &Arg::Int(None)).await?)
    }

    async fn put_off(&self, letter: &PutOff<'_>) -> Result<(), QueueError> {
        let until = self.house.clock.millis().saturating_add(millis(letter.wait));
        let mut tx = self.house.db.begin().await?;
        // A letter that another worker took meanwhile has been delivered more often.
        let sql = "UPDATE queue SET leased_until = $1 WHERE ticket = $2 AND tries = $3 AND set_aside IS NULL";
        tx.execute(sql, vec![until.into(), number(letter.ticket), i64::from(letter.tries).into()]).await?;
        Ok(tx.commit().await?)
    }

    async fn set_aside(&self, ticket: &str, reason: &str) -> Result<(), QueueError> {
        let mut tx = self.house.db.begin().await?;
        let rows = tx.read("SELECT body FROM queue WHERE ticket = $1", vec![number(ticket)]).await?;
        if let Some(row) = rows.first() {
            let sql = "UPDATE queue SET set_aside = $1, body = $2 WHERE ticket = $3";
            tx.execute(sql, vec![reason.into(), without_network(&row.text(0)?).into(), number(ticket)]).await?;
        }
        Ok(tx.commit().await?)
    }

    async fn set_aside_list(&self, most: usize) -> Result<Vec<SetAside>, QueueError> {
        let sql = "SELECT ticket, tries, body, set_aside FROM queue WHERE set_aside IS NOT NULL AND ticket > $1 \
                   ORDER BY ticket LIMIT $2";
        let (mut listed, mut after) = (Vec::new(), 0);
        // In pages: what people wrote is read to tell its day, and is not all held at once.
        while listed.len() < most {
            let page = i64::try_from(PAGE.min(most - listed.len())).unwrap_or(i64::MAX);
            let rows = self.house.db.read(sql, vec![after.into(), page.into()]).await?;
            let Some(last) = rows.last() else { break };
            after = last.int(0)?;
            for row in &rows {
                let Delivery { ticket, tries, letter } = delivery(row)?;
                let received_at = letter.as_ref().map(Letter::received_at);
                listed.push(SetAside { ticket, tries, reason: row.text(3)?, received_at });
            }
        }
        Ok(listed)
    }

    async fn replay(&self, ticket: &str) -> Result<bool, QueueError> {
        let mut tx = self.house.db.begin().await?;
        let sql = "UPDATE queue SET set_aside = NULL, tries = 0, leased_until = 0 \
                   WHERE ticket = $1 AND set_aside IS NOT NULL";
        let replayed = tx.execute(sql, vec![number(ticket)]).await?;
        tx.commit().await?;
        self.arrived.notify_waiters();
        Ok(replayed == 1)
    }

    async fn depth(&self) -> Result<Depth, QueueError> {
        // Both are counted from an index.
        let sql = "SELECT (SELECT COUNT(*) FROM queue), (SELECT COUNT(*) FROM queue WHERE set_aside IS NOT NULL)";
        let rows = self.house.db.read(sql, Vec::new()).await?;
        let counted = |column| -> Result<u64, DbError> {
            rows.first().map_or(Ok(0), |row| row.int(column).map(|n| u64::try_from(n).unwrap_or(0)))
        };
        let (all, set_aside) = (counted(0)?, counted(1)?);
        Ok(Depth { waiting: all - set_aside, set_aside })
    }

    async fn waits_since(&self) -> Result<Option<i64>, QueueError> {
        let sql = "SELECT ticket, tries, body FROM queue WHERE set_aside IS NULL ORDER BY ticket LIMIT 1";
        let rows = self.house.db.read(sql, Vec::new()).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        // A card from elsewhere was received before it came here.
        if let Some(Letter::Card { received_at, source: None, .. }) = delivery(row)?.letter {
            return Ok(Some(received_at));
        }
        let ticket = row.int(0)?;
        let mut first = self.first.lock().unwrap_or_else(PoisonError::into_inner);
        if first.0 != ticket {
            *first = (ticket, self.house.clock.millis());
        }
        Ok(Some(first.1))
    }
}

fn millis(time: Duration) -> i64 {
    i64::try_from(time.as_millis()).unwrap_or(i64::MAX)
}

/// The letter of a row that begins with ticket, tries and body.
fn delivery(row: &Row) -> Result<Delivery, DbError> {
    let tries = u32::try_from(row.int(1)?).unwrap_or(u32::MAX);
    Ok(Delivery { ticket: row.int(0)?.to_string(), tries, letter: serde_json::from_str(&row.text(2)?).ok() })
}

/// A letter without what its network was called: it may lie aside for long. What people wrote is escaped, so that it never
/// looks like the name of a field.
fn without_network(body: &str) -> String {
    let found = body.split_once(",\"network\":\"").and_then(|(before, after)| Some((before, after.split_once('"')?.1)));
    found.map_or_else(|| body.to_owned(), |(before, after)| [before, after].concat())
}

/// Tickets are this queue's own numbers; any other text names no row.
fn number(ticket: &str) -> Arg {
    ticket.parse().unwrap_or(-1_i64).into()
}
