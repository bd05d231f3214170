//! The one durable write of a card, behind both doors.

use std::time::Duration;

use feedback::Card;

use super::Intake;
use super::receipt::{Receipt, Unsigned};
use crate::http::Failure;
use crate::queue::{Letter, Suspicion};

/// What the intake knows of how a card came, besides the card.
#[derive(Default)]
pub(super) struct Coming {
    /// What the network is called today.
    pub network: String,
    /// What about the way was suspicious.
    pub suspicions: Vec<Suspicion>,
    /// Who keyed it in for somebody.
    pub entered_by: Option<String>,
}

/// How long the queue may take to keep a card. After that it may be kept or not, and its sender sends it again.
const KEPT_WITHIN: Duration = Duration::from_secs(5);

impl Intake {
    /// Keeps a card about an open service. When this answers `Ok`, the card survives whatever happens to this process.
    pub(super) async fn keep(&self, card: &Card, coming: Coming) -> Result<Receipt, Failure> {
        if self.pressure.is_on() {
            return Err(Failure::Unavailable);
        }
        let now = self.house.clock.now();
        let unsigned = Unsigned::of(&self.house.secrets, card, now).map_err(Failure::internal)?;
        let (card_sent, received_at) = (&*unsigned.card, now.as_millisecond());
        let Coming { network, suspicions, entered_by } = coming;
        let letter = Letter::Card { card: card_sent, received_at, source: None, suspicions, entered_by, network };
        let letter = letter.write().map_err(Failure::internal)?;
        let kept = tokio::time::timeout(KEPT_WITHIN, self.together.keep(letter, unsigned.lines())).await;
        let signature = kept.map_err(Failure::unavailable)?.map_err(Failure::unavailable)?;
        tracing::debug!(target: "card", trace = self.house.secrets.trace(&card.id), service = card.service.as_str(), "accepted");
        Ok(unsigned.signed(signature))
    }
}
