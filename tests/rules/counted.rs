//! Every address that a room serves is counted under its pattern: what is counted as `other` tells an operator nothing.

use std::collections::BTreeSet;

use ombudsman_server::metrics::PATTERNS;

use crate::breach::{Breach, hold};
use crate::tree;

const RULE: &str = "Rule 9, counting: every route (`get`, `post`, `get_one` and the like, with its address) has its pattern in \
    ombudsman-server/src/metrics/route.rs, and every pattern there has its route.";
const LIST: &str = "ombudsman-server/src/metrics/route.rs";
/// How a route begins, before its address.
const WAYS: [(&str, &str); 5] = [
    ("get(\"/", "GET"),
    ("get_one(\"/", "GET"),
    ("get_two(\"/", "GET"),
    ("post(\"/", "POST"),
    ("post_one(\"/", "POST"),
];
/// It is on a listener of its own, which counts nothing.
const NOT_COUNTED: &str = "GET /metrics";
/// What fits no pattern.
const OTHER: &str = "other";

/// The routes of a file, each with the number of its line.
fn routes(text: &str) -> Vec<(usize, String)> {
    let is_a_name = |before: &str| before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.');
    let ways =
        WAYS.iter().flat_map(|(way, method)| text.match_indices(way).map(move |(at, _)| (at, way.len(), method)));
    let route = |(at, length, method): (usize, usize, &&str)| {
        let (address, _) = text[at + length..].split_once('"')?;
        (!is_a_name(&text[..at])).then(|| (text[..at].matches('\n').count() + 1, format!("{method} /{address}")))
    };
    ways.filter_map(route).collect()
}

fn breaches(files: &[(&str, &str)], patterns: &[&str]) -> Vec<Breach> {
    let mut dead: BTreeSet<String> =
        patterns.iter().filter(|pattern| **pattern != OTHER).map(|pattern| (*pattern).to_owned()).collect();
    let known = dead.clone();
    let mut found = Vec::new();
    for (path, text) in files {
        for (line, route) in routes(text) {
            dead.remove(&route);
            if route != NOT_COUNTED && !known.contains(&route) {
                found.push(Breach::new(path, line, format!("`{route}` has no pattern")));
            }
        }
    }
    found.extend(dead.iter().map(|pattern| Breach::new(LIST, 1, format!("`{pattern}` has no route"))));
    found
}

#[test]
fn every_route_is_counted_under_its_pattern_and_every_pattern_has_its_route() {
    let files: Vec<_> = tree::product_files().map(|file| (file.path.as_str(), file.text.as_str())).collect();
    hold(RULE, breaches(&files, &PATTERNS));
}

#[test]
fn a_route_without_a_pattern_and_a_pattern_without_a_route_are_caught() {
    let way = "\nlet way = post_one(\"/card/{service}\")\n    .then(x);\nget(\"/\"); desk.get(\"/desk\")";
    assert_eq!(breaches(&[("a.rs", way)], &["POST /card/{service}", "GET /", "other"]), []);
    assert_eq!(
        breaches(&[("a.rs", way)], &["GET /card/{service}", "GET /"]),
        [
            Breach::new("a.rs", 2, "`POST /card/{service}` has no pattern"),
            Breach::new(LIST, 1, "`GET /card/{service}` has no route")
        ]
    );
}
