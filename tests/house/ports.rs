//! Ports of this machine that nobody uses.

use std::net::{Ipv4Addr, TcpListener};
use std::sync::atomic::{AtomicU16, Ordering};

/// Below the ports that the system hands to outgoing connections, so that none of those takes ours between the choice
/// and its use.
const FIRST: u16 = 20_000;
const COUNT: u16 = 12_000;

/// A free port. Each process begins elsewhere, so that tests that run at the same time seldom meet.
pub(crate) fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let start = u16::try_from(u64::from(std::process::id()) * 97 % u64::from(COUNT)).unwrap_or(0);
    let mut tried = std::iter::repeat_with(|| FIRST + start.wrapping_add(NEXT.fetch_add(1, Ordering::Relaxed)) % COUNT);
    let free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    tried.by_ref().take(usize::from(COUNT)).find(free).expect("a port is free")
}
