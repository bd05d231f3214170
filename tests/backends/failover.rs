//! A primary that fails, and the replica that takes its place.

use std::collections::HashSet;
use std::time::Duration;

use futures::future::{Either, select};
use tempfile::TempDir;
use tests::{Keeping, RedisServer, RedisWatched, until, within};

use ombudsman_server::config::Config;
use ombudsman_server::queue::QueueError;
use ombudsman_server::server::{StartError, open_house, open_queue};

use crate::ground::{SHORT, connection, redis_queue, written};

/// A sentinel that waits a second before it acts has done so by then.
const FAILED_OVER_WITHIN: Duration = Duration::from_secs(40);

#[tokio::test]
async fn the_queue_goes_on_with_the_new_primary_and_has_what_a_replica_had() {
    const LETTERS: usize = 20;
    let folder = TempDir::new().expect("a folder");
    let mut redis = RedisWatched::start(folder.path()).await;
    // Each letter is on the replica before it counts as kept.
    let queue = redis_queue(&redis.url(), 1, 1, SHORT).await;
    for number in 0..LETTERS {
        queue.append(&[written(number)]).await.expect("kept");
    }
    assert_eq!(queue.take(5).await.expect("letters").len(), 5, "five are in a worker's hands");
    redis.primary.crash();
    let mut found = HashSet::new();
    within(FAILED_OVER_WITHIN, "the new primary delivers every letter that was kept", async || {
        found.extend(queue.take(64).await.unwrap_or_default().into_iter().map(|delivery| delivery.ticket));
        (found.len() == LETTERS).then_some(())
    })
    .await;
    // The new primary has no replica, so nothing that is new counts as kept.
    until("what is new is refused for want of a replica", async || {
        let refused = queue.append(&[written(1)]).await.expect_err("no replica has it");
        // The line that letters are put in by may not know of the new primary yet.
        matches!(refused, QueueError::TooFewReplicas).then_some(())
    })
    .await;
    redis.primary.come_back().await;
    within(FAILED_OVER_WITHIN, "the old primary follows the new one, and letters are kept again", async || {
        queue.append(&[written(2)]).await.ok()
    })
    .await;
}

#[tokio::test]
async fn without_a_replica_nothing_counts_as_kept_that_should_be_on_one() {
    let folder = TempDir::new().expect("a folder");
    let redis = RedisServer::start(folder.path(), Keeping::EveryWrite).await;
    let queue = redis_queue(&redis.url(), 1, 1, SHORT).await;
    let refused = queue.append(&[written(1)]).await.expect_err("there is no replica");
    assert!(matches!(refused, QueueError::TooFewReplicas), "{refused}");
}

#[tokio::test]
async fn whoever_waits_for_a_replica_holds_up_nobody_else() {
    let folder = TempDir::new().expect("a folder");
    let redis = RedisServer::start(folder.path(), Keeping::EveryWrite).await;
    let queue = redis_queue(&redis.url(), 1, 1, SHORT).await;
    let letters = [written(1)];
    let refused = queue.append(&letters);
    let looks = async {
        until("the letter is there", async || (queue.depth().await.ok()?.waiting == 1).then_some(())).await;
        queue.take(1).await.expect("letters")
    };
    // Whichever is first: a wait for a replica that is not there takes its two seconds.
    match select(Box::pin(refused), Box::pin(looks)).await {
        Either::Left(_) => panic!("the worker waited for the replica, too"),
        Either::Right((taken, _)) => assert_eq!(taken.len(), 1),
    }
}

#[tokio::test]
async fn the_office_does_not_open_where_a_replica_is_forgetful() {
    let folder = TempDir::new().expect("a folder");
    let redis = RedisWatched::start(folder.path()).await;
    let config = || {
        let text = format!("data_dir = \"{}\"\nredis_url = \"{}\"", folder.path().display(), redis.url());
        Config::from_parts(&text, std::iter::empty()).expect("settings")
    };
    let house = open_house(config()).await.expect("a house");
    open_queue(&house).await.expect("both keep every write");
    redis.replica.tell("CONFIG SET appendfsync everysec").await;
    let refused = open_queue(&house).await.err().expect("refused");
    assert!(matches!(refused, StartError::Persistence(_)), "{refused}");
}

#[tokio::test]
async fn a_redis_that_takes_no_writes_any_more_is_given_up_although_it_still_answers() {
    let folder = TempDir::new().expect("a folder");
    let redis = RedisServer::start(folder.path(), Keeping::EveryWrite).await;
    let queue = redis_queue(&redis.url(), 1, 0, SHORT).await;
    queue.append(&[written(0)]).await.expect("kept");
    // Of nobody that is there; whoever is connected stays so.
    redis.tell("REPLICAOF 127.0.0.1 1").await;
    let before = connections(&redis).await;
    for _ in 0..2 {
        queue.append(&[written(1)]).await.expect_err("a replica takes no letters");
    }
    // Asking for the number is one, too.
    assert!(connections(&redis).await >= before + 2, "the line connects anew, where another may be the primary now");
    redis.tell("REPLICAOF NO ONE").await;
    queue.append(&[written(2)]).await.expect("kept");
}

/// How many connections this Redis has accepted.
async fn connections(redis: &RedisServer) -> u64 {
    let told: redis::InfoDict =
        redis::cmd("INFO").arg("stats").query_async(&mut connection(redis).await).await.expect("figures");
    told.get("total_connections_received").expect("a number")
}
