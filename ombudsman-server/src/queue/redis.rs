//! The queue in Redis: a stream with one consumer group, and beside it the letters that are put off and those set aside;
//! as many of these three as there are partitions (`redis/partition.rs`).
//!
//! The group `workers` hands each letter to one reader; one that was handed out and not finished in time is claimed by
//! another. An acknowledged letter is deleted from the stream, and nothing else ever is, so the stream's length is the
//! queue's depth.
//!
//! A blocked read stalls whatever shares its connection, and one that is dropped has still taken its letter. So the
//! reader has a connection of its own, whose response time-out is longer than its block, and is never cancelled. Where
//! there are several streams, nobody can wait on all of them at once, and they are looked at in turn.

mod aside;
mod nodes;
mod partition;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use futures::future::try_join_all;
use redis::aio::{ConnectionLike, MultiplexedConnection};
use redis::streams::{StreamId, StreamReadOptions, StreamReadReply};
use redis::{AsyncCommands, Script};
use tokio::sync::Mutex;

use self::partition::Partition;
use super::{Delivery, Depth, Letter, PutOff, Queue, QueueError, SetAside, Written};
use crate::line::{Address, Line};

pub use self::nodes::Persistence;

const GROUP: &str = "workers";
const BODY: &str = "body";
/// How long a read waits for a letter.
const BLOCK_MILLIS: usize = 500;
/// How often several streams are looked at in that time.
const LOOKS: u64 = 10;
/// How long Redis may take to answer: longer than a read waits, and than a slow disk syncs.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long replicas have to say that they have a letter.
const REPLICAS_WITHIN: Duration = Duration::from_secs(2);

/// Redis refused or could not be reached.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct RedisFailure(redis::RedisError);

impl From<redis::RedisError> for QueueError {
    fn from(error: redis::RedisError) -> Self {
        Self::Redis(RedisFailure(error))
    }
}

/// Where the queue is in Redis.
#[derive(Debug, Clone)]
pub struct Place {
    /// Where Redis is.
    pub address: Address,
    /// The first part of every key.
    pub prefix: String,
    /// Over how many streams letters are spread.
    pub partitions: u16,
    /// How many replicas must have a letter before it counts as kept.
    pub replicas: u16,
}

/// The queue in Redis.
pub struct RedisQueue {
    line: Line,
    /// The connection that waits for letters.
    reader: Mutex<Option<MultiplexedConnection>>,
    /// This process's name in the group; unique, so that no other reads its letters as its own.
    name: String,
    /// First those that letters are put into, then those of another setting that are not empty yet.
    partitions: Vec<Partition>,
    /// How many of these letters are put into.
    spread: usize,
    replicas: u16,
    reclaim_millis: usize,
    /// Which partition is looked at first, so that none waits for ever.
    turn: AtomicUsize,
}

/// An entry that was taken over, how often it has been delivered, and its body.
type TakenOver = (String, u32, Option<Vec<u8>>);

/// What a partition is asked for.
#[derive(Debug, Clone, Copy)]
enum Ask {
    /// Letters that somebody had before.
    ForOld,
    /// Letters that nobody had.
    ForNew,
}

impl RedisQueue {
    /// Connects, and makes the groups where they are not there. `name` must be unique among running processes.
    pub async fn connect(place: &Place, name: String, reclaim: Duration) -> Result<Self, QueueError> {
        let line = Line::to(place.address.clone(), PATIENCE);
        let mut partitions = Partition::of(&place.prefix, place.partitions);
        let spread = partitions.len();
        for other in Partition::others(&place.prefix, place.partitions) {
            if !other.is_empty(&line).await? {
                partitions.push(other);
            }
        }
        for partition in &partitions {
            partition.make_group(&line).await?;
        }
        Ok(Self {
            line,
            reader: Mutex::new(None),
            name,
            partitions,
            spread,
            replicas: place.replicas,
            reclaim_millis: usize::try_from(reclaim.as_millis()).unwrap_or(usize::MAX),
            turn: AtomicUsize::new(0),
        })
    }

    /// Whether every Redis of the address keeps what it is given.
    pub async fn persistence(&self) -> Result<Persistence, QueueError> {
        nodes::persistence(&self.line).await
    }

    /// Which partition a letter goes into: a card that is sent again goes where it went before.
    fn place_of(&self, letter: &Written) -> usize {
        let digest =
            letter.id().bytes().fold(0_usize, |digest, byte| digest.wrapping_mul(31).wrapping_add(byte.into()));
        digest % self.spread
    }

