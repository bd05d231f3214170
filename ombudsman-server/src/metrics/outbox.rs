//! The outbox, as it was when somebody fetched.

use std::time::Duration;

use prometheus_client::registry::{Registry, Unit};

use super::Measure;

/// The outbox when it was last asked, to be shown.
#[derive(Debug, Clone, Copy)]
pub struct Outgoing {
    /// Letters that wait for the sender.
    pub waiting: u32,
    /// How long the oldest of them has waited.
    pub oldest: Duration,
}

/// What is shown of it.
#[derive(Default)]
pub(super) struct Outbox {
    waiting: Measure,
    oldest: Measure,
}

impl Outbox {
    pub(super) fn register(ours: &mut Registry) -> Self {
        let Self { waiting, oldest } = Self::default();
        ours.register("mail_waiting", "Letters that wait to be sent", waiting.clone());
        let help = "How long the oldest letter that waits to be sent has waited";
        ours.register_with_unit("mail_oldest_age", help, Unit::Seconds, oldest.clone());
        Self { waiting, oldest }
    }

    /// What is not known is said to be no number.
    pub(super) fn set(&self, outbox: Option<Outgoing>) {
        self.waiting.set(outbox.map_or(f64::NAN, |outbox| f64::from(outbox.waiting)));
        self.oldest.set(outbox.map_or(f64::NAN, |outbox| outbox.oldest.as_secs_f64()));
    }
}
