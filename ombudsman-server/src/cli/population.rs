//! `import results` and `population verify`. A survey is approved on the page of the publisher, where it is known who does it.

use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use clap::{Args, Subcommand};

use crate::house::House;
use crate::results::populations::{self, ImportError};
use crate::staff;

/// The most bytes of a file: far more than any survey has, and little enough to be read at once.
const MOST: u64 = 64 * 1024 * 1024;

#[derive(Subcommand)]
pub(super) enum LookAfter {
    /// Makes a survey again from what is kept of it, and compares bytes and signature.
    Verify {
        /// Its name.
        name: String,
    },
}

/// What is imported.
#[derive(Args)]
pub(super) struct Results {
    /// The file: UTF-8, its columns named in the first line.
    file: PathBuf,
    /// The file that says how the survey was done: TOML.
    #[arg(long)]
    about: PathBuf,
    /// The name of the member in whose name it is imported.
    #[arg(long)]
    by: String,
    /// Says what would be told and withheld, and keeps nothing.
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn import(house: &House, results: &Results) -> anyhow::Result<()> {
    let by = &results.by;
    let member = staff::find(&house.db, by).await?.filter(|member| member.is_active);
    let Some(member) = member else {
        bail!(
            "Nobody who may sign in has the name {by}. Name a member as `staff list` shows them. Nothing was imported."
        )
    };
    let about = String::from_utf8(read(&results.about)?)
        .with_context(|| format!("{} is not UTF-8 text; nothing was imported", results.about.display()))?;
    let file = read(&results.file)?;
    let by = (!results.dry_run).then_some(member.name.as_str());
    let prepared = match populations::prepare(house, &about, &file, by).await {
        Ok(prepared) => prepared,
        Err(error) => {
            if let ImportError::Rows(refused) = &error {
                for row in refused {
                    println!("line {}: refused: {}", row.line, row.fault);
                }
            }
            return Err(error).context("Nothing was imported");
        }
    };
    let (name, would) = (&prepared.name, if results.dry_run { "would be" } else { "is" });
    println!("Rows counted: {}. The office's mark of the file: {}", prepared.rows, prepared.file_hmac);
    println!("{name} {would} prepared: numbers told: {}, withheld: {}.", prepared.told, prepared.withheld);
    println!("SHA-256 {}", prepared.sha256);
    if results.dry_run {
        println!("Nothing was kept. Import the file without --dry-run.");
    } else {
        println!(
            "Nothing is public yet. A publisher other than {} reads it at {}/publish/populations and approves it.",
            results.by, house.config.public_url
        );
    }
    Ok(())
}

/// A file, whole.
fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    let unread = || format!("{} could not be read; nothing was imported", path.display());
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).with_context(unread)?;
    file.take(MOST + 1).read_to_end(&mut bytes).with_context(unread)?;
    let is_whole = u64::try_from(bytes.len()).is_ok_and(|bytes| bytes <= MOST);
    ensure!(is_whole, "{} has more than 64 MiB; nothing was imported.", path.display());
    Ok(bytes)
}

pub(super) async fn look_after(house: &House, what: LookAfter) -> anyhow::Result<()> {
    let LookAfter::Verify { name } = what;
    let found = populations::verify(house, &name).await.context("Nothing was verified")?;
    let Some(found) = found else { bail!("There is no survey of the name {name}. Nothing was verified.") };
    let state = if found.is_approved { "approved" } else { "not approved" };
    let signed = if found.is_approved { ", and the office signed them" } else { "" };
    if found.faults.is_empty() {
        println!("{name} ({state}): its inputs give the same bytes{signed}.");
    } else {
        println!("{name} ({state}): {}.", found.faults.join("; "));
    }
    if let Some(version) = &found.made_by {
        println!("{name} was made by version {version} of this program: only that gives its bytes for sure.");
    }
    ensure!(
        found.faults.is_empty(),
        "The survey is not what its inputs give. Change nothing. Compare the record with a backup of before."
    );
    Ok(())
}
