//! A card arrives: its page, the two doors, and the receipt.
//!
//! Both doors do the same: parse, ask the register, keep the card in the queue with one durable write, answer. The
//! receipt needs no look-up, so a card sent twice gets the same reference and code. Cards from elsewhere come by a file
//! ([`import`]) and wait in the same queue.

mod card_page;
mod check;
pub mod import;
mod next;
mod paper;
mod poster;
mod proof;
mod qr;
mod receipt;
pub mod routes;
mod sheet;

use std::sync::Arc;

use feedback::Card;

pub use proof::{Enclosed, Verdict, examine};
pub use receipt::{Receipt, SignedReceipt};

use crate::house::House;
use crate::http::Failure;
use crate::queue::{Letter, Queue};
use crate::registry::{Lookup, Service, embedding::Tally};

/// The intake's ground.
pub struct Intake {
    /// Settings, time, secrets, record.
    pub house: Arc<House>,
    /// Which services there are.
    pub register: Lookup,
    /// Where accepted cards wait.
    pub queue: Arc<dyn Queue>,
    /// How often cards were opened on the pages that embed them.
    pub tally: Arc<Tally>,
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

    /// Keeps a card about an open service. When this answers `Ok`, the card survives whatever happens to this process.
    async fn keep(&self, card: &Card) -> Result<Receipt, Failure> {
        let now = self.house.clock.now();
        let receipt = Receipt::of(&self.house.secrets, card, now).map_err(Failure::internal)?;
        let letter = Letter::Card {
            card: serde_json::to_value(card).map_err(Failure::internal)?,
            received_at: now.as_millisecond(),
            source: None,
            suspicions: Vec::new(),
        };
        self.queue.append(&letter).await.map_err(Failure::unavailable)?;
        tracing::debug!(target: "card", trace = self.house.secrets.trace(&card.id), service = card.service.as_str(), "accepted");
        Ok(receipt)
    }
}
