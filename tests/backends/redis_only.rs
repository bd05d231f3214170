//! What is true of Redis only: it can crash, be emptied, or be set up so that it forgets.

use std::sync::Arc;

use ombudsman_server::config::Config;
use ombudsman_server::queue::{Depth, Queue};
use ombudsman_server::server::{StartError, open_house, open_queue};
use tempfile::TempDir;
use tests::{Keeping, RedisServer, until};

use crate::ground::{Ground, LONG, SHORT, connection, written};
use crate::set_aside::set_aside;

/// Takes until something comes, through whatever a Redis that comes back makes of the first commands.
async fn taken_in_the_end(queue: &Arc<dyn Queue>) -> usize {
    until("the letters are delivered", async || {
        let taken = queue.take(10).await.unwrap_or_default();
        (!taken.is_empty()).then_some(taken.len())
    })
    .await
}

#[tokio::test]
async fn a_crash_of_redis_loses_no_letter_that_was_kept() {
    let mut ground = Ground::stream().await;
    let queue = ground.queue(SHORT).await;
    for number in 0..5 {
        queue.append(&[written(number)]).await.expect("kept");
    }
    assert_eq!(queue.take(2).await.expect("letters").len(), 2, "two are in a worker's hands");
    let Ground::Stream { redis, .. } = &mut ground else { unreachable!("the ground is a stream") };
    redis.crash_and_return().await;
    let depth = until("the queue answers again", async || queue.depth().await.ok()).await;
    assert_eq!(depth, Depth { waiting: 5, set_aside: 0 });
    let later = ground.queue(SHORT).await;
    let mut seen = std::collections::HashSet::new();
    until("all five are delivered", async || {
        seen.extend(later.take(10).await.expect("letters").into_iter().map(|delivery| delivery.ticket));
        (seen.len() == 5).then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_redis_that_was_emptied_takes_and_gives_letters_again() {
    let ground = Ground::stream().await;
    let queue = ground.queue(LONG).await;
    let Ground::Stream { redis, .. } = &ground else { unreachable!("the ground is a stream") };
    let () = redis::cmd("FLUSHALL").query_async(&mut connection(redis).await).await.expect("emptied");
    queue.append(&[written(1)]).await.expect("kept");
    assert_eq!(taken_in_the_end(&queue).await, 1);
}

#[tokio::test]
async fn the_office_opens_on_a_forgetful_redis_only_when_told_to_accept_the_loss() {
    let folder = TempDir::new().expect("a folder");
    let redis = RedisServer::start(folder.path(), Keeping::Nothing).await;
    let config = |accept: bool| {
        let (data, url) = (folder.path().display(), redis.url());
        let text = format!("data_dir = \"{data}\"\nredis_url = \"{url}\"\nredis_may_lose_cards = {accept}");
        Config::from_parts(&text, std::iter::empty()).expect("settings")
    };
    let house = open_house(config(false)).await.expect("a house");
    let refused = open_queue(&house).await.err().expect("refused");
    assert!(matches!(refused, StartError::Persistence(_)), "{refused}");
    assert!(refused.to_string().contains("appendonly yes"), "the way out is named: {refused}");
    let house = open_house(config(true)).await.expect("a house");
    open_queue(&house).await.expect("the loss is accepted");
}

#[tokio::test]
async fn a_crash_while_letters_are_replayed_leaves_each_in_one_place() {
    const LETTERS: usize = 200;
    let mut ground = Ground::stream().await;
    let queue = ground.queue(LONG).await;
    let tickets: Vec<String> = set_aside(&queue, LETTERS).await.into_iter().map(|letter| letter.ticket).collect();
    let mut waiting = 0;
    for crash in 1..=4 {
        let (queue, tickets) = (Arc::clone(&queue), tickets.clone());
        let before = waiting;
        let asker = Arc::clone(&queue);
        let replaying = tokio::spawn(async move {
            for ticket in &tickets {
                if asker.replay(ticket).await.is_err() {
                    break;
                }
            }
        });
        let some = before + 10;
        until("some are replayed", async || (queue.depth().await.ok()?.waiting >= some).then_some(())).await;
        let Ground::Stream { redis, .. } = &mut ground else { unreachable!("the ground is a stream") };
        redis.crash_and_return().await;
        replaying.abort();
        let depth = until("the queue answers again", async || queue.depth().await.ok()).await;
        assert_eq!(depth.waiting + depth.set_aside, LETTERS as u64, "after crash {crash}: {depth:?}");
        waiting = depth.waiting;
        if depth.set_aside < 20 {
            break;
        }
    }
}
