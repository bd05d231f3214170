//! What a queue stands on, opened as the office opens it: a data folder of its own and, for one home, a Redis.

use std::sync::Arc;
use std::time::Duration;

use ombudsman_server::config::Config;
use ombudsman_server::house::House;
use ombudsman_server::line::Address;
use ombudsman_server::queue::{Letter, Place, Queue, RedisQueue, SqlQueue, Suspicion, Written};
use ombudsman_server::server::open_house;
use redis::cluster::ClusterClient;
use redis::cluster_async::ClusterConnection;
use redis::streams::StreamRangeReply;
use redis::{AsyncCommands as _, aio::MultiplexedConnection};
use serde_json::json;
use tempfile::TempDir;
use tests::{Database, Keeping, RedisCluster, RedisServer};

pub const PREFIX: &str = "office";
/// Longer than any test: whatever is taken stays taken.
pub const LONG: Duration = Duration::from_mins(10);
/// Soon over.
pub const SHORT: Duration = Duration::from_millis(300);

/// One of the queue's homes.
pub enum Ground {
    Table { house: Arc<House>, _database: Option<Database>, _folder: TempDir },
    Stream { redis: RedisServer, _folder: TempDir },
    Cluster { redis: RedisCluster, _folder: TempDir },
}

/// Over how many streams letters are spread in a cluster.
pub const PARTITIONS: u16 = 3;

impl Ground {
    pub async fn table() -> Self {
        Self::table_of(None).await
    }

    pub async fn table_in_postgres() -> Self {
        Self::table_of(Some(Database::create("template0").await)).await
    }

    async fn table_of(database: Option<Database>) -> Self {
        let folder = TempDir::new().expect("a folder");
        let url = database.as_ref().map(Database::url).unwrap_or_default();
        let settings = format!("data_dir = \"{}\"\ndatabase_url = \"{url}\"", folder.path().display());
        let config = Config::from_parts(&settings, std::iter::empty()).expect("settings");
        Self::Table { house: open_house(config).await.expect("a house"), _database: database, _folder: folder }
    }

    pub async fn stream() -> Self {
        let folder = TempDir::new().expect("a folder");
        Self::Stream { redis: RedisServer::start(folder.path(), Keeping::EveryWrite).await, _folder: folder }
    }

    pub async fn cluster() -> Self {
        let folder = TempDir::new().expect("a folder");
        Self::Cluster { redis: RedisCluster::start(folder.path()).await, _folder: folder }
    }

    /// Whether letters are spread, so that nobody says which of two comes first.
    pub fn has_several_streams(&self) -> bool {
        matches!(self, Self::Cluster { .. })
    }

    /// The queue as another process would open it; what is taken from it comes back after `lease`.
    pub async fn queue(&self, lease: Duration) -> Arc<dyn Queue> {
        match self {
            Self::Table { house, .. } => Arc::new(SqlQueue::new(Arc::clone(house), lease)),
            Self::Stream { redis, .. } => redis_queue(&redis.url(), 1, 0, lease).await,
            Self::Cluster { redis, .. } => redis_queue(&redis.url(), PARTITIONS, 0, lease).await,
        }
    }

    /// Puts something into the queue that no version of the office wrote.
    pub async fn put_unreadable(&self) {
        match self {
            Self::Table { house, .. } => {
                let mut tx = house.db.begin().await.expect("a write");
                let put = "INSERT INTO queue (body) VALUES ('not a letter')";
                tx.execute(put, Vec::new()).await.expect("a row");
                tx.commit().await.expect("a commit");
            }
            Self::Stream { redis, .. } => {
                let put = connection(redis).await.xadd(cards(), "*", &[("body", "not a letter")]).await;
                let _: String = put.expect("an entry");
            }
            Self::Cluster { redis, .. } => {
                let put = cluster_connection(redis).await.xadd(key(1, "cards"), "*", &[("body", "not a letter")]).await;
                let _: String = put.expect("an entry");
            }
        }
    }

    /// What is set aside, each with its reason.
    pub async fn set_aside(&self) -> Vec<(String, String)> {
        match self {
            Self::Table { house, .. } => {
                let sql = "SELECT body, set_aside FROM queue WHERE set_aside IS NOT NULL";
                let rows = house.db.read(sql, Vec::new()).await.expect("rows");
                rows.iter().map(|row| (row.text(0).expect("a body"), row.text(1).expect("a reason"))).collect()
            }
            Self::Stream { redis, .. } => {
                let all = connection(redis).await.xrange_all(format!("{{{PREFIX}}}:set-aside")).await;
                told(&all.expect("entries"))
            }
            Self::Cluster { redis, .. } => {
                let mut all = Vec::new();
                for number in 0..PARTITIONS {
                    let some = cluster_connection(redis).await.xrange_all(key(number, "set-aside")).await;
                    all.extend(told(&some.expect("entries")));
                }
                all
            }
        }
    }
}

/// The queue in the Redis at this address, as another process would open it.
pub async fn redis_queue(url: &str, partitions: u16, replicas: u16, lease: Duration) -> Arc<dyn Queue> {
    let address = Address::parse(url).expect("an address");
    let place = Place { address, prefix: PREFIX.to_owned(), partitions, replicas };
    Arc::new(RedisQueue::connect(&place, tests::card_id(), lease).await.expect("a queue"))
}

fn told(entries: &StreamRangeReply) -> Vec<(String, String)> {
    let part = |entry: &redis::streams::StreamId, name| entry.get::<String>(name).expect("a part");
    entries.ids.iter().map(|entry| (part(entry, "body"), part(entry, "reason"))).collect()
}

/// The name of a partition's stream.
pub fn key(number: u16, name: &str) -> String {
    format!("{{{PREFIX}:{number}}}:{name}")
}

/// The stream's name in Redis.
pub fn cards() -> String {
    format!("{{{PREFIX}}}:cards")
}

/// A connection of the test's own.
pub async fn connection(redis: &RedisServer) -> MultiplexedConnection {
    let client = redis::Client::open(redis.url()).expect("an address");
    client.get_multiplexed_async_connection().await.expect("a connection")
}

/// A connection of the test's own to every node.
pub async fn cluster_connection(redis: &RedisCluster) -> ClusterConnection {
    let client = ClusterClient::new(redis.urls()).expect("addresses");
    client.get_async_connection().await.expect("a connection")
}

/// A letter that is like no other.
pub fn letter(number: usize) -> Letter {
    let card = json!({ "id": number.to_string(), "comment": "élan \u{1F341} \"'<>" });
    let source = number.is_multiple_of(2).then(|| "older-system".to_owned());
    Letter::Card {
        card,
        received_at: 1_700_000_000_000,
        source,
        suspicions: vec![Suspicion::TooFast],
        entered_by: None,
        network: String::new(),
    }
}

/// The same, as a queue keeps it.
pub fn written(number: usize) -> Written {
    letter(number).write().expect("JSON")
}
