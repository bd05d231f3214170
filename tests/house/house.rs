//! The house itself: what runs, where it answers, and how a test ends or kills it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::time::Duration;

use ombudsman_server::db::Db;
use tempfile::TempDir;

use crate::office::{self, Member};
use crate::ports::free_port;
use crate::postgres::{self, Database, PostgresServer};
use crate::process::Process;
use crate::programs::program;
use crate::public::Public;
use crate::record::Record;
use crate::redis_server::{Keeping, RedisServer};
use crate::staff::Desk;
use crate::until::{until, within};

/// The server gives requests ten seconds to finish; it must be gone soon after.
const STOP_WITHIN: Duration = Duration::from_secs(12);
/// A debug build on a busy machine starts slowly.
pub(crate) const OPEN_WITHIN: Duration = Duration::from_secs(30);
/// The design systems that some embedding pages are made of, where they are installed.
const SYSTEMS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../embed-demo/systems/node_modules");
/// What `serve` does when it is told nothing.
pub(crate) const ALL_ROLES: &str = "intake,worker,desk,results";

/// Where cards wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// The table beside the record.
    Embedded,
    /// A Redis of the test's own.
    Redis,
    /// The table beside a record in `PostgreSQL`.
    Postgres,
}

/// A running house. Dropping it ends everything that it started.
pub struct House {
    /// The office's address.
    pub server: String,
    /// The address of the pages that embed the card, another origin.
    pub demo: String,
    pub(crate) config: PathBuf,
    pub(crate) log_level: &'static str,
    pub(crate) office: Option<Process>,
    _pages: Process,
    pub(crate) redis: Option<RedisServer>,
    /// Where the record is, if not in the data folder.
    database: Option<Database>,
    postgres: Option<PostgresServer>,
    /// Last, so that it goes last: the programs' logs are in it.
    pub(crate) folder: TempDir,
}

impl House {
    /// Opens a house with every role in one process.
    pub async fn open(backend: Backend) -> Self {
        let mut house = Self::prepare(backend, 60).await;
        house.start_server(ALL_ROLES).await;
        house
    }

    /// Prepares a house whose office does not run yet; a card that a worker took and did not finish within
    /// `reclaim_seconds` is given to another.
    pub async fn prepare(backend: Backend, reclaim_seconds: u64) -> Self {
        let folder = TempDir::new().expect("a folder for the test");
        let (port, pages_port) = (free_port(), free_port());
        let (server, demo) = (format!("http://127.0.0.1:{port}"), format!("http://127.0.0.1:{pages_port}"));
        let redis = match backend {
            Backend::Embedded | Backend::Postgres => None,
            Backend::Redis => Some(RedisServer::start(folder.path(), Keeping::EveryWrite).await),
        };
        let data = folder.path().join("data");
        let database = if backend == Backend::Postgres || postgres::is_wanted() {
            Some(office::prepare_in_postgres(&data).await)
        } else {
            office::prepare(&data).await;
            None
        };
        let database_url = database.as_ref().map(Database::url).unwrap_or_default();
        let redis_url = redis.as_ref().map(RedisServer::url).unwrap_or_default();
        let config = folder.path().join("office.toml");
        let settings = office::settings(&data, [port, pages_port], [&redis_url, &database_url], reclaim_seconds);
        fs::write(&config, settings).expect("a settings file");
        let mut command = program("embed-demo");
        command.args(["--port", &pages_port.to_string(), "--server", &server, "--packages", SYSTEMS]);
        let pages = Process::start("embed-demo", command, &folder.path().join("pages.log"));
        Self {
            server,
            demo,
            config,
            log_level: "info",
            office: None,
            _pages: pages,
            redis,
            database,
            postgres: None,
            folder,
        }
    }

