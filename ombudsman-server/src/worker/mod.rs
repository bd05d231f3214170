//! The worker takes cards up, in steps, and carries each from the queue to the record: screen, triage, mask, recognise the
//! language, route, record.
//!
//! One transaction records everything that a batch of cards leads to; only then is the batch acknowledged. A worker that
//! dies in between takes the same cards up again, and recording a card twice changes nothing. A card that cannot be
//! recorded fails alone: it is set aside with the reason, and kept.

mod language;
mod record;
mod redact;
mod route;
mod screen;
mod sort;
mod store;
mod triage;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

pub use language::Recogniser;
pub use record::Recorded;
pub use sort::SortedCard;

use crate::db::DbError;
use crate::house::House;
use crate::queue::{Delivery, Queue, QueueError};
use crate::standard::Standard;

/// The most cards of one transaction.
const BATCH: usize = 256;
/// A card that could not be recorded this often is set aside, and kept.
const MOST_TRIES: u32 = 5;
/// The most cards of one turn that leave quarantine.
const RESTORED_AT_ONCE: i64 = 100;
/// How long to wait after the queue or the record could not be used.
const PAUSE: Duration = Duration::from_secs(1);

/// The worker's hands.
pub struct Worker {
    house: Arc<House>,
    queue: Arc<dyn Queue>,
    recogniser: Arc<Recogniser>,
    standard: Standard,
}

/// What one step did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Step {
    /// Cards that are now in the record.
    pub recorded: usize,
    /// Letters that were set aside.
    pub set_aside: usize,
    /// Cards that stay in the queue to be tried again.
    pub failed: usize,
}

impl Worker {
    /// A worker for this house and queue.
    #[must_use]
    pub fn new(house: Arc<House>, queue: Arc<dyn Queue>) -> Self {
        Self { house, queue, recogniser: Arc::new(Recogniser::new()), standard: Standard::default() }
    }

