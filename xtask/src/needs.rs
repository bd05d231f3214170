//! What must be installed: looked for first, brought where that is safe, otherwise named with its exact command.

use std::env;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::steps::{self, Trouble, ask, root, say};

/// The target that browsers run.
pub const WASM: &str = "wasm32-unknown-unknown";
const OLDEST_NODE: u32 = 20;

/// The compiler's library for browsers; asks the compiler, so that it also holds without rustup.
pub fn wasm_target() -> Result<()> {
    let mut question = Command::new("rustc");
    question.current_dir(root()).args(["--print", "target-libdir", "--target", WASM]);
    if ask(&mut question).is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    let next = format!("run `rustup target add {WASM}` in this folder (https://rustup.rs brings rustup)");
    say("adding the compiler's target for browsers");
    steps::run(rustup().args(["target", "add", WASM]), &next)
}

/// The standard library's source, from which the card's own copy is built.
pub fn library_source() -> Result<()> {
    let mut question = Command::new("rustc");
    let sysroot = ask(question.current_dir(root()).args(["--print", "sysroot"]));
    if sysroot.is_some_and(|sysroot| Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library").is_dir()) {
        return Ok(());
    }
    say("adding the standard library's source");
    let next = "run `rustup component add rust-src` in this folder (https://rustup.rs brings rustup)";
    steps::run(rustup().args(["component", "add", "rust-src"]), next)
}

/// A part of the toolchain that is a cargo command: `rustfmt` (`cargo fmt`) or `clippy` (`cargo clippy`).
pub fn rust_component(component: &str, verb: &str) -> Result<()> {
    if ask(&mut steps::cargo([verb, "--version"])).is_some() {
        return Ok(());
    }
    say(&format!("adding {component}"));
    let next = format!("run `rustup component add {component}` in this folder");
    steps::run(rustup().args(["component", "add", component]), &next)
}

fn rustup() -> Command {
    let mut command = Command::new("rustup");
    command.current_dir(root());
    command
}

/// Programs that the tests start, each with the Debian package that brings it.
pub fn programs(wanted: &[(&str, &str)]) -> Result<()> {
    let packages: Vec<&str> =
        wanted.iter().filter(|(program, _)| on_path(program).is_none()).map(|&(_, package)| package).collect();
    if packages.is_empty() {
        return Ok(());
    }
    let list = packages.join(" ");
    let next = format!("install {list}; on Debian: `sudo apt-get update && sudo apt-get install -y {list}`");
    if !may_install() {
        return Err(Trouble::new(format!("the tests need programs that are not installed: {list}"), next).into());
    }
    say(&format!("installing {list}"));
    steps::run(apt().arg("update"), &next)?;
    steps::run(apt().args(["install", "-y", "--no-install-recommends"]).args(packages), &next)
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
    command
}

/// Only Debian's root is asked for nothing: anybody else decides about their own machine.
fn may_install() -> bool {
    let is_root = fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0);
    is_root && Path::new("/etc/debian_version").exists() && on_path("apt-get").is_some()
}

/// Node and npm, which run the browser's tests.
pub fn node() -> Result<()> {
    let next = format!("install Node {OLDEST_NODE} or newer with npm (https://nodejs.org), then run this again");
    let found = ask(Command::new("node").arg("--version"));
    match found.as_deref().and_then(major) {
        Some(version) if version >= OLDEST_NODE && on_path("npm").is_some() => Ok(()),
        Some(version) if version >= OLDEST_NODE => Err(Trouble::new("npm is not installed", next).into()),
        Some(version) => {
            let what = format!("the browser tests need Node {OLDEST_NODE}, this is Node {version}");
            Err(Trouble::new(what, next).into())
        }
        None => Err(Trouble::new("the browser tests need Node, which is not installed", next).into()),
    }
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// The folder of the design systems that some sample pages are made of.
pub fn design_systems() -> PathBuf {
    root().join("embed-demo/systems")
}

/// A folder's npm packages, as its `package-lock.json` names them.
pub fn npm_packages(folder: &Path) -> Result<()> {
    let lock = read_json(&folder.join("package-lock.json"))?;
    let installed = read_json(&folder.join("node_modules/.package-lock.json")).unwrap_or_default();
    if in_step(&lock, &installed) {
        return Ok(());
    }
    say(&format!("bringing the packages of {}", folder.display()));
    let mut command = Command::new("npm");
    command.current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    steps::run(&mut command, &format!("run `npm ci` in {} and read what it says", folder.display()))
}

fn read_json(file: &Path) -> Result<Value> {
    let text = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    serde_json::from_slice(&text).with_context(|| format!("{} is not JSON", file.display()))
}

/// npm leaves a copy of the lock in `node_modules`, without the entry of the package itself. What stands for a package
/// that nobody needs has no version.
fn in_step(lock: &Value, installed: &Value) -> bool {
    let Some(wanted) = lock["packages"].as_object() else { return false };
    wanted.iter().filter(|(name, package)| !name.is_empty() && !package["version"].is_null()).all(|(name, package)| {
        let version = &installed["packages"][name]["version"];
        version.is_string() && *version == package["version"]
    })
}

/// Where a program of this name would be found.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(program)).find(|candidate| candidate.is_file())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_version_of_node_is_its_first_number() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("not found"), None);
    }

    #[test]
    fn packages_are_in_step_only_when_every_version_is_the_locked_one() {
        let lock = json!({"packages": {"": {}, "node_modules/axe-core": {"version": "4.14.1"}}});
        let installed = |version| json!({"packages": {"node_modules/axe-core": {"version": version}}});
        assert!(in_step(&lock, &installed("4.14.1")));
        assert!(!in_step(&lock, &installed("4.14.0")));
        assert!(!in_step(&lock, &Value::Null));
    }
}
