//! A `PostgreSQL` of the tests' own: its port, its folder, ended with whoever started it. One serves all houses of a program of
//! tests, each with a database of its own; a test that does it harm has one for itself.

use std::cell::Cell;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tempfile::TempDir;
use tokio::sync::OnceCell;

use crate::ports::free_port;
use crate::process::Process;
use crate::until::within;

/// The variable that has every house of a run keep its record in `PostgreSQL`, where it says so.
const EVERYWHERE: &str = "OMBUDSMAN_TEST_DATABASE";
/// The user whom Debian's package makes: the server refuses to be anybody who may do everything.
const RUNS_AS: &str = "postgres";
/// Where Debian keeps its programs, a folder a version.
const DEBIAN: &str = "/usr/lib/postgresql";
/// It may have to read what it had not written yet when it was killed.
const OPENS_WITHIN: Duration = Duration::from_mins(1);

thread_local! {
    static IS_HERE: Cell<bool> = const { Cell::new(false) };
}

/// Runs a test whose houses keep their records in `PostgreSQL`.
pub fn on_postgres(test: fn()) {
    IS_HERE.set(true);
    test();
    IS_HERE.set(false);
}

/// Whether the houses of this test do.
pub(crate) fn is_wanted() -> bool {
    IS_HERE.get() || std::env::var(EVERYWHERE).is_ok_and(|value| value == "postgres")
}

/// A running `PostgreSQL`.
pub struct PostgresServer {
    port: u16,
    keeps: bool,
    process: Process,
    /// Last, so that it goes last.
    folder: TempDir,
}

impl PostgresServer {
    /// Starts one; whether what it says that it keeps survives a power cut.
    pub async fn start(keeps: bool) -> Self {
        let folder = TempDir::new().expect("a folder for PostgreSQL");
        if is_root() {
            done(Command::new("chown").arg(RUNS_AS).arg(folder.path()));
        }
        let mut make = program("initdb", folder.path());
        make.args(["-U", "office", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "-D"])
            .arg(data(folder.path()));
        done(make.stdout(Stdio::null()));
        let port = free_port();
        let process = spawn(folder.path(), port, keeps);
        let server = Self { port, keeps, process, folder };
        server.answers().await;
        server
    }

    /// Kills it in the middle of what it does.
    pub fn crash(&mut self) {
        self.process.kill();
    }

    /// Starts it again on what it has on disk.
    pub async fn come_back(&mut self) {
        let server = Mutex::new(self);
        within(OPENS_WITHIN, "PostgreSQL comes back", async || {
            let mut server = server.lock().expect("one looks at a time");
            // It does not begin before the last of those is gone who served for it when it was killed.
            if server.process.has_ended() {
                server.process = spawn(server.folder.path(), server.port, server.keeps);
            }
            server.tell("postgres", "SELECT 1").map(drop)
        })
        .await;
    }

    /// The address of this database, with a password that is asked for by nobody.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        format!("postgres://office:not-to-be-printed@127.0.0.1:{}/{database}", self.port)
    }

    /// Makes an empty database of this name, or a copy of another one.
    pub fn create(&self, name: &str, like: &str) {
        // Whoever used the other one may still be on the way out.
        let made = (0..50).any(|_| self.tell("postgres", &format!("CREATE DATABASE {name} TEMPLATE {like}")).is_some());
        assert!(made, "the database {name} could not be made");
    }

    /// Removes a database, whoever uses it.
    pub fn drop_database(&self, name: &str) {
        // One that cannot be removed goes with its server.
        let _ = self.tell("postgres", &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
    }

    /// Has a database do something as a person would who types it; what it answered, if it did.
    #[must_use]
    pub fn tell(&self, database: &str, sql: &str) -> Option<String> {
        let mut command = program("psql", self.folder.path());
        command.args([
            "-qAtX",
            "-h",
            "127.0.0.1",
            "-p",
            &self.port.to_string(),
            "-U",
            "office",
            "-d",
            database,
            "-c",
            sql,
        ]);
        let output = command.stderr(Stdio::null()).output().expect("psql");
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    async fn answers(&self) {
        within(OPENS_WITHIN, "PostgreSQL answers", async || self.tell("postgres", "SELECT 1").map(drop)).await;
    }
}

/// The one that all houses of this program of tests share, and what ends it when the program has ended.
struct Shared {
    server: PostgresServer,
    /// It reads what this program holds open.
    _watch: Child,
}

static SHARED: OnceCell<Shared> = OnceCell::const_new();

/// The `PostgreSQL` that is there for every house.
pub(crate) async fn shared() -> &'static PostgresServer {
    let shared = SHARED.get_or_init(async || {
        let server = PostgresServer::start(false).await;
        // A program of tests ends without saying so; what it held open is closed then, however it ended.
        let mut watch = Command::new("sh");
        let end = "cat > /dev/null; kill -QUIT $0; while kill -0 $0 2> /dev/null; do sleep 0.1; done; rm -rf \"$1\"";
        watch.args(["-c", end, &server.process.id().to_string()]).arg(server.folder.path());
        let watch = watch.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        Shared { server, _watch: watch.expect("a shell") }
    });
    &shared.await.server
}

