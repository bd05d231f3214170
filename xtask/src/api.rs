//! The description of the door for programs, held against the running office by schemathesis, which makes requests up from
//! it: those that it allows, and those that it forbids.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::steps::{self, Trouble, root, say};
use crate::{build, needs};

/// schemathesis and all that it stands on, each at one version.
const PACKAGES: &str = include_str!("api/schemathesis.txt");
/// What schemathesis is told of this office.
const SETTINGS: &str = "xtask/src/api/schemathesis.toml";
const BUILD_FIRST: &str = "run `cargo build --workspace --bins` and read what it says";

/// A whole house for the run. It ends when nobody gives it commands any more.
struct House {
    child: Child,
    server: String,
}

/// Tries the running office with up to so many requests for each way of making them up.
pub fn run(examples: u64) -> Result<()> {
    say("looking for what the tests need");
    let tools = bring()?;
    build::debug_programs()?;
    let house = House::open()?;
    say(&format!("trying {} against its own description", house.server));
    let mut command = Command::new("python3");
    // It keeps what it found in the folder where it is started.
    command.current_dir(&tools).env("PYTHONPATH", &tools).arg(tools.join("bin/st"));
    command.arg("--config-file").arg(root().join(SETTINGS)).args(["run", "--checks", "all", "--no-color"]);
    command.args(["--generation-database", "none"]);
    command.arg("--max-examples").arg(examples.to_string());
    command.arg(format!("{}/api/openapi.json", house.server));
    steps::run(&mut command, "read the failure above: it gives the request that shows it, as a line of curl")
}

/// Brings schemathesis into the target folder, anew where its list of packages has changed.
fn bring() -> Result<PathBuf> {
    needs::programs(&[("python3", "python3"), ("pip3", "python3-pip")])?;
    let tools = steps::target_dir().join("tools");
    let tools = if tools.is_absolute() { tools } else { root().join(tools) };
    let (place, list, noted) = (tools.join("schemathesis"), tools.join("schemathesis.txt"), "brought.txt");
    if fs::read_to_string(place.join(noted)).is_ok_and(|brought| brought == PACKAGES) {
        return Ok(place);
    }
    say("bringing schemathesis");
    fs::remove_dir_all(&place).ok();
    fs::create_dir_all(&tools)
        .and_then(|()| fs::write(&list, PACKAGES))
        .context("cannot write to the target folder")?;
    let mut command = Command::new("python3");
    // Root may, here: nothing is written outside the target folder.
    command.env("PIP_ROOT_USER_ACTION", "ignore").args(["-m", "pip", "install", "--quiet", "--no-deps"]);
    command.arg("--target").arg(&place).arg("--requirement").arg(&list);
    steps::run(&mut command, "see that the Python index can be reached, and that pip is there")?;
    fs::write(place.join(noted), PACKAGES).context("cannot write to the target folder")?;
    Ok(place)
}

impl House {
    fn open() -> Result<Self> {
        let program = build::program("debug", "house");
        let program = if program.is_absolute() { program } else { root().join(program) };
        let mut child = start(&program)?;
        let mut line = String::new();
        let said = child.stdout.take().map(BufReader::new);
        said.map(|mut said| said.read_line(&mut line)).transpose().context("the house says nothing")?;
        let server =
            serde_json::from_str::<Value>(&line).ok().and_then(|told| Some(told["server"].as_str()?.to_owned()));
        let server = server.ok_or_else(|| Trouble::new("the house did not say where it is", BUILD_FIRST))?;
        Ok(Self { child, server })
    }
}

fn start(program: &Path) -> Result<Child> {
    let mut command = Command::new(program);
    let spawned = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    spawned.with_context(|| Trouble::new(format!("{} could not be started", program.display()), BUILD_FIRST))
}

impl Drop for House {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        // It may have ended by itself: then there is nobody to wait for.
        let _ = self.child.wait();
    }
}
