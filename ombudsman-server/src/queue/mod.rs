//! Cards wait here, safely, until they are recorded.
//!
//! *Promises, the same for both homes:* once [`Queue::append`] has answered, the letter survives the end of any process
//! and of the machine's power. A letter is delivered at least once, and stays until it is acknowledged or set aside; one
//! that was taken and neither acknowledged nor set aside is delivered again, though never before its time is over; one
//! that was put off is delivered again when the time is over for which it was put off. Letters are taken up in about the
//! order in which they came; nothing depends on it.
//!
//! `sql.rs` keeps them in a table of the record's database, `redis.rs` in Redis streams. `tests/backends` tells one
//! story to both.

mod redis;
mod sql;

use std::time::Duration;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

pub use self::redis::{Place, RedisFailure, RedisQueue};
pub use sql::SqlQueue;

/// What waits in the queue. Old forms stay readable: a new form is a new variant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "form")]
pub enum Letter<C = serde_json::Value> {
    /// A card as it was accepted.
    #[serde(rename = "card-1")]
    Card {
        /// The card in its wire form, parsed and written again: well formed.
        card: C,
        /// When the intake accepted it, in milliseconds since 1970.
        received_at: i64,
        /// Where it came from, if not from its own page or door: the name of an import.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<String>,
        /// What about the way in which it came made the intake suspicious. Nothing is dropped for it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        suspicions: Vec<Suspicion>,
        /// Who keyed it in for somebody, by the name that they sign in with.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        entered_by: Option<String>,
        /// What the network that it came from was called on that day: two people who say the same are not one. The record
        /// does not keep it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        network: String,
    },
}

/// Why a card may have been sent by a machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Suspicion {
    /// A field was filled in that no person sees.
    HiddenField,
    /// It came sooner after its page than anybody reads and answers it.
    TooFast,
}

impl<C: Serialize> Letter<C> {
    /// The letter as a queue keeps it.
    pub fn write(&self) -> Result<Written, QueueError> {
        Ok(Written(serde_json::to_string(self)?))
    }
}

/// A letter as a queue keeps it: its JSON.
#[derive(Debug, Clone)]
pub struct Written(String);

impl Written {
    /// The card's id, or nothing. What people wrote is escaped, so that it never looks like the name of a field.
    fn id(&self) -> &str {
        let after = self.0.split_once("\"id\":\"").map(|(_, after)| after);
        after.and_then(|after| after.split('"').next()).unwrap_or_default()
    }
}

impl Letter {
    /// When the intake accepted it, in milliseconds since 1970.
    const fn received_at(&self) -> i64 {
        let Self::Card { received_at, .. } = self;
        *received_at
    }
}

/// A letter in a worker's hands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// What the queue calls it; given back to acknowledge it or set it aside.
    pub ticket: String,
    /// How many times it has been delivered, this one included.
    pub tries: u32,
    /// The letter, or `None` if what was kept cannot be read as one.
    pub letter: Option<Letter>,
}

/// A letter that could not be recorded, to be delivered again later.
#[derive(Debug, Clone, Copy)]
pub struct PutOff<'a> {
    /// What the queue calls it.
    pub ticket: &'a str,
    /// How many times it had been delivered when it was taken. The next delivery is one more.
    pub tries: u32,
    /// How long it is not delivered.
    pub wait: Duration,
}

/// A letter that was set aside, without what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// What the queue calls it now; given to [`Queue::replay`].
    pub ticket: String,
    /// How many times it had been delivered; zero where that was not noted.
    pub tries: u32,
    /// Why it was set aside.
    pub reason: String,
    /// When the intake accepted it, in milliseconds since 1970; `None` if it cannot be read as a letter.
    pub received_at: Option<i64>,
}

/// How many letters are in the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Depth {
    /// Waiting or in a worker's hands.
    pub waiting: u64,
    /// Set aside with a reason, for a person to look at.
    pub set_aside: u64,
}

/// The queue's home cannot be reached or refused.
#[derive(Debug, thiserror::Error)]
pub enum QueueError {
    /// The table.
    #[error("the queue's table could not be used: {0}")]
    Sql(#[from] crate::db::DbError),
    /// The stream.
    #[error("the queue's Redis could not be used: {0}")]
    Redis(self::redis::RedisFailure),
    /// A letter could not be written as JSON.
    #[error("a letter could not be written: {0}")]
    Letter(#[from] serde_json::Error),
    /// Fewer replicas than the settings ask for said in time that they have a letter. It may be kept all the same.
    #[error("too few replicas of Redis said in time that they have a letter (`redis_replicas`)")]
    TooFewReplicas,
    /// Its home could lose letters, for this reason.
    #[error("it could lose cards: {0}")]
    MayLose(&'static str),
    /// The queue is stopping.
    #[error("the queue has stopped")]
    Stopped,
}

/// Where cards wait.
#[async_trait]
pub trait Queue: Send + Sync {
    /// Keeps letters with one write. When this answers `Ok`, all of them are on disk; when it fails, any of them may be
    /// there or not, and their senders send them again.
    async fn append(&self, letters: &[Written]) -> Result<(), QueueError>;

    /// Writes something where letters are kept, and takes it away again: whether one would be kept now. Of several places,
    /// one that takes it is enough.
    async fn try_to_write(&self) -> Result<(), QueueError>;

    /// Takes up to `most` letters, first those that were put off until now or that another worker took and did not finish;
    /// waits a moment for one if there is none, and answers with none if none came.
    async fn take(&self, most: usize) -> Result<Vec<Delivery>, QueueError>;

    /// Lets these letters go: what they asked for is done.
    async fn acknowledge(&self, tickets: &[String]) -> Result<(), QueueError>;

    /// Puts a letter off that was taken from here. Nothing happens where another worker has it by now, or has finished it.
    async fn put_off(&self, letter: &PutOff<'_>) -> Result<(), QueueError>;

    /// Puts a letter aside with the reason why it cannot be done. It is kept until a person decides.
    async fn set_aside(&self, ticket: &str, reason: &str) -> Result<(), QueueError>;

    /// The letters that are set aside, at most this many, those first that were first in the queue's own order.
    async fn set_aside_list(&self, most: usize) -> Result<Vec<SetAside>, QueueError>;

    /// Lets a letter that was set aside wait again, as if it had just come: its tries begin anew. It does so whole or not
    /// at all, and once however often it is asked. `false` if no letter of this ticket is set aside.
    async fn replay(&self, ticket: &str) -> Result<bool, QueueError>;

    /// Why this home may lose what it is given, where it may: it can change while it is used.
    async fn may_lose(&self) -> Result<Option<&'static str>, QueueError> {
        Ok(None)
    }

    /// How many letters there are, as far as their home can be looked at: of a cluster, a node may be away.
    async fn depth(&self) -> Result<Depth, QueueError>;

    /// When the letter came that has waited longest, in milliseconds since 1970; `None` if none waits.
    async fn waits_since(&self) -> Result<Option<i64>, QueueError>;
}

#[cfg(test)]
mod tests;
