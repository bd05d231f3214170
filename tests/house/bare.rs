//! The route that does nothing, running, to hold the office against.

use crate::ports::free_port;
use crate::process::Process;
use crate::programs::program;
use crate::until::until;

/// A running `bare`.
pub struct Bare {
    /// Its address.
    pub server: String,
    _process: Process,
}

impl Bare {
    /// Starts it and waits until it listens.
    pub async fn open() -> Self {
        let port = free_port();
        let mut command = program("bare");
        command.arg(port.to_string());
        let log = tempfile::NamedTempFile::new().expect("a log");
        let process = Process::start("bare", command, log.path());
        until("the bare route listens", async || {
            tokio::net::TcpStream::connect(("127.0.0.1", port)).await.ok().map(drop)
        })
        .await;
        Self { server: format!("http://127.0.0.1:{port}"), _process: process }
    }
}
