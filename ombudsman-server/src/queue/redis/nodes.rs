//! Whether every Redis of the address keeps what it is given: asked when the queue is opened.

use redis::aio::MultiplexedConnection;

use super::QueueError;
use crate::line::Line;

/// What Redis says of keeping what it is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Persistence {
    /// Every write is on disk before it is answered.
    EveryWrite,
    /// It is not so, for this reason.
    MayLoseCards(&'static str),
}

/// What the first Redis says that may lose cards; a replica counts, since it may become the primary.
pub(super) async fn persistence(line: &Line) -> Result<Persistence, QueueError> {
    for mut node in line.nodes().await? {
        let found = persistence_of(&mut node).await?;
        if found != Persistence::EveryWrite {
            return Ok(found);
        }
    }
    Ok(Persistence::EveryWrite)
}

async fn persistence_of(node: &mut MultiplexedConnection) -> Result<Persistence, QueueError> {
    let info: String = redis::cmd("INFO").arg("persistence").query_async(node).await?;
    let says = |line: &str| info.lines().any(|l| l.trim() == line);
    let mut setting = async |name: &'static str| {
        // A Redis that does not tell a setting is taken for one that does not have it.
        let pair: Vec<String> = redis::cmd("CONFIG").arg("GET").arg(name).query_async(node).await.unwrap_or_default();
        pair.into_iter().nth(1).unwrap_or_default()
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
