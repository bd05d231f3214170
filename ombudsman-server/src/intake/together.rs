//! Cards that arrive together are kept with one write and signed with one signature.
//!
//! Whoever comes while a write is on its way to the disk joins the next one. A write to the disk and a signature each
//! cost more than all the rest of a card; under load, hundreds of cards share them.

use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};

use super::Pressure;
use super::signature::{Batch, Signature};
use crate::house::House;
use crate::queue::{Queue, QueueError, Written};

/// The most cards that share a write.
const TOGETHER: usize = 512;

/// The way to the queue.
pub struct Together(mpsc::Sender<Arrived>);

/// A card on its way to the disk, and who waits for it.
struct Arrived {
    letter: Written,
    /// What its receipt says.
    lines: String,
    kept: oneshot::Sender<Result<Signature, QueueError>>,
}

impl Together {
    /// The way to this queue, with this house's signature.
    #[must_use]
    pub fn new(house: Arc<House>, queue: Arc<dyn Queue>, pressure: Arc<Pressure>) -> Self {
        let (arrivals, inbox) = mpsc::channel(4 * TOGETHER);
        tokio::spawn(keep(house, queue, pressure, inbox));
        Self(arrivals)
    }

    /// Keeps a letter, and signs these lines about it.
    pub(super) async fn keep(&self, letter: Written, lines: String) -> Result<Signature, QueueError> {
        let (kept, answer) = oneshot::channel();
        self.0.send(Arrived { letter, lines, kept }).await.map_err(|_| QueueError::Stopped)?;
        answer.await.map_err(|_| QueueError::Stopped)?
    }
}

/// Keeps what arrives until every sender is gone.
async fn keep(house: Arc<House>, queue: Arc<dyn Queue>, pressure: Arc<Pressure>, mut inbox: mpsc::Receiver<Arrived>) {
    let mut batch = Vec::with_capacity(TOGETHER);
    while inbox.recv_many(&mut batch, TOGETHER).await > 0 {
        // Whoever gave up waiting sends the card again.
        batch.retain(|arrived| !arrived.kept.is_closed());
        let (mut letters, mut lines, mut waiting) = (Vec::new(), Vec::new(), Vec::new());
        for arrived in batch.drain(..) {
            letters.push(arrived.letter);
            lines.push(arrived.lines);
            waiting.push(arrived.kept);
        }
        if letters.is_empty() {
            continue;
        }
        let appended = queue.append(&letters).await;
        pressure.hear(appended.is_ok(), house.clock.millis());
        if let Err(error) = appended {
            tracing::error!(letters = letters.len(), %error, "letters could not be kept; their senders were told");
            for kept in waiting {
                let _ = kept.send(Err(QueueError::Stopped));
            }
            continue;
        }
        let signed = Batch::sign(&house.secrets, lines);
        for (place, kept) in waiting.into_iter().enumerate() {
            let _ = kept.send(Ok(signed.of(place)));
        }
    }
}
