//! Where Redis is: `redis://host:port` for one, `redis+sentinel://host:port,host:port/name` for the one that sentinels
//! call their primary, `redis+cluster://host:port,host:port` for a cluster. A user and a password stand in front of the
//! first host, and are those of Redis itself.

use std::time::Duration;

use redis::aio::MultiplexedConnection;
use redis::cluster::ClusterClient;
use redis::cluster_async::ClusterConnection;
use redis::sentinel::{Sentinel, SentinelNodeConnectionInfo};
use redis::{AsyncConnectionConfig, Client, ErrorKind, IntoConnectionInfo, RedisError, RedisResult};

/// How long a connection may take to come about. What is away for longer is told to whoever waits.
const CONNECTED_WITHIN: Duration = Duration::from_secs(1);
/// How often a cluster is asked again where a node is away or a key has moved.
const CLUSTER_RETRIES: u32 = 3;
/// The shortest and the longest wait before it is asked again, in milliseconds: people wait for the answer.
const CLUSTER_RETRY_AFTER: (u64, u64) = (100, 400);

/// Where Redis is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// One Redis, as the library writes its address.
    One(String),
    /// The primary of this name.
    Sentinel {
        /// The sentinels, as the library writes their addresses.
        sentinels: Vec<String>,
        /// What they call it.
        name: String,
        /// `user:password@`, or nothing.
        credentials: String,
    },
    /// A cluster.
    Cluster {
        /// Some of its nodes, as the library writes their addresses.
        nodes: Vec<String>,
        /// `user:password@`, or nothing.
        credentials: String,
    },
}

impl Address {
    /// Reads an address; `None` if it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(rest) = text.strip_prefix("redis+sentinel://") {
            let (hosts, name) = rest.split_once('/')?;
            let (credentials, hosts) = split(hosts);
            let sentinels = urls("", hosts)?;
            let is_a_name = !name.is_empty() && !name.contains('/');
            return is_a_name.then(|| Self::Sentinel { sentinels, name: name.to_owned(), credentials });
        }
        if let Some(rest) = text.strip_prefix("redis+cluster://") {
            let (credentials, hosts) = split(rest.trim_end_matches('/'));
            return Some(Self::Cluster { nodes: urls(&credentials, hosts)?, credentials });
        }
        text.into_connection_info().is_ok().then(|| Self::One(text.to_owned()))
    }

    /// Connects to the one Redis, or to the present primary; `None` for a cluster.
    pub(super) async fn connect_one(&self, patience: Duration) -> RedisResult<Option<MultiplexedConnection>> {
        let client = match self {
            Self::Cluster { .. } => return Ok(None),
            Self::One(url) => Client::open(url.as_str())?,
            Self::Sentinel { sentinels, name, credentials } => {
                let mut sentinel = Sentinel::build(sentinels.clone())?;
                sentinel.async_master_for(name, Some(&of_nodes(credentials)?)).await?
            }
        };
        connect(&client, patience).await.map(Some)
    }

    /// Connects to the cluster.
    pub(super) async fn connect_cluster(&self, patience: Duration) -> RedisResult<ClusterConnection> {
        let Self::Cluster { nodes, .. } = self else {
            return Err(RedisError::from((ErrorKind::InvalidClientConfig, "the address is not a cluster's")));
        };
        let client = ClusterClient::builder(nodes.clone())
            .connection_timeout(CONNECTED_WITHIN)
            .response_timeout(patience)
            .retries(CLUSTER_RETRIES)
            .min_retry_wait(CLUSTER_RETRY_AFTER.0)
            .max_retry_wait(CLUSTER_RETRY_AFTER.1)
            .build()?;
        client.get_async_connection().await
    }

    /// A connection to each Redis that keeps what is written here, as far as they can be reached: the primaries, and the
    /// replicas that may take their place.
    pub(super) async fn nodes(&self, patience: Duration) -> RedisResult<Vec<MultiplexedConnection>> {
        let replicas: Vec<Client> = match self {
            Self::One(_) => Vec::new(),
            Self::Sentinel { sentinels, name, credentials } => {
                let mut sentinel = Sentinel::build(sentinels.clone())?;
                // Sentinels that know of no replica that is well say so by an error.
                let found = sentinel.async_get_replica_clients(name, Some(&of_nodes(credentials)?)).await;
                found.unwrap_or_default()
            }
            Self::Cluster { nodes, credentials } => members(nodes, credentials, patience).await?,
        };
        let mut connections: Vec<_> = self.connect_one(patience).await?.into_iter().collect();
        for client in replicas {
            if let Ok(connection) = connect(&client, patience).await {
                connections.push(connection);
            }
        }
        Ok(connections)
    }
}

