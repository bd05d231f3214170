//! Which members' pages listen in this process: so many each, that nobody with a hundred pages open takes everybody's places.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::watch;

/// So many pages of a member listen at once. One that is out of sight does not listen.
const MOST: usize = 6;

/// The places of those who listen, and word of when the office closes.
#[derive(Clone)]
pub struct Ears {
    taken: Arc<Mutex<HashMap<String, usize>>>,
    closes: watch::Receiver<bool>,
}

/// A place, until it is dropped.
pub(super) struct Place {
    taken: Arc<Mutex<HashMap<String, usize>>>,
    name: String,
}

impl Ears {
    /// Nobody listens yet; all stop when this turns true.
    #[must_use]
    pub fn new(closes: watch::Receiver<bool>) -> Self {
        Self { taken: Arc::default(), closes }
    }

    pub(super) fn closes(&self) -> watch::Receiver<bool> {
        self.closes.clone()
    }

    /// A place for this member, if they have one left.
    pub(super) fn lend(&self, name: &str) -> Option<Place> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let number = taken.entry(name.to_owned()).or_default();
        if *number >= MOST {
            return None;
        }
        *number += 1;
        Some(Place { taken: Arc::clone(&self.taken), name: name.to_owned() })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(number) = taken.get_mut(&self.name) {
            *number -= 1;
            if *number == 0 {
                taken.remove(&self.name);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_has_six_places_and_gets_one_back_for_each_that_is_given_back() {
        let ears = Ears::new(watch::channel(false).1);
        let mut places: Vec<_> = (0..MOST).map(|_| ears.lend("officer").expect("a place")).collect();
        assert!(ears.lend("officer").is_none());
        assert!(ears.lend("senior").is_some(), "each has their own");
        places.pop();
        assert!(ears.lend("officer").is_some());
        drop(places);
        assert!(ears.taken.lock().expect("a lock").is_empty(), "who does not listen is not remembered");
    }
}