    /// Takes up cards until `stop` says true; the batch in hand is finished first.
    pub async fn run(&self, stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            match self.step().await {
                // Nothing could be recorded: the record itself may be in trouble, and needs time, not haste.
                Ok(done) if done.failed > 0 && done.recorded == 0 => tokio::time::sleep(PAUSE).await,
                Ok(_) => {}
                Err(error) => {
                    tracing::error!(%error, "cards could not be taken up; they stay in the queue");
                    tokio::time::sleep(PAUSE).await;
                }
            }
            self.take_in_restored().await;
        }
    }

    /// Takes in what a person has let out of quarantine.
    async fn take_in_restored(&self) {
        let restored = match store::restored(&self.house.db, RESTORED_AT_ONCE).await {
            Ok(restored) => restored,
            Err(error) => return tracing::error!(%error, "it could not be seen who was let out of quarantine"),
        };
        for card in restored {
            // One that cannot be taken in holds up nobody else.
            if let Err(error) = record::take_in(&self.house, &self.standard, &card).await {
                tracing::error!(%error, "a card that was let out of quarantine could not be taken in yet");
            }
        }
    }

    /// Takes up one batch, waiting a moment for it.
    pub async fn step(&self) -> Result<Step, QueueError> {
        let mut step = Step::default();
        let (mut tickets, mut cards, mut aside) = (Vec::new(), Vec::new(), Vec::new());
        let deliveries = self.queue.take(BATCH).await?;
        let taken: Vec<_> = deliveries.iter().map(|delivery| (delivery.ticket.clone(), delivery.tries)).collect();
        for (ticket, sorted) in taken.into_iter().zip(self.sort_all(deliveries).await) {
            match sorted {
                Ok(card) => {
                    tickets.push(ticket);
                    cards.push(card);
                }
                Err(reason) => aside.push((ticket.0, reason)),
            }
        }
        let mut done = Vec::with_capacity(tickets.len());
        let outcomes = self.record(&cards).await;
        for (((ticket, tries), outcome), card) in tickets.into_iter().zip(outcomes).zip(&cards) {
            self.say(card, tries, &outcome);
            let reason = match outcome {
                Ok(Recorded::New | Recorded::Again) => {
                    done.push(ticket);
                    continue;
                }
                Ok(Recorded::AnotherUnderItsId) => "another card was recorded under this id",
                Err(error) if tries < MOST_TRIES => {
                    tracing::warn!(%error, tries, "a card could not be recorded; it is tried again");
                    step.failed += 1;
                    continue;
                }
                Err(_) => "it could not be recorded after several tries",
            };
            aside.push((ticket, reason));
        }
        step.recorded = done.len();
        // What is done is done, whatever becomes of the others.
        self.queue.acknowledge(&done).await?;
        let mut refused = None;
        for (ticket, reason) in aside {
            match self.queue.set_aside(&ticket, reason).await {
                Ok(()) => step.set_aside += 1,
                Err(error) => refused = Some(error),
            }
        }
        refused.map_or(Ok(step), Err)
    }

    /// Says in the log, where it is asked for, what became of a card: nothing that a person wrote.
    fn say(&self, card: &SortedCard, tries: u32, outcome: &Result<Recorded, DbError>) {
        let waited_ms = self.house.clock.millis() - card.received_at;
        let (trace, labels) = (self.house.secrets.trace(&card.card.id), card.labels.join(" "));
        let outcome = match outcome {
            Ok(Recorded::New) => "recorded",
            Ok(Recorded::Again) => "recorded before",
            Ok(Recorded::AnotherUnderItsId) => "another card has its id",
            Err(_) => "not recorded",
        };
        let (is_masked, language) = (card.original.is_some(), card.comment_language.as_deref());
        tracing::debug!(target: "card", trace, tries, waited_ms, labels, is_masked, language, outcome, "worked");
    }

    /// Records the cards in one transaction; where that fails, each in its own, so that one card that cannot be recorded
    /// does not hold up the others.
    async fn record(&self, cards: &[SortedCard]) -> Vec<Result<Recorded, DbError>> {
        if cards.is_empty() {
            return Vec::new();
        }
        if let Ok(recorded) = record::record(&self.house, &self.standard, cards).await {
            return recorded.into_iter().map(Ok).collect();
        }
        let mut outcomes = Vec::with_capacity(cards.len());
        for card in cards {
            let alone = record::record(&self.house, &self.standard, std::slice::from_ref(card)).await;
            outcomes.push(alone.map(|recorded| recorded.first().copied().unwrap_or(Recorded::Again)));
        }
        outcomes
    }

    /// Sorts letters on every core, in their order. One on which sorting breaks down fails alone.
    async fn sort_all(&self, deliveries: Vec<Delivery>) -> Vec<Result<SortedCard, &'static str>> {
        let share = deliveries.len().div_ceil(cores()).max(1);
        let shares: Vec<Vec<Delivery>> = deliveries.chunks(share).map(<[Delivery]>::to_vec).collect();
        let tasks: Vec<_> = shares.iter().map(|share| self.spawn_sorting(share.clone())).collect();
        let mut sorted = Vec::with_capacity(deliveries.len());
        for (task, share) in tasks.into_iter().zip(shares) {
            if let Ok(done) = task.await {
                sorted.extend(done);
                continue;
            }
            for delivery in share {
                let alone = self.spawn_sorting(vec![delivery]).await;
                sorted.extend(alone.unwrap_or_else(|_| vec![Err("sorting it broke down")]));
            }
        }
        sorted
    }

    fn spawn_sorting(&self, deliveries: Vec<Delivery>) -> JoinHandle<Vec<Result<SortedCard, &'static str>>> {
        let (house, recogniser) = (Arc::clone(&self.house), Arc::clone(&self.recogniser));
        tokio::task::spawn_blocking(move || {
            deliveries.into_iter().map(|delivery| sort(&house, &recogniser, delivery)).collect()
        })
    }
}

/// Reads the letter and works out what the record needs, without touching it. The reason if it cannot be done.
fn sort(house: &House, recogniser: &Recogniser, delivery: Delivery) -> Result<SortedCard, &'static str> {
    if delivery.tries > 2 * MOST_TRIES {
        // Not even a failure came of it: whatever takes it up does not live to tell.
        return Err("it was taken up many times and never recorded");
    }
    let letter = delivery.letter.ok_or("the letter cannot be read")?;
    sort::sort(house, recogniser, letter)
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}
