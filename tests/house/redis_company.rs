//! More than one Redis: a cluster of three, and a primary with a replica that a sentinel watches over.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use tokio::net::TcpStream;

use crate::ports::free_port;
use crate::process::Process;
use crate::redis_server::{Keeping, RedisServer};
use crate::until::within;

/// A cluster or a sentinel needs a moment until all agree.
const AGREED_WITHIN: Duration = Duration::from_secs(40);
/// What the sentinel calls the primary.
const NAME: &str = "office";

/// Three primaries that share the keys, each of which syncs every write.
pub struct RedisCluster {
    nodes: Vec<RedisServer>,
}

impl RedisCluster {
    /// Starts one in this folder and waits until every key has a home.
    pub async fn start(folder: &Path) -> Self {
        let mut nodes = Vec::new();
        for number in 0..3 {
            let own = folder.join(number.to_string());
            std::fs::create_dir_all(&own).expect("a folder for a node");
            let bus = free_port().to_string();
            let mut more = vec!["--cluster-enabled", "yes", "--cluster-port", &bus, "--cluster-node-timeout", "2000"];
            // What the others have can be had while one is away.
            more.extend(["--cluster-require-full-coverage", "no"]);
            nodes.push(RedisServer::start_with(&own, Keeping::EveryWrite, &more).await);
        }
        let mut create = Command::new("redis-cli");
        create.args(["--cluster", "create"]).args(nodes.iter().map(|node| format!("127.0.0.1:{}", node.port())));
        let created = create.arg("--cluster-yes").output().expect("redis-cli can be run");
        assert!(created.status.success(), "{}", String::from_utf8_lossy(&created.stdout));
        let cluster = Self { nodes };
        within(AGREED_WITHIN, "every node says that the cluster is well", async || {
            for node in &cluster.nodes {
                if !node.tell("CLUSTER INFO").await.contains("cluster_state:ok") {
                    return None;
                }
            }
            Some(())
        })
        .await;
        cluster
    }

    /// Its address.
    #[must_use]
    pub fn url(&self) -> String {
        let hosts: Vec<String> = self.nodes.iter().map(|node| format!("127.0.0.1:{}", node.port())).collect();
        format!("redis+cluster://{}", hosts.join(","))
    }

    /// The addresses of its nodes.
    #[must_use]
    pub fn urls(&self) -> Vec<String> {
        self.nodes.iter().map(RedisServer::url).collect()
    }

    /// One of its nodes.
    pub fn node(&mut self, number: usize) -> &mut RedisServer {
        &mut self.nodes[number]
    }
}

/// A primary, its replica, and the sentinel that makes the replica primary when the primary is gone.
pub struct RedisWatched {
    /// The primary, to begin with.
    pub primary: RedisServer,
    /// Its replica.
    pub replica: RedisServer,
    sentinel: u16,
    _process: Process,
}

impl RedisWatched {
    /// Starts them in this folder and waits until the replica has what the primary has.
    pub async fn start(folder: &Path) -> Self {
        let [first, second] = ["primary", "replica"].map(|name| folder.join(name));
        for own in [&first, &second] {
            std::fs::create_dir_all(own).expect("a folder for a Redis");
        }
        let primary = RedisServer::start_with(&first, Keeping::EveryWrite, &["--repl-diskless-sync-delay", "0"]).await;
        let of = format!("127.0.0.1 {}", primary.port());
        let follow = ["--replicaof", "127.0.0.1", &primary.port().to_string()];
        let replica = RedisServer::start_with(&second, Keeping::EveryWrite, &follow).await;
        let sentinel = free_port();
        let settings = folder.join("sentinel.conf");
        let text = format!(
            "bind 127.0.0.1\nport {sentinel}\nsentinel monitor {NAME} {of} 1\nsentinel down-after-milliseconds {NAME} 1000\n\
             sentinel failover-timeout {NAME} 4000\n"
        );
        std::fs::write(&settings, text).expect("the sentinel's settings");
        let mut command = Command::new("redis-server");
        command.current_dir(folder).arg(&settings).arg("--sentinel");
        let process = Process::start("the sentinel", command, &folder.join("sentinel.log"));
        let watched = Self { primary, replica, sentinel, _process: process };
        watched.agree().await;
        watched
    }

    async fn agree(&self) {
        within(AGREED_WITHIN, "the sentinel knows of a replica that has everything", async || {
            let mut told = String::new();
            for (port, command) in
                [(self.replica.port(), "INFO replication"), (self.sentinel, "SENTINEL REPLICAS office")]
            {
                let stream = TcpStream::connect(("127.0.0.1", port)).await.ok()?;
                let answer = crate::raw::ask(stream, format!("{command}\r\n").as_bytes()).await;
                told.push_str(&String::from_utf8_lossy(&answer));
            }
            (told.contains("master_link_status:up") && told.contains("slave-repl-offset")).then_some(())
        })
        .await;
    }

    /// Its address, by way of the sentinel.
    #[must_use]
    pub fn url(&self) -> String {
        format!("redis+sentinel://127.0.0.1:{}/{NAME}", self.sentinel)
    }
}
