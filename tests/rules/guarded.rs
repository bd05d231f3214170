//! Every route has its address in the list that says who may use it: what is in that list is attacked with every role.

use ombudsman_server::metrics::{PATTERNS, Route};
use tests::{ADDRESSES, Address};

use crate::breach::{Breach, hold};

const RULE: &str =
    "Rule 11, guards: every route has an example in tests/house/addresses.rs, which says who may use it.";
const LIST: &str = "tests/house/addresses.rs";

fn breaches(patterns: &[&str], addresses: &[Address]) -> Vec<Breach> {
    let routes = patterns.iter().filter_map(|pattern| Some((pattern, pattern.split_once(' ')?)));
    let unguarded = routes.filter(|(_, (method, path))| {
        let route = Route::of(method, path);
        !addresses
            .iter()
            .any(|address| address.methods().any(|taken| taken == *method) && Route::of(method, address.path) == route)
    });
    unguarded.map(|(pattern, _)| Breach::new(LIST, 1, format!("`{pattern}` has no example"))).collect()
}

#[test]
fn every_route_has_an_example_that_says_who_may_use_it() {
    hold(RULE, breaches(&PATTERNS, &ADDRESSES));
}

#[test]
fn a_route_without_an_example_is_caught_also_where_another_method_has_one() {
    let known: Vec<Address> = ADDRESSES.into_iter().filter(|address| address.path == "/sign-out").collect();
    assert_eq!(breaches(&["POST /sign-out", "other"], &known), []);
    assert_eq!(breaches(&["GET /track"], &known), [Breach::new(LIST, 1, "`GET /track` has no example".to_owned())]);
    let shown: Vec<Address> =
        ADDRESSES.into_iter().filter(|address| address.path == "/releases" && address.takes == "GET, HEAD").collect();
    assert_eq!(breaches(&["POST /releases"], &shown).len(), 1);
}
