//! Builds the programs: the release that is installed, and the debug programs that demo and tests run.

use std::path::PathBuf;

use anyhow::Result;

use crate::steps::{self, cargo, say};
use crate::widget;

const COMPILER_SPOKE: &str = "read the compiler's first error above, correct it, and run the same command again";

/// The release binary with the card inside it.
pub fn release() -> Result<()> {
    widget::build()?;
    say("building the server (release; the first time takes some minutes)");
    steps::run(&mut cargo(["build", "--release", "--package", "ombudsman-server"]), COMPILER_SPOKE)?;
    println!("built {}", program("release", "ombudsman-server").display());
    Ok(())
}

/// The programs that demo and tests run, unoptimised because they are there sooner.
///
/// The whole workspace is named, although demo needs two programs of it: cargo then settles on the same features of
/// every dependency for demo and tests, and builds none of them twice.
pub fn debug_programs() -> Result<()> {
    say("building the server and the demonstration pages (debug)");
    steps::run(&mut cargo(["build", "--workspace", "--bins"]), COMPILER_SPOKE)
}

/// The programs whose load is measured, optimised as they are installed.
pub fn release_programs() -> Result<()> {
    say("building the server and what sends it cards (release; the first time takes some minutes)");
    let wanted = ["build", "--release", "--bins", "--package", "ombudsman-server", "--package", "embed-demo"];
    steps::run(cargo(wanted).args(["--package", "tests"]), COMPILER_SPOKE)
}

/// The same programs and all test programs, which `cargo test --workspace` then finds built.
pub fn debug_everything() -> Result<()> {
    say("building the programs and their tests (debug; the first time takes some minutes)");
    steps::run(&mut cargo(["build", "--workspace", "--all-targets"]), COMPILER_SPOKE)
}

/// Where cargo left a program: `profile` is `debug` or `release`.
pub fn program(profile: &str, name: &str) -> PathBuf {
    steps::target_dir().join(profile).join(name)
}
