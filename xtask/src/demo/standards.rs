//! Publishes a small year of sample service standards, so that their pages say something. It takes the way that an office takes: the
//! file is imported by a command, and a sample publisher publishes it on their page. Each row says that it is a sample.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context as _, Result};
use jiff::civil::Date;
use reqwest::{Client, StatusCode};

use super::{Addresses, office, publisher};
use crate::steps::{self, say};

/// Where it says `YEAR` a row has its fiscal year.
const ROWS: &str = include_str!("standards.csv");

/// The fiscal year that was over last on this day, such as `2025-2026`: they begin on April 1.
fn year_before(today: Date) -> String {
    let ended = if today.month() < 4 { today.year() - 1 } else { today.year() };
    format!("{}-{ended}", ended - 1)
}

fn rows(year: &str) -> String {
    ROWS.replace("\nYEAR,", &format!("\n{year},"))
}

/// Publishes the year that is over, unless it is public.
pub async fn publish(data: &Path, config: &Path, addresses: Addresses) -> Result<()> {
    let year = year_before(jiff::Zoned::now().date());
    let anyone = Client::builder().timeout(Duration::from_secs(30)).build()?;
    let page = format!("{}/results/standards?year={year}", addresses.server());
    if anyone.get(&page).send().await?.status() == StatusCode::OK {
        return Ok(());
    }
    say(&format!("publishing sample service standards of {year}"));
    let file = data.join(format!("sample-standards-{year}.csv"));
    fs::write(&file, rows(&year)).with_context(|| format!("cannot write {}", file.display()))?;
    let next = "read what the office said above";
    steps::run(office::server(config).args(["import", "standards"]).arg(&file).stdout(Stdio::null()), next)?;
    let second = publisher::sign_in(&office::SECOND_PUBLISHER, addresses).await?;
    publisher::press(&second, addresses, "/publish/standards", &["form_token", "import", "sha256"]).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_is_over_whatever_day_it_is() {
        for (today, year) in [
            ("2026-11-28", "2025-2026"),
            ("2026-04-01", "2025-2026"),
            ("2026-03-31", "2024-2025"),
            ("2026-01-01", "2024-2025"),
        ] {
            assert_eq!(year_before(today.parse().expect("a day")), year, "{today}");
        }
    }

    #[test]
    fn each_row_is_of_the_year_and_says_in_both_languages_that_it_is_a_sample() {
        let rows = rows("2025-2026");
        let mut read = csv::Reader::from_reader(rows.as_bytes());
        let read: Vec<csv::StringRecord> = read.records().map(|row| row.expect("a row")).collect();
        assert_eq!(read.len(), 13);
        for row in &read {
            assert_eq!(&row[0], "2025-2026");
            assert!(row[3].starts_with("Sample data: ") && row[4].starts_with("Exemple\u{a0}: "), "{row:?}");
        }
    }
}
