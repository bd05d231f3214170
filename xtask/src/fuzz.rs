//! The long run of hostile input: libFuzzer makes inputs up for each door, for so many minutes each.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::needs;
use crate::steps::{self, Trouble, cargo, root, say};

/// The doors, by the names of their programs in `tests/fuzz`.
const TARGETS: [&str; 5] = ["card", "form", "privacy", "receipt", "rows"];
const VERSION: &str = "0.13.2";
/// What libFuzzer is told: no input is larger than a card, none may take 10 seconds or 2 GiB.
const LIMITS: [&str; 4] = ["-max_len=16384", "-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1"];

/// Runs each door for so many minutes, all of them even if one fails, and says where the inputs are that broke a promise.
///
/// What is found on the way stays in `target/fuzz/corpus` for the next run; the kept inputs of `tests/fuzz/corpus` are only
/// read.
pub fn run(minutes: u64) -> Result<()> {
    say("looking for what the fuzzer needs");
    needs::programs(&[("g++", "g++")])?;
    let path = path_with(&bring()?)?;
    // The doors are tried with the versions that the office has; only the fuzzer's own come on top.
    fs::copy(root().join("Cargo.lock"), folder().join("Cargo.lock")).context("cannot copy Cargo.lock to tests/fuzz")?;
    say("building the fuzzer's programs (the first time takes some minutes)");
    steps::run(&mut fuzz(&path, "build"), "read the compiler's first error above, correct it, and run this again")?;
    let mut broken = Vec::new();
    for target in TARGETS {
        say(&format!("{target}: {minutes} minutes"));
        let before = inputs(target);
        if let Err(error) = steps::run(&mut one(&path, target, minutes)?, "read the panic above") {
            steps::explain(&error);
            broken.push(target);
            for input in inputs(target).iter().filter(|input| !before.contains(input)) {
                println!("  the input is {}", input.display());
            }
        }
    }
    if broken.is_empty() {
        println!("{} doors, {minutes} minutes each, no input broke a promise", TARGETS.len());
        return Ok(());
    }
    let next = "mend it; copy the input to tests/fuzz/corpus/ under its door, so that `cargo test -p tests --test hostile` \
                reads it from now on";
    Err(Trouble::new(format!("a promise was broken: {}", broken.join(", ")), next).into())
}

/// The program for one door: what it finds goes to the first folder, what it begins with is in the second.
fn one(path: &OsString, target: &str, minutes: u64) -> Result<Command> {
    let found = built().join("corpus").join(target);
    fs::create_dir_all(&found).with_context(|| format!("cannot make {}", found.display()))?;
    let mut command = fuzz(path, "run");
    command.arg(target).arg(found).arg(folder().join("corpus").join(target)).arg("--").args(LIMITS);
    command.arg(format!("-max_total_time={}", minutes * 60));
    Ok(command)
}

/// `cargo fuzz` with what all its verbs need. No unsafe code is ours, so no sanitizer watches memory: the promises are
/// checked by panics, and many more inputs are tried.
fn fuzz(path: &OsString, verb: &str) -> Command {
    let mut command = cargo(["fuzz", verb, "--sanitizer", "none"]);
    command.env("PATH", path).arg("--fuzz-dir").arg(folder()).arg("--target-dir").arg(built());
    command
}

/// The inputs that broke a promise of this door, in this run or an earlier one.
fn inputs(target: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder().join("artifacts").join(target)) else { return Vec::new() };
    entries.flatten().map(|entry| entry.path()).collect()
}

/// Finds cargo-fuzz, or brings it into the target folder; gives the folder of the program.
fn bring() -> Result<PathBuf> {
    if let Some(installed) = needs::on_path("cargo-fuzz") {
        return Ok(installed.parent().map(Path::to_path_buf).unwrap_or_default());
    }
    let place = absolute(steps::target_dir()).join("tools/cargo-fuzz");
    let programs = place.join("bin");
    if !programs.join("cargo-fuzz").is_file() {
        say("bringing cargo-fuzz (takes a minute)");
        let mut command = cargo(["install", "--quiet", "--locked", "cargo-fuzz", "--version", VERSION, "--root"]);
        steps::run(command.arg(place), &format!("run `cargo install --locked cargo-fuzz@{VERSION}`"))?;
    }
    Ok(programs)
}

fn path_with(first: &Path) -> Result<OsString> {
    let others = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(first.to_path_buf()).chain(env::split_paths(&others));
    env::join_paths(folders).context("PATH cannot be written")
}

fn folder() -> PathBuf {
    root().join("tests/fuzz")
}

fn built() -> PathBuf {
    absolute(steps::target_dir()).join("fuzz")
}

/// Cargo is started in the workspace's folder, so a path that begins nowhere begins there.
fn absolute(path: PathBuf) -> PathBuf {
    if path.is_absolute() { path } else { root().join(path) }
}
