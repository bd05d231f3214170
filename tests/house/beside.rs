//! More than one process in a house: a worker beside the office, one that runs short of room, one behind a bad line.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::house::{ALL_ROLES, House, OPEN_WITHIN};
use crate::office;
use crate::ports::free_port;
use crate::process::Process;
use crate::proxy::Proxy;
use crate::record::Record;
use crate::until::within;

impl House {
    /// Starts another process on the same data with these roles, and waits until it is ready.
    pub async fn start_beside(&self, roles: &str) -> Process {
        let address = format!("127.0.0.1:{}", free_port());
        let mut command = office::server(&self.config);
        command.args(["serve", "--roles", roles]);
        command.env("RUST_LOG", self.log_level).env("OMBUDSMAN_LISTEN", &address).envs(self.own_clock());
        // What the office counts is fetched at the address of the settings, which is taken.
        command.env("OMBUDSMAN_METRICS_ADDRESS", "");
        let mut beside = Process::start("ombudsman-server", command, &self.folder.path().join("beside.log"));
        let (client, door) = (reqwest::Client::new(), format!("http://{address}/health/ready"));
        within(OPEN_WITHIN, "the process beside the office is ready", async || {
            assert!(!beside.has_ended(), "it ended while it opened: {}", beside.said());
            client.get(&door).send().await.ok().filter(|answer| answer.status().is_success()).map(drop)
        })
        .await;
        beside
    }

    /// Starts the office with every role; no file that it writes may become larger than this many KiB, which is how a
    /// full disk shows itself. The system's own limit is used, so nothing is mounted and nobody need be root.
    pub async fn start_short_of_room(&mut self, kib: u64) {
        let served = office::server(&self.config);
        let mut command = Command::new("sh");
        // Without the trap a program that writes too much is ended by a signal, which no full disk sends.
        command.args(["-c", "trap '' XFSZ; ulimit -S -f \"$0\"; exec \"$@\"", &(kib * 2).to_string()]);
        command.arg(served.get_program()).args(served.get_args()).args(["serve", "--roles", ALL_ROLES]);
        // What stays out of every program of a test, stays out of this one.
        for (name, _) in served.get_envs() {
            command.env_remove(name);
        }
        command.env("RUST_LOG", self.log_level);
        // It may have no room for a card.
        self.start_until(command, "live").await;
    }

    /// Gives the running office the room that it was short of.
    pub fn make_room(&self) {
        let id = self.office().id().to_string();
        let done = Command::new("prlimit").args(["--pid", &id, "--fsize=unlimited:"]).status();
        assert!(done.is_ok_and(|status| status.success()), "prlimit (util-linux) raises a limit");
    }

    /// Has the office tell what it counts, from its next start on; the address.
    #[must_use]
    pub fn count(&self) -> String {
        let address = format!("127.0.0.1:{}", free_port());
        self.set("metrics_address", &format!("\"{address}\""));
        format!("http://{address}/metrics")
    }

    /// The office's process.
    #[must_use]
    pub fn office(&self) -> &Process {
        self.office.as_ref().expect("the office runs")
    }

    /// The data folder.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// How many people rated the passport, in the record.
    pub async fn passport_answers(&self) -> u64 {
        Record::open(&self.data()).await.passport_answers().await
    }

    /// Puts a bad line between the office and its Redis, from the office's next start on.
    pub async fn put_line_to_redis(&mut self) -> Proxy {
        let redis = self.redis();
        let (direct, proxy) = (redis.url(), Proxy::to(redis.port()).await);
        let settings = self.settings().replace(&direct, &format!("redis://127.0.0.1:{}", proxy.port()));
        fs::write(&self.config, settings).expect("a settings file");
        proxy
    }
}
