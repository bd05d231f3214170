//! The long run of the faults: each is tried hundreds of times, over as many sittings as it takes.

use anyhow::Result;

use crate::steps::{self, cargo, root, say};
use crate::{build, needs, widget};

/// How often each kind of kill is tried in all.
const ROUNDS: u64 = 200;

/// Tries each fault for at most so many minutes. The rounds done are noted, and the next run goes on from there; once all
/// are done, the notes are there to be deleted.
pub fn run(minutes: u64) -> Result<()> {
    say("looking for what the tests need");
    needs::wasm_target()?;
    // Besides Redis: what turns the clock, what mounts a small disk, what raises a limit.
    needs::programs(&[
        ("redis-server", "redis-server"),
        ("pg_ctlcluster", "postgresql"),
        ("faketime", "faketime"),
        ("mount", "mount"),
        ("prlimit", "util-linux"),
    ])?;
    widget::build()?;
    build::debug_programs()?;
    let notes = steps::target_dir().join("faults");
    let notes = if notes.is_absolute() { notes } else { root().join(notes) };
    say(&format!("{ROUNDS} kills of each kind, {minutes} minutes a kind at most; the count is in {}", notes.display()));
    let mut command = cargo(["test", "--package", "tests", "--test", "faults", "--no-fail-fast", "--"]);
    // Those that need root or a turned clock are tried here and nowhere else.
    command.args(["--include-ignored", "--nocapture", "--test-threads=1"]);
    command.env("OMBUDSMAN_FAULT_ROUNDS", ROUNDS.to_string());
    command.env("OMBUDSMAN_FAULT_MINUTES", minutes.to_string());
    command.env("OMBUDSMAN_FAULT_NOTES", notes);
    steps::run(&mut command, "read the ledger's line above: it says what was lost or miscounted, and by which fault")
}
