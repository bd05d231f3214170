//! Whether the queue can take more: looked at once a second beside the doors, so that no card waits for the answer. While
//! it cannot, cards are turned away at once, and people's browsers keep theirs and send them later.
//!
//! A home that can be read may still keep nothing: a full disk, a locked table, a Redis without memory. So it is written to
//! as well, where a card could not be kept or none came for a while; and one that comes back may have other settings, so it
//! is asked whether it still keeps what it is given.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::timeout;

use crate::clock::Clock;
use crate::http::limits::Limits;
use crate::queue::{Queue, QueueError};

/// How often the queue is looked at, at most.
const LOOK: Duration = Duration::from_secs(1);
/// A queue that says nothing for so long does not answer.
const ANSWERS_WITHIN: Duration = Duration::from_secs(5);
/// Looking takes a tenth of the time, as long as it can be done this often.
const PAUSES: i64 = 10;
/// How long the queue is left alone at most.
const LONGEST: Duration = Duration::from_secs(5);

/// How often a queue that is well is asked whether it could lose what it is given.
const ASKED_MILLIS: i64 = 10_000;

/// How long a queue that kept its last card is trusted to keep another.
const TRUSTED_MILLIS: i64 = 30_000;

/// Whether the queue takes no more at present.
#[derive(Default)]
pub struct Pressure {
    is_on: AtomicBool,
    is_out: AtomicBool,
    /// When a card was kept last; zero where one could not be kept since.
    kept_at: AtomicI64,
}

impl Pressure {
    /// Whether cards are turned away.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.is_on.load(Ordering::Relaxed)
    }

    /// Whether that is because the queue does not answer or keeps nothing.
    #[must_use]
    pub fn is_out(&self) -> bool {
        self.is_out.load(Ordering::Relaxed)
    }

    /// Hears whether cards could be kept just now.
    pub(super) fn hear(&self, is_kept: bool, now: i64) {
        self.kept_at.store(if is_kept { now } else { 0 }, Ordering::Relaxed);
    }

    fn is_trusted(&self, now: i64) -> bool {
        // A clock that was set back does not make it trusted for longer.
        (0..TRUSTED_MILLIS).contains(&(now - self.kept_at.load(Ordering::Relaxed)))
    }

    fn set(&self, is_on: bool, why: &str) {
        let was_on = self.is_on.swap(is_on, Ordering::Relaxed);
        match (was_on, is_on) {
            (false, true) => tracing::warn!(why, "no cards are taken in for now; senders keep theirs"),
            (true, false) => tracing::info!("cards are taken in again"),
            _ => {}
        }
    }
}

/// Looks at the queue until it is told to stop, and lets the limits forget what is over. Cards are turned away while more
/// than `most` wait (0: however many), while the queue does not answer or keeps nothing, and while it could lose cards, unless
/// it `may_lose` them.
pub async fn watch(
    pressure: Arc<Pressure>,
    limits: Arc<Limits>,
    queue: Arc<dyn Queue>,
    (most, may_lose, clock): (u64, bool, Clock),
    mut stopped: watch::Receiver<bool>,
) {
    let mut asked = clock.millis();
    loop {
        let begun = clock.millis();
        let looked = timeout(ANSWERS_WITHIN, async {
            let depth = queue.depth().await?;
            if !may_lose && (pressure.is_out() || !(0..ASKED_MILLIS).contains(&(begun - asked))) {
                asked = begun;
                // One that does not tell may be a replica that is away.
                if let Ok(Some(reason)) = queue.may_lose().await {
                    return Err(QueueError::MayLose(reason));
                }
            }
            if !pressure.is_trusted(clock.millis()) {
                queue.try_to_write().await?;
                pressure.hear(true, clock.millis());
            }
            Ok::<_, QueueError>(depth)
        });
        let looked = looked.await;
        pressure.is_out.store(!matches!(looked, Ok(Ok(_))), Ordering::Relaxed);
        let pause = if let Ok(Ok(depth)) = looked {
            pressure.set(most > 0 && depth.waiting > most, "the queue is longer than `queue_most`");
            let took = u64::try_from((clock.millis() - begun).saturating_mul(PAUSES)).unwrap_or(0);
            Duration::from_millis(took).clamp(LOOK, LONGEST)
        } else {
            let why = match looked {
                Ok(Err(QueueError::MayLose(reason))) => reason,
                _ => "the queue does not answer, or keeps nothing",
            };
            pressure.set(true, why);
            // Asked again soon: people wait for it to be well.
            LOOK
        };
        limits.forget();
        // Nothing was said in time: look again.
        if timeout(pause, stopped.wait_for(|stop| *stop)).await.is_ok() {
            return;
        }
    }
}
