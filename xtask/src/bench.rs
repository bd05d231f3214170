//! Measures what the card costs people and pages, and what the server bears, and prints a line per figure: `name  value
//! unit  ratio to its limit`.

use std::process::Command;

use anyhow::Result;

use crate::steps::{self, say};
use crate::{build, needs, test, widget};

/// The figures that begin so are measured without a browser.
const LOAD: [&str; 3] = ["load", "desk", "edition"];

/// Prints the figures of these names, or all; a name may be the beginning of others (`card.opened`, `load`).
///
/// A figure past its limit is marked and is no failure here: the browser tests fail on those of the card, with the same
/// limits; those of the server depend on the machine, and docs/PERFORMANCE.md says what they were on which.
pub fn run(names: &[String], minutes: u64, database_url: Option<&str>) -> Result<()> {
    let (load, card): (Vec<&String>, Vec<&String>) =
        names.iter().partition(|name| name.split('.').next().is_some_and(|first| LOAD.contains(&first)));
    say("looking for what the figures need");
    let all = names.is_empty();
    if all || !card.is_empty() {
        of_the_card(&card)?;
    }
    if all || !load.is_empty() {
        of_the_load(&load, minutes, database_url)?;
    }
    Ok(())
}

fn of_the_card(names: &[&String]) -> Result<()> {
    needs::programs(&[test::CHROMIUM])?;
    needs::node()?;
    needs::npm_packages(&test::browser_folder())?;
    widget::build()?;
    build::debug_programs()?;
    say("measuring; a busy machine makes it slow, and the last figure wrong");
    let mut command = Command::new("node");
    command.current_dir(test::browser_folder()).arg("bench.mjs").args(names);
    steps::run(&mut command, "read what it says above; `cargo xtask bench card.opened` prints one figure alone")
}

fn of_the_load(names: &[&String], minutes: u64, database_url: Option<&str>) -> Result<()> {
    needs::programs(&[("redis-server", "redis-server")])?;
    widget::build()?;
    build::release_programs()?;
    say("measuring; compare ratios only: a busy machine slows both sides");
    let mut command = Command::new(build::program("release", "load"));
    command.args(["--minutes", &minutes.to_string()]).args(names);
    if let Some(url) = database_url {
        command.args(["--database-url", url]);
    }
    steps::run(&mut command, "read what it says above; `cargo xtask bench load.accept.sql` prints one figure alone")
}
