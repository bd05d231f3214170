//! Where a request comes from, as far as limits need it: the network, under a name that lasts a day. The address itself
//! goes no further than this file.

use std::net::{IpAddr, SocketAddr};

use ::http::HeaderName;
use ipnet::IpNet;
use warp::Filter;
use warp::filters::BoxedFilter;

use super::Visit;
use crate::clock::Clock;
use crate::secrets::Secrets;

/// A day by universal time.
const DAY_MILLIS: i64 = 24 * 60 * 60 * 1_000;
const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The other end of a connection. It prints as nothing.
#[derive(Clone, Copy)]
pub struct Peer(IpAddr);

impl std::fmt::Debug for Peer {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Peer(…)")
    }
}

/// The other end of the request's connection.
#[must_use]
pub fn peer() -> BoxedFilter<(Option<Peer>,)> {
    warp::ext::optional::<Peer>().boxed()
}

/// The proxies whose word on where a request comes from is believed.
#[derive(Debug, Clone, Default)]
pub struct Proxies(Vec<IpNet>);

impl Proxies {
    /// Reads addresses (`10.0.0.7`) and networks (`10.1.0.0/16`); `None` if one is neither.
    #[must_use]
    pub fn parse(texts: &[String]) -> Option<Self> {
        let one = |text: &String| text.parse::<IpNet>().ok().or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from));
        texts.iter().map(one).collect::<Option<_>>().map(Self)
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }
}

impl Peer {
    pub(super) fn at(address: SocketAddr) -> Self {
        Self(address.ip().to_canonical())
    }

    /// The network at the other end of the connection, unless that is a proxy that we trust.
    pub(super) fn holder(self, proxies: &Proxies) -> Option<Vec<u8>> {
        (!proxies.trusts(self.0)).then(|| prefix(self.0))
    }

    /// What the network that sent this visit is called today (universal time). The name is a keyed digest: nobody
    /// without the office's secret can tell the network from it, and tomorrow it is another.
    #[must_use]
    pub fn network(self, visit: &Visit, proxies: &Proxies, clock: &Clock, secrets: &Secrets) -> String {
        let said: Vec<&str> = visit.headers(&X_FORWARDED_FOR).flat_map(|line| line.split(',')).collect();
        let day = clock.millis().div_euclid(DAY_MILLIS).to_string();
        secrets.network(&day, &prefix(sender(self.0, &said, proxies)))
    }
}

/// The address that sent the request: the last one that nobody we trust has only passed on. `said` is what the proxies
/// wrote, the nearest to us last; what stands before the word of a stranger anybody can have written.
fn sender(peer: IpAddr, said: &[&str], proxies: &Proxies) -> IpAddr {
    let mut sender = peer;
    for address in said.iter().rev() {
        if !proxies.trusts(sender) {
            break;
        }
        let address = address.trim();
        // Some proxies write the port, too.
        let with_port = || address.parse::<std::net::SocketAddr>().map(|address| address.ip());
        let Ok(address) = address.parse::<IpAddr>().or_else(|_| with_port()) else { break };
        sender = address.to_canonical();
    }
    sender
}

/// The network of an address: 24 bits of IPv4, 56 of IPv6, as providers give them to one customer or street.
fn prefix(address: IpAddr) -> Vec<u8> {
    match address {
        IpAddr::V4(address) => address.octets()[..3].to_vec(),
        IpAddr::V6(address) => address.octets()[..7].to_vec(),
    }
}

#[cfg(test)]
mod tests;
