//! `import standards FILE`: what is the matter with each row, a line each, what the year then tells, and what to do next.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, bail, ensure};
use clap::Args;
use feedback::Language;

use super::edition::reason;
use crate::house::House;
use crate::registry;
use crate::registry::standards::{self, FiscalYear, Remark, StandardsFile};
use crate::results::standards::{Funnel, Wanted as ToImport, import as keep, said};
use crate::secrets::sha256_hex;
use crate::standard::Standard;
use crate::words::Words;

/// The most bytes of a file.
const FILE_LIMIT: u64 = 64 * 1024 * 1024;
/// The most characters of a file's name.
const NAME_LIMIT: usize = 100;

#[derive(Args)]
pub(super) struct Wanted {
    /// The file.
    file: PathBuf,
    /// Says what would be imported, and imports nothing.
    #[arg(long)]
    dry_run: bool,
    /// The fiscal year, such as 2023-2024, where the file has several.
    #[arg(long)]
    year: Option<FiscalYear>,
    /// Why the file replaces what is public of the year, in English.
    #[arg(long, requires = "reason_fr")]
    reason_en: Option<String>,
    /// The same in French.
    #[arg(long, requires = "reason_en")]
    reason_fr: Option<String>,
}

pub(super) async fn import(house: &House, wanted: &Wanted) -> anyhow::Result<()> {
    let path = &wanted.file;
    let reason = reason(wanted.reason_en.clone().zip(wanted.reason_fr.clone())).context("Nothing was imported")?;
    let opened = || format!("{} could not be opened. Nothing was imported", path.display());
    ensure!(fs::metadata(path).with_context(opened)?.len() <= FILE_LIMIT, "A file has at most {FILE_LIMIT} bytes.");
    let bytes = fs::read(path).with_context(opened)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let is_a_name = !name.is_empty() && name.chars().count() <= NAME_LIMIT && !name.contains(char::is_control);
    ensure!(is_a_name, "A file has a name of one line, at most {NAME_LIMIT} characters: everyone reads it. Rename it.");
    let services = registry::by_inventory_id(&house.db).await.context("The register could not be read")?;
    let today = Standard::default().office_date(house.clock.now());
    let read = standards::read(bytes.as_slice(), &services, wanted.year, today).context("Nothing was imported")?;
    let words = Words::of(Language::English);
    for remark in &read.remarks {
        println!("{}", told(remark, words));
    }
    let sha256 = sha256_hex(&bytes);
    let to_import = ToImport { read: &read, source: &name, source_sha256: &sha256, reason: reason.as_ref() };
    let id = keep(house, &to_import, wanted.dry_run).await.context("Nothing was imported")?;
    let left_out = read.left_out().count();
    summary(&read, left_out, words);
    println!("File: {name}, SHA-256 {sha256}.");
    if wanted.dry_run {
        println!("Nothing was imported. Without --dry-run this is {id}.");
    } else {
        println!(
            "{id} is imported, and not public yet. A publisher looks at it at {}/publish/standards and publishes it.",
            house.config.public_url
        );
    }
    if left_out > 0 {
        bail!("Some rows were left out ({left_out}). The lines \"left out\" of the report say why.");
    }
    Ok(())
}

fn told(remark: &Remark, words: &Words) -> String {
    let what = if remark.matter.is_taken() { "look at this" } else { "left out" };
    let matter = words.text(&["standards-matter-", remark.matter.as_str()].concat());
    let detail = if remark.detail.is_empty() { String::new() } else { format!(" ({})", remark.detail) };
    format!("line {}: {what}: {matter}{detail}", remark.line)
}

fn summary(read: &StandardsFile, left_out: usize, words: &Words) {
    let funnel = Funnel::of(read.standards.iter().map(|standard| (standard.outcome(), standard.is_reported())));
    let year = read.year;
    println!(
        "{year}: standards taken: {}. Rows left out: {left_out}. Rows of other years: {}.",
        funnel.developed, read.other_years
    );
    for sentence in said(&funnel, 0, words) {
        println!("{sentence}");
    }
}