    /// The partition of a ticket, and what the stream calls the letter.
    fn find<'a>(&self, ticket: &'a str) -> Option<(&Partition, &'a str)> {
        self.partitions.iter().find_map(|partition| Some((partition, partition.entry(ticket)?)))
    }

    /// Keeps these letters of one partition.
    async fn keep(&self, partition: &Partition, bodies: &[&str]) -> Result<(), QueueError> {
        let mut redis = self.line.clone();
        let mut adds = redis::pipe();
        for body in bodies {
            adds.xadd(&partition.stream, "*", &[(BODY, body)]).ignore();
        }
        if self.replicas == 0 {
            return Ok(adds.query_async(&mut redis).await?);
        }
        adds.cmd("WAIT").arg(self.replicas).arg(millis(REPLICAS_WITHIN));
        let (reached,): (u16,) = adds.query_async(&mut redis).await?;
        if reached < self.replicas { Err(QueueError::TooFewReplicas) } else { Ok(()) }
    }

    /// Letters that were put off until now, and such as were handed out too long ago.
    async fn take_over(&self, partition: &Partition, most: usize) -> Result<Vec<Delivery>, QueueError> {
        let script = Script::new(partition::TAKE_OVER);
        let mut call = script.key(&partition.stream);
        call.key(&partition.later).arg(GROUP).arg(&self.name).arg(self.reclaim_millis).arg(most);
        let taken: Result<Vec<TakenOver>, _> = call.invoke_async(&mut self.line.clone()).await;
        let taken = self.or_make_group(partition, taken).await?.unwrap_or_default();
        let delivery = |(entry, tries, body): TakenOver| Delivery {
            ticket: partition.ticket(&entry),
            tries,
            letter: body.and_then(|body| serde_json::from_slice(&body).ok()),
        };
        Ok(taken.into_iter().map(delivery).collect())
    }

    /// Letters that nobody has taken yet, waiting for one if there is none.
    async fn read_new(&self, most: usize) -> Result<Vec<Delivery>, QueueError> {
        if let [only] = self.partitions.as_slice() {
            let mut place = self.reader.lock().await;
            let connection = match place.take() {
                Some(connection) => Some(connection),
                None => self.line.beside().await?,
            };
            if let Some(mut connection) = connection {
                let read = self.read(&mut connection, only, most, Some(BLOCK_MILLIS)).await;
                // One that failed is not used again.
                *place = read.is_ok().then_some(connection);
                return read;
            }
        }
        for _ in 0..LOOKS {
            let read = self.each(most, Ask::ForNew).await?;
            if !read.is_empty() {
                return Ok(read);
            }
            tokio::time::sleep(Duration::from_millis(BLOCK_MILLIS as u64 / LOOKS)).await;
        }
        Ok(Vec::new())
    }

    async fn read(
        &self,
        connection: &mut (impl ConnectionLike + Send + Sync),
        partition: &Partition,
        most: usize,
        block: Option<usize>,
    ) -> Result<Vec<Delivery>, QueueError> {
        let options = StreamReadOptions::default().group(GROUP, &self.name).count(most);
        let options = if let Some(millis) = block { options.block(millis) } else { options };
        let reply: Result<Option<StreamReadReply>, _> =
            connection.xread_options(&[&partition.stream], &[">"], &options).await;
        let reply = self.or_make_group(partition, reply).await?.flatten();
        let entries = reply.into_iter().flat_map(|reply| reply.keys).flat_map(|key| key.ids);
        let delivery =
            |entry: StreamId| Delivery { ticket: partition.ticket(&entry.id), tries: 1, letter: read_letter(&entry) };
        Ok(entries.map(delivery).collect())
    }

    /// Asks one partition after the other until there are as many letters as wanted. One that fails does not keep back
    /// what the others have.
    async fn each(&self, most: usize, ask: Ask) -> Result<Vec<Delivery>, QueueError> {
        let first = self.turn.fetch_add(1, Ordering::Relaxed) % self.partitions.len();
        let (after, before) = self.partitions.split_at(first);
        let (mut taken, mut refused) = (Vec::new(), None);
        for partition in before.iter().chain(after) {
            if taken.len() >= most {
                break;
            }
            let room = most - taken.len();
            let asked = match ask {
                Ask::ForOld => self.take_over(partition, room).await,
                Ask::ForNew => self.read(&mut self.line.clone(), partition, room, None).await,
            };
            match asked {
                Ok(letters) => taken.extend(letters),
                Err(error) => refused = Some(error),
            }
        }
        match refused {
            Some(error) if taken.is_empty() => Err(error),
            _ => Ok(taken),
        }
    }

    /// A Redis that was emptied or replaced has no group: it is made, so that cards are taken up again.
    async fn or_make_group<T>(
        &self,
        partition: &Partition,
        answer: redis::RedisResult<T>,
    ) -> Result<Option<T>, QueueError> {
        match answer {
            Err(error) if error.code() == Some("NOGROUP") => {
                partition.make_group(&self.line).await?;
                Ok(None)
            }
            answer => Ok(Some(answer?)),
        }
    }
}

