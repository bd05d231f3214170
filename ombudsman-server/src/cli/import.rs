//! `import cards FILE`: what became of each row, a line each, and what to do next.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, bail, ensure};

use crate::house::House;
use crate::intake::import::{Counts, Import, Report};
use crate::server;

/// The most characters of a source's name.
const SOURCE_LIMIT: usize = 100;

pub(super) async fn cards(
    house: &Arc<House>,
    path: &Path,
    source: Option<&str>,
    is_dry_run: bool,
) -> anyhow::Result<()> {
    let name = path.file_name().map(|name| name.to_string_lossy());
    let source = source.map(str::trim).or(name.as_deref()).unwrap_or_default();
    let is_a_name = !source.is_empty() && source.chars().count() <= SOURCE_LIMIT && !source.contains(char::is_control);
    ensure!(is_a_name, "A source has a name of one line, at most {SOURCE_LIMIT} characters. Give one with --source.");
    let file = File::open(path).with_context(|| format!("{} could not be opened; nothing was kept", path.display()))?;
    let import = Import::open(house, source, file).await?;
    let queue = if is_dry_run { None } else { Some(server::open_queue(house).await?) };
    let Counts { kept, left_out } = import.run(queue, |report| tell(report, is_dry_run)).await?;
    let (done, next) = match (is_dry_run, left_out) {
        (true, 0) => ("Cards that would be kept", "Import the file without --dry-run."),
        (true, _) => ("Cards that would be kept", "Mend those rows, or import the file as it is without --dry-run."),
        (false, 0) => ("Cards kept", "They wait for the worker, which records each once."),
        (false, _) => (
            "Cards kept",
            "Mend those rows and import the file again as the same source: what is imported twice counts once.",
        ),
    };
    println!("{done}: {kept}. Rows left out: {left_out}. Source: {source}. {next}");
    if left_out > 0 {
        bail!("Some rows were left out ({left_out}). The lines \"left out\" of the report say why.");
    }
    Ok(())
}

fn tell(report: &Report, is_dry_run: bool) -> std::io::Result<()> {
    let mut out = std::io::stdout();
    let line = report.line;
    if let Some(service) = &report.closed {
        let matter = "takes no cards at present; cards about it are imported all the same";
        writeln!(out, "line {line}: look at this: {service} {matter}.")?;
    }
    match &report.outcome {
        Ok(_) if is_dry_run => writeln!(out, "line {line}: would be kept"),
        Ok(reference) => writeln!(out, "line {line}: kept: {}", reference.grouped()),
        Err(refusal) => writeln!(out, "line {line}: left out: {refusal}"),
    }
}
