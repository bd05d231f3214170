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
mod turns;

use std::sync::atomic::{AtomicBool, AtomicUsize};
use std::time::Duration;

use async_trait::async_trait;
use futures::future::{join_all, try_join_all};
use redis::aio::{ConnectionLike, MultiplexedConnection};
use redis::streams::{StreamId, StreamReadOptions, StreamReadReply};
use redis::{AsyncCommands, Script};
use tokio::sync::Mutex;

use self::partition::Partition;
use self::turns::Ask;
use super::{Delivery, Depth, Letter, PutOff, Queue, QueueError, SetAside, Written};
use crate::line::{Address, Line};

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
    /// The first part of every key.
    prefix: String,
    line: Line,
    /// The line that letters are put in by: one of its own where it waits for replicas, as all on it wait with it.
    keeper: Line,
    is_cluster: bool,
    /// The connection that waits for letters.
    reader: Mutex<Option<MultiplexedConnection>>,
    /// This process's name in the group; unique, so that no other reads its letters as its own.
    name: String,
    /// First those that letters are put into, then those of another setting that are not empty yet.
    partitions: Vec<Partition>,
    /// Which of these did not answer when they were last asked.
    away: Vec<AtomicBool>,
    /// How many of these letters are put into.
    spread: usize,
    replicas: u16,
    reclaim_millis: usize,
    /// Which partition is looked at first, so that none waits for ever: for old letters, and for new ones.
    turns: [AtomicUsize; 2],
}

/// An entry that was taken over, how often it has been delivered, and its body.
type TakenOver = (String, u32, Option<Vec<u8>>);

impl RedisQueue {
    /// Connects, and makes the groups where they are not there. `name` must be unique among running processes.
    pub async fn connect(place: &Place, name: String, reclaim: Duration) -> Result<Self, QueueError> {
        let line = Line::to(place.address.clone(), PATIENCE);
        let keeper = if place.replicas == 0 { line.clone() } else { Line::to(place.address.clone(), PATIENCE) };
        let mut partitions = Partition::of(&place.prefix, place.partitions);
        let spread = partitions.len();
        let others = Partition::others(&place.prefix, place.partitions);
        let looked_at = join_all(others.iter().map(|other| other.is_empty(&line))).await;
        // What lies on a node that is away may have letters.
        let kept = others.into_iter().zip(looked_at).filter(|(_, is_empty)| !matches!(is_empty, Ok(true)));
        partitions.extend(kept.map(|(other, _)| other));
        let made = join_all(partitions.iter().map(|partition| partition.make_group(&line))).await;
        join_all(partitions.iter().map(|partition| partition.forget_readers(&line))).await;
        let away = made.iter().map(|made| AtomicBool::new(made.is_err())).collect();
        // Where one answers, the groups of those that do not are made when they do.
        if made.iter().all(Result::is_err) {
            made.into_iter().collect::<Result<(), _>>()?;
        }
        Ok(Self {
            prefix: place.prefix.clone(),
            line,
            keeper,
            is_cluster: matches!(place.address, Address::Cluster { .. }),
            reader: Mutex::new(None),
            name,
            partitions,
            away,
            spread,
            replicas: place.replicas,
            reclaim_millis: usize::try_from(reclaim.as_millis()).unwrap_or(usize::MAX),
            turns: [const { AtomicUsize::new(0) }; 2],
        })
    }

    /// Whether these keys of Redis are the office's of this mark: whoever comes first puts its mark there.
    pub async fn is_of(&self, office: &str) -> Result<bool, QueueError> {
        let (mut line, key) = (self.line.clone(), format!("{}:office", self.prefix));
        let there: Option<String> = line.get(&key).await?;
        if let Some(there) = there {
            return Ok(there == office);
        }
        // A Redis without memory, or that takes no writes now, still has cards to be taken up.
        let marked: redis::RedisResult<()> = line.set_nx(&key, office).await;
        let there: Option<String> = line.get(&key).await?;
        Ok(marked.is_err() || there.is_none_or(|there| there == office))
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

    /// Keeps these letters, each in its partition, with one wait for all.
    async fn keep(&self, letters: &[(&Partition, &str)]) -> Result<(), QueueError> {
        let mut adds = redis::pipe();
        for (partition, body) in letters {
            adds.xadd(&partition.stream, "*", &[(BODY, body)]).ignore();
        }
        self.write(adds).await
    }

    /// Writes, and waits until as many replicas as are asked for have it.
    async fn write(&self, mut what: redis::Pipeline) -> Result<(), QueueError> {
        let mut redis = self.keeper.clone();
        if self.replicas == 0 {
            return Ok(what.query_async(&mut redis).await?);
        }
        what.cmd("WAIT").arg(self.replicas).arg(millis(REPLICAS_WITHIN));
        let (reached,): (u16,) = what.query_async(&mut redis).await?;
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
        if letters.is_empty() {
            return Ok(());
        }
        let mut placed: Vec<(usize, &str)> =
            letters.iter().map(|letter| (self.place_of(letter), letter.0.as_str())).collect();
        placed.sort_by_key(|(place, _)| *place);
        let named: Vec<(&Partition, &str)> =
            placed.into_iter().map(|(place, body)| (&self.partitions[place], body)).collect();
        // In a cluster each partition may be on a node of its own.
        let together = |one: &(&Partition, &str), next: &(&Partition, &str)| !self.is_cluster || one.0 == next.0;
        try_join_all(named.chunk_by(together).map(|letters| self.keep(letters))).await.map(drop)
    }

    async fn try_to_write(&self) -> Result<(), QueueError> {
        let written = self.partitions[..self.spread].iter().map(|partition| self.write(partition.trial()));
        turns::of_those_there(written).await.map(drop)
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

    async fn may_lose(&self) -> Result<Option<&'static str>, QueueError> {
        nodes::may_lose(&self.line).await
    }

    async fn depth(&self) -> Result<Depth, QueueError> {
        let depths = turns::of_those_there(self.partitions.iter().map(|partition| partition.depth(&self.line))).await?;
        let add = |sum: Depth, one: Depth| Depth {
            waiting: sum.waiting + one.waiting,
            set_aside: sum.set_aside + one.set_aside,
        };
        Ok(depths.into_iter().fold(Depth { waiting: 0, set_aside: 0 }, add))
    }

    async fn waits_since(&self) -> Result<Option<i64>, QueueError> {
        let firsts = self.partitions.iter().map(|partition| partition.first_came(&self.line));
        Ok(turns::of_those_there(firsts).await?.into_iter().flatten().min())
    }
}

fn read_letter(entry: &StreamId) -> Option<Letter> {
    entry.get::<Vec<u8>>(BODY).and_then(|body| serde_json::from_slice(&body).ok())
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
