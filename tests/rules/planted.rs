//! Nothing of the place where the code was made stays in it: no path of a machine, no note to self, no private source.
//!
//! The words looked for are written here in two halves, or this file would break its own rule.

use crate::breach::{Breach, hold};
use crate::tree::{self, SourceFile};

const RULE: &str = "Rule 6, planted words: no file holds a path of a build machine, a note to self, a silenced lint or a \
    private package source; locked packages come from the public registries only.";

const MACHINE_PATHS: [&str; 3] = [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/")];
const NOTES: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
const UNFINISHED: [&str; 2] = [concat!("to", "do!("), concat!("unimpl", "emented!(")];
const SILENCED: [&str; 1] = [concat!("[al", "low(")];
const PRIVATE_SOURCES: [&str; 6] = [
    concat!("replace", "-with"),
    concat!("sparse+", "http"),
    concat!("--index", "-url"),
    concat!("_auth", "Token"),
    concat!("arti", "factory"),
    concat!("[patch", "."),
];
const PUBLIC_CRATES: &str = "registry+https://github.com/rust-lang/crates.io-index";
const PUBLIC_SCRIPTS: &str = "https://registry.npmjs.org/";

/// The planted words of one file.
fn breaches(path: &str, text: &str) -> Vec<Breach> {
    let told = text.lines().enumerate().flat_map(|(index, line)| {
        let found = faults(path, line);
        found.into_iter().map(move |what| Breach::new(path, index + 1, what))
    });
    told.collect()
}

fn faults(path: &str, line: &str) -> Vec<String> {
    let is_rust = path.rsplit('.').next() == Some("rs");
    let machine = MACHINE_PATHS.iter().filter(|word| begins_path(line, word));
    let notes = NOTES.iter().filter(|word| is_whole_word(line, word));
    let rust = UNFINISHED.iter().chain(&SILENCED).filter(|word| is_rust && line.contains(*word));
    let sources = PRIVATE_SOURCES.iter().filter(|word| line.contains(*word));
    let words = machine.chain(notes).chain(rust).chain(sources).map(|word| format!("it holds `{word}`"));
    words.chain(foreign_source(path, line)).collect()
}

/// An absolute path, not the middle of an address or of a relative path.
fn begins_path(line: &str, start: &str) -> bool {
    let joins = |before: char| before.is_alphanumeric() || "._-}".contains(before);
    line.match_indices(start).any(|(at, _)| !line.get(..at).is_some_and(|before| before.ends_with(joins)))
}

fn is_whole_word(line: &str, word: &str) -> bool {
    let joins = |character: char| character.is_alphanumeric() || character == '_';
    line.match_indices(word).any(|(at, found)| {
        let (before, after) = (line.get(..at), line.get(at + found.len()..));
        !before.is_some_and(|before| before.ends_with(joins)) && !after.is_some_and(|after| after.starts_with(joins))
    })
}

/// The source of a locked package that is not the public one.
fn foreign_source(path: &str, line: &str) -> Option<String> {
    let (key, public) = match path.rsplit('/').next() {
        Some("Cargo.lock") => ("source = ", PUBLIC_CRATES),
        Some("package-lock.json") => ("\"resolved\": ", PUBLIC_SCRIPTS),
        _ => return None,
    };
    let source = line.trim_start().strip_prefix(key)?.trim_start_matches('"');
    (!source.starts_with(public)).then(|| "a locked package does not come from the public registry".to_owned())
}

#[test]
fn nothing_is_planted_in_the_tree() {
    let told = |file: &SourceFile| breaches(&file.path, &file.text);
    hold(RULE, tree::files().iter().flat_map(told));
}

#[test]
fn each_planted_word_is_caught() {
    let samples = [
        ("a.toml", concat!("dir = \"/wo", "rk/main\"")),
        ("a.md", concat!("open file:///ho", "me/someone/notes")),
        ("a.js", concat!("// TO", "DO: later")),
        ("a.rs", concat!("fn go() { to", "do!() }")),
        ("a.rs", concat!("#[al", "low(dead_code)]")),
        (".cargo/config.toml", concat!("replace", "-with = \"mirror\"")),
        ("Cargo.lock", "source = \"registry+https://crates.example/index\""),
        ("Cargo.lock", "source = \"git+https://code.example/a\""),
        ("tests/browser/package-lock.json", "      \"resolved\": \"https://mirror.example/a.tgz\","),
    ];
    for (path, text) in samples {
        let told: Vec<String> = breaches(path, &format!("\n{text}\n")).iter().map(ToString::to_string).collect();
        assert!(told.iter().any(|said| said.starts_with(&format!("{path}:2: "))), "not caught: {text}");
    }
}

#[test]
fn an_address_a_roman_number_and_the_public_registry_are_free() {
    let samples = [
        ("a.html", concat!("https://www.canada.ca/en/ho", "me/passport")),
        ("a.md", "volume XXXI, mastodon"),
        ("Cargo.lock", "source = \"registry+https://github.com/rust-lang/crates.io-index\""),
    ];
    for (path, text) in samples {
        assert_eq!(breaches(path, text), [], "{text}");
    }
}
