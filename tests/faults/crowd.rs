//! Many connections that do nothing: whoever has a card to leave is served all the same.

use std::time::Duration;

use nix::sys::resource::{Resource, getrlimit, setrlimit};
use tests::raw::first_bytes;
use tests::{Backend, House, card};
use tokio::net::TcpSocket;
use tokio::time::Instant;

use crate::rounds;

/// As long as a person is made to wait, whoever else is there.
const SERVED_WITHIN: Duration = Duration::from_secs(1);
/// Whoever connects and does nothing is of another network than whoever leaves a card.
const FROM_ELSEWHERE: &str = "127.0.1.1:0";
/// The most that the office lets one network hold.
const OF_ONE_NETWORK: u64 = 6_000;

#[tokio::test]
async fn whoever_leaves_a_card_is_served_within_a_second_whatever_else_is_connected() {
    // Each connection is a file, here and in the office, which inherits the limit.
    let (_, most) = getrlimit(Resource::RLIMIT_NOFILE).expect("a limit");
    setrlimit(Resource::RLIMIT_NOFILE, most, most).expect("the limit can be used up");
    let wanted = if rounds::are_many() { 10_000 } else { 1_000 };
    assert!(most > wanted + 200, "{wanted} connections need `ulimit -n` above that; it is {most}");
    let house = House::open(Backend::Embedded).await;
    let address = house.server.trim_start_matches("http://").parse().expect("an address");
    let mut idle = Vec::new();
    for _ in 0..wanted {
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.bind(FROM_ELSEWHERE.parse().expect("an address")).expect("an address of this machine");
        idle.push(socket.connect(address).await.expect("a connection"));
    }
    let start = Instant::now();
    house.public().leave(&card()).await;
    assert!(start.elapsed() < SERVED_WITHIN, "{:?} with {} idle connections", start.elapsed(), idle.len());
    if wanted > OF_ONE_NETWORK {
        let last = idle.last_mut().expect("some");
        assert_eq!(first_bytes(last).await, b"", "a network that holds its share gets no more");
    }
}
