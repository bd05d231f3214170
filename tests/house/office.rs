//! The office on trial: prepared once through its own commands, then opened as often as tests ask, each in a folder of
//! its own.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;
use tokio::sync::OnceCell;

use crate::postgres::Database;
use crate::programs::program;

/// Somebody who can sign in.
#[derive(Debug, Clone, Copy)]
pub struct Member {
    /// The name to sign in with.
    pub name: &'static str,
    /// The password.
    pub password: &'static str,
    /// What they are there for.
    pub role: &'static str,
}

/// Answers cases.
pub const OFFICER: Member = Member { name: "officer", password: "quiet-lantern-river", role: "officer" };
/// Looks after services.
pub const ADMIN: Member = Member { name: "admin", password: "quiet-harbour-maple", role: "administrator" };
/// Releases what is sealed.
pub const CUSTODIAN: Member = Member { name: "custodian", password: "quiet-cellar-oak", role: "custodian" };
/// Reads what was done.
pub const AUDITOR: Member = Member { name: "auditor", password: "quiet-prairie-elm", role: "auditor" };
/// An officer to whom others turn.
pub const SENIOR: Member = Member { name: "senior", password: "quiet-meadow-birch", role: "senior" };
/// Answers for the office.
pub const DIRECTOR: Member = Member { name: "director", password: "quiet-summit-cedar", role: "director" };
/// Answers for a program, once they are at its desk.
pub const CONTACT: Member = Member { name: "contact", password: "quiet-valley-larch", role: "program-contact" };
/// Publishes what others drafted.
pub const PUBLISHER: Member = Member { name: "publisher", password: "quiet-island-aspen", role: "publisher" };
/// One of each role that a house does not begin with.
pub const OTHERS: [Member; 6] = [
    SENIOR,
    DIRECTOR,
    CONTACT,
    PUBLISHER,
    Member { name: "webteam", password: "quiet-strait-alder", role: "web-team" },
    AUDITOR,
];

/// The register that the product brings, seen from this crate.
const SERVICES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ombudsman-server/src/registry/services.csv");

/// The key ring's file in the data folder.
const KEYS: &str = "secret.key";

/// The files of a freshly prepared data folder. Preparing takes seconds, copying does not.
static PREPARED: OnceCell<Files> = OnceCell::const_new();
/// The same with the database that goes with them.
static PREPARED_IN_POSTGRES: OnceCell<(Files, Database)> = OnceCell::const_new();

/// The names and bytes of files.
type Files = Vec<(String, Vec<u8>)>;

/// Fills `data` as an operator would: tables, services, an officer, an administrator and a custodian.
pub(crate) async fn prepare(data: &Path) {
    let files = PREPARED.get_or_init(async || read_all(&prepare_anew(None, ""))).await;
    put(data, files);
}

/// The same with a record in a database of its own, which is a copy of one that was prepared so.
pub(crate) async fn prepare_in_postgres(data: &Path) -> Database {
    let (files, prepared) = PREPARED_IN_POSTGRES
        .get_or_init(async || {
            let database = Database::create("template0").await;
            (read_all(&prepare_anew(None, &database.url())), database)
        })
        .await;
    put(data, files);
    Database::create(prepared.name()).await
}

/// The same with keys of its own: of these bytes, or made by the office; in the empty database at this address, if there is
/// one.
pub(crate) fn prepare_with_keys(data: &Path, keys: Option<&[u8]>, database_url: &str) {
    fs::remove_dir_all(data).expect("a data folder");
    put(data, &read_all(&prepare_anew(keys, database_url)));
}

fn put(data: &Path, files: &[(String, Vec<u8>)]) {
    fs::create_dir_all(data).expect("a data folder");
    for (name, bytes) in files {
        write_own(&data.join(name), bytes);
    }
}

/// Writes a file that its owner alone may use, as the office's own are.
pub(crate) fn write_own(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).expect("a file in the data folder");
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).expect("the rights of a file");
}

