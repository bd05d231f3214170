//! A Redis of the test's own: its port, its folder, every write synced.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::ports::free_port;
use crate::process::Process;
use crate::until::until;

/// How a Redis keeps what it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// Every write is on disk before it is answered.
    EveryWrite,
    /// Nothing is kept when it ends.
    Nothing,
}

/// A running `redis-server`.
pub struct RedisServer {
    port: u16,
    folder: PathBuf,
    keeping: Keeping,
    process: Process,
}

impl RedisServer {
    /// Starts one in this folder and waits until it answers.
    pub async fn start(folder: &Path, keeping: Keeping) -> Self {
        let port = free_port();
        let process = spawn(folder, port, keeping);
        let server = Self { port, folder: folder.to_owned(), keeping, process };
        server.answers().await;
        server
    }

    /// Its address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    /// Kills it and starts it again on what it has on disk.
    pub async fn crash_and_return(&mut self) {
        self.process.kill();
        self.process = spawn(&self.folder, self.port, self.keeping);
        self.answers().await;
    }

    async fn answers(&self) {
        until("Redis answers", async || {
            let stream = tokio::net::TcpStream::connect(("127.0.0.1", self.port)).await.ok()?;
            crate::raw::ask(stream, b"PING\r\n").await.starts_with(b"+PONG").then_some(())
        })
        .await;
    }
}

fn spawn(folder: &Path, port: u16, keeping: Keeping) -> Process {
    let mut command = Command::new("redis-server");
    command.current_dir(folder).args(["--bind", "127.0.0.1", "--save", "", "--port", &port.to_string()]);
    match keeping {
        Keeping::EveryWrite => command.args(["--appendonly", "yes", "--appendfsync", "always"]),
        Keeping::Nothing => command.args(["--appendonly", "no"]),
    };
    Process::start("redis-server", command, &folder.join("redis.log"))
}
