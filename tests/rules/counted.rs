//! Every address that a room serves is counted under its pattern: what is counted as `other` tells an operator nothing.

use std::collections::BTreeSet;

use ombudsman_server::metrics::PATTERNS;

use crate::breach::{Breach, hold};
use crate::tree;

const RULE: &str = "Rule 9, counting: every route (its path, `warp::path!`, and after it its method, `get()` or `post()`) has \
    its pattern in ombudsman-server/src/metrics/route.rs, and every pattern there has its route.";
const LIST: &str = "ombudsman-server/src/metrics/route.rs";
const MACRO: &str = "warp::path!(";
/// The way to the path that has no steps.
const ROOT: &str = "warp::path::end()";
const METHODS: [(&str, &str); 2] = [(".and(get())", "GET"), (".and(post())", "POST")];
/// It is on a listener of its own, which counts nothing.
const NOT_COUNTED: &str = "GET /metrics";
/// What fits no pattern.
const OTHER: &str = "other";

/// The path of a route as a pattern is written, with `{}` for what a visitor writes.
fn path_of(inside: &str) -> String {
    let step = |step: &str| match step.trim().strip_prefix('"') {
        Some(name) => name.trim_end_matches('"').to_owned(),
        None => "{}".to_owned(),
    };
    inside.split('/').fold(String::new(), |path, part| path + "/" + &step(part))
}

/// The same of a pattern of the list, which begins with its method.
fn without_names(pattern: &str) -> String {
    let steps = pattern.split('/').map(|step| if step.starts_with('{') { "{}" } else { step });
    steps.collect::<Vec<_>>().join("/")
}

/// The routes of a file, each with the number of its line; one whose method is not the next filter has none.
fn routes(text: &str) -> Vec<(usize, String)> {
    let (macros, roots) = (text.match_indices(MACRO), text.match_indices(ROOT));
    let route = |(at, way): (usize, &str)| {
        let after = &text[at + way.len()..];
        let (path, rest) = if way == ROOT {
            ("/".to_owned(), after)
        } else {
            let (inside, rest) = after.split_once(')')?;
            (path_of(inside), rest)
        };
        let next = rest.trim_start();
        let method = METHODS.iter().find(|(filter, _)| next.starts_with(filter)).map_or("?", |(_, method)| method);
        Some((text[..at].matches('\n').count() + 1, format!("{method} {path}")))
    };
    macros.chain(roots).filter_map(route).collect()
}

fn breaches(files: &[(&str, &str)], patterns: &[&str]) -> Vec<Breach> {
    let mut dead: BTreeSet<String> =
        patterns.iter().filter(|pattern| **pattern != OTHER).map(|pattern| without_names(pattern)).collect();
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
    let way =
        "\nlet way = warp::path!(\"card\" / String)\n    .and(post())\n    .then(x);\nwarp::path::end().and(get())";
    assert_eq!(breaches(&[("a.rs", way)], &["POST /card/{service}", "GET /", "other"]), []);
    assert_eq!(
        breaches(&[("a.rs", way)], &["GET /card/{service}", "GET /"]),
        [Breach::new("a.rs", 2, "`POST /card/{}` has no pattern"), Breach::new(LIST, 1, "`GET /card/{}` has no route")]
    );
    let late = "warp::path!(\"card\" / String).and(visit()).and(get())";
    assert_eq!(breaches(&[("a.rs", late)], &[]), [Breach::new("a.rs", 1, "`? /card/{}` has no pattern")]);
}
