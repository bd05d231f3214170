//! Names of persons, where the words before leave no doubt that a name follows: "my officer X", "agente X", "Mme X".
//!
//! There is no list of names: one that knew the names of all people would be large, and still wrong.

use super::scan::{Scan, is_digit, is_letter, is_word};

/// After these a name may be in capitals throughout.
const TITLES: &str = "mr|mrs|ms|miss|mx|dr|dre|mme|mlle|monsieur|madame|mademoiselle|m.";
const CALLED: &str = "my name is|his name is|her name is|named|i am called|je m'appelle|s'appelle|mon nom est|son nom est|\
    nomme|nommee|prenomme|prenommee";
/// These may have a capital where they begin a sentence.
const OFFICERS: &str = "officer|agent|agente";
/// These have a capital only in the titles of things ("Employee Assistance Program").
const ROLES: &str = "caseworker|worker|adviser|advisor|supervisor|manager|clerk|conseiller|conseillere|superviseur|\
    superviseure|gestionnaire|commis|employee|employe";
/// What may follow a role and is no person.
const OFFICES: &str = "canada|service|services|revenue|revenu|agence|agency|immigration|passport|the|i|je|il|elle";
const PARTICLES: &str = "de|du|des|la|le|van|von|der|den|bin|al|el|da|dos";

/// Up to four words of a name, in a place where only a name can stand.
pub fn name(scan: &Scan, start: usize) -> Option<usize> {
    let begins = scan.at(start).is_ascii_uppercase() || scan.word(start, PARTICLES).is_some();
    if !begins || scan.word(start, OFFICES).is_some() || !(has_title(scan, start) || is_introduced(scan, start)) {
        return None;
    }
    let (mut place, mut end) = (start, start);
    for _ in 0..4 {
        let stop = scan.run(place, |byte| is_letter(byte) || matches!(byte, b'\'' | b'-'));
        if scan.at(place).is_ascii_uppercase() && !is_digit(scan.at(stop)) {
            end = stop;
        } else if scan.word(place, PARTICLES) != Some(stop) {
            break;
        }
        let initial = usize::from(scan.at(stop) == b'.' && stop <= place + 2);
        place = scan.run(stop + initial, |byte| byte == b' ');
        if place == stop {
            break;
        }
    }
    (end > start && !is_word(scan.at(end))).then_some(end)
}

/// Whether a word has a capital and is no acronym: a small letter, an apostrophe or a dot follows.
fn is_mixed(scan: &Scan, start: usize) -> bool {
    let second = scan.at(start + 1);
    scan.at(start).is_ascii_uppercase() && (second.is_ascii_lowercase() || matches!(second, b'\'' | b'.'))
}

/// A title as it is written: "MS Teams" has none, and "5 m. Ensuite" neither.
fn has_title(scan: &Scan, start: usize) -> bool {
    scan.follows(start, TITLES).is_some_and(|title| match scan.at(title + 1) {
        b'.' => scan.at(title) == b'M' && scan.before(title) != b'.',
        second => second.is_ascii_lowercase() || !is_mixed(scan, start),
    })
}

/// Words that name somebody, a role in small letters, or an officer who begins a sentence; and the sentence goes on.
fn is_introduced(scan: &Scan, start: usize) -> bool {
    let begins = |word: usize| {
        let space = scan.run_back(word, |byte| matches!(byte, b' ' | b'\n'));
        scan.at(word).is_ascii_lowercase() || space == 0 || !is_word(scan.at(space - 1))
    };
    let spoken = scan.follows(start, CALLED).is_some()
        || scan.follows(start, OFFICERS).is_some_and(begins)
        || scan.follows(start, ROLES).is_some_and(|word| scan.at(word).is_ascii_lowercase());
    let last = scan.run_back(start, |byte| byte == b' ');
    spoken && is_mixed(scan, start) && last > 0 && scan.at(last - 1) != b'.'
}
