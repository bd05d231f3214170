//! Many people who leave cards at once, and a ledger of what each was promised. Whoever gets no receipt sends the same
//! card again, as a browser does, so that in the end every card of the ledger must be in the record exactly once.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time::{Instant, MissedTickBehavior, interval_at, timeout};

use crate::caller::Caller;
use crate::ledger::{Ledger, Promise};
use crate::until::until;
use crate::writer::Writer;

/// How long a browser waits for an answer.
const PATIENCE: Duration = Duration::from_secs(35);
/// How long whoever got no receipt waits before the card is sent again.
const AGAIN_AFTER: Duration = Duration::from_millis(25);
/// How long the last senders may need for their receipts once the load ends.
const LAST_RECEIPTS: Duration = Duration::from_secs(90);

/// How cards are sent.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// How many people send at once, each on a connection that stays open.
    pub people: usize,
    /// Cards a second, all people together; `None` is as fast as answers come. With a rate, an answer's time counts from
    /// the moment at which the card should have been sent.
    pub rate: Option<u32>,
    /// What the cards say follows from this.
    pub seed: u64,
}

/// Cards pouring in, until [`Load::end`].
pub struct Load {
    stopped: Arc<AtomicBool>,
    number: Arc<AtomicUsize>,
    refusals: Arc<AtomicUsize>,
    turn: Arc<AtomicUsize>,
    ledger: Arc<Mutex<Ledger>>,
    people: Vec<JoinHandle<()>>,
}

impl Load {
    /// Begins to send to this address (`http://127.0.0.1:1`).
    #[must_use]
    pub fn begin(server: &str, plan: Plan) -> Self {
        let address = server.trim_start_matches("http://");
        let (stopped, ledger) = <(Arc<AtomicBool>, Arc<Mutex<Ledger>>)>::default();
        let (number, refusals, turn) = <(Arc<AtomicUsize>, Arc<AtomicUsize>, Arc<AtomicUsize>)>::default();
        let people = (0..plan.people).map(|place| {
            let sender = Sender {
                line: Caller::to(address),
                writer: Writer::new(plan.seed.wrapping_mul(1_000_003).wrapping_add(place as u64)),
                every: plan.rate.map(|rate| Duration::from_secs(1) * u32::try_from(plan.people).unwrap_or(1) / rate),
                stopped: Arc::clone(&stopped),
                number: Arc::clone(&number),
                refusals: Arc::clone(&refusals),
                turn: Arc::clone(&turn),
                kept: Ledger::default(),
            };
            let ledger = Arc::clone(&ledger);
            tokio::spawn(async move {
                let kept = sender.send_cards().await;
                ledger.lock().expect("one adds at a time").add(kept);
            })
        });
        let people = people.collect();
        Self { stopped, number, refusals, turn, ledger, people }
    }

    /// How many cards were acknowledged so far.
    #[must_use]
    pub fn acknowledged(&self) -> usize {
        self.number.load(Ordering::Relaxed)
    }

    /// Forgets how long answers took so far: what it takes to begin is no time of an answer.
    pub fn time_anew(&self) {
        self.turn.fetch_add(1, Ordering::Relaxed);
    }

    /// Waits until this many more cards are acknowledged: a moment under load, however fast the machine is.
    pub async fn more(&self, cards: usize) {
        let goal = self.acknowledged() + cards;
        until("more cards are acknowledged", async || (self.acknowledged() >= goal).then_some(())).await;
    }

    /// Waits until this many more answers are no receipt: the fault is felt.
    pub async fn more_refused(&self, answers: usize) {
        let refused = || self.refusals.load(Ordering::Relaxed);
        let goal = refused() + answers;
        until("people are told to send again", async || (refused() >= goal).then_some(())).await;
    }

    /// Ends: nobody begins a new card, and everybody sends the last one until there is a receipt.
    pub async fn end(self) -> Ledger {
        self.stopped.store(true, Ordering::Relaxed);
        let last = async {
            for person in self.people {
                person.await.expect("a good card is kept or sent again, never refused");
            }
        };
        timeout(LAST_RECEIPTS, last).await.expect("everybody has a receipt in the end");
        std::mem::take(&mut *self.ledger.lock().expect("nobody adds any more"))
    }
}

/// One person after another on one connection.
struct Sender {
    line: Caller,
    writer: Writer,
    every: Option<Duration>,
    stopped: Arc<AtomicBool>,
    number: Arc<AtomicUsize>,
    refusals: Arc<AtomicUsize>,
    turn: Arc<AtomicUsize>,
    kept: Ledger,
}

impl Sender {
    async fn send_cards(mut self) -> Ledger {
        let mut beat = self.every.map(|every| {
            // They do not all begin in the same moment.
            let first = Instant::now() + every.mul_f64(self.writer.share());
            let mut beat = interval_at(first, every);
            beat.set_missed_tick_behavior(MissedTickBehavior::Burst);
            beat
        });
        let mut turn = 0;
        while !self.stopped.load(Ordering::Relaxed) {
            let due = match &mut beat {
                Some(beat) => beat.tick().await,
                None => Instant::now(),
            };
            let (id, body, owed) = self.writer.card();
            let reference = self.send_until_kept(&body).await;
            if turn != self.turn.load(Ordering::Relaxed) {
                turn = self.turn.load(Ordering::Relaxed);
                self.kept.micros.clear();
            }
            self.kept.micros.push(u32::try_from(due.elapsed().as_micros()).unwrap_or(u32::MAX));
            self.kept.acknowledged.insert(id, Promise { reference, owed, card: body });
            self.number.fetch_add(1, Ordering::Relaxed);
        }
        self.kept
    }

    async fn send_until_kept(&mut self, body: &str) -> String {
        loop {
            let sent = Instant::now();
            let status = match timeout(PATIENCE, self.line.post("/api/v1/cards", body)).await {
                Ok(Some((202, answer))) => return reference(&answer),
                Ok(Some((status, answer))) => {
                    let is_for_later = status >= 500 || status == 429;
                    assert!(is_for_later, "a good card was refused: {status} {}", String::from_utf8_lossy(&answer));
                    status
                }
                Ok(None) | Err(_) => 0,
            };
            self.line.hang_up();
            *self.kept.refused.entry(status).or_default() += 1;
            self.kept.slowest_refusal = self.kept.slowest_refusal.max(sent.elapsed());
            self.refusals.fetch_add(1, Ordering::Relaxed);
            tokio::time::sleep(AGAIN_AFTER).await;
        }
    }
}

/// The reference in an answer, without its groups; the answer is read no further, since thousands come a second.
fn reference(answer: &[u8]) -> String {
    let text = std::str::from_utf8(answer).unwrap_or_default();
    crate::reading::between(text, "\"reference\":\"", "\"").unwrap_or_default().replace('-', "")
}
