//! Counts what the privacy rules find in a public file that holds nothing personal: the service inventory, its standards.

use std::path::Path;

use anyhow::{Context as _, Result};
use feedback::privacy;

use crate::steps::Trouble;

/// Reads every text of the file, prints each false hit with its place, and fails if there was one.
pub fn run(file: &Path) -> Result<()> {
    let not_read = || Trouble::new(format!("cannot read {}", file.display()), "give the path of a CSV file in UTF-8");
    let mut reader = csv::Reader::from_path(file).with_context(not_read)?;
    let names = reader.headers().with_context(not_read)?.clone();
    let (mut texts, mut hits) = (0_usize, 0_usize);
    for row in reader.records() {
        let row = row.with_context(not_read)?;
        let line = row.position().map_or(0, csv::Position::line);
        for (name, text) in names.iter().zip(&row).filter(|(name, text)| is_text(name) && !text.trim().is_empty()) {
            texts += 1;
            for hit in privacy::find(text) {
                hits += 1;
                let matched = text.get(hit.start..hit.end).unwrap_or_default();
                println!("line {line}, {name}: {} `{matched}`", hit.kind.as_str());
            }
        }
    }
    println!("{texts} texts, {hits} false hits");
    if hits > 0 {
        let next = "read the lines above: correct the rule in feedback/src/privacy, or see that the file is public";
        return Err(Trouble::new(format!("{} has what looks personal", file.display()), next).into());
    }
    Ok(())
}

/// Columns of texts for people: both languages', without the addresses of pages.
fn is_text(column: &str) -> bool {
    (column.ends_with("_en") || column.ends_with("_fr")) && !column.contains("_uri_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_in_both_languages_and_addresses_are_not() {
        let columns = ["service_description_en", "service_description_fr", "service_uri_en", "service_id"];
        assert_eq!(columns.map(is_text), [true, true, false, false]);
    }
}
