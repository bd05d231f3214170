//! Measures what the card costs people and pages, and prints a line per figure: `name  value unit  ratio to its limit`.

use std::process::Command;

use anyhow::Result;

use crate::steps::{self, say};
use crate::{build, needs, test, widget};

/// Prints the figures of these names, or all; a name may be the beginning of others (`card.opened`).
///
/// A figure past its limit is marked and is no failure here: the browser tests fail on it, with the same limits.
pub fn run(names: &[String]) -> Result<()> {
    say("looking for what the figures need");
    needs::programs(&[("chromium", "chromium")])?;
    needs::node()?;
    needs::npm_packages(&test::browser_folder())?;
    widget::build()?;
    build::debug_programs()?;
    say("measuring; a busy machine makes it slow, and the last figure wrong");
    let mut command = Command::new("node");
    command.current_dir(test::browser_folder()).arg("bench.mjs").args(names);
    steps::run(&mut command, "read what it says above; `cargo xtask bench card.opened` prints one figure alone")
}
