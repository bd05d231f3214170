//! Where a person lives: postal codes, and a number with its street.

use super::scan::{Scan, is_digit, is_letter, is_word};

/// The letters that begin a postal code, and those in its other places.
const FIRST: &[u8] = b"abceghjklmnprstvxy";
const OTHER: &[u8] = b"abceghjklmnprstvwxyz";

/// Streets that are nothing else, whatever their case.
const STREET: &str = "street|st|avenue|ave|av|road|rd|boulevard|blvd|boul|crescent|cres|rue";
/// Words that name a street only as a name is written, with a capital.
const CAPITAL_STREET: &str =
    "drive|dr|lane|court|crt|place|pl|way|terrace|circle|trail|square|highway|hwy|parkway|pkwy|close|chemin|rang";
/// French puts the kind first.
const RUE: &str = "rue|boulevard|boul|avenue|av|ave|chemin|ch";
const CAPITAL_RUE: &str = "route|rte|rang|place|allee|impasse|cote|montee|croissant|promenade|ruelle";
const PARTICLES: &str = "de la|de l|des|du|de|la|le|les|d|l|saint|sainte";
/// Words that no street is called, between a number and "street" or "place".
const NOT_NAMES: &str = "the|a|on|in|of|to|at|by|per|from|down|off|my|and|or|is|was|for|with|this|that|are|has|people|business|working|day|days|\
    week|weeks|month|months|year|years|hour|hours|minute|minutes|km|federal|supreme|tax|superior|provincial|high";

/// `K1A 0B1`: a letter and a digit in turn, of the letters that Canada Post gives out, with or without a gap. Codes of
/// government buildings are found like all others.
pub fn postal_code(scan: &Scan, start: usize) -> Option<usize> {
    let second = scan.separator(start + 3);
    let end = second + 3;
    let letter = |place, of: &[u8]| of.contains(&scan.at(place).to_ascii_lowercase());
    let letters = letter(start, FIRST) && letter(start + 2, OTHER) && letter(second + 1, OTHER);
    let found = letters && [start + 1, second, second + 2].into_iter().all(|place| is_digit(scan.at(place)));
    (found && !is_word(scan.at(end))).then_some(end)
}

/// A civic number and a street, in the English order or the French.
pub fn address(scan: &Scan, start: usize) -> Option<usize> {
    let number = civic_number(scan, start)?;
    let comma = number + usize::from(scan.at(number) == b',');
    let name = scan.run(comma, |byte| byte == b' ');
    if name == comma || name > comma + 2 {
        return None;
    }
    french(scan, name).or_else(|| english(scan, start, name))
}

/// `123`, `123B`, `12-345`: where it ends.
fn civic_number(scan: &Scan, start: usize) -> Option<usize> {
    let mut end = scan.run(start, is_digit);
    if end == start || end > start + 6 {
        return None;
    }
    if is_letter(scan.at(end)) {
        end += 1;
    }
    if scan.at(end) == b'-' {
        let unit = scan.run(end + 1, is_digit);
        end = if unit > end + 1 { unit } else { end };
    }
    (!is_word(scan.at(end))).then_some(end)
}

/// `rue Principale`, `boul. René-Lévesque Ouest`, `ch. de la Côte`: the kind, particles, the name.
fn french(scan: &Scan, start: usize) -> Option<usize> {
    let kind = scan.word(start, RUE);
    let mut place = kind.or_else(|| scan.word(start, CAPITAL_RUE))?;
    place += usize::from(scan.at(place) == b'.');
    let mut after = gap(scan, place)?;
    while let Some(particle) = scan.word(after, PARTICLES) {
        let next = scan.run(particle, |byte| matches!(byte, b' ' | b'\'' | b'-'));
        if next == particle {
            break;
        }
        after = next;
    }
    let initial = scan.at(after);
    let named = is_letter(initial) && is_letter(scan.at(after + 1)) && (kind.is_some() || initial.is_ascii_uppercase());
    if !named && !is_digit(initial) || scan.word(after, NOT_NAMES).is_some() {
        return None;
    }
    let mut end = scan.run(after, is_name);
    while let Some(next) = gap(scan, end).filter(|next| scan.at(*next).is_ascii_uppercase()) {
        end = scan.run(next, is_name);
    }
    Some(end)
}

/// Up to four words and the kind of street: all written as names, or up to two of any case and a kind that is nothing
/// else after a number of two digits and more.
fn english(scan: &Scan, start: usize, name: usize) -> Option<usize> {
    let (mut place, mut capitals) = (name, true);
    for count in 0..5 {
        let initial = scan.at(place);
        if count > 0 {
            let loose = count <= 2 && is_digit(scan.at(start + 1));
            let kind = scan.word(place, STREET).filter(|_| capitals || loose);
            let number_is_year = matches!(scan.value(start, start + 4), 1900..=2099);
            let named = is_letter(scan.at(scan.run(name, is_digit))) && initial.is_ascii_uppercase();
            let strict = capitals && named && !number_is_year;
            let kind = kind.or_else(|| scan.word(place, CAPITAL_STREET).filter(|_| strict));
            if kind.is_some() {
                return kind;
            }
        }
        capitals &= initial.is_ascii_uppercase() || is_digit(initial);
        if scan.word(place, NOT_NAMES).is_some() {
            return None;
        }
        let end = scan.run(place, is_name);
        if end == place {
            return None;
        }
        place = gap(scan, end + usize::from(scan.at(end) == b'.'))?;
    }
    None
}

const fn is_name(byte: u8) -> bool {
    is_word(byte) || matches!(byte, b'\'' | b'-')
}

/// Where the next word starts after one or two spaces.
fn gap(scan: &Scan, start: usize) -> Option<usize> {
    let next = scan.run(start, |byte| byte == b' ');
    (start + 1..=start + 2).contains(&next).then_some(next)
}