async fn connect(client: &Client, patience: Duration) -> RedisResult<MultiplexedConnection> {
    let config = AsyncConnectionConfig::new()
        .set_response_timeout(Some(patience))
        .set_connection_timeout(Some(CONNECTED_WITHIN.min(patience)));
    client.get_multiplexed_async_connection_with_config(&config).await
}

/// Every node of a cluster, as the first that answers tells.
async fn members(nodes: &[String], credentials: &str, patience: Duration) -> RedisResult<Vec<Client>> {
    let mut failure = RedisError::from((ErrorKind::InvalidClientConfig, "no node of the cluster answers"));
    for node in nodes {
        let told = async {
            let mut connection = connect(&Client::open(node.as_str())?, patience).await?;
            redis::cmd("CLUSTER").arg("NODES").query_async::<String>(&mut connection).await
        };
        match told.await {
            Ok(told) => return told.lines().filter_map(member).map(|at| Client::open(url(credentials, at))).collect(),
            Err(error) => failure = error,
        }
    }
    Err(failure)
}

/// The host and port of a line of `CLUSTER NODES` (`id host:port@bus,name flags …`), unless the node is gone.
fn member(line: &str) -> Option<&str> {
    let mut parts = line.split(' ');
    let at = parts.nth(1)?.split(['@', ',']).next()?;
    let is_gone = parts.next()?.split(',').any(|flag| ["fail", "noaddr", "handshake"].contains(&flag));
    (!is_gone && !at.starts_with(':')).then_some(at)
}

fn of_nodes(credentials: &str) -> RedisResult<SentinelNodeConnectionInfo> {
    let info = url(credentials, "localhost").into_connection_info()?;
    Ok(SentinelNodeConnectionInfo::default().set_redis_connection_info(info.redis_settings().clone()))
}

/// `user:password@`, and the hosts after it.
fn split(text: &str) -> (String, &str) {
    text.rfind('@').map_or((String::new(), text), |at| (text[..=at].to_owned(), &text[at + 1..]))
}

fn urls(credentials: &str, hosts: &str) -> Option<Vec<String>> {
    let one = |host: &str| {
        let url = url(credentials, host);
        (!host.is_empty() && !host.contains('/') && url.as_str().into_connection_info().is_ok()).then_some(url)
    };
    hosts.split(',').map(one).collect()
}

fn url(credentials: &str, host: &str) -> String {
    format!("redis://{credentials}{host}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_redis_a_primary_of_sentinels_and_a_cluster_are_told_apart() {
        assert_eq!(Address::parse("redis://h:1/2"), Some(Address::One("redis://h:1/2".to_owned())));
        let sentinels = vec!["redis://a:1".to_owned(), "redis://b:2".to_owned()];
        let (name, credentials) = ("office".to_owned(), ":secret@".to_owned());
        let told = Address::Sentinel { sentinels, name, credentials };
        assert_eq!(Address::parse("redis+sentinel://:secret@a:1,b:2/office"), Some(told));
        let nodes = vec!["redis://u:p@a:1".to_owned(), "redis://u:p@b:2".to_owned()];
        let told = Address::Cluster { nodes, credentials: "u:p@".to_owned() };
        assert_eq!(Address::parse("redis+cluster://u:p@a:1,b:2"), Some(told));
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for bad in [
            "",
            "a:1",
            "http://a:1",
            "redis+sentinel://a:1",
            "redis+sentinel://a:1/",
            "redis+sentinel:///office",
            "redis+cluster://",
            "redis+cluster://a:1,,b:2",
            "redis+cluster://a:1/2",
        ] {
            assert_eq!(Address::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_node_that_is_gone_is_no_member() {
        let line = |flags| format!("07c3 10.0.0.7:7000@17000,name {flags} - 0 0 1 connected 0-5460");
        assert_eq!(member(&line("myself,master")), Some("10.0.0.7:7000"));
        assert_eq!(member(&line("slave")), Some("10.0.0.7:7000"));
        assert_eq!(member(&line("master,fail")), None);
        assert_eq!(member("07c3 :0@0 master,noaddr - 0 0 1 connected"), None);
        assert_eq!(member(""), None);
    }
}