/// The settings that tests need; the rest stays as it is by default. The embedding pages have two names, because under
/// the second they are another site than the office, as in life: browsers give its card a process of its own. Tests send
/// faster, and more from one address, than people do: what watches for that is off unless a test is about it.
pub(crate) fn settings(
    data: &Path,
    [port, pages_port]: [u16; 2],
    [redis_url, database_url]: [&str; 2],
    reclaim_seconds: u64,
) -> String {
    let data = data.display();
    format!(
        "data_dir = \"{data}\"\nlisten = \"127.0.0.1:{port}\"\npublic_url = \"http://127.0.0.1:{port}\"\n\
         sites = [\"http://127.0.0.1:{pages_port}\", \"http://localhost:{pages_port}\"]\nredis_url = \"{redis_url}\"\n\
         database_url = \"{database_url}\"\n\
         reclaim_after_seconds = {reclaim_seconds}\n\
         network_hourly = 0\nservice_per_minute = 0\nform_least_seconds = 0\n\
         privacy_authority_en = \"a law\"\nprivacy_authority_fr = \"une loi\"\nprivacy_bank = \"PPU 000\"\n"
    )
}

/// The server with these settings.
pub(crate) fn server(config: &Path) -> Command {
    let mut command = program("ombudsman-server");
    command.arg("--config").arg(config);
    command
}

fn prepare_anew(keys: Option<&[u8]>, database_url: &str) -> TempDir {
    let folder = TempDir::new().expect("a folder for the test");
    if let Some(keys) = keys {
        write_own(&folder.path().join(KEYS), keys);
    }
    let config = folder.path().join("office.toml");
    fs::write(&config, settings(folder.path(), [1, 2], ["", database_url], 60)).expect("a settings file");
    run(server(&config).arg("migrate"), "");
    run(server(&config).args(["import", "services", SERVICES]), "");
    for member in [OFFICER, ADMIN, CUSTODIAN] {
        hire(&config, member);
    }
    fs::remove_file(config).expect("the settings file was there");
    folder
}

/// Adds a member as an operator would.
pub(crate) fn hire(config: &Path, member: Member) {
    let add = ["staff", "add", "--name", member.name, "--role", member.role, "--password-stdin"];
    run(server(config).args(add), member.password);
}

/// Runs a command to its end; what it printed.
pub(crate) fn run(command: &mut Command, input: &str) -> String {
    let output = finish(command, input);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?} failed: {said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Runs a command to its end; what it printed, or what it said where it failed.
pub(crate) fn try_to_run(command: &mut Command) -> Result<String, String> {
    let output = finish(command, "");
    let [printed, said] = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    if output.status.success() { Ok(printed) } else { Err(said) }
}

/// Runs a command that must fail to its end; what it said of that.
pub(crate) fn fail(command: &mut Command) -> String {
    done_in_part(command).1
}

/// Runs a command that must end as one that failed; what it printed and what it said of that.
pub(crate) fn done_in_part(command: &mut Command) -> (String, String) {
    let output = finish(command, "");
    assert_eq!(output.status.code(), Some(1), "{command:?} did not fail as commands do");
    let [printed, said] = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    (printed, said)
}

fn finish(command: &mut Command, input: &str) -> Output {
    let spawned = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = spawned.unwrap_or_else(|error| panic!("{command:?} could not be started: {error}"));
    let mut stdin = child.stdin.take().expect("a pipe to the program");
    // Most programs do not read it, and may have ended before it is written; what it needed shows in how it ended.
    match writeln!(stdin, "{input}") {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => panic!("{command:?} could not be told: {error}"),
        _ => drop(stdin),
    }
    child.wait_with_output().expect("the program can be waited for")
}

fn read_all(folder: &TempDir) -> Vec<(String, Vec<u8>)> {
    let files = fs::read_dir(folder.path()).expect("the prepared folder").map(|entry| {
        let entry = entry.expect("an entry of the prepared folder");
        let name = entry.file_name().into_string().expect("a plain name");
        (name, fs::read(entry.path()).expect("a file of the prepared folder"))
    });
    files.collect()
}
