//! The line to Redis that all but the reader share. It comes back by itself, also where nobody told it that it is dead.
//!
//! The library opens a new connection when the old one breaks. A connection that merely answers no more (the other
//! machine lost its power, a firewall forgot it) never breaks: each command on it runs out of time, for ever. So a command
//! that ran out of time is the end of its connection.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use redis::aio::{ConnectionLike, ConnectionManager, ConnectionManagerConfig};
use redis::{Client, Cmd, Pipeline, RedisFuture, RedisResult, Value};

/// Tries to connect again before a command fails: what is away for longer is told to whoever waits.
const RETRIES: usize = 2;

/// The line.
#[derive(Clone)]
pub(super) struct Line {
    client: Client,
    patience: Duration,
    /// The connection in use, and how many came before it.
    current: Arc<RwLock<(u64, ConnectionManager)>>,
}

impl Line {
    /// Connects; a command has `patience` for its answer.
    pub(super) async fn open(client: &Client, patience: Duration) -> RedisResult<Self> {
        let manager = client.get_connection_manager_with_config(settings(patience)).await?;
        Ok(Self { client: client.clone(), patience, current: Arc::new(RwLock::new((0, manager))) })
    }

    fn current(&self) -> (u64, ConnectionManager) {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Has the next command connect anew, unless an earlier one has seen to that.
    fn give_up(&self, age: u64) {
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        if current.0 == age
            && let Ok(fresh) = ConnectionManager::new_lazy_with_config(self.client.clone(), settings(self.patience))
        {
            *current = (age + 1, fresh);
        }
    }
}

impl ConnectionLike for Line {
    fn req_packed_command<'a>(&'a mut self, command: &'a Cmd) -> RedisFuture<'a, Value> {
        Box::pin(async move {
            let (age, mut connection) = self.current();
            let answer = connection.send_packed_command(command).await;
            if answer.as_ref().is_err_and(redis::RedisError::is_timeout) {
                self.give_up(age);
            }
            answer
        })
    }

    fn req_packed_commands<'a>(
        &'a mut self,
        commands: &'a Pipeline,
        offset: usize,
        count: usize,
    ) -> RedisFuture<'a, Vec<Value>> {
        Box::pin(async move {
            let (age, mut connection) = self.current();
            let answers = connection.send_packed_commands(commands, offset, count).await;
            if answers.as_ref().is_err_and(redis::RedisError::is_timeout) {
                self.give_up(age);
            }
            answers
        })
    }

    fn get_db(&self) -> i64 {
        self.current().1.get_db()
    }
}

fn settings(patience: Duration) -> ConnectionManagerConfig {
    ConnectionManagerConfig::new().set_response_timeout(Some(patience)).set_number_of_retries(RETRIES)
}