    /// Opens a house whose office has keys of its own, made from these bytes or by itself: houses are copies of one
    /// otherwise.
    pub async fn open_with_keys(keys: Option<&[u8]>) -> Self {
        let mut house = Self::prepare(Backend::Embedded, 60).await;
        let url = house.database.as_ref().map(|database| {
            database.empty();
            database.url()
        });
        office::prepare_with_keys(&house.data(), keys, &url.unwrap_or_default());
        house.start_all().await;
        house
    }

    /// Prepares a house whose record is in a `PostgreSQL` that is there for it alone, and keeps what it says that it keeps.
    pub async fn prepare_on_its_own_postgres(reclaim_seconds: u64) -> Self {
        let server = PostgresServer::start(true).await;
        server.create("office", "template0");
        let mut house = Self::prepare_at(&server.url("office")).await;
        house.set("reclaim_after_seconds", &reclaim_seconds.to_string());
        house.postgres = Some(server);
        house
    }

    /// Prepares a house whose record is in the empty database at this address, or in a file where there is none.
    pub async fn prepare_at(database_url: &str) -> Self {
        let house = Self::prepare(Backend::Embedded, 60).await;
        office::prepare_with_keys(&house.data(), None, database_url);
        house.set("database_url", &format!("\"{database_url}\""));
        house
    }

    /// The house's own `PostgreSQL`.
    pub fn postgres(&mut self) -> &mut PostgresServer {
        self.postgres.as_mut().expect("a house with a PostgreSQL of its own")
    }

    /// The files in which the record is.
    #[must_use]
    pub fn record_files(&self) -> Vec<PathBuf> {
        if let Some(database) = &self.database {
            return database.files();
        }
        let files = fs::read_dir(self.data()).expect("the data folder").flatten();
        let files = files.filter(|file| file.file_name().to_string_lossy().starts_with("record"));
        files.map(|file| file.path()).collect()
    }

    /// The record, opened beside the office.
    pub async fn db(&self) -> Db {
        Record::database(&self.data()).await
    }

    /// Has the office log what an operator looking for a fault would see, from its next start on.
    pub fn log_much(&mut self) {
        self.log_level = "debug";
    }

    /// Gives the office another value of a setting, written as in the file, from its next start on.
    pub fn set(&self, key: &str, value: &str) {
        let kept = self.settings();
        let kept = kept.lines().filter(|line| !line.starts_with(&format!("{key} =")));
        let lines: Vec<String> = kept.map(str::to_owned).chain([format!("{key} = {value}\n")]).collect();
        fs::write(&self.config, lines.join("\n")).expect("the settings file");
    }

    /// Runs one of the office's commands to its end; what it printed.
    #[must_use]
    pub fn command(&self, arguments: &[&str]) -> String {
        office::run(office::server(&self.config).args(arguments), "")
    }

    /// The same with this text as the office's key ring in the environment; what it printed, or what it said where it
    /// failed.
    pub fn command_with_keys(&self, keys: &str, arguments: &[&str]) -> Result<String, String> {
        office::try_to_run(office::server(&self.config).args(arguments).env("OMBUDSMAN_KEYS", keys))
    }

    /// Adds this member.
    pub fn hire(&self, member: Member) {
        office::hire(&self.config, member);
    }

    /// Runs one of the office's commands, which must fail; what it said of that.
    #[must_use]
    pub fn refused_command(&self, arguments: &[&str]) -> String {
        office::fail(office::server(&self.config).args(arguments))
    }

    /// Runs one of the office's commands, which does a part of what it was asked and must say so by how it ends; what it
    /// printed and what it said of the rest.
    #[must_use]
    pub fn command_done_in_part(&self, arguments: &[&str]) -> (String, String) {
        office::done_in_part(office::server(&self.config).args(arguments))
    }

    /// Begins one of the office's commands and does not wait.
    #[must_use]
    pub fn begin(&self, arguments: &[&str]) -> Process {
        let mut command = office::server(&self.config);
        command.args(arguments);
        Process::start("a command", command, &self.folder.path().join("command.log"))
    }