#[async_trait]
impl Queue for RedisQueue {
    async fn append(&self, letters: &[Written]) -> Result<(), QueueError> {
        let mut spread: Vec<Vec<&str>> = vec![Vec::new(); self.spread];
        for letter in letters {
            spread[self.place_of(letter)].push(&letter.0);
        }
        let used = self.partitions.iter().zip(&spread).filter(|(_, bodies)| !bodies.is_empty());
        try_join_all(used.map(|(partition, bodies)| self.keep(partition, bodies))).await.map(drop)
    }

    async fn take(&self, most: usize) -> Result<Vec<Delivery>, QueueError> {
        let old = self.each(most, Ask::ForOld).await;
        // Of several streams, one that does not answer keeps back nothing that is new in the others.
        if old.as_ref().map_or(self.partitions.len() == 1, |letters| !letters.is_empty()) {
            return old;
        }
        let new = self.read_new(most).await?;
        if new.is_empty() { old } else { Ok(new) }
    }

    async fn acknowledge(&self, tickets: &[String]) -> Result<(), QueueError> {
        for partition in &self.partitions {
            let entries: Vec<&str> = tickets.iter().filter_map(|ticket| partition.entry(ticket)).collect();
            if entries.is_empty() {
                continue;
            }
            let mut both = redis::pipe();
            let stream = &partition.stream;
            both.atomic().xack(stream, GROUP, &entries).ignore().xdel(stream, &entries).ignore();
            let () = both.query_async(&mut self.line.clone()).await?;
        }
        Ok(())
    }

    async fn put_off(&self, letter: &PutOff<'_>) -> Result<(), QueueError> {
        let Some((partition, entry)) = self.find(letter.ticket) else { return Ok(()) };
        let script = Script::new(partition::PUT_OFF);
        let mut call = script.key(&partition.stream);
        call.key(&partition.later).arg(GROUP).arg(&self.name).arg(entry).arg(letter.tries).arg(millis(letter.wait));
        let _: u32 = call.invoke_async(&mut self.line.clone()).await?;
        Ok(())
    }

    async fn set_aside(&self, ticket: &str, reason: &str) -> Result<(), QueueError> {
        match self.find(ticket) {
            Some((partition, entry)) => partition.put_aside(&self.line, entry, reason).await,
            None => Ok(()),
        }
    }

    async fn set_aside_list(&self, most: usize) -> Result<Vec<SetAside>, QueueError> {
        let mut listed = Vec::new();
        for partition in &self.partitions {
            partition.list_aside(&self.line, most, &mut listed).await?;
        }
        Ok(listed)
    }

    async fn replay(&self, ticket: &str) -> Result<bool, QueueError> {
        match self.find(ticket) {
            Some((partition, entry)) => partition.put_back(&self.line, entry).await,
            None => Ok(false),
        }
    }

    async fn depth(&self) -> Result<Depth, QueueError> {
        let mut redis = self.line.clone();
        let mut depth = Depth { waiting: 0, set_aside: 0 };
        for partition in &self.partitions {
            let waiting: u64 = redis.xlen(&partition.stream).await?;
            let set_aside: u64 = redis.xlen(&partition.aside).await?;
            depth = Depth { waiting: depth.waiting + waiting, set_aside: depth.set_aside + set_aside };
        }
        Ok(depth)
    }

    async fn waits_since(&self) -> Result<Option<i64>, QueueError> {
        let mut oldest = None;
        for partition in &self.partitions {
            let first = partition.first_came(&self.line).await?;
            oldest = oldest.into_iter().chain(first).min();
        }
        Ok(oldest)
    }
}

fn read_letter(entry: &StreamId) -> Option<Letter> {
    entry.get::<Vec<u8>>(BODY).and_then(|body| serde_json::from_slice(&body).ok())
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
