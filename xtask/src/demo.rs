//! Everything on this machine with sample data: the office, and pages on another origin that embed its card.

mod children;
mod edition;
mod office;
mod publisher;
mod samples;
mod standards;
mod visit;

use std::convert::Infallible;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use tokio::signal::unix::{SignalKind, signal};

use crate::steps::{self, Trouble, say};
use crate::{build, needs, widget};
use children::Children;

/// Where the demo answers: the office on one port, the embedding pages on the next, and so on another origin.
#[derive(Clone, Copy)]
struct Addresses {
    port: u16,
}

impl Addresses {
    fn listen(self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    fn server(self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn pages_port(self) -> u16 {
        self.port + 1
    }

    fn pages(self) -> String {
        format!("http://127.0.0.1:{}", self.pages_port())
    }

    fn must_be_free(self) -> Result<()> {
        for port in [self.port, self.pages_port()] {
            TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| {
                let next = format!("end what listens there, or choose another: cargo xtask demo --port {}", port + 10);
                Trouble::new(format!("port {port} cannot be used"), next)
            })?;
        }
        Ok(())
    }
}

/// Builds, prepares, starts and shows everything; returns when a person stopped it or a program died.
pub fn run(port: u16, data: Option<PathBuf>) -> Result<()> {
    let addresses = Addresses { port };
    addresses.must_be_free()?;
    let data = data.unwrap_or_else(|| steps::target_dir().join("demo"));
    let data = std::path::absolute(&data).with_context(|| format!("{} is no folder", data.display()))?;

    widget::build()?;
    build::debug_programs()?;
    let config = office::prepare(&data, addresses)?;
    tokio::runtime::Runtime::new()?.block_on(keep_open(&data, &config, addresses))
}

async fn keep_open(data: &Path, config: &Path, addresses: Addresses) -> Result<()> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    say("starting the office and the demonstration pages");
    let mut children = Children::default();
    start(&mut children, data, config, addresses)?;
    let outcome = tokio::select! {
        Err(trouble) = open(data, config, addresses) => Err(trouble),
        died = children.first_to_die() => Err(died.into()),
        _ = interrupt.recv() => Ok(()),
        _ = terminate.recv() => Ok(()),
    };
    say("stopping: what was accepted is being finished");
    children.drain().await;
    println!("stopped");
    outcome
}

fn start(children: &mut Children, data: &Path, config: &Path, addresses: Addresses) -> Result<()> {
    let mut server = office::server(config);
    server.arg("serve");
    children.start("ombudsman-server", server, &data.join("server.log"))?;

    let mut pages = std::process::Command::new(build::program("debug", "embed-demo"));
    pages.args(["--port", &addresses.pages_port().to_string(), "--server", &addresses.server()]);
    pages.arg("--packages").arg(needs::design_systems().join("node_modules"));
    children.start("embed-demo", pages, &data.join("pages.log"))
}

/// Waits for the doors, leaves the sample cards, publishes an edition and service standards the first time, says where everything
/// is, and stays.
async fn open(data: &Path, config: &Path, addresses: Addresses) -> Result<Infallible> {
    visit::until_open(addresses).await.with_context(|| {
        let next = format!("read {} and {}", data.join("server.log").display(), data.join("pages.log").display());
        Trouble::new("not everything answers", next)
    })?;
    visit::leave_sample_cards(data, addresses).await?;
    edition::publish(data, config, addresses).await?;
    standards::publish(data, config, addresses).await?;
    welcome(data, addresses);
    std::future::pending().await
}

fn welcome(data: &Path, addresses: Addresses) {
    let (server, pages) = (addresses.server(), addresses.pages());
    println!();
    println!("Pages that embed the card   {pages}/");
    println!("The card                    {server}/card/passport?lang=en");
    println!("La carte                    {server}/card/passport?lang=fr");
    println!("Follow a card               {server}/track");
    println!("The office's desk           {server}/desk");
    println!("What everyone said          {server}/results");
    println!("What services promise       {server}/results/standards");
    println!();
    println!("Sign in at {server}/sign-in (sample staff, for this demonstration only):");
    for person in office::SAMPLE_STAFF {
        println!("  {:<9} {}", person.name, person.password);
    }
    println!();
    println!("Letters to people are files in {} and leave this machine for nowhere.", office::letters(data).display());
    println!("Everything is kept in {}; Ctrl-C stops.", data.display());
    println!("ready");
}