    /// Starts the office with these roles (`intake,worker`) and waits until it is ready.
    pub async fn start_server(&mut self, roles: &str) {
        self.start_program(self.serving(roles)).await;
    }

    /// Starts the office with every role and this text as its key ring in the environment, and waits until it is ready.
    pub async fn start_with_keys(&mut self, keys: &str) {
        let mut command = self.serving(ALL_ROLES);
        command.env("OMBUDSMAN_KEYS", keys);
        self.start_program(command).await;
    }

    fn serving(&self, roles: &str) -> Command {
        let mut command = office::server(&self.config);
        command.args(["serve", "--roles", roles]).env("RUST_LOG", self.log_level).envs(self.own_clock());
        command
    }

    /// Starts the office by this command and waits until it is ready.
    pub(crate) async fn start_program(&mut self, command: Command) {
        self.start_until(command, "ready").await;
    }

    /// Starts the office by this command and waits until it says that it is live or ready.
    pub(crate) async fn start_until(&mut self, command: Command, state: &str) {
        let mut office = Process::start("ombudsman-server", command, &self.folder.path().join("server.log"));
        let (client, door) = (reqwest::Client::new(), format!("{}/health/{state}", self.server));
        within(OPEN_WITHIN, "the office is ready", async || {
            assert!(!office.has_ended(), "the office ended while it opened: {}", office.said());
            client.get(&door).send().await.ok().filter(|answer| answer.status().is_success()).map(drop)
        })
        .await;
        self.office = Some(office);
    }

    /// Starts the office with every role.
    pub async fn start_all(&mut self) {
        self.start_server(ALL_ROLES).await;
    }

    /// Kills the office in the middle of what it does.
    pub fn kill_server(&mut self) {
        if let Some(mut office) = self.office.take() {
            office.kill();
        }
    }

    /// Whether the office runs, as far as this house has ended it or not.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.office.is_some()
    }

    /// The status with which the office says whether it can be used.
    pub async fn readiness(&self) -> u16 {
        let answer = reqwest::get(format!("{}/health/ready", self.server)).await.expect("an answer");
        answer.status().as_u16()
    }

    /// Asks the office to stop, and waits until it has.
    pub async fn stop(&mut self) -> ExitStatus {
        self.ask_to_stop();
        self.stopped().await
    }

    /// Asks the office to stop, and does not wait.
    pub fn ask_to_stop(&self) {
        self.office.as_ref().expect("the office runs").ask_to_end();
    }

    /// Waits until the office has stopped by itself.
    pub async fn stopped(&mut self) -> ExitStatus {
        let mut office = self.office.take().expect("the office runs");
        office.ended(STOP_WITHIN).await
    }

    /// Everything that the office has logged.
    #[must_use]
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("server.log")).unwrap_or_default()
    }

    /// The text of the settings, for a test that opens the same data itself once the office has stopped.
    #[must_use]
    pub fn settings(&self) -> String {
        fs::read_to_string(&self.config).expect("the settings file")
    }

    /// The office's settings file, by which its commands find everything else.
    #[must_use]
    pub fn settings_file(&self) -> &Path {
        &self.config
    }

    /// Somebody who leaves cards and reads what is public.
    #[must_use]
    pub fn public(&self) -> Public {
        Public::new(&self.server)
    }

    /// This member at work, signed in.
    pub async fn sign_in(&self, member: Member) -> Desk {
        Desk::sign_in(&self.server, member).await
    }

    /// The house's Redis.
    pub fn redis(&mut self) -> &mut RedisServer {
        self.redis.as_mut().expect("a house on Redis")
    }

    /// A file for the test in the house's own folder.
    #[must_use]
    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, text).expect("a file can be written");
        path
    }

    /// Waits until the embedding pages answer too.
    pub async fn pages_answer(&self) {
        until("the embedding pages answer", async || reqwest::get(&self.demo).await.ok().map(drop)).await;
    }
}
