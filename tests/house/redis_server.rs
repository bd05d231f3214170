//! A Redis of the test's own: its port, its folder, every write synced.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use tokio::net::TcpStream;

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
    more: Vec<String>,
    process: Process,
}

impl RedisServer {
    /// Starts one in this folder and waits until it answers.
    pub async fn start(folder: &Path, keeping: Keeping) -> Self {
        Self::start_with(folder, keeping, &[]).await
    }

    /// The same with these settings besides, as on its command line.
    pub async fn start_with(folder: &Path, keeping: Keeping, more: &[&str]) -> Self {
        let port = free_port();
        let more: Vec<String> = more.iter().map(|part| (*part).to_owned()).collect();
        let process = spawn(folder, port, keeping, &more);
        let server = Self { port, folder: folder.to_owned(), keeping, more, process };
        server.answers().await;
        server
    }

    /// Its address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    /// Its port on this machine.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Kills it and starts it again on what it has on disk.
    pub async fn crash_and_return(&mut self) {
        self.crash();
        self.come_back().await;
    }

    /// Kills it.
    pub fn crash(&mut self) {
        self.process.kill();
    }

    /// Asks it to end, and waits until it has.
    pub async fn shut_down(&mut self) {
        self.process.ask_to_end();
        self.process.ended(Duration::from_secs(10)).await;
    }

    /// Starts it again on what it has on disk.
    pub async fn come_back(&mut self) {
        self.process = spawn(&self.folder, self.port, self.keeping, &self.more);
        self.answers().await;
    }

    /// Stops it where it is: connections stay, and nobody answers on them.
    pub fn freeze(&self) {
        self.process.freeze();
    }

    /// Lets it go on.
    pub fn thaw(&self) {
        self.process.thaw();
    }

    /// Sends it one command as a person would type it; the first lines of its answer.
    pub async fn tell(&self, command: &str) -> String {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).await.expect("Redis is there");
        let answer = crate::raw::ask(stream, format!("{command}\r\n").as_bytes()).await;
        let answer = String::from_utf8_lossy(&answer).into_owned();
        assert!(!answer.starts_with('-'), "{command}: {answer}");
        answer
    }

    async fn answers(&self) {
        until("Redis answers", async || {
            let stream = TcpStream::connect(("127.0.0.1", self.port)).await.ok()?;
            crate::raw::ask(stream, b"PING\r\n").await.starts_with(b"+PONG").then_some(())
        })
        .await;
    }
}

fn spawn(folder: &Path, port: u16, keeping: Keeping, more: &[String]) -> Process {
    let mut command = Command::new("redis-server");
    command.current_dir(folder).args(["--bind", "127.0.0.1", "--save", "", "--port", &port.to_string()]);
    match keeping {
        Keeping::EveryWrite => command.args(["--appendonly", "yes", "--appendfsync", "always"]),
        Keeping::Nothing => command.args(["--appendonly", "no"]),
    };
    command.args(more);
    Process::start("redis-server", command, &folder.join("redis.log"))
}
