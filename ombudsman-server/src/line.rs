//! The line to Redis, for the queue and the limits: one Redis, the one that sentinels name, or a cluster. It comes back by
//! itself, also where nobody told it that it is dead.
//!
//! A connection that merely answers no more (the other machine lost its power, a firewall forgot it) never breaks: each
//! command on it runs out of time, for ever. So a command that ran out of time is the end of its connection, as is one
//! that was refused because another Redis is the primary now.

mod address;

use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use futures::FutureExt as _;
use futures::future::{BoxFuture, Shared};
use redis::aio::{ConnectionLike, MultiplexedConnection};
use redis::cluster_async::ClusterConnection;
use redis::{Cmd, ErrorKind, Pipeline, RedisError, RedisFuture, RedisResult, Value};

pub use self::address::Address;

/// The code with which a replica refuses a write.
const READ_ONLY: &str = "READONLY";

/// A connection on its way. Everybody who needs it waits for the same one.
type Opening = Shared<BoxFuture<'static, RedisResult<Connection>>>;

#[derive(Clone)]
enum Connection {
    One(MultiplexedConnection),
    Cluster(ClusterConnection),
}

/// The line.
#[derive(Clone)]
pub struct Line {
    address: Arc<Address>,
    patience: Duration,
    /// The connection in use, and how many came before it.
    current: Arc<RwLock<(u64, Opening)>>,
}

impl Line {
    /// A line to this address, opened when it is first used; a command has `patience` for its answer.
    #[must_use]
    pub fn to(address: Address, patience: Duration) -> Self {
        let address = Arc::new(address);
        let current = Arc::new(RwLock::new((0, open(&address, patience))));
        Self { address, patience, current }
    }

    /// A connection beside the line, for commands that wait; `None` where the address is a cluster's, which has none for
    /// all keys.
    pub async fn beside(&self) -> RedisResult<Option<MultiplexedConnection>> {
        self.address.connect_one(self.patience).await
    }

    /// A connection to each Redis of the address that can be reached.
    pub async fn nodes(&self) -> RedisResult<Vec<MultiplexedConnection>> {
        self.address.nodes(self.patience).await
    }

    fn current(&self) -> (u64, Opening) {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Has the next command connect anew, unless an earlier one has seen to that.
    fn give_up(&self, age: u64) {
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        if current.0 == age {
            *current = (age + 1, open(&self.address, self.patience));
        }
    }

    /// The connection in use, and its age.
    async fn connection(&self) -> RedisResult<(u64, Connection)> {
        let (age, opening) = self.current();
        let opened = opening.await;
        if opened.is_err() {
            self.give_up(age);
        }
        opened.map(|connection| (age, connection))
    }

    /// The answers; where there are none, or a refusal that another Redis would not give, the connection is at its end.
    fn judged(&self, age: u64, answers: RedisResult<Vec<Value>>) -> RedisResult<Vec<Value>> {
        let is_over = match &answers {
            Ok(answers) => answers.iter().any(is_of_a_replica),
            Err(error) => error.is_timeout() || error.is_unrecoverable_error() || error.code() == Some(READ_ONLY),
        };
        if is_over {
            self.give_up(age);
        }
        answers
    }
}

impl ConnectionLike for Line {
    fn req_packed_command<'a>(&'a mut self, command: &'a Cmd) -> RedisFuture<'a, Value> {
        Box::pin(async move {
            let (age, connection) = self.connection().await?;
            let answer = match connection {
                Connection::One(mut one) => one.req_packed_command(command).await,
                Connection::Cluster(mut cluster) => cluster.req_packed_command(command).await,
            };
            let answers = self.judged(age, answer.map(|answer| vec![answer]))?;
            Ok(answers.into_iter().next().unwrap_or(Value::Nil))
        })
    }

    fn req_packed_commands<'a>(
        &'a mut self,
        commands: &'a Pipeline,
        offset: usize,
        count: usize,
    ) -> RedisFuture<'a, Vec<Value>> {
        Box::pin(async move {
            let (age, connection) = self.connection().await?;
            let answers = match connection {
                Connection::One(mut one) => one.req_packed_commands(commands, offset, count).await,
                Connection::Cluster(mut cluster) => cluster.req_packed_commands(commands, offset, count).await,
            };
            self.judged(age, answers)
        })
    }

    fn get_db(&self) -> i64 {
        // The address says which; nothing here depends on it.
        0
    }
}

/// Opens a connection once somebody waits for it; it goes on opening where nobody waits any more.
fn open(address: &Arc<Address>, patience: Duration) -> Opening {
    let address = Arc::clone(address);
    let opening = async move {
        let opening = tokio::spawn(async move {
            if let Some(one) = address.connect_one(patience).await? {
                return Ok(Connection::One(one));
            }
            address.connect_cluster(patience).await.map(Connection::Cluster)
        });
        opening.await.unwrap_or_else(|_| Err(RedisError::from((ErrorKind::Client, "the connection was not opened"))))
    };
    opening.boxed().shared()
}

/// Whether whoever answers takes no writes, because another Redis is the primary now. A refusal comes as an answer here: it
/// becomes an error where somebody reads it.
fn is_of_a_replica(answer: &Value) -> bool {
    match answer {
        Value::ServerError(error) => error.code() == READ_ONLY,
        Value::Array(answers) => answers.iter().any(is_of_a_replica),
        _ => false,
    }
}
