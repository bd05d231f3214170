//! `keys list`, `rotate`, `reseal`, `retire` and `begin-anew`: the keys that seal and sign. No key is ever printed but the
//! public ones.

use std::path::PathBuf;

use anyhow::{Context, ensure};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use clap::Subcommand;

use crate::audit::{self, Action, Actor, Entry};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::house::House;
use crate::secrets::rotation::{self, Listed};
use crate::secrets::{self, KeySource};
use crate::server;

/// After so many values a line says how far it is.
const TOLD_EVERY: u64 = 10_000;

#[derive(Subcommand)]
pub(super) enum LookAfter {
    /// Lists the generations of keys, the newest first: number, since when, state, how many addresses, texts and second
    /// factors it seals,
    /// public key, tabs between.
    List,
    /// Adds a generation, which seals and signs in every process that is started from then on.
    Rotate {
        /// Then seals with it what older generations have sealed, as `keys reseal` does.
        #[arg(long, conflicts_with = "to")]
        reseal: bool,
        /// Writes the changed key ring to this new file, and changes nothing else.
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
    },
    /// Seals with the newest generation what older ones have sealed. May be stopped, and asked for again.
    Reseal,
    /// Forgets an old generation that seals nothing any more. Receipts that it signed are still found genuine.
    Retire {
        /// Its number, as `keys list` shows it.
        generation: u16,
        /// Writes the changed key ring to this new file instead of its own.
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
    },
    /// Makes new keys where those of the record are lost for good, and with them every access code and sealed value.
    BeginAnew,
}

pub(super) async fn look_after(config: Config, what: LookAfter) -> anyhow::Result<()> {
    if matches!(what, LookAfter::BeginAnew) {
        return begin_anew(&config).await;
    }
    let house = server::open_house(config).await?;
    match what {
        LookAfter::List | LookAfter::BeginAnew => list(&house).await,
        LookAfter::Rotate { reseal: then_reseal, to } => {
            rotate(&house, to).await?;
            if then_reseal { reseal(&house).await } else { Ok(()) }
        }
        LookAfter::Reseal => reseal(&house).await,
        LookAfter::Retire { generation, to } => retire(&house, generation, to).await,
    }
}

async fn list(house: &House) -> anyhow::Result<()> {
    let listed = rotation::list(&house.secrets, &house.db).await?;
    for (place, Listed { key, addresses, originals, second_factors }) in listed.iter().enumerate() {
        let since = key.since.map_or_else(|| "unknown".to_owned(), |day| day.to_string());
        let state = match key.retired {
            Some(day) => format!("retired {day}"),
            None if place == 0 => "seals and signs".to_owned(),
            None => "opens".to_owned(),
        };
        let public = URL_SAFE_NO_PAD.encode(key.bytes);
        println!("{}\t{since}\t{state}\t{addresses}\t{originals}\t{second_factors}\t{public}", key.generation);
    }
    Ok(())
}

async fn rotate(house: &House, to: Option<PathBuf>) -> anyhow::Result<()> {
    let (source, today) = (house.config.key_source(), secrets::today(&house.clock));
    let id = rotation::rotate(&source, &house.db, today, to.as_deref()).await?;
    note(&house.db, &house.clock, Action::KeysRotate, id).await?;
    let place = match (&to, &source) {
        (Some(path), _) | (None, KeySource::File(path)) => path.display().to_string(),
        (None, KeySource::Environment(_)) => String::new(),
    };
    println!(
        "Generation {id} is in {place}. Copy that file to where your backups are: what is sealed from now on cannot be \
         opened without it. References, access codes and receipts of before stay good."
    );
    let first =
        if to.is_some() { "Give that key ring to every process and restart them" } else { "Restart every process" };
    println!(
        "{first}: each seals and signs with what it has until then. Then `keys reseal`, then `keys retire {}`.",
        id.saturating_sub(1)
    );
    Ok(())
}

async fn reseal(house: &House) -> anyhow::Result<()> {
    // A generation that this process has not seen yet is known to the record before anything is sealed with it.
    house.secrets.reread()?;
    rotation::agree(&house.secrets, &house.db, secrets::today(&house.clock)).await?;
    let mut told = 0;
    let done = rotation::reseal(&house.secrets, &house.db, |done| {
        if done.anew >= told + TOLD_EVERY {
            told = done.anew;
            println!("Sealed anew so far: {told}.");
        }
    });
    let done = done.await.context("What was sealed anew stays so. Ask again for the rest")?;
    note(&house.db, &house.clock, Action::KeysReseal, house.secrets.newest_generation()).await?;
    println!("Sealed anew with generation {}: {}.", house.secrets.newest_generation(), done.anew);
    ensure!(
        done.unopened == 0,
        "Values that no key opens: {}. They were left as they are, and their generation cannot be retired. If you have an \
         older key ring, start with that.",
        done.unopened
    );
    Ok(())
}

async fn retire(house: &House, generation: u16, to: Option<PathBuf>) -> anyhow::Result<()> {
    let today = secrets::today(&house.clock);
    rotation::retire(&house.secrets, &house.db, generation, today, to.as_deref()).await?;
    note(&house.db, &house.clock, Action::KeysRetire, generation).await?;
    println!(
        "Generation {generation} is retired: it seals nothing, its seed is out of the key ring, and receipts that it signed \
         are still found genuine. Copies of the record of before need the key ring of before: keep both, or neither."
    );
    Ok(())
}

async fn begin_anew(config: &Config) -> anyhow::Result<()> {
    let db = config.record_home().open().await.context("The record cannot be opened. Nothing was changed")?;
    let clock = Clock::system();
    let id = rotation::begin_anew(&config.key_source(), &db, secrets::today(&clock)).await?;
    note(&db, &clock, Action::KeysBeginAnew, id).await?;
    println!(
        "New keys were made: generation {id}. What was sealed with the lost ones cannot be opened, and people's references \
         and access codes of before lead nowhere. Receipts of before are still found genuine. Copy the key file to where \
         your backups are."
    );
    Ok(())
}

/// Has the log tell what was done to a generation of keys. The keys are a file, so this is a write of its own.
async fn note(db: &Db, clock: &Clock, action: Action, generation: u16) -> anyhow::Result<()> {
    let entry = Entry::of_office(clock.millis(), Actor::operator(), action).about(&generation.to_string());
    audit::note(db, &entry).await.context("The keys were changed, but the log could not be written")
}
