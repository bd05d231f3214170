//! Numbers that an office gave to a person: passports, cases, health cards and licences.

use super::scan::{Scan, is_digit, is_word};

const PASSPORT: &str = "passport|passeport";
const CASE: &str = "uci|iuc|client|cliente|case|file|claim|application|reference|id|identifiant|dossier|demande|cas";
const HEALTH: &str = "health card|health number|health insurance|ohip|ramq|phn|medicare|carte sante|carte soleil|\
    assurance maladie|assurance-maladie|driver's|drivers|driver|licence number|license number|numero de permis|\
    permis de conduire";

/// Two letters and six digits, or since 2023 a letter, six digits and two letters: in capitals, or in any case and with
/// spaces near the word passport.
pub fn passport(scan: &Scan, start: usize) -> Option<usize> {
    let shape = |before: usize, after: usize| {
        let digits = scan.separator(letters(scan, start, before)?);
        let last = scan.exactly(digits, 6)?;
        let end = if after > 0 { letters(scan, scan.separator(last), after)? } else { last };
        (!is_word(scan.at(end))).then_some(end)
    };
    let end = shape(2, 0).or_else(|| shape(1, 2))?;
    let plain = (start..end).all(|place| is_digit(scan.at(place)) || scan.at(place).is_ascii_uppercase());
    (plain || scan.is_near(start, end, PASSPORT)).then_some(end)
}

/// A client identifier (8 or 10 digits, perhaps in its groups) or nine digits, perhaps after one or two letters, near a
/// word for a case. Two years are none.
pub fn case_number(scan: &Scan, start: usize) -> Option<usize> {
    let digits = scan.run(start, |byte| byte.is_ascii_alphabetic());
    if digits > start + 2 {
        return None;
    }
    let shapes: [&[usize]; 3] = [&[2, 4, 4], &[9], &[4, 4]];
    let end = shapes.into_iter().find_map(|sizes| scan.groups(digits, sizes))?;
    let found = !is_word(scan.at(end)) && !are_years(scan, digits, end) && scan.is_near(start, end, CASE);
    found.then_some(end)
}

/// The provinces' numbers are of many shapes: up to five letters, 6 to 15 digits in groups of three and more, up to two
/// letters; near a word for them. A Quebec health card (four letters, a date of birth, two digits) needs no such word.
pub fn health_card(scan: &Scan, start: usize) -> Option<usize> {
    let letters_end = scan.run(start, |byte| byte.is_ascii_alphabetic());
    if letters_end > start + 5 {
        return None;
    }
    let capitals = (start..letters_end).all(|place| scan.at(place).is_ascii_uppercase());
    let digits = if capitals && letters_end == start + 4 { scan.separator(letters_end) } else { letters_end };
    if let Some(end) = quebec(scan, start, letters_end, digits) {
        return Some(end);
    }
    let (mut end, mut count, mut place) = (digits, 0, digits);
    loop {
        let stop = scan.run(place, is_digit);
        let last = !is_digit(scan.at(scan.separator(stop)));
        if count > 15 || stop < place + if last && count > 5 { 2 } else { 3 } {
            break;
        }
        count += stop - place;
        end = stop;
        place = scan.separator(stop);
    }
    let version = scan.separator(end);
    let version = scan.run(version, |byte| byte.is_ascii_uppercase()).min(version + 2);
    let end = if version > end + 1 && !is_word(scan.at(version)) { version } else { end };
    let found = (6..=15).contains(&count)
        && !is_word(scan.at(end))
        && !are_years(scan, digits, end)
        && scan.is_near(start, end, HEALTH);
    found.then_some(end)
}

/// Quebec: `TREM 8051 1234`, the month counted from 51 for women.
fn quebec(scan: &Scan, start: usize, letters_end: usize, digits: usize) -> Option<usize> {
    let end = scan.groups(digits, &[4, 4])?;
    let month = scan.value(digits + 2, digits + 4);
    let after = scan.separator(digits + 4);
    let day = scan.value(after, after + 2);
    let capitals = letters_end == start + 4 && (start..letters_end).all(|place| scan.at(place).is_ascii_uppercase());
    let dated = matches!(month, 1..=12 | 51..=62) && matches!(day, 1..=31);
    (capitals && dated && !is_word(scan.at(end))).then_some(end)
}

/// Where so many letters end that start here.
fn letters(scan: &Scan, start: usize, count: usize) -> Option<usize> {
    let end = start + count;
    (start..end).all(|place| scan.at(place).is_ascii_alphabetic()).then_some(end)
}

/// Two years, as in "2023-2024".
fn are_years(scan: &Scan, start: usize, end: usize) -> bool {
    let year = |place| matches!(scan.value(place, place + 4), 1900..=2099);
    let second = scan.separator(start + 4);
    second + 4 == end && second > start + 4 && year(start) && year(second)
}
