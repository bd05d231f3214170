//! Publishes an edition of the sample answers, so that the results of the demo say something. It takes the way that an office
//! takes: cards of a quarter that is over are imported, one sample publisher has the edition prepared, and another approves
//! it on their page.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result};
use jiff::civil::Date;
use reqwest::{Client, StatusCode};
use tokio::time::{Instant, interval};

use super::{Addresses, office, publisher, samples};
use crate::steps::{self, Trouble, say};

/// How long the office may take to record the cards of the quarter.
const PATIENCE: Duration = Duration::from_mins(2);

/// The quarter before the one of this day: its name, and its first day.
fn quarter_before(today: Date) -> (String, Date) {
    let of_this = today.first_of_month().saturating_sub(jiff::Span::new().months((today.month() - 1) % 3));
    let first = of_this.saturating_sub(jiff::Span::new().months(3));
    (format!("{}-Q{}", first.year(), (first.month() + 2) / 3), first)
}

/// Publishes an edition of the quarter that is over, unless there is one.
pub async fn publish(data: &Path, config: &Path, addresses: Addresses) -> Result<()> {
    let (quarter, first_day) = quarter_before(jiff::Zoned::now().date());
    let anyone = Client::builder().timeout(Duration::from_secs(30)).build()?;
    let page = format!("{}/results/editions/{quarter}", addresses.server());
    if anyone.get(&page).send().await?.status() == StatusCode::OK {
        return Ok(());
    }
    say(&format!("publishing an edition of {quarter} from sample answers"));
    let file = data.join(format!("sample-cards-{quarter}.csv"));
    fs::write(&file, samples::quarter(first_day)).with_context(|| format!("cannot write {}", file.display()))?;
    let next = "read what the office said above";
    steps::run(office::server(config).args(["import", "cards"]).arg(&file).stdout(std::process::Stdio::null()), next)?;
    let second = publisher::sign_in(&office::SECOND_PUBLISHER, addresses).await?;
    let deadline = Instant::now() + PATIENCE;
    let mut look = interval(Duration::from_millis(500));
    loop {
        look.tick().await;
        let by = office::FIRST_PUBLISHER.name;
        let is_prepared =
            steps::ask(office::server(config).args(["edition", "prepare", &quarter, "--by", by])).is_some();
        if is_prepared && has_everything(&second, &quarter, addresses).await? {
            break;
        }
        if Instant::now() > deadline {
            return Err(Trouble::new("the sample answers of the quarter were not all counted in time", next).into());
        }
    }
    publisher::press(&second, addresses, "/publish/editions", &["form_token", "edition", "sha256", "at"]).await
}

/// Whether every card of the quarter is counted in what is prepared.
async fn has_everything(second: &Client, quarter: &str, addresses: Addresses) -> Result<bool> {
    let file = format!("{}/publish/editions/{quarter}.1/results.csv", addresses.server());
    let numbers = second.get(file).send().await?.error_for_status()?.text().await?;
    Ok(samples::IN_A_QUARTER.iter().all(|(service, _, times)| counts(&numbers, service, 20 * times)))
}

/// Whether the score of a service is of so many answers. What ends in 0 is told as it is.
fn counts(numbers: &str, service: &str, answers: usize) -> bool {
    let is_it = |line: &str| {
        let fields: Vec<&str> = line.split(',').collect();
        let is_of_all = fields.get(1..5) == Some(&[service, "all", "all", "overall"][..]);
        is_of_all && fields.get(13) == Some(&answers.to_string().as_str())
    };
    numbers.lines().any(is_it)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quarter_before_is_over_whatever_day_it_is() {
        for (today, name, first) in [
            ("2026-11-28", "2026-Q3", "2026-07-01"),
            ("2026-10-01", "2026-Q3", "2026-07-01"),
            ("2027-01-31", "2026-Q4", "2026-10-01"),
            ("2026-05-31", "2026-Q1", "2026-01-01"),
        ] {
            let expected = (name.to_owned(), first.parse().expect("a day"));
            assert_eq!(quarter_before(today.parse().expect("a day")), expected, "{today}");
        }
    }

    #[test]
    fn an_edition_has_everything_once_each_service_has_its_number() {
        let numbers = "o,passport,web,all,overall,q,card,m,1,points,,T2,published,60,1,0,2\n\
            o,passport,all,all,overall,q,card,m,1,points,,T3,published,200,1,0,2\n";
        assert!(counts(numbers, "passport", 200));
        assert!(!counts(numbers, "passport", 60) && !counts(numbers, "weather", 200));
    }
}
