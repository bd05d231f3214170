//! The worker takes cards up, in steps, and carries each from the queue to the record: screen, triage, mask, recognise the
//! language, route, record.
//!
//! One transaction records everything that a batch of cards leads to; only then is the batch acknowledged. A worker that
//! dies in between takes the same cards up again, and recording a card twice changes nothing. A card that cannot be
//! recorded fails alone: it is tried again after a while (`retry.rs`), then set aside with the reason, and kept. Where the
//! record itself cannot be written, no card is to blame: the worker holds on to what it has until it can.

mod alike;
mod language;
mod record;
mod redact;
mod retry;
mod screen;
mod sort;
mod store;
mod triage;

use std::sync::Arc;

use tokio::sync::watch;
use tokio::task::JoinHandle;

pub use language::Recogniser;
pub use record::Recorded;
pub use sort::SortedCard;

use self::store::{After, Restored};
use crate::db::DbError;
use crate::house::House;
use crate::queue::{Delivery, PutOff, Queue, QueueError};
use crate::standard::Standard;

/// The most cards of one transaction.
const BATCH: usize = 256;
/// The most cards of one turn that leave quarantine.
const RESTORED_AT_ONCE: i64 = 100;

/// The worker's hands.
pub struct Worker {
    house: Arc<House>,
    queue: Arc<dyn Queue>,
    recogniser: Arc<Recogniser>,
    standard: Standard,
    /// What was taken up and is not yet recorded.
    hand: Hand,
    /// What was taken up and is worked one at a time.
    apart: Vec<Delivery>,
    /// What the next cards that were let out of quarantine come after.
    restored_after: Option<After>,
}

/// Cards in the worker's hands, and the letter of each: its ticket, and how many times it has been delivered.
#[derive(Default)]
struct Hand {
    letters: Vec<(String, u32)>,
    cards: Vec<SortedCard>,
}

/// What one step did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Step {
    /// Cards that are now in the record.
    pub recorded: usize,
    /// Letters that were set aside.
    pub set_aside: usize,
    /// Letters that were put off, to be tried again.
    pub put_off: usize,
    /// Cards that stay in the worker's hands, because the record cannot be written.
    pub held: usize,
}

impl Worker {
    /// A worker for this house and queue.
    #[must_use]
    pub fn new(house: Arc<House>, queue: Arc<dyn Queue>) -> Self {
        let (recogniser, standard) = (Arc::new(Recogniser::new()), Standard::default());
        Self { house, queue, recogniser, standard, hand: Hand::default(), apart: Vec::new(), restored_after: None }
    }

    /// Takes up cards until it is told to stop; the batch in hand is finished first.
    pub async fn run(mut self, mut told: watch::Receiver<bool>) {
        let mut troubles = 0;
        while !*told.borrow() {
            let is_well = match self.step().await {
                Ok(step) => step.held == 0,
                Err(error) => {
                    tracing::error!(%error, "cards could not be taken up; they stay in the queue");
                    false
                }
            };
            self.take_in_restored().await;
            troubles = if is_well { 0 } else { troubles + 1 };
            if let Some(pause) = retry::pause(troubles) {
                // The queue or the record is in trouble, and needs time, not haste.
                let _ = tokio::time::timeout(pause, told.wait_for(|stop| *stop)).await;
            }
        }
    }

    /// Takes in what a person has let out of quarantine: a page a turn, the first again after the last. A card that cannot
    /// be read or taken in holds up nobody else.
    async fn take_in_restored(&mut self) {
        let page = store::restored(&self.house.db, self.restored_after.as_ref(), RESTORED_AT_ONCE).await;
        let Restored { cards, last } = page.unwrap_or_else(|error| {
            tracing::error!(%error, "it could not be seen who was let out of quarantine");
            Restored { cards: Vec::new(), last: None }
        });
        self.restored_after = last;
        for card in cards {
            let taken_in = match card {
                Ok(card) => record::take_in(&self.house, &self.standard, &card).await,
                Err(error) => Err(error),
            };
            if let Err(error) = taken_in {
                tracing::error!(%error, "a card that was let out of quarantine could not be taken in yet");
            }
        }
    }

