//! The rules of privacy and of danger, on any text.

use feedback::danger::names_danger;
use feedback::privacy::{Finding, Kind, find, redacted, replaced};

use super::Reach;

/// Looks for what is personal in a text, and replaces it.
///
/// # Panics
/// Where findings overlap, are out of order or cannot be cut at, and where something is left after redaction.
pub fn check(bytes: &[u8]) -> Reach {
    let text = String::from_utf8_lossy(bytes);
    let found = find(&text);
    can_be_cut_at(&text, &found);
    let once = replaced(&text, &found, word);
    assert_eq!(once == text, found.is_empty(), "what is found is replaced, and nothing else");
    let whole = redacted(&text, |kind| Some(word(kind))).expect("an end of redaction");
    assert_eq!(find(&whole), [], "nothing is left after redaction");
    assert_eq!(redacted(&whole, |kind| Some(word(kind))).as_ref(), Some(&whole), "twice is once");
    if names_danger(&text) || !found.is_empty() { Reach::Taken } else { Reach::Refused }
}

/// The word for a kind, as the office sets one: longer than some kinds, shorter than others.
fn word(kind: Kind) -> String {
    format!("[{}]", kind.as_str())
}

/// Findings are in the order of the text, apart, not empty, and start and end between two characters.
fn can_be_cut_at(text: &str, found: &[Finding]) {
    let mut last = 0;
    for finding in found {
        assert!(last <= finding.start && finding.start < finding.end, "{finding:?} after {last}");
        assert!(text.get(finding.start..finding.end).is_some(), "{finding:?} cannot be cut at");
        last = finding.end;
    }
}
