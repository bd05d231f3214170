//! Whether the queue can take more: looked at once a second beside the doors, so that no card waits for the answer. While
//! it cannot, cards are turned away at once, and people's browsers keep theirs and send them later.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::timeout;

use crate::clock::Clock;
use crate::http::limits::Limits;
use crate::queue::Queue;

/// How often the queue is looked at, at most.
const LOOK: Duration = Duration::from_secs(1);
/// A queue that says nothing for so long does not answer.
const ANSWERS_WITHIN: Duration = Duration::from_secs(5);
/// Looking takes a tenth of the time, as long as it can be done this often.
const PAUSES: i64 = 10;
/// How long the queue is left alone at most.
const LONGEST: Duration = Duration::from_secs(5);

/// Whether the queue takes no more at present.
#[derive(Default)]
pub struct Pressure {
    is_on: AtomicBool,
}

impl Pressure {
    /// Whether cards are turned away.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.is_on.load(Ordering::Relaxed)
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
/// than `most` wait (0: however many), and while the queue does not answer.
pub async fn watch(
    pressure: Arc<Pressure>,
    limits: Arc<Limits>,
    queue: Arc<dyn Queue>,
    (most, clock): (u64, Clock),
    mut stopped: watch::Receiver<bool>,
) {
    loop {
        let begun = clock.millis();
        let pause = if let Ok(Ok(depth)) = timeout(ANSWERS_WITHIN, queue.depth()).await {
            pressure.set(most > 0 && depth.waiting > most, "the queue is longer than `queue_most`");
            let took = u64::try_from((clock.millis() - begun).saturating_mul(PAUSES)).unwrap_or(0);
            Duration::from_millis(took).clamp(LOOK, LONGEST)
        } else {
            pressure.set(true, "the queue does not answer");
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
