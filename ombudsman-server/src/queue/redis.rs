//! The queue in Redis: a stream with one consumer group, and a stream of letters set aside.
//!
//! `{prefix}:cards` holds the letters. (The braces would keep both streams in one slot of a cluster; this client does not
//! speak to one.) The group `workers` hands
//! each letter to one reader; one that was handed out and not acknowledged in time is claimed by another. An
//! acknowledged letter is deleted from the stream, so the stream's length is the queue's depth.
//!
//! A blocked read stalls whatever shares its connection, and one that is dropped has still taken its letter. So the
//! reader has a connection of its own, whose response time-out is longer than its block, and is never cancelled.

mod aside;
mod line;

use std::time::Duration;

use async_trait::async_trait;
use redis::aio::MultiplexedConnection;
use redis::streams::{
    StreamAutoClaimOptions, StreamAutoClaimReply, StreamId, StreamInfoGroupsReply, StreamReadOptions, StreamReadReply,
};
use redis::{AsyncCommands, AsyncConnectionConfig, Client};
use tokio::sync::Mutex;

use self::line::Line;
use super::{Delivery, Depth, Queue, QueueError, SetAside, Written};

const GROUP: &str = "workers";
const BODY: &str = "body";
/// How long a read waits for a letter.
const BLOCK_MILLIS: usize = 500;

/// How long Redis may take to answer: longer than a read waits, and than a slow disk syncs.
const PATIENCE: Duration = Duration::from_secs(5);

/// What Redis says of keeping what it is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Persistence {
    /// Every write is on disk before it is answered.
    EveryWrite,
    /// It is not so, for this reason.
    MayLoseCards(&'static str),
}

/// Redis refused or could not be reached.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct RedisFailure(redis::RedisError);

impl From<redis::RedisError> for QueueError {
    fn from(error: redis::RedisError) -> Self {
        Self::Redis(RedisFailure(error))
    }
}

/// The queue in Redis.
pub struct RedisQueue {
    manager: Line,
    client: Client,
    reader: Mutex<Option<MultiplexedConnection>>,
    /// This process's name in the group; unique, so that no other reads its letters as its own.
    name: String,
    stream: String,
    aside: String,
    reclaim_millis: usize,
}

impl RedisQueue {
    /// Connects, and makes the group if it is not there. `name` must be unique among running processes.
    pub async fn connect(url: &str, prefix: &str, name: String, reclaim: Duration) -> Result<Self, QueueError> {
        let client = Client::open(url)?;
        let manager = Line::open(&client, PATIENCE).await?;
        let queue = Self {
            manager,
            client,
            reader: Mutex::new(None),
            name,
            stream: format!("{{{prefix}}}:cards"),
            aside: format!("{{{prefix}}}:set-aside"),
            reclaim_millis: usize::try_from(reclaim.as_millis()).unwrap_or(usize::MAX),
        };
        queue.make_group().await?;
        Ok(queue)
    }

