//! Turns at judging proofs: one is judged at a time, so whoever sends worthless ones keeps no more of the machine than that;
//! and few of one network wait for it, so that they keep nobody else waiting long.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use tokio::sync::{Semaphore, SemaphorePermit};

/// So many of one network wait at once. Judging one takes a millisecond or two.
const WAITING: u32 = 16;

/// The turns.
pub struct Judges {
    turns: Semaphore,
    /// How many of each network wait or are being judged.
    of_network: Mutex<HashMap<String, u32>>,
}

impl Default for Judges {
    fn default() -> Self {
        Self { turns: Semaphore::new(1), of_network: Mutex::default() }
    }
}

/// A turn; it is over when it is dropped.
pub struct Turn<'a> {
    _permit: SemaphorePermit<'a>,
    _place: Place<'a>,
}

/// A place among those of a network.
struct Place<'a> {
    judges: &'a Judges,
    network: String,
}

impl Judges {
    /// A turn for this network, once it comes; `None` where too many of it wait.
    pub async fn turn(&self, network: &str) -> Option<Turn<'_>> {
        let place = self.place(network)?;
        Some(Turn { _permit: self.turns.acquire().await.ok()?, _place: place })
    }

    fn place(&self, network: &str) -> Option<Place<'_>> {
        self.with(|waiting| {
            let of_this = waiting.entry(network.to_owned()).or_default();
            let has_room = *of_this < WAITING;
            *of_this += u32::from(has_room);
            has_room.then(|| Place { judges: self, network: network.to_owned() })
        })
    }

    fn with<T>(&self, change: impl FnOnce(&mut HashMap<String, u32>) -> T) -> T {
        // Nothing in here can panic half way.
        change(&mut self.of_network.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.judges.with(|waiting| {
            if let Some(of_this) = waiting.get_mut(&self.network) {
                *of_this -= 1;
                if *of_this == 0 {
                    waiting.remove(&self.network);
                }
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_network_that_sends_many_proofs_keeps_its_own_from_a_turn_and_nobody_elses() {
        let judges = Judges::default();
        let first = judges.turn("a").await.expect("a turn");
        let places: Vec<_> = std::iter::from_fn(|| judges.place("a")).collect();
        assert_eq!(places.len(), WAITING as usize - 1);
        assert!(judges.turn("a").await.is_none());
        let other = judges.place("b").expect("a place");
        drop((first, places, other));
        assert!(judges.turn("a").await.is_some());
        assert!(judges.with(|waiting| waiting.is_empty()), "nothing is kept of whoever is done");
    }
}
