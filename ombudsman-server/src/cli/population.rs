//! `import results`, `population verify` and `population withdraw`. A survey is approved on the page of the publisher, where it is known who does it.

use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use clap::{Args, Subcommand};

use super::edition::reason;
use crate::house::House;
use crate::results::populations::{self, Correction, ImportError};
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
    /// Asks to have a survey withdrawn that should never have been public. A publisher who is somebody else does it.
    Withdraw {
        /// Its name.
        name: String,
        /// The name of the member who asks.
        #[arg(long)]
        by: String,
        /// Why, in English: everyone reads it.
        #[arg(long)]
        reason_en: String,
        /// The same in French.
        #[arg(long)]
        reason_fr: String,
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
    /// The name of the published survey that this one corrects. It stays where it is.
    #[arg(long, requires = "reason_en")]
    corrects: Option<String>,
    /// Why it corrects that one, in English.
    #[arg(long, requires_all = ["reason_fr", "corrects"])]
    reason_en: Option<String>,
    /// The same in French.
    #[arg(long, requires = "reason_en")]
    reason_fr: Option<String>,
}

pub(super) async fn import(house: &House, results: &Results) -> anyhow::Result<()> {
    let member = member(house, &results.by).await.context("Nothing was imported")?;
    let reason = reason(results.reason_en.clone().zip(results.reason_fr.clone())).context("Nothing was imported")?;
    let correction = results.corrects.clone().zip(reason).map(|(survey, reason)| Correction { survey, reason });
    let about = String::from_utf8(read(&results.about)?)
        .with_context(|| format!("{} is not UTF-8 text; nothing was imported", results.about.display()))?;
    let file = read(&results.file)?;
    let by = (!results.dry_run).then_some(member.as_str());
    let prepared = match populations::prepare(house, (&about, &file), correction.as_ref(), by).await {
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

/// The name of the member who signs in with this one.
async fn member(house: &House, by: &str) -> anyhow::Result<String> {
    let member = staff::find(&house.db, by).await?.filter(|member| member.is_active);
    let Some(member) = member else {
        bail!("Nobody who may sign in has the name {by}. Name a member as `staff list` shows them")
    };
    Ok(member.name)
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
    match what {
        LookAfter::Verify { name } => verify(house, &name).await,
        LookAfter::Withdraw { name, by, reason_en, reason_fr } => {
            withdraw(house, &name, &by, (reason_en, reason_fr)).await
        }
    }
}

async fn withdraw(house: &House, name: &str, by: &str, given: (String, String)) -> anyhow::Result<()> {
    let asker = member(house, by).await.context("Nothing was asked")?;
    let Some(reason) = reason(Some(given)).context("Nothing was asked")? else { bail!("A reason is needed.") };
    let is_asked = populations::ask(house, name, &asker, &reason).await.context("Nothing was asked")?;
    ensure!(is_asked, "No survey named {name} is public. Nothing was asked.");
    println!(
        "{name} is still public. A publisher other than {by} reads the reason at {}/publish/populations and withdraws it.",
        house.config.public_url
    );
    Ok(())
}

async fn verify(house: &House, name: &str) -> anyhow::Result<()> {
    let found = populations::verify(house, name).await.context("Nothing was verified")?;
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
