//! Commands and flags. Each command says what it did, and on failure one line of what to do next.

mod audit;
mod edition;
mod import;
mod keys;
mod population;
mod queue;
mod receipt;
mod record;
mod retention;
mod staff;
mod standards;

use std::fs::File;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::{Parser, Subcommand};

use crate::audit::{Action, Actor, Entry};
use crate::config::{Config, DEFAULTS};
use crate::house::House;
use crate::registry::{self, inventory};
use crate::server::{self, Role};

#[derive(Parser)]
#[command(
    name = "ombudsman-server",
    version,
    about = "The office for client satisfaction: takes cards in, answers, publishes."
)]
struct Arguments {
    /// The settings file; without it, the defaults. `OMBUDSMAN_…` variables override both.
    #[arg(long, global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Opens the office.
    Serve {
        /// The parts of the work that this process does.
        #[arg(long, value_delimiter = ',', default_value = "intake,worker,desk,results")]
        roles: Vec<Role>,
    },
    /// Says whether the settings can be used.
    CheckConfig {
        /// Prints every setting with its default and what it is for, instead: a settings file to begin with.
        #[arg(long)]
        defaults: bool,
    },
    /// Brings the record's tables up to date.
    Migrate,
    /// Looks after where the record is.
    Record {
        #[command(subcommand)]
        what: record::LookAfter,
    },
    /// Reads a file into the record.
    Import {
        #[command(subcommand)]
        what: Import,
    },
    /// Looks after who may sign in.
    Staff {
        #[command(subcommand)]
        what: staff::LookAfter,
    },
    /// Looks after letters that were set aside: cards that could not be recorded.
    Queue {
        #[command(subcommand)]
        what: queue::LookAfter,
    },
    /// Looks after the keys: what seals addresses and signs receipts.
    Keys {
        #[command(subcommand)]
        what: keys::LookAfter,
    },
    /// Looks after the log: who did what, and when.
    Audit {
        #[command(subcommand)]
        what: audit::LookAfter,
    },
    /// Counts what is kept no longer, and removes what leads to a person from it where that is asked for.
    Retention {
        /// Says what would be removed, and removes nothing: what it does without any flag.
        #[arg(long, conflicts_with = "for_real")]
        dry_run: bool,
        /// Removes it. Nobody can bring it back.
        #[arg(long)]
        for_real: bool,
    },
    /// Looks after editions: what is published of a quarter.
    Edition {
        #[command(subcommand)]
        what: edition::LookAfter,
    },
    /// Looks after surveys: what others found by asking in other ways than by cards.
    Population {
        #[command(subcommand)]
        what: population::LookAfter,
    },
    /// Checks receipts.
    Receipt {
        #[command(subcommand)]
        what: Receipt,
    },
}

#[derive(Subcommand)]
enum Receipt {
    /// Says whether the office signed the receipt in a file, and whether the card in it is the one that it signed.
    Verify {
        /// The file, as a person saved it.
        file: PathBuf,
        /// A public key of the office, as `/receipt/key` shows it, once for each; without it, those of its key ring.
        // One key of 64 begins with a hyphen.
        #[arg(long = "key", value_name = "KEY", allow_hyphen_values = true)]
        keys: Vec<String>,
    },
}

#[derive(Subcommand)]
enum Import {
    /// Services, from a CSV file in the layout of the Government of Canada service inventory.
    Services {
        /// The file.
        file: PathBuf,
    },
    /// Cards that came by phone, on paper or through an older system, from a CSV file with a card a row.
    Cards {
        /// The file: UTF-8, its columns named in the first line.
        file: PathBuf,
        /// Says what would be kept, and keeps nothing.
        #[arg(long)]
        dry_run: bool,
        /// What the record calls the source; without it, the file's name. The same source and row are the same card.
        #[arg(long)]
        source: Option<String>,
    },
    /// What a survey, mystery shoppers or a staff survey found, from a CSV file. Somebody else approves it.
    Results(population::Results),
    /// Service standards of a year, from a CSV file in the layout of the Government of Canada's.
    Standards(standards::Wanted),
}