/// A database for one house, which goes with it.
pub struct Database {
    server: &'static PostgresServer,
    name: String,
}

impl Database {
    /// Makes an empty one, or a copy of another one.
    pub async fn create(like: &str) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let (server, name) = (shared().await, format!("house_{}", NEXT.fetch_add(1, Ordering::Relaxed)));
        server.create(&name, like);
        Self { server, name }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Its address.
    #[must_use]
    pub fn url(&self) -> String {
        self.server.url(&self.name)
    }

    /// The files in which it is, once everything is written there.
    pub(crate) fn files(&self) -> Vec<PathBuf> {
        let oid = format!("SELECT oid FROM pg_database WHERE datname = '{}'", self.name);
        let oid =
            self.server.tell("postgres", "CHECKPOINT").and(self.server.tell("postgres", &oid)).expect("PostgreSQL");
        files_in(&data(self.server.folder.path()).join("base").join(oid.trim()))
    }

    /// Puts an empty one in its place.
    pub(crate) fn empty(&self) {
        self.server.drop_database(&self.name);
        self.server.create(&self.name, "template0");
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.server.drop_database(&self.name);
    }
}

fn spawn(folder: &Path, port: u16, keeps: bool) -> Process {
    let mut command = program("postgres", folder);
    command.arg("-D").arg(data(folder)).args(["-p", &port.to_string()]);
    let keeps = if keeps { "on" } else { "off" };
    for setting in [
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "max_connections=300",
        &format!("fsync={keeps}"),
        &format!("full_page_writes={keeps}"),
        // It would look into a database while that is being copied.
        "autovacuum=off",
    ] {
        command.args(["-c", setting]);
    }
    Process::start("postgres", command, &log(folder))
}

/// A program of `PostgreSQL`, run as somebody who may run it, in this folder.
fn program(name: &str, folder: &Path) -> Command {
    let path = newest().map_or_else(|| PathBuf::from(name), |bin| bin.join(name));
    let mut command = if is_root() { Command::new("setpriv") } else { Command::new(&path) };
    if is_root() {
        command.arg(format!("--reuid={RUNS_AS}")).arg(format!("--regid={RUNS_AS}")).arg("--clear-groups").arg(&path);
    }
    command.current_dir(folder);
    command
}

/// The programs of the newest version that Debian's packages brought.
fn newest() -> Option<PathBuf> {
    let versions = fs::read_dir(DEBIAN).ok()?.flatten().map(|version| version.path().join("bin"));
    versions.filter(|bin| bin.join("postgres").exists()).max()
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).expect("a folder of files").flatten().map(|file| file.path()).collect()
}

fn data(folder: &Path) -> PathBuf {
    folder.join("data")
}

fn log(folder: &Path) -> PathBuf {
    folder.join("postgres.log")
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

fn done(command: &mut Command) {
    let status = command.status();
    assert!(
        status.is_ok_and(|status| status.success()),
        "{command:?} failed; PostgreSQL must be installed: apt-get install postgresql"
    );
}
