//! A card arrives: its page, the two doors, and the receipt.
//!
//! Both doors do the same: parse, ask the register, keep the card in the queue with one durable write, answer. The
//! receipt needs no look-up, so a card sent twice gets the same reference and code. Cards from elsewhere come by a file
//! ([`import`]) and wait in the same queue.

mod admit;
mod card_page;
mod challenge;
mod check;
pub mod import;
mod keep;
mod next;
mod paper;
mod poster;
mod pressure;
mod proof;
mod receipt;
pub mod routes;
mod sheet;
mod signature;
mod signs;
mod together;

use std::sync::Arc;

pub use admit::Judges;
pub use pressure::{Pressure, watch};
pub use proof::{Enclosed, Verdict, examine};
pub use receipt::{Receipt, SignedReceipt};
pub use together::Together;

use keep::Coming;

use crate::house::House;
use crate::http::limits::Limits;
use crate::http::{Failure, Proxies};
use crate::registry::{Lookup, Service, embedding::Tally};

/// The intake's ground.
pub struct Intake {
    /// Settings, time, secrets, record.
    pub house: Arc<House>,
    /// Which services there are.
    pub register: Lookup,
    /// Where accepted cards go, to wait.
    pub together: Together,
    /// How often cards were opened on the pages that embed them.
    pub tally: Arc<Tally>,
    /// How much one sender may send.
    pub limits: Arc<Limits>,
    /// Whose proofs are judged.
    pub judges: Judges,
    /// Whether the queue takes no more at present.
    pub pressure: Arc<Pressure>,
    /// Who is believed on where a request comes from.
    pub proxies: Proxies,
}

impl Intake {
    /// The service of this slug.
    async fn service(&self, slug: &str) -> Result<Service, Failure> {
        let found = self.register.find(slug).await.map_err(Failure::unavailable)?;
        found.map(|service| Service::clone(&service)).ok_or(Failure::UnknownService)
    }

    /// The service of this slug, if it takes cards.
    async fn open_service(&self, slug: &str) -> Result<Service, Failure> {
        let service = self.service(slug).await?;
        if service.is_open { Ok(service) } else { Err(Failure::ServiceClosed) }
    }
}
