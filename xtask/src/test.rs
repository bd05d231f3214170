//! Runs everything that must hold, part by part, and says of each how to run it alone.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::steps::{self, Trouble, cargo, root, say};
use crate::{build, deny, needs, widget};

/// One part of the whole.
struct Part {
    name: &'static str,
    /// What a person types to run this part and no other.
    alone: &'static str,
    run: fn() -> Result<()>,
    /// Left out by `--quick`.
    slow: bool,
    /// The parts after it mean nothing when it fails.
    carries_the_rest: bool,
}

const PARTS: [Part; 6] = [
    Part { name: "format", alone: "cargo fmt --all --check", run: format, slow: false, carries_the_rest: false },
    Part {
        name: "build",
        alone: "cargo xtask widget && cargo build --workspace --all-targets",
        run: programs,
        slow: false,
        carries_the_rest: true,
    },
    Part {
        name: "lints",
        alone: "cargo clippy --workspace --all-targets -- -D warnings",
        run: lints,
        slow: true,
        carries_the_rest: false,
    },
    Part { name: "tests", alone: "cargo test --workspace", run: rust_tests, slow: false, carries_the_rest: false },
    Part {
        name: "licences",
        alone: "cargo deny check bans licenses sources (or target/tools/cargo-deny/bin/cargo-deny for cargo deny)",
        run: deny::check,
        slow: true,
        carries_the_rest: false,
    },
    Part {
        name: "browser",
        alone: "cd tests/browser && node --test",
        run: browser_tests,
        slow: true,
        carries_the_rest: false,
    },
];

/// What the tests start, the browsers included, and the Debian package of each.
const PROGRAMS: [(&str, &str); 6] = [
    ("redis-server", "redis-server"),
    ("pg_ctlcluster", "postgresql"),
    ("faketime", "faketime"),
    ("curl", "curl"),
    CHROMIUM,
    ("firefox-esr", "firefox-esr"),
];
/// Chromium without a window: the same pages for half the work.
pub const CHROMIUM: (&str, &str) = ("chromium-headless-shell", "chromium-headless-shell");
/// A browser that answers no more would hold its test up for ever; the longest file takes a fifth of this.
const BROWSER_TEST_LIMIT: &str = "--test-timeout=600000";
/// The browser tests that time what they see.
const TIMED: [&str; 2] = ["embed-numbers.test.mjs", "opening.test.mjs"];
const SEE_ABOVE: &str = "read what the part said above";

/// What became of a part.
struct Done {
    part: &'static Part,
    took: Duration,
    passed: bool,
}

/// Runs all parts, or the quick ones; fails after the last one and names those that failed.
pub fn run(quick: bool) -> Result<()> {
    bring_what_is_needed(quick)?;
    let mut done = Vec::new();
    for part in PARTS.iter().filter(|part| !(quick && part.slow)) {
        say(&format!("{}: {}", part.name, part.alone));
        let start = Instant::now();
        let outcome = (part.run)();
        if let Err(error) = &outcome {
            steps::explain(error);
        }
        done.push(Done { part, took: start.elapsed(), passed: outcome.is_ok() });
        if outcome.is_err() && part.carries_the_rest {
            break;
        }
    }
    sum_up(&done, quick)
}

fn bring_what_is_needed(quick: bool) -> Result<()> {
    say("looking for what the tests need");
    needs::wasm_target()?;
    needs::rust_component("rustfmt", "fmt")?;
    if quick {
        return needs::programs(PROGRAMS.split_at(4).0);
    }
    needs::rust_component("clippy", "clippy")?;
    needs::programs(&PROGRAMS)?;
    needs::node()?;
    needs::npm_packages(&browser_folder())?;
    needs::npm_packages(&needs::design_systems())?;
    deny::bring().map(drop)
}

fn format() -> Result<()> {
    steps::run(&mut cargo(["fmt", "--all", "--check"]), "run `cargo fmt --all`")
}

fn programs() -> Result<()> {
    widget::build()?;
    build::debug_everything()
}

fn lints() -> Result<()> {
    steps::run(&mut cargo(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]), SEE_ABOVE)
}

fn rust_tests() -> Result<()> {
    steps::run(&mut cargo(["test", "--workspace", "--no-fail-fast"]), SEE_ABOVE)
}

fn browser_tests() -> Result<()> {
    let folder = browser_folder();
    let files = test_files(&folder);
    if files.is_empty() {
        return Err(Trouble::new("tests/browser holds no *.test.mjs", "put the browser tests back").into());
    }
    // What is timed has the machine for itself; of the rest two files run at a time.
    let (timed, others): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| TIMED.contains(&file.as_str()));
    let run = |files: Vec<String>, at_once: &str| {
        let mut command = Command::new("node");
        command.current_dir(&folder).args(["--test", "--test-reporter=spec", BROWSER_TEST_LIMIT, at_once]).args(files);
        steps::run(&mut command, SEE_ABOVE)
    };
    let both = (run(timed, "--test-concurrency=1"), run(others, "--test-concurrency=2"));
    both.0.and(both.1)
}

/// Where the browser tests and the bench are.
pub fn browser_folder() -> std::path::PathBuf {
    root().join("tests/browser")
}

fn test_files(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let mut files: Vec<String> = names.filter(|name| name.ends_with(".test.mjs")).collect();
    files.sort();
    files
}

fn sum_up(done: &[Done], quick: bool) -> Result<()> {
    println!("\n{:<10} {:>8}", "part", "seconds");
    for part in &PARTS {
        match done.iter().find(|done| done.part.name == part.name) {
            Some(Done { took, passed: true, .. }) => println!("{:<10} {:>8.1}  passed", part.name, took.as_secs_f64()),
            Some(Done { took, .. }) => {
                println!("{:<10} {:>8.1}  FAILED; alone: {}", part.name, took.as_secs_f64(), part.alone);
            }
            None if quick && part.slow => println!("{:<10} {:>8}  left out by --quick", part.name, "-"),
            None => println!("{:<10} {:>8}  not reached", part.name, "-"),
        }
    }
    let failed: Vec<&Part> = done.iter().filter(|done| !done.passed).map(|done| done.part).collect();
    let Some(first) = failed.first() else {
        println!("{} parts passed, 0 failed", done.len());
        return Ok(());
    };
    let names = failed.iter().map(|part| part.name).collect::<Vec<_>>().join(", ");
    Err(Trouble::new(format!("not everything holds: {names}"), format!("correct it, then run `{}`", first.alone))
        .into())
}
