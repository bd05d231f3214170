//! What a broken rule looks like to the person who broke it: the rule's sentence, then one line for each place.

use std::collections::BTreeSet;
use std::fmt;

/// One place that breaks a rule. Lines count from 1.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Breach {
    path: String,
    line: usize,
    what: String,
}

impl Breach {
    pub fn new(path: &str, line: usize, what: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, what: what.into() }
    }
}

impl fmt::Display for Breach {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.path, self.line, self.what)
    }
}

/// Fails the test with the rule's sentence when anything breaks it. The same breach at several lines of one file is
/// told once, at its first line.
#[track_caller]
pub fn hold(rule: &str, breaches: impl IntoIterator<Item = Breach>) {
    let sorted: BTreeSet<Breach> = breaches.into_iter().collect();
    let mut told = BTreeSet::new();
    let lines: Vec<String> = sorted
        .iter()
        .filter(|breach| told.insert((&breach.path, &breach.what)))
        .map(|breach| format!("  {breach}"))
        .collect();
    assert!(lines.is_empty(), "\n{rule}\n{}\n", lines.join("\n"));
}

#[test]
#[should_panic(expected = "Doors are shut at night.\n  hall.rs:3: the door is open")]
fn a_breach_is_told_once_with_its_rule_its_file_and_its_first_line() {
    let open = |line| Breach::new("hall.rs", line, "the door is open");
    hold("Doors are shut at night.", [open(9), open(3)]);
}
