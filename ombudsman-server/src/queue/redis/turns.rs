//! Several streams are asked in turn, and the others go on while one is away: of a cluster, one node may be.
//!
//! A command for a node that is away takes long to fail. So one that did not answer is asked more seldom, all of these at
//! once, until it answers again.

use std::future::Future;
use std::sync::atomic::Ordering;
use std::time::Duration;

use futures::future::join_all;
use redis::{ErrorKind, RedisError};
use tokio::time::timeout;

use super::RedisQueue;
use crate::queue::{Delivery, QueueError};

/// How many turns one that did not answer is left out for.
const SELDOM: usize = 7;
/// How long each of several may take to be looked at.
const LOOKED_AT_WITHIN: Duration = Duration::from_millis(900);

/// What a partition is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Ask {
    /// Letters that somebody had before.
    ForOld,
    /// Letters that nobody had.
    ForNew,
}

impl RedisQueue {
    /// Asks one partition after the other until there are as many letters as wanted. One that fails does not keep back
    /// what the others have.
    pub(super) async fn each(&self, most: usize, ask: Ask) -> Result<Vec<Delivery>, QueueError> {
        let (turn, number) = (self.turns[ask as usize].fetch_add(1, Ordering::Relaxed), self.partitions.len());
        let places = (0..number).map(|place| (turn.wrapping_add(place)) % number);
        let (away, well): (Vec<usize>, Vec<usize>) =
            places.partition(|place| self.away[*place].load(Ordering::Relaxed));
        let (mut taken, mut refused) = (Vec::new(), None);
        let mut hear = |taken: &mut Vec<Delivery>, answer: Result<Vec<Delivery>, QueueError>| match answer {
            Ok(letters) => taken.extend(letters),
            Err(error) => refused = Some(error),
        };
        for place in &well {
            if taken.len() >= most {
                break;
            }
            let answer = self.ask(*place, most - taken.len(), ask).await;
            hear(&mut taken, answer);
        }
        let room = most.saturating_sub(taken.len());
        let asked = &away[..away.len().min(room)];
        if !asked.is_empty() && (well.is_empty() || turn.is_multiple_of(SELDOM)) {
            let share = room / asked.len();
            for answer in join_all(asked.iter().map(|place| self.ask(*place, share, ask))).await {
                hear(&mut taken, answer);
            }
        }
        match refused {
            Some(error) if taken.is_empty() => Err(error),
            _ => Ok(taken),
        }
    }

    async fn ask(&self, place: usize, most: usize, ask: Ask) -> Result<Vec<Delivery>, QueueError> {
        let partition = &self.partitions[place];
        let answer = match ask {
            Ask::ForOld => self.take_over(partition, most).await,
            Ask::ForNew => self.read(&mut self.line.clone(), partition, most, None).await,
        };
        self.away[place].store(answer.is_err(), Ordering::Relaxed);
        answer
    }
}

/// What those say that answer soon; an error where none does. Where there is only one, it has the time that it needs.
pub(super) async fn of_those_there<T>(
    looks: impl Iterator<Item = impl Future<Output = Result<T, QueueError>>>,
) -> Result<Vec<T>, QueueError> {
    let mut looks: Vec<_> = looks.collect();
    if looks.len() == 1 {
        return Ok(vec![looks.remove(0).await?]);
    }
    let mut refused = RedisError::from((ErrorKind::Io, "no partition answered in time")).into();
    let mut told = Vec::with_capacity(looks.len());
    for answer in join_all(looks.into_iter().map(|look| timeout(LOOKED_AT_WITHIN, look))).await {
        match answer {
            Ok(Ok(one)) => told.push(one),
            Ok(Err(error)) => refused = error,
            Err(_) => {}
        }
    }
    if told.is_empty() { Err(refused) } else { Ok(told) }
}
