//! `record move`: from the file in the data folder into the `PostgreSQL` that the settings name.

use anyhow::{Context, ensure};
use clap::Subcommand;

use crate::audit::{self, Action, Actor, Entry};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::{Home, moving};

#[derive(Subcommand)]
pub(super) enum LookAfter {
    /// Copies everything from the file in the data folder into the empty database that `database_url` names. Stop the office
    /// first. The file keeps what is in it, and is never written to or opened again.
    Move,
}

pub(super) async fn look_after(config: &Config, what: LookAfter) -> anyhow::Result<()> {
    match what {
        LookAfter::Move => move_over(config).await,
    }
}

async fn move_over(config: &Config) -> anyhow::Result<()> {
    ensure!(!config.database_url.is_empty(), "Say by `database_url` where the record is to be. Nothing was copied.");
    let file = Home { data_dir: &config.data_dir, url: "" };
    ensure!(file.has_record().await?, "There is no record in {}. Nothing was copied.", config.data_dir.display());
    let from = file.open().await.context("The record in the file cannot be opened. Nothing was copied")?;
    let to = config.record_home().open().await?;
    // Held until the copy is kept: what anybody would add to the file meanwhile would not be in it.
    let mut left = from.begin().await.context("The file is in use: stop the office first. Nothing was copied")?;
    let nothing = "Nothing was copied: the database is as it was";
    let mut tx = to.begin().await.context(nothing)?;
    let is_unused = moving::is_unused(&mut tx).await.context(nothing)?;
    ensure!(is_unused, "There is a record in that database already. Nothing was copied.");
    let copied = moving::copy(&mut left, &mut tx).await.context(nothing)?;
    let entry = Entry::of_office(Clock::system().millis(), Actor::operator(), Action::RecordMove);
    audit::append(&mut tx, &entry).await.context(nothing)?;
    tx.commit().await.context(
        "PostgreSQL did not say whether it keeps the copy. The file is as it was, and is still the record: give the command an \
         empty database",
    )?;
    moving::leave(left, &copied).await.with_context(|| {
        format!(
            "Everything is in PostgreSQL and will be opened there, but the file could not be closed: whatever still runs on it \
             could take cards that are then nowhere else. Stop it, and put record.sqlite in {} where your backups are",
            config.data_dir.display()
        )
    })?;
    for (table, rows) in copied.iter().filter(|(_, rows)| **rows > 0) {
        println!("{table}: {rows}");
    }
    println!(
        "The record is in PostgreSQL, and the office opens it there. record.sqlite in {} holds what it held, and nothing \
         can be written to it any more: put it where your backups are.",
        config.data_dir.display()
    );
    to.close().await;
    from.close().await;
    Ok(())
}
