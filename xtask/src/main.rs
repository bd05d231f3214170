//! Every command that the README names: one verb a file, this one only reads the command line.

mod api;
mod assets;
mod bench;
mod build;
mod demo;
mod deny;
mod false_hits;
mod faults;
mod fuzz;
mod minify;
mod needs;
mod steps;
mod test;
mod widget;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// What a person can ask for.
#[derive(Parser)]
#[command(name = "cargo xtask", about = "Builds, shows, tests and measures the comment card.")]
struct Asked {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Builds the release binary with the card inside it: target/release/ombudsman-server.
    Build,
    /// Builds only what browsers fetch: target/widget.
    Widget,
    /// Starts everything on this machine with sample data, and stops it on Ctrl-C.
    Demo {
        /// Where the office answers; the pages that embed the card answer on the port after it.
        #[arg(long, default_value_t = 8080, value_parser = clap::value_parser!(u16).range(1..=65534))]
        port: u16,
        /// Where the demo keeps what it is told (default: target/demo).
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
    },
    /// Brings what the tests need, or says exactly what is missing, then runs all of them.
    Test {
        /// Leaves out clippy, the licence check and the browser.
        #[arg(long)]
        quick: bool,
        /// Tries the faults instead, hundreds of times each; goes on where an earlier run was stopped.
        #[arg(long, group = "long", conflicts_with = "quick")]
        faults: bool,
        /// Makes up hostile input for each door instead, with libFuzzer; fails on the first that breaks a promise.
        #[arg(long, group = "long", conflicts_with = "quick")]
        fuzz: bool,
        /// With --faults or --fuzz: the most minutes for each kind of fault, or for each door.
        #[arg(long, default_value_t = 10, requires = "long", value_parser = clap::value_parser!(u64).range(1..))]
        minutes: u64,
        /// Holds the office against the description of its door for programs instead, with schemathesis.
        #[arg(long, conflicts_with_all = ["quick", "long"])]
        api: bool,
        /// With --api: the most requests for each way of making them up.
        #[arg(long, default_value_t = 1000, requires = "api")]
        examples: u64,
    },
    /// Measures what the card costs people and pages and what the server bears, and prints a line per figure with its limit.
    Bench {
        /// The figures to print, or the beginning of their names: `card.opened`, `load` (default: all).
        #[arg(value_name = "NAME")]
        names: Vec<String>,
        /// How long the server's memory is watched under load.
        #[arg(long, default_value_t = 1)]
        minutes: u64,
        /// An empty database of `PostgreSQL` in which the record of the `desk` figures is kept, in the place of a file.
        #[arg(long)]
        database_url: Option<String>,
    },
    /// Looks for personal information in a public file, where there is none: whatever is found is a false hit.
    FalseHits {
        /// Comma-separated, with texts in columns whose names end in `_en` or `_fr`.
        #[arg(value_name = "FILE.csv")]
        file: PathBuf,
    },
}

fn main() -> ExitCode {
    let outcome = match Asked::parse().verb {
        Verb::Build => build::release(),
        Verb::Widget => widget::build(),
        Verb::Demo { port, data } => demo::run(port, data),
        Verb::Test { faults: true, minutes, .. } => faults::run(minutes),
        Verb::Test { fuzz: true, minutes, .. } => fuzz::run(minutes),
        Verb::Test { api: true, examples, .. } => api::run(examples),
        Verb::Test { quick, .. } => test::run(quick),
        Verb::Bench { names, minutes, database_url } => bench::run(&names, minutes, database_url.as_deref()),
        Verb::FalseHits { file } => false_hits::run(&file),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            steps::explain(&error);
            ExitCode::FAILURE
        }
    }
}
