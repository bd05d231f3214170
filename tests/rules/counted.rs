//! Every address that a room serves is counted under its pattern: what is counted as `other` tells an operator nothing.

use ombudsman_server::metrics::PATTERNS;

use crate::breach::{Breach, hold};
use crate::tree;

const RULE: &str = "Rule 9, counting: every path of a route (`warp::path!`) has its pattern in \
    ombudsman-server/src/metrics/route.rs, once for each method.";
const MACRO: &str = "warp::path!(";
/// It is on a listener of its own, which counts nothing.
const NOT_COUNTED: &str = "/metrics";

/// The path of a route as a pattern is written, with `{}` for what a visitor writes.
fn pattern(inside: &str) -> String {
    let step = |step: &str| match step.trim().strip_prefix('"') {
        Some(name) => name.trim_end_matches('"').to_owned(),
        None => "{}".to_owned(),
    };
    inside.split('/').fold(String::new(), |path, part| path + "/" + &step(part))
}

/// The same of a pattern of the list.
fn without_names(pattern: &str) -> String {
    let path = pattern.split_once(' ').map_or(pattern, |(_, path)| path);
    let steps = path.split('/').map(|step| if step.starts_with('{') { "{}" } else { step });
    steps.collect::<Vec<_>>().join("/")
}

fn breaches(path: &str, text: &str) -> Vec<Breach> {
    let known: Vec<String> = PATTERNS.iter().map(|pattern| without_names(pattern)).collect();
    let lines = text.lines().enumerate().filter_map(|(number, line)| {
        let inside = line.split_once(MACRO)?.1.split_once(')')?.0;
        let pattern = pattern(inside);
        let is_told = pattern == NOT_COUNTED || known.contains(&pattern);
        (!is_told).then(|| Breach::new(path, number + 1, format!("`{pattern}` has no pattern")))
    });
    lines.collect()
}

#[test]
fn every_route_is_counted_under_its_pattern() {
    hold(RULE, tree::product_files().flat_map(|file| breaches(&file.path, &file.text)));
}

#[test]
fn a_route_without_a_pattern_is_caught() {
    let told = breaches("a.rs", "\nlet way = warp::path!(\"card\" / String / \"song\").and(warp::get());");
    assert_eq!(told, [Breach::new("a.rs", 2, "`/card/{}/song` has no pattern")]);
    assert_eq!(breaches("a.rs", "warp::path!(\"card\" / String)"), []);
}
