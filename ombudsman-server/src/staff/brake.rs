//! A brake on guessing. Wrong tries make the next ones under the same name, and from the same network, take longer; nobody
//! is ever shut out: whoever has the right password gets in after the same delay as everybody.
//!
//! The delay is a wait before anything is looked at, so its length says nothing, and one network can have few tries under way
//! at once, so that waiting in parallel gains nothing. Counted in this process alone, and forgotten soon.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::clock::Clock;

/// Wrong tries under a name that cost nothing: people mistype.
const FREE_OF_NAME: u32 = 3;
/// Wrong tries from a network that cost nothing: many people share one.
const FREE_OF_NETWORK: u32 = 20;
/// The first delay; each further wrong try doubles it.
const FIRST: Duration = Duration::from_millis(500);
/// The longest delay.
const LONGEST: Duration = Duration::from_secs(8);
/// Wrong tries are forgotten this long after the last one.
const FORGOTTEN_AFTER_MILLIS: i64 = 15 * 60 * 1_000;
/// Tries of one network that may be under way at once.
const AT_ONCE: u32 = 16;
/// The most names and networks that are counted at once.
const MOST: usize = 10_000;

/// The wrong tries of a short time.
pub(super) struct Brake {
    clock: Clock,
    kept: Mutex<HashMap<String, Tries>>,
}

#[derive(Default, Clone, Copy)]
struct Tries {
    wrong: u32,
    /// When the last one was, in milliseconds since 1970.
    last: i64,
    under_way: u32,
}

/// A try that is under way.
pub(super) struct Try {
    brake: Arc<Brake>,
    name: String,
    network: String,
}

/// How many tries were wrong lately, this one among them.
pub(super) struct Wrong {
    /// Under its name.
    pub of_name: u32,
    /// From its network.
    pub from_network: u32,
}

impl Brake {
    pub fn new(clock: Clock) -> Arc<Self> {
        Arc::new(Self { clock, kept: Mutex::default() })
    }

    /// Waits as long as the wrong tries under this name and from this network ask; `None` where too many of this network
    /// are waiting already.
    pub async fn wait(self: &Arc<Self>, name: &str, network: &str) -> Option<Try> {
        let (begun, delay) = self.begin(format!("name {name}"), format!("network {network}"))?;
        tokio::time::sleep(delay).await;
        Some(begun)
    }

    fn begin(self: &Arc<Self>, name: String, network: String) -> Option<(Try, Duration)> {
        let delay = self.locked(|kept, now| {
            kept.retain(|_, tries| tries.under_way > 0 || now - tries.last < FORGOTTEN_AFTER_MILLIS);
            let of_name = kept.get(&name).map_or(0, |tries| tries.wrong);
            let from_network = kept.entry(network.clone()).or_default();
            if from_network.under_way >= AT_ONCE {
                return None;
            }
            from_network.under_way += 1;
            Some(delay(of_name, FREE_OF_NAME).max(delay(from_network.wrong, FREE_OF_NETWORK)))
        })?;
        Some((Try { brake: Arc::clone(self), name, network }, delay))
    }

    fn locked<T>(&self, with: impl FnOnce(&mut HashMap<String, Tries>, i64) -> T) -> T {
        // Nothing in here can panic half way.
        with(&mut self.kept.lock().unwrap_or_else(PoisonError::into_inner), self.clock.millis())
    }
}

impl Try {
    /// It was wrong: the next ones take longer.
    pub fn was_wrong(self) -> Wrong {
        self.brake.locked(|kept, now| {
            for of in [&self.name, &self.network] {
                if kept.len() < MOST || kept.contains_key(of) {
                    let tries = kept.entry(of.clone()).or_default();
                    (tries.wrong, tries.last) = (tries.wrong.saturating_add(1), now);
                }
            }
            let from_network = kept.get(&self.network).map_or(1, |tries| tries.wrong);
            // Where there is no room to count the name, its network's tries stand for it.
            let of_name = kept.get(&self.name).map_or(from_network, |tries| tries.wrong);
            Wrong { of_name, from_network }
        })
    }

    /// It was right: the name begins anew. The network does not: its other tries were wrong all the same.
    pub fn was_right(self) {
        self.brake.locked(|kept, _| kept.remove(&self.name));
    }
}

impl Drop for Try {
    fn drop(&mut self) {
        self.brake.locked(|kept, _| {
            if let Some(tries) = kept.get_mut(&self.network) {
                tries.under_way = tries.under_way.saturating_sub(1);
            }
        });
    }
}

/// The delay after so many wrong tries of which so many are free.
fn delay(wrong: u32, free: u32) -> Duration {
    match wrong.checked_sub(free) {
        None => Duration::ZERO,
        Some(doublings) => FIRST.saturating_mul(2_u32.saturating_pow(doublings.min(16))).min(LONGEST),
    }
}

#[cfg(test)]
mod tests;
