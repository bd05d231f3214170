//! Letters spread over several streams: where each goes, and what becomes of them when the setting changes.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use ombudsman_server::queue::{Depth, Queue};
use redis::AsyncCommands as _;
use tempfile::TempDir;
use tests::{Keeping, RedisCluster, RedisServer, until};

use crate::ground::{
    Ground, LONG, PARTITIONS, SHORT, cards, cluster_connection, connection, key, redis_queue, written,
};

#[tokio::test]
async fn a_letter_that_is_sent_again_goes_where_it_went_and_others_are_spread() {
    let folder = TempDir::new().expect("a folder");
    let redis = RedisServer::start(folder.path(), Keeping::EveryWrite).await;
    let queue = redis_queue(&redis.url(), 4, 0, LONG).await;
    for _ in 0..3 {
        queue.append(&[written(7)]).await.expect("kept");
    }
    let mut direct = connection(&redis).await;
    let mut lengths = Vec::new();
    for number in 0..4 {
        lengths.push(direct.xlen::<_, usize>(key(number, "cards")).await.expect("a length"));
    }
    lengths.sort_unstable();
    assert_eq!(lengths, [0, 0, 0, 3]);
    for number in 0..200 {
        queue.append(&[written(number)]).await.expect("kept");
    }
    for number in 0..4 {
        let length: usize = direct.xlen(key(number, "cards")).await.expect("a length");
        assert!((25..=75).contains(&length), "partition {number} has {length} of 203");
    }
    assert_eq!(all_of(&queue, 203).await.len(), 203);
}

#[tokio::test]
async fn letters_of_another_setting_are_taken_up_and_can_be_replayed() {
    let folder = TempDir::new().expect("a folder");
    let redis = RedisServer::start(folder.path(), Keeping::EveryWrite).await;
    let mut expected = 0;
    for (partitions, letters) in [(1, 2), (4, 6), (2, 3)] {
        let queue = redis_queue(&redis.url(), partitions, 0, LONG).await;
        for number in 0..letters {
            queue.append(&[written(number)]).await.expect("kept");
        }
        expected += letters;
        assert_eq!(queue.depth().await.expect("a depth").waiting, expected as u64, "{partitions}");
        // One is set aside and another put into somebody's hands who does not come back.
        let taken = queue.take(2).await.expect("letters");
        queue.set_aside(&taken[0].ticket, "it has no address").await.expect("set aside");
        assert!(queue.replay(&queue.set_aside_list(1).await.expect("a list")[0].ticket).await.expect("an answer"));
    }
    let queue = redis_queue(&redis.url(), 1, 0, Duration::from_millis(1)).await;
    assert_eq!(all_of(&queue, expected).await.len(), expected);
    assert_eq!(queue.depth().await.expect("a depth"), Depth { waiting: 0, set_aside: 0 });
    let length: usize = connection(&redis).await.xlen(cards()).await.expect("a length");
    assert_eq!(length, 0);
}

/// Takes and acknowledges until there were so many.
async fn all_of(queue: &Arc<dyn Queue>, number: usize) -> HashSet<String> {
    let mut found = HashSet::new();
    until("all are delivered", async || {
        let tickets: Vec<String> = queue.take(64).await.ok()?.into_iter().map(|d| d.ticket).collect();
        queue.acknowledge(&tickets).await.expect("acknowledged");
        found.extend(tickets);
        (found.len() >= number).then_some(())
    })
    .await;
    found
}

#[tokio::test]
async fn a_cluster_whose_node_crashes_and_returns_has_every_letter_and_gives_the_others_meanwhile() {
    const LETTERS: usize = 60;
    let mut ground = Ground::cluster().await;
    let queue = ground.queue(SHORT).await;
    for number in 0..LETTERS {
        queue.append(&[written(number)]).await.expect("kept");
    }
    let Ground::Cluster { redis, .. } = &mut ground else { unreachable!("the ground is a cluster") };
    spread(redis).await;
    redis.node(0).crash();
    let mut found = HashSet::new();
    until("letters of the other nodes are delivered", async || {
        found.extend(queue.take(64).await.unwrap_or_default().into_iter().map(|delivery| delivery.ticket));
        (!found.is_empty()).then_some(())
    })
    .await;
    redis.node(0).come_back().await;
    until("all letters are delivered", async || {
        found.extend(queue.take(64).await.unwrap_or_default().into_iter().map(|delivery| delivery.ticket));
        (found.len() == LETTERS).then_some(())
    })
    .await;
    until("letters are kept again", async || queue.append(&[written(1)]).await.ok()).await;
}

#[tokio::test]
async fn a_worker_that_starts_while_a_node_is_away_takes_up_what_the_others_have() {
    const LETTERS: usize = 60;
    let mut ground = Ground::cluster().await;
    let before = ground.queue(SHORT).await;
    for number in 0..LETTERS {
        before.append(&[written(number)]).await.expect("kept");
    }
    drop(before);
    let Ground::Cluster { redis, .. } = &mut ground else { unreachable!("the ground is a cluster") };
    spread(redis).await;
    redis.node(0).crash();
    let queue = redis_queue(&redis.url(), PARTITIONS, 0, SHORT).await;
    let there = usize::try_from(queue.depth().await.expect("a depth of the others").waiting).expect("a number");
    assert!((1..LETTERS).contains(&there), "{there} letters are on the other nodes");
    assert_eq!(all_of(&queue, there).await.len(), there);
    assert!(queue.waits_since().await.expect("an answer").is_none(), "the others have none left");
    redis.node(0).come_back().await;
    assert_eq!(all_of(&queue, LETTERS - there).await.len(), LETTERS - there);
}

/// Each partition has letters, and not all lie on one node.
async fn spread(redis: &RedisCluster) {
    for number in 0..PARTITIONS {
        let length: usize = cluster_connection(redis).await.xlen(key(number, "cards")).await.expect("a length");
        assert!(length > 0, "partition {number} has none");
    }
}
