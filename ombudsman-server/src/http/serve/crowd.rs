//! How many connections one network holds at once: never so many that nobody else finds a place.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Arc, Mutex, PoisonError};

use super::super::peer::{Peer, Proxies};

/// Who holds how many connections.
pub(super) struct Crowd {
    /// The most that one network may hold.
    most: u32,
    /// What these hold, they hold for others.
    proxies: Proxies,
    held: Mutex<HashMap<Vec<u8>, u32>>,
}

/// A connection's place, given back when it goes.
pub(super) struct Held(Option<(Arc<Crowd>, Vec<u8>)>);

impl Crowd {
    pub(super) fn new(most: u32, proxies: Proxies) -> Arc<Self> {
        Arc::new(Self { most, proxies, held: Mutex::default() })
    }

    /// A place for a connection from there; none where its network holds all that it may.
    pub(super) fn enter(self: &Arc<Self>, peer: Peer) -> Option<Held> {
        let Some(network) = peer.holder(&self.proxies) else { return Some(Held(None)) };
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let holds = held.entry(network.clone()).or_default();
        if *holds >= self.most {
            return None;
        }
        *holds += 1;
        Some(Held(Some((Arc::clone(self), network))))
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let Some((crowd, network)) = self.0.take() else { return };
        let mut held = crowd.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Entry::Occupied(mut holds) = held.entry(network) {
            *holds.get_mut() -= 1;
            if *holds.get() == 0 {
                holds.remove();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(address: &str) -> Peer {
        Peer::at(format!("{address}:1").parse().expect("an address"))
    }

    #[test]
    fn a_network_that_holds_all_it_may_gets_no_more_until_it_lets_one_go_and_keeps_nobody_else_out() {
        let crowd = Crowd::new(2, Proxies::parse(&["10.0.0.7".to_owned()]).expect("an address"));
        let (first, second) = (crowd.enter(from("192.0.2.1")), crowd.enter(from("192.0.2.2")));
        assert!(first.is_some() && second.is_some());
        assert!(crowd.enter(from("192.0.2.3")).is_none());
        assert!(crowd.enter(from("198.51.100.1")).is_some());
        let passed_on: Vec<_> = (0..9).map(|_| crowd.enter(from("10.0.0.7"))).collect();
        assert!(passed_on.iter().all(Option::is_some), "a proxy holds them for others");
        drop(first);
        assert!(crowd.enter(from("192.0.2.3")).is_some());
        drop((second, passed_on));
        assert!(crowd.held.lock().expect("held by nobody").is_empty());
    }
}
