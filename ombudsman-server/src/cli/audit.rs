//! `audit verify`, `anchor` and `anchors`: whether the log is as it was written, and what proves it elsewhere.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use clap::Subcommand;

use crate::audit::anchor::{self, Anchor};
use crate::audit::verify::{Told, verify};
use crate::house::House;

/// After so many entries a line says how far it is.
const TOLD_EVERY: u64 = 100_000;

#[derive(Subcommand)]
pub(super) enum LookAfter {
    /// Says whether an entry of the log was edited, removed, moved or put in, and which.
    Verify {
        /// A file of anchors that were kept elsewhere, a line each, as `audit anchors` prints them or the log has them.
        #[arg(long, value_name = "FILE")]
        anchors: Option<PathBuf>,
    },
    /// Signs what the log is now, and prints the line to keep elsewhere.
    Anchor,
    /// Prints the line of every anchor.
    Anchors,
}

pub(super) async fn look_after(house: &House, what: LookAfter) -> anyhow::Result<()> {
    match what {
        LookAfter::Verify { anchors } => check(house, anchors.as_deref()).await,
        LookAfter::Anchor => {
            println!("{}", anchor::make(house).await.context("The log was not anchored")?.line());
            Ok(())
        }
        LookAfter::Anchors => {
            for anchor in anchor::all(&house.db).await? {
                println!("{}", anchor.line());
            }
            Ok(())
        }
    }
}

async fn check(house: &House, kept: Option<&Path>) -> anyhow::Result<()> {
    let kept = kept.map(read).transpose()?.unwrap_or_default();
    let (mut faults, mut told) = (0_u64, 0);
    let tell = |one| match one {
        Told::Fault(fault) => {
            faults += 1;
            println!("{fault}.");
        }
        Told::Entries(number) if number >= told + TOLD_EVERY => {
            told = number;
            println!("Read so far: {number} entries.");
        }
        Told::Entries(_) => {}
    };
    let read = verify(&house.db, &house.secrets.public_keys(), &kept, tell).await;
    let read = read.context("The log could not be read to its end")?;
    println!(
        "Read: {} entries in {} chains, {} anchors, {} anchors that were kept elsewhere.",
        read.entries,
        read.chains,
        read.anchors,
        kept.len()
    );
    ensure!(
        faults == 0,
        "The log is not as it was written; faults: {faults}. Change nothing. Copy the data folder as it is, and compare \
         it with a backup of before."
    );
    println!("The log is as it was written.");
    Ok(())
}

/// The anchors of a file. Empty lines are passed over.
fn read(path: &Path) -> anyhow::Result<Vec<Anchor>> {
    let text = fs::read_to_string(path);
    let text = text.with_context(|| format!("{} cannot be read; nothing was checked", path.display()))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let anchor = |(place, line): (usize, &str)| match Anchor::parse(line) {
        Some(anchor) => Ok(anchor),
        None => bail!("Line {} of {} is no anchor; nothing was checked.", place + 1, path.display()),
    };
    lines.map(anchor).collect()
}
