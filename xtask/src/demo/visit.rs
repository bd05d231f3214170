//! Visits the running demo as a browser would: waits for its doors to open, and leaves the sample cards.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result};
use reqwest::{Client, Response, StatusCode};
use serde_json::Value;
use tokio::time::{Instant, interval, sleep, timeout_at};

use super::{Addresses, samples};
use crate::steps::{Trouble, say};

const OPENING: Duration = Duration::from_mins(1);
/// How long one card may be asked to come again before the demo gives up.
const PATIENCE: Duration = Duration::from_secs(90);
/// In the data folder: the sample cards were accepted once, and are not sent again.
const MARKER: &str = "sample-cards-sent";

/// Waits until the office is ready and the demonstration pages answer, a minute at most.
pub async fn until_open(addresses: Addresses) -> Result<()> {
    let client = Client::builder().timeout(Duration::from_secs(5)).build()?;
    let deadline = Instant::now() + OPENING;
    let doors = [format!("{}/health/ready", addresses.server()), format!("{}/", addresses.pages())];
    for door in doors {
        timeout_at(deadline, answers(&client, &door))
            .await
            .with_context(|| format!("{door} did not answer 200 within {} seconds", OPENING.as_secs()))?;
    }
    Ok(())
}

async fn answers(client: &Client, door: &str) {
    let mut look = interval(Duration::from_millis(200));
    loop {
        look.tick().await;
        if client.get(door).send().await.is_ok_and(|answer| answer.status() == StatusCode::OK) {
            return;
        }
    }
}

/// Sends the sample cards through the public door, unless this data folder has them.
pub async fn leave_sample_cards(data: &Path, addresses: Addresses) -> Result<()> {
    let marker = data.join(MARKER);
    if marker.exists() {
        return Ok(());
    }
    let cards = samples::cards();
    say(&format!("leaving {} sample cards", cards.len()));
    let client = Client::builder().timeout(Duration::from_secs(30)).build()?;
    let door = format!("{}/api/v1/cards", addresses.server());
    for card in &cards {
        leave(&client, &door, card).await?;
    }
    fs::write(&marker, "The sample cards were accepted.\n")
        .with_context(|| format!("cannot write {}", marker.display()))
}

/// A card keeps its id, so that sending it again after an unclear answer leaves no second one.
async fn leave(client: &Client, door: &str, card: &Value) -> Result<()> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let answer = client.post(door).json(card).send().await.context("the office did not answer a sample card")?;
        let status = answer.status();
        if status == StatusCode::ACCEPTED {
            return Ok(());
        }
        let pause = asked_pause(&answer);
        if status != StatusCode::TOO_MANY_REQUESTS || Instant::now() + pause > deadline {
            let problem = answer.text().await.unwrap_or_default();
            let what = format!("the office refused a sample card with {status}: {problem}");
            return Err(Trouble::new(what, "compare xtask/src/demo/samples.rs with what the intake accepts").into());
        }
        sleep(pause).await;
    }
}

/// How long a busy office asks a visitor to wait.
fn asked_pause(answer: &Response) -> Duration {
    let header = answer.headers().get("retry-after").and_then(|value| value.to_str().ok());
    Duration::from_secs(header.and_then(|seconds| seconds.parse().ok()).unwrap_or(1))
}