/// Runs the command line of this process.
#[must_use]
pub fn main() -> ExitCode {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    let colour = std::io::stderr().is_terminal();
    // What breaks may name what a person wrote: only the place is said.
    std::panic::set_hook(Box::new(|broken| {
        let place = broken.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "something broke");
    }));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(colour).init();
    let arguments = Arguments::parse();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("The process could not start its threads: {error}.");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(run(arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", sentence(&error));
            ExitCode::FAILURE
        }
    }
}

/// The error and its causes in one line; a cause that the sentence before it has told is not told again.
fn sentence(error: &anyhow::Error) -> String {
    error.chain().map(ToString::to_string).fold(String::new(), |told, cause| match told {
        told if told.is_empty() => cause,
        told if told.contains(&cause) => told,
        told => format!("{told}: {cause}"),
    })
}

async fn run(arguments: Arguments) -> anyhow::Result<()> {
    if let Command::CheckConfig { defaults: true } = arguments.command {
        print!("{DEFAULTS}");
        return Ok(());
    }
    let config = Config::load(arguments.config.as_deref())?;
    match arguments.command {
        Command::Serve { roles } => Ok(server::serve(config, &roles).await?),
        Command::CheckConfig { .. } => {
            println!("The settings can be used. The office would open at {}.", config.public_url);
            Ok(())
        }
        Command::Migrate => {
            let house = server::open_house(config).await?;
            println!("The record in {} is up to date.", house.config.record_named());
            Ok(())
        }
        Command::Record { what } => record::look_after(&config, what).await,
        Command::Import { what: Import::Services { file } } => {
            let house = server::open_house(config).await?;
            import_services(&house, &file).await
        }
        Command::Import { what: Import::Cards { file, dry_run, source } } => {
            let house = server::open_house(config).await?;
            import::cards(&house, &file, source.as_deref(), dry_run).await
        }
        Command::Import { what: Import::Results(results) } => {
            let house = server::open_house(config).await?;
            population::import(&house, &results).await
        }
        Command::Import { what: Import::Standards(wanted) } => {
            let house = server::open_house(config).await?;
            standards::import(&house, &wanted).await
        }
        Command::Staff { what } => {
            let house = server::open_house(config).await?;
            staff::look_after(&house, what).await
        }
        Command::Queue { what } => queue::look_after(&server::open_house(config).await?, what).await,
        Command::Keys { what } => keys::look_after(config, what).await,
        Command::Audit { what } => {
            let house = server::open_house(config).await?;
            audit::look_after(&house, what).await
        }
        Command::Retention { dry_run, for_real } => {
            let house = server::open_house(config).await?;
            retention::run(&house, for_real && !dry_run).await
        }
        Command::Edition { what } => {
            let house = server::open_house(config).await?;
            edition::look_after(&house, what).await
        }
        Command::Population { what } => {
            let house = server::open_house(config).await?;
            population::look_after(&house, what).await
        }
        Command::Receipt { what: Receipt::Verify { file, keys } } => {
            println!("{}", receipt::verify(&config, &file, &keys)?);
            Ok(())
        }
    }
}

async fn import_services(house: &House, path: &Path) -> anyhow::Result<()> {
    let file =
        File::open(path).with_context(|| format!("{} could not be opened; nothing was imported", path.display()))?;
    let read = inventory::parse(std::io::BufReader::new(file))?;
    let entry = Entry::of_office(house.clock.millis(), Actor::operator(), Action::ImportServices);
    let entry = entry.about(&read.services.len().to_string());
    registry::import(&house.db, &read, &entry)
        .await
        .context("The register could not be written; nothing was imported")?;
    for refused in &read.refused {
        println!("line {}: left out: {}", refused.line, refused.reason);
    }
    for warning in &read.warnings {
        println!("line {}: look at this: {}", warning.line, warning.matter);
    }
    println!(
        "{} services of {} organisations were imported; {} rows were left out, {} need a look.",
        read.services.len(),
        read.organisations().len(),
        read.refused.len(),
        read.warnings.len()
    );
    Ok(())
}