    /// Takes up one batch, waiting a moment for it, unless there is one in hand; and records it.
    pub async fn step(&mut self) -> Result<Step, QueueError> {
        let mut aside = self.take_up().await?;
        let mut step = Step::default();
        let outcomes = match self.record().await {
            Ok(outcomes) => outcomes,
            Err(error) => {
                step.held = self.hand.cards.len();
                self.house.metrics.batches_failed.inc();
                tracing::warn!(%error, cards = step.held, "the record cannot be written; the worker holds on to its cards");
                return self.put_aside(aside, step).await;
            }
        };
        let Hand { letters, cards } = std::mem::take(&mut self.hand);
        // Without chance they come back together, which is no harm either.
        let chance = self.house.secrets.bytes::<1>().map_or(128, |[byte]| byte);
        let mut done = Vec::with_capacity(letters.len());
        for (((ticket, tries), outcome), card) in letters.into_iter().zip(outcomes).zip(&cards) {
            self.say(card, tries, &outcome);
            match (outcome, retry::wait(tries, chance)) {
                (Ok(_), _) => done.push(ticket),
                (Err(error), Some(wait)) => {
                    tracing::warn!(%error, tries, "a card could not be recorded; it is tried again");
                    self.house.metrics.tries_failed.inc();
                    // Where it cannot be put off, it comes back when its time in these hands is over.
                    if let Err(error) = self.queue.put_off(&PutOff { ticket: &ticket, tries, wait }).await {
                        tracing::warn!(%error, "a letter could not be put off");
                    }
                    step.put_off += 1;
                }
                (Err(_), None) => {
                    self.house.metrics.tries_failed.inc();
                    aside.push((ticket, "it could not be recorded after several tries"));
                }
            }
        }
        step.recorded = done.len();
        self.house.metrics.recorded.inc_by(done.len() as u64);
        // What is done is done, whatever becomes of the others.
        self.queue.acknowledge(&done).await?;
        self.put_aside(aside, step).await
    }

    /// Takes up letters and sorts them into the worker's hands; those that cannot be sorted, and why.
    async fn take_up(&mut self) -> Result<Vec<(String, &'static str)>, QueueError> {
        // While the record cannot be written, taking more would only count against more letters.
        if !self.hand.cards.is_empty() {
            return Ok(Vec::new());
        }
        let deliveries = self.next().await?;
        let taken: Vec<_> = deliveries.iter().map(|delivery| (delivery.ticket.clone(), delivery.tries)).collect();
        let mut aside = Vec::new();
        for (letter, sorted) in taken.into_iter().zip(self.sort_all(deliveries).await) {
            match sorted {
                Ok(card) => {
                    self.hand.letters.push(letter);
                    self.hand.cards.push(card);
                }
                Err(reason) => {
                    self.house.metrics.unsorted.inc();
                    aside.push((letter.0, reason));
                }
            }
        }
        Ok(aside)
    }

    /// The letters to work together. One that has come several times may be what its workers died of: it is worked alone, so
    /// that it takes no other along; and in an order of chance, so that those that came with it get through before it.
    async fn next(&mut self) -> Result<Vec<Delivery>, QueueError> {
        if self.apart.is_empty() {
            let taken = self.queue.take(BATCH).await?;
            let (apart, together) = taken.into_iter().partition(|delivery| delivery.tries > retry::TOGETHER_TRIES);
            self.apart = self.shuffled(apart);
            if !together.is_empty() {
                return Ok(together);
            }
        }
        Ok(self.apart.pop().into_iter().collect())
    }

    fn shuffled(&self, mut letters: Vec<Delivery>) -> Vec<Delivery> {
        // Without chance they keep their order: each death tells one apart from the others all the same.
        letters.sort_by_cached_key(|_| self.house.secrets.bytes::<8>().unwrap_or_default());
        letters
    }

    async fn put_aside(&self, aside: Vec<(String, &'static str)>, mut step: Step) -> Result<Step, QueueError> {
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
        let (trace, labels) = (self.house.secrets.trace(&card.card.id), card.labels.to_record());
        let outcome = match outcome {
            Ok(Recorded::New) => "recorded",
            Ok(Recorded::Again) => "recorded before",
            Ok(Recorded::Beside) => "recorded beside the card that has its id",
            Err(_) => "not recorded",
        };
        let (is_masked, language) = (card.original.is_some(), card.comment_language.as_deref());
        tracing::debug!(target: "card", trace, tries, waited_ms, labels, is_masked, language, outcome, "worked");
    }

    /// Records what is in hand in one transaction; where that fails, each card in its own, so that one that cannot be
    /// recorded does not hold up the others. An error is the record's own: nothing is said against any card.
    async fn record(&self) -> Result<Vec<Result<Recorded, DbError>>, DbError> {
        let cards = &self.hand.cards;
        if cards.is_empty() {
            return Ok(Vec::new());
        }
        match record::record(&self.house, &self.standard, cards).await {
            Ok(recorded) => return Ok(recorded.into_iter().map(Ok).collect()),
            Err(error) if error.is_of_the_record() => return Err(error),
            Err(_) => {}
        }
        let mut outcomes = Vec::with_capacity(cards.len());
        for card in cards {
            match record::record(&self.house, &self.standard, std::slice::from_ref(card)).await {
                Err(error) if error.is_of_the_record() => return Err(error),
                alone => outcomes.push(alone.map(|done| done.first().copied().unwrap_or(Recorded::Again))),
            }
        }
        Ok(outcomes)
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
    if delivery.tries > retry::MOST_DELIVERIES {
        // Not even a failure came of it: whatever takes it up does not live to tell.
        return Err("it was taken up many times and never recorded");
    }
    let letter = delivery.letter.ok_or("the letter cannot be read")?;
    sort::sort(house, recogniser, letter)
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}
