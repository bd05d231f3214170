//! Whether every Redis of the address keeps what it is given.

use redis::aio::MultiplexedConnection;

use super::QueueError;
use crate::line::Line;

/// What the first Redis says that may lose cards; a replica counts, since it may become the primary.
pub(super) async fn may_lose(line: &Line) -> Result<Option<&'static str>, QueueError> {
    for mut node in line.nodes().await? {
        let reason = may_lose_there(&mut node).await?;
        if reason.is_some() {
            return Ok(reason);
        }
    }
    Ok(None)
}

async fn may_lose_there(node: &mut MultiplexedConnection) -> Result<Option<&'static str>, QueueError> {
    let info: String = redis::cmd("INFO").arg("persistence").query_async(node).await?;
    let says = |line: &str| info.lines().any(|l| l.trim() == line);
    let mut setting = async |name: &'static str| {
        // What is not told is nothing.
        let pair: Vec<String> = redis::cmd("CONFIG").arg("GET").arg(name).query_async(node).await.unwrap_or_default();
        pair.into_iter().nth(1).unwrap_or_default()
    };
    Ok(if !says("aof_enabled:1") {
        Some("it keeps no append-only file (appendonly yes)")
    } else if !says("aof_last_write_status:ok") {
        Some("its last write to the append-only file failed")
    } else {
        let fsync = setting("appendfsync").await;
        if fsync.is_empty() {
            Some("it does not tell whether it syncs every write (let this user read its settings: CONFIG GET)")
        } else if fsync != "always" {
            Some("it does not sync every write (appendfsync always)")
        } else if setting("no-appendfsync-on-rewrite").await != "no" {
            Some("it does not sync while it rewrites its file (no-appendfsync-on-rewrite no)")
        } else if setting("maxmemory").await != "0" && setting("maxmemory-policy").await != "noeviction" {
            Some("it may evict cards when its memory is full (maxmemory-policy noeviction)")
        } else {
            None
        }
    })
}
