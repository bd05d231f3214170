//! `queue list` and `queue replay`: what was set aside, and letting it wait again. What people wrote is never printed.

use std::sync::Arc;

use anyhow::{Context, ensure};
use clap::Subcommand;
use jiff::Timestamp;

use crate::audit::{self, Action, Actor, Entry};
use crate::house::House;
use crate::queue::{Queue, SetAside};
use crate::server;
use crate::standard::Standard;

/// The most letters that are listed.
const MOST_LISTED: usize = 10_000;

#[derive(Subcommand)]
pub(super) enum LookAfter {
    /// Lists the letters that were set aside: ticket, tries, day received, reason, tabs between.
    List,
    /// Lets letters that were set aside wait again, to be taken up like any other.
    Replay {
        /// Their tickets, as `queue list` shows them.
        #[arg(value_name = "TICKET", required_unless_present = "all")]
        tickets: Vec<String>,
        /// All of them.
        #[arg(long, conflicts_with = "tickets")]
        all: bool,
    },
}

pub(super) async fn look_after(house: &Arc<House>, what: LookAfter) -> anyhow::Result<()> {
    let queue = server::open_queue(house).await?;
    match what {
        LookAfter::List => list(queue.as_ref()).await,
        LookAfter::Replay { tickets, all: false } => replay(house, queue.as_ref(), &tickets).await,
        LookAfter::Replay { all: true, .. } => replay_all(house, queue.as_ref()).await,
    }
}

/// Has the log tell which letters wait again. The queue may be another program's, so this is a write of its own.
async fn note(house: &House, tickets: &[&str]) -> anyhow::Result<()> {
    if tickets.is_empty() {
        return Ok(());
    }
    let entry = Entry::of_office(house.clock.millis(), Actor::operator(), Action::QueueReplay);
    let entry = entry.about(&tickets.len().to_string()).deciding(&tickets.join("\n"));
    audit::note(&house.db, &entry).await.context("The letters wait again, but the log could not be written")
}

async fn list(queue: &dyn Queue) -> anyhow::Result<()> {
    let number = queue.depth().await?.set_aside;
    if number == 0 {
        println!("No letter is set aside.");
        return Ok(());
    }
    let listed = queue.set_aside_list(MOST_LISTED).await?;
    for SetAside { ticket, tries, reason, received_at } in &listed {
        println!("{ticket}\t{tries}\t{}\t{reason}", received_at.and_then(day).unwrap_or_else(|| "unknown".to_owned()));
    }
    println!(
        "Letters that are set aside: {number}; shown: {}. `queue replay TICKET` lets one wait again, `queue replay \
         --all` all of them.",
        listed.len()
    );
    Ok(())
}

/// The office's day at this moment, in milliseconds since 1970.
fn day(millis: i64) -> Option<String> {
    Some(Standard::default().office_date(Timestamp::from_millisecond(millis).ok()?).to_string())
}

async fn replay(house: &House, queue: &dyn Queue, tickets: &[String]) -> anyhow::Result<()> {
    let (done, ended) = put_all_back(queue, tickets).await;
    for ticket in &done {
        println!("{ticket}: waits again.");
    }
    note(house, &done).await?;
    ended?;
    let missing: Vec<&str> = tickets.iter().map(String::as_str).filter(|ticket| !done.contains(ticket)).collect();
    ensure!(
        missing.is_empty(),
        "No letter is set aside under {}. Any other that was named waits again; `queue list` shows the tickets.",
        missing.join(", ")
    );
    Ok(())
}

async fn replay_all(house: &House, queue: &dyn Queue) -> anyhow::Result<()> {
    // Listed once: what a worker sets aside in the meantime is not replayed for ever.
    let listed = queue.set_aside_list(usize::MAX).await?;
    let tickets: Vec<String> = listed.into_iter().map(|letter| letter.ticket).collect();
    let (done, ended) = put_all_back(queue, &tickets).await;
    note(house, &done).await?;
    ended?;
    println!("Letters that wait again: {}. Those that fail once more are set aside once more.", done.len());
    Ok(())
}

/// Lets these letters wait again, up to the first that cannot be; those that do, and what stopped it.
async fn put_all_back<'a>(queue: &dyn Queue, tickets: &'a [String]) -> (Vec<&'a str>, anyhow::Result<()>) {
    let mut done = Vec::new();
    for ticket in tickets {
        match put_back(queue, ticket).await {
            Ok(true) => done.push(ticket.as_str()),
            Ok(false) => {}
            Err(error) => return (done, Err(error)),
        }
    }
    (done, Ok(()))
}

async fn put_back(queue: &dyn Queue, ticket: &str) -> anyhow::Result<bool> {
    let done = "What was replayed waits again, the rest is set aside as before. Ask again for the rest";
    queue.replay(ticket).await.context(done)
}
