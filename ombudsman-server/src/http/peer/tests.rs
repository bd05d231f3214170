//! Who is believed on where a request comes from, and who shares a network.

use super::*;

fn found(peer: &str, said: &[&str], trusted: &[&str]) -> String {
    let proxies: Vec<String> = trusted.iter().map(|text| (*text).to_owned()).collect();
    let proxies = Proxies::parse(&proxies).expect("proxies");
    sender(peer.parse().expect("an address"), said, &proxies).to_string()
}

#[test]
fn only_a_named_proxy_is_believed_and_only_as_far_as_the_next_stranger() {
    let (proxy, client) = ("10.0.0.7", "192.0.2.9");
    assert_eq!(found(proxy, &[client], &[]), proxy, "nobody is named");
    assert_eq!(found(proxy, &[client], &["10.0.0.7"]), client);
    assert_eq!(found(proxy, &["198.51.100.1", client], &["10.0.0.0/24"]), client, "who says more is not believed");
    assert_eq!(found(proxy, &[client, " 10.0.0.8"], &["10.0.0.0/24"]), client, "through two proxies");
    assert_eq!(found(client, &["198.51.100.1"], &["10.0.0.7"]), client, "a stranger's own word");
    assert_eq!(found(proxy, &["unknown"], &["10.0.0.7"]), proxy);
    assert_eq!(found(proxy, &["::ffff:192.0.2.9"], &["10.0.0.7"]), client);
}

#[test]
fn neighbours_share_a_network_and_others_do_not() {
    let of = |text: &str| prefix(text.parse().expect("an address"));
    assert_eq!(of("192.0.2.9"), of("192.0.2.250"));
    assert_ne!(of("192.0.2.9"), of("192.0.3.9"));
    assert_eq!(of("2001:db8:0:1234::1"), of("2001:db8:0:12ff::2"));
    assert_ne!(of("2001:db8:0:1234::1"), of("2001:db8:0:1334::1"));
}

#[test]
fn an_address_does_not_print() {
    let peer = Peer::at("192.0.2.9:80".parse().expect("an address"));
    assert_eq!(format!("{peer:?}"), "Peer(…)");
}
