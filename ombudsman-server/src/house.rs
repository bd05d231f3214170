//! What every room stands on: settings, time, secrets, the record and what is counted. It knows no room.

use std::sync::atomic::AtomicU64;

use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::metrics::Metrics;
use crate::secrets::Secrets;

/// The ground under every room.
pub struct House {
    /// The settings.
    pub config: Config,
    /// The time.
    pub clock: Clock,
    /// Keys and chance.
    pub secrets: Secrets,
    /// The record.
    pub db: Db,
    /// What an operator can count.
    pub metrics: Metrics,
    /// How often this process has changed the register: what was read before is read again.
    pub register_changes: AtomicU64,
}
