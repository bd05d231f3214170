//! The worker takes cards up, in steps, and carries each from the queue to the record: screen, triage, mask, recognise the
//! language, route, record.
//!
//! One transaction records everything that a batch of cards leads to; only then is the batch acknowledged. A worker that
//! dies in between takes the same cards up again, and recording a card twice changes nothing. A card that cannot be
//! recorded fails alone: it is tried again after a while (`retry.rs`), then set aside with the reason, and kept. Where the
//! record itself cannot be written, no card is to blame: the worker holds on to what it has until it can.

mod alike;
mod entry;
mod language;
mod record;
mod redact;
mod retry;
mod screen;
mod sort;
mod sorting;
mod store;
mod triage;

use std::sync::Arc;

use tokio::sync::watch;

pub use language::Recogniser;
pub use record::Recorded;
pub use sort::SortedCard;

use self::sorting::Sorting;
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
    /// What was taken up and is sorted while what is in hand is recorded.
    ahead: Option<Sorting>,
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
        let (hand, apart) = (Hand::default(), Vec::new());
        Self { house, queue, recogniser, standard, hand, ahead: None, apart, restored_after: None }
    }

    /// Takes up cards until it is told to stop; what it has taken up is finished first, unless the record is in trouble.
    pub async fn run(mut self, mut told: watch::Receiver<bool>) {
        let mut troubles = 0;
        loop {
            let takes_more = !*told.borrow();
            if !takes_more && (self.ahead.is_none() || troubles > 0) {
                return;
            }
            let is_well = match self.step(takes_more).await {
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
    async fn step(&mut self, takes_more: bool) -> Result<Step, QueueError> {
        let mut aside = self.take_up(takes_more).await?;
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
            if matches!(outcome, Ok(Recorded::New | Recorded::Beside)) {
                self.house.metrics.recorded.inc();
            }
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
                (Err(error), None) => {
                    let trace = self.house.secrets.trace(&card.card.id);
                    tracing::error!(%error, tries, trace, "a card could not be recorded and is set aside; see `queue list`");
                    self.house.metrics.tries_failed.inc();
                    aside.push((ticket, "it could not be recorded after several tries"));
                }
            }
        }
        step.recorded = done.len();
        // What is done is done, whatever becomes of the others.
        self.queue.acknowledge(&done).await?;
        self.put_aside(aside, step).await
    }

    /// Takes up letters and sorts them into the worker's hands; those that cannot be sorted, and why.
    async fn take_up(&mut self, takes_more: bool) -> Result<Vec<(String, &'static str)>, QueueError> {
        // While the record cannot be written, taking more would only count against more letters.
        if !self.hand.cards.is_empty() {
            return Ok(Vec::new());
        }
        let sorting = if let Some(sorting) = self.ahead.take() {
            sorting
        } else {
            let deliveries = self.next().await?;
            self.begin_to_sort(&deliveries)
        };
        // Where many wait, the next are sorted while these are recorded: neither the cores nor the disk are idle.
        if takes_more && sorting.letters.len() == BATCH && self.apart.is_empty() {
            self.ahead = self.look_ahead().await;
        }
        let mut aside = Vec::new();
        for (letter, sorted) in sorting.letters.clone().into_iter().zip(sorting.end().await) {
            match sorted {
                Ok(card) => {
                    self.hand.letters.push(letter);
                    self.hand.cards.push(card);
                }
                Err(reason) => {
                    tracing::error!(reason, tries = letter.1, "a letter is set aside; see `queue list`");
                    self.house.metrics.unsorted.inc();
                    aside.push((letter.0, reason));
                }
            }
        }
        Ok(aside)
    }

    fn begin_to_sort(&self, deliveries: &[Delivery]) -> Sorting {
        Sorting::begin(&self.house, &self.recogniser, deliveries)
    }

    /// The letters after those in hand, if there are any that may be worked beside them.
    async fn look_ahead(&mut self) -> Option<Sorting> {
        match self.take_together().await {
            Ok(together) => (!together.is_empty()).then(|| self.begin_to_sort(&together)),
            // If it goes on, the next turn meets it, and says so.
            Err(_) => None,
        }
    }

    /// The letters to work together. One that has come several times may be what its workers died of: it is worked alone, so
    /// that it takes no other along; and in an order of chance, so that those that came with it get through before it.
    async fn next(&mut self) -> Result<Vec<Delivery>, QueueError> {
        if self.apart.is_empty() {
            let together = self.take_together().await?;
            if !together.is_empty() {
                return Ok(together);
            }
        }
        Ok(self.apart.pop().into_iter().collect())
    }

    /// Takes letters from the queue; those to be worked apart are put there.
    async fn take_together(&mut self) -> Result<Vec<Delivery>, QueueError> {
        let taken = self.queue.take(BATCH).await?;
        let (apart, together) = taken.into_iter().partition(|delivery| delivery.tries > retry::TOGETHER_TRIES);
        self.apart = self.shuffled(apart);
        Ok(together)
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
}
