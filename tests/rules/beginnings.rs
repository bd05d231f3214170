//! A reader learns from the first line of a file why the file exists.

use crate::breach::{Breach, hold};
use crate::tree::{self, SourceFile};

const RULE: &str = "Rule 4, beginnings: every Rust, script, style and page file of ours begins with a comment that says \
    why it is there (`//!`; `//` or `/*`; `/*`; `{# #}` or `<!-- -->`).";
/// Fewer words than this say no reason.
const FEWEST_WORDS: usize = 3;

/// How a comment opens at the top of a file of this kind, or nothing if the kind has no such rule.
fn openings(path: &str) -> &'static [&'static str] {
    match path.rsplit('.').next() {
        Some("rs") => &["//!"],
        Some("js" | "mjs") => &["//", "/*"],
        Some("css") => &["/*"],
        Some("html") => &["{#", "<!--"],
        _ => &[],
    }
}

/// The breach of a file that does not begin with its reason. A page may name its document type first.
fn breach(path: &str, text: &str) -> Option<Breach> {
    let openings = openings(path);
    if openings.is_empty() {
        return None;
    }
    let start = text.trim_start();
    let start = match start.split_once('\n') {
        Some((first, rest)) if first.to_ascii_lowercase().starts_with("<!doctype") => rest.trim_start(),
        _ => start,
    };
    let Some(comment) = openings.iter().find_map(|opening| start.strip_prefix(opening)) else {
        return Some(Breach::new(path, 1, format!("the file does not begin with {}", openings.join(" or "))));
    };
    let sentence = comment.lines().find(|line| line.chars().any(char::is_alphanumeric)).unwrap_or_default();
    let words = sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    (words < FEWEST_WORDS).then(|| Breach::new(path, 1, "the first comment does not say why the file is there"))
}

#[test]
fn every_file_begins_with_its_reason() {
    let told = |file: &SourceFile| breach(&file.path, &file.text);
    hold(RULE, tree::files().iter().filter_map(told));
}

#[test]
fn a_file_without_its_reason_is_caught() {
    let samples = [
        ("a.rs", "use std::env;"),
        ("a.rs", "// Why it is there.\nuse std::env;"),
        ("a.rs", "//! placeholder"),
        ("a.js", "\"use strict\";"),
        ("a.css", "// not a comment in a style sheet"),
        ("a.html", "<!doctype html>\n<html>"),
    ];
    for (path, text) in samples {
        assert!(breach(path, text).is_some(), "not caught: {text}");
    }
}

#[test]
fn a_file_with_its_reason_is_free() {
    let samples = [
        ("a.rs", "//! Why this is there."),
        ("a.mjs", "/*\n * Why this is there. */"),
        ("a.html", "<!doctype html>\n<!-- Why this is there. -->"),
        ("a.html", "{# Why this is there. #}"),
        ("a.toml", "[package]"),
    ];
    for (path, text) in samples {
        assert_eq!(breach(path, text), None, "{text}");
    }
}