    /// Whether this Redis keeps what it is given.
    pub async fn persistence(&self) -> Result<Persistence, QueueError> {
        let mut redis = self.manager.clone();
        let info: String = redis::cmd("INFO").arg("persistence").query_async(&mut redis).await?;
        let says = |line: &str| info.lines().any(|l| l.trim() == line);
        let setting = |name: &'static str| {
            let mut redis = self.manager.clone();
            async move {
                // A Redis that does not tell a setting is taken for one that does not have it.
                let pair: Vec<String> =
                    redis::cmd("CONFIG").arg("GET").arg(name).query_async(&mut redis).await.unwrap_or_default();
                pair.into_iter().nth(1).unwrap_or_default()
            }
        };
        Ok(if !says("aof_enabled:1") {
            Persistence::MayLoseCards("it keeps no append-only file (appendonly yes)")
        } else if !says("aof_last_write_status:ok") {
            Persistence::MayLoseCards("its last write to the append-only file failed")
        } else if setting("appendfsync").await != "always" {
            Persistence::MayLoseCards("it does not sync every write (appendfsync always)")
        } else if setting("no-appendfsync-on-rewrite").await != "no" {
            Persistence::MayLoseCards("it does not sync while it rewrites its file (no-appendfsync-on-rewrite no)")
        } else if setting("maxmemory").await != "0" && setting("maxmemory-policy").await != "noeviction" {
            Persistence::MayLoseCards("it may evict cards when its memory is full (maxmemory-policy noeviction)")
        } else {
            Persistence::EveryWrite
        })
    }

    /// Makes the group where it is not there. It is looked for first: a Redis whose memory is full lets nothing be made,
    /// and a worker that starts then is what empties it.
    async fn make_group(&self) -> Result<(), QueueError> {
        let mut redis = self.manager.clone();
        let groups: Result<StreamInfoGroupsReply, _> = redis.xinfo_groups(&self.stream).await;
        if groups.is_ok_and(|reply| reply.groups.iter().any(|group| group.name == GROUP)) {
            return Ok(());
        }
        let made: Result<(), _> = redis.xgroup_create_mkstream(&self.stream, GROUP, "0").await;
        match made {
            Err(error) if error.code() != Some("BUSYGROUP") => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// Letters that were handed out too long ago.
    async fn reclaim(&self, most: usize) -> Result<Vec<Delivery>, QueueError> {
        let mut redis = self.manager.clone();
        let options = StreamAutoClaimOptions::default().count(most);
        let reply: StreamAutoClaimReply =
            redis.xautoclaim_options(&self.stream, GROUP, &self.name, self.reclaim_millis, "0-0", options).await?;
        let mut deliveries = Vec::with_capacity(reply.claimed.len());
        for entry in reply.claimed {
            let tries = self.tries(&entry.id).await?;
            deliveries.push(delivery(&entry, tries));
        }
        Ok(deliveries)
    }

    async fn tries(&self, ticket: &str) -> Result<u32, QueueError> {
        let mut redis = self.manager.clone();
        let pending: Vec<(String, String, u64, u32)> = redis::cmd("XPENDING")
            .arg(&self.stream)
            .arg(GROUP)
            .arg(ticket)
            .arg(ticket)
            .arg(1)
            .query_async(&mut redis)
            .await?;
        Ok(pending.first().map_or(1, |entry| entry.3))
    }

    async fn read_new(&self, most: usize) -> Result<Vec<Delivery>, QueueError> {
        let mut place = self.reader.lock().await;
        let mut connection = if let Some(connection) = place.take() {
            connection
        } else {
            let config = AsyncConnectionConfig::new().set_response_timeout(Some(PATIENCE));
            self.client.get_multiplexed_async_connection_with_config(&config).await?
        };
        let options = StreamReadOptions::default().group(GROUP, &self.name).count(most).block(BLOCK_MILLIS);
        let reply: Option<StreamReadReply> = connection.xread_options(&[&self.stream], &[">"], &options).await?;
        *place = Some(connection);
        let entries = reply.into_iter().flat_map(|reply| reply.keys).flat_map(|key| key.ids);
        Ok(entries.map(|entry| delivery(&entry, 1)).collect())
    }
}

#[async_trait]
impl Queue for RedisQueue {
    async fn append(&self, letters: &[Written]) -> Result<(), QueueError> {
        let mut redis = self.manager.clone();
        let mut all = redis::pipe();
        for Written(body) in letters {
            all.xadd(&self.stream, "*", &[(BODY, body)]).ignore();
        }
        let () = all.query_async(&mut redis).await?;
        Ok(())
    }

    async fn take(&self, most: usize) -> Result<Vec<Delivery>, QueueError> {
        let left_over = self.reclaim(most).await;
        let taken = match left_over {
            Ok(left_over) if !left_over.is_empty() => return Ok(left_over),
            Ok(_) => self.read_new(most).await,
            Err(error) => Err(error),
        };
        // A Redis that was emptied or replaced has no group: make it, so that cards are taken up again.
        if let Err(QueueError::Redis(RedisFailure(error))) = &taken
            && error.code() == Some("NOGROUP")
        {
            self.make_group().await?;
            return Ok(Vec::new());
        }
        taken
    }

    async fn acknowledge(&self, tickets: &[String]) -> Result<(), QueueError> {
        if tickets.is_empty() {
            return Ok(());
        }
        let mut redis = self.manager.clone();
        let mut both = redis::pipe();
        both.atomic().xack(&self.stream, GROUP, tickets).ignore().xdel(&self.stream, tickets).ignore();
        let () = both.query_async(&mut redis).await?;
        Ok(())
    }

    async fn set_aside(&self, ticket: &str, reason: &str) -> Result<(), QueueError> {
        self.put_aside(ticket, reason).await
    }

    async fn set_aside_list(&self, most: usize) -> Result<Vec<SetAside>, QueueError> {
        self.list_aside(most).await
    }

    async fn replay(&self, ticket: &str) -> Result<bool, QueueError> {
        self.put_back(ticket).await
    }

    async fn depth(&self) -> Result<Depth, QueueError> {
        let mut redis = self.manager.clone();
        Ok(Depth { waiting: redis.xlen(&self.stream).await?, set_aside: redis.xlen(&self.aside).await? })
    }
}

fn delivery(entry: &StreamId, tries: u32) -> Delivery {
    let letter = entry.get::<String>(BODY).and_then(|body| serde_json::from_str(&body).ok());
    Delivery { ticket: entry.id.clone(), tries, letter }
}
