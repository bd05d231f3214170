//! Addresses on the internet: of mailboxes and of machines.

use super::scan::{Scan, is_digit, is_letter, is_word};
use super::{Finding, Kind};

/// What stands before four numbers with dots that are no address.
const VERSIONS: &str = "version|release|section|article|paragraph|paragraphe|clause|annex|annexe";

/// An address of e-mail around its `@`, as HTML5 reads it, with a top level of two letters or more. It reaches back over
/// findings: "130692544@example.ca" is one.
pub fn email(scan: &Scan, at: usize) -> Option<Finding> {
    let mut start = scan.run_back(at, |byte| is_word(byte) || b".!#$%&'*+/=?^`{|}~-".contains(&byte));
    while start < at && !is_word(scan.at(start)) {
        start += 1;
    }
    let end = domain(scan, at + 1)?;
    (start < at).then_some(Finding { kind: Kind::Email, start, end })
}

/// Where a name of two labels or more ends, with the letters of the last that can be a top level's.
fn domain(scan: &Scan, start: usize) -> Option<usize> {
    let (mut place, mut end) = (start, None);
    loop {
        let stop = scan.run(place, |byte| is_letter(byte) || is_digit(byte) || byte == b'-');
        if stop == place {
            return end;
        }
        let letters = scan.run(place, is_letter);
        if place > start && letters >= place + 2 {
            end = Some(letters);
        }
        if scan.at(stop) != b'.' {
            return end;
        }
        place = stop + 1;
    }
}

/// Whether an address is a government mailbox of a role: at canada.ca or gc.ca, and not named like a person.
///
/// A person's mailbox there is `first.last`, with an initial or a number perhaps. So a local part of two or three
/// plain words is a person's. One word is a role, since `jdoe` and `info` cannot be told apart and the former's owner is
/// listed in the government's public directory; so are four words, an underscore (none is in a name) and a word
/// that is an acronym (three letters without a vowel, or capitals after a small letter: `fin.rpt`, `TBTerminoSVP`).
pub fn is_role(scan: &Scan, start: usize, end: usize) -> bool {
    let at = scan.run(start, |byte| byte != b'@' && byte != 0).min(end);
    let ours = [&b"canada.ca"[..], b"gc.ca"].iter().any(|domain| {
        let first = end.saturating_sub(domain.len());
        first > at && matches!(scan.at(first - 1), b'@' | b'.') && scan.end_of(first, domain).is_some()
    });
    ours && !is_named_like_a_person(scan, start, at)
}

fn is_named_like_a_person(scan: &Scan, start: usize, end: usize) -> bool {
    let (mut place, mut words) = (start, 0);
    while place < end {
        let stop = scan.run(place, |byte| byte != b'.' && byte != b'@');
        if is_acronym(scan, place, stop) {
            return false;
        }
        words += 1;
        place = stop + 1;
    }
    (2..=3).contains(&words)
}

/// Whether a word of a mailbox is none of a name.
fn is_acronym(scan: &Scan, start: usize, end: usize) -> bool {
    let vowels = (start..end).filter(|place| b"aeiouy".contains(&scan.at(*place).to_ascii_lowercase())).count();
    let small = |place| scan.at(place).is_ascii_lowercase();
    let capital = |place| scan.at(place).is_ascii_uppercase();
    let inner = (start..end).any(|place| small(place) && capital(place + 1) && capital(place + 2));
    inner || vowels == 0 && end >= start + 3 || (start..end).any(|place| scan.at(place) == b'_')
}

/// Four octets, or a version 6 address (RFC 4291).
pub fn ip_address(scan: &Scan, start: usize) -> Option<usize> {
    version_4(scan, start).or_else(|| version_6(scan, start))
}

/// Four octets that are not a part of more numbers with dots and not the version or section of something.
fn version_4(scan: &Scan, start: usize) -> Option<usize> {
    let mut end = start;
    for octet in 0..4 {
        let first = end + usize::from(octet > 0);
        if octet > 0 && scan.at(end) != b'.' {
            return None;
        }
        end = scan.run(first, is_digit);
        let padded = scan.at(first) == b'0' && end > first + 1;
        if !(first + 1..=first + 3).contains(&end) || padded || scan.value(first, end) > 255 {
            return None;
        }
    }
    let more = |byte, next| byte == b'.' && is_digit(next);
    let joined = more(scan.before(start), scan.before(start.saturating_sub(1)))
        || more(scan.at(end), scan.at(end + 1))
        || is_word(scan.at(end));
    (!joined && scan.follows(start, VERSIONS).is_none()).then_some(end)
}

/// Eight groups of up to four hexadecimal digits, or fewer around one `::`, with a digit among them: `std::fed` is none.
fn version_6(scan: &Scan, start: usize) -> Option<usize> {
    let (mut place, mut groups, mut gap, mut digits) = (start, 0, false, false);
    loop {
        let end = scan.run(place, |byte| byte.is_ascii_hexdigit());
        if end == place || end > place + 4 || groups > 8 {
            break;
        }
        groups += 1;
        digits |= scan.digits(place, end).next().is_some();
        place = end;
        if scan.at(place) == b':' && scan.at(place + 1) == b':' {
            if gap {
                return None;
            }
            gap = true;
            place += 2;
        } else if scan.at(place) == b':' && scan.at(place + 1).is_ascii_hexdigit() {
            place += 1;
        } else {
            break;
        }
    }
    let whole = !is_word(scan.at(place)) && scan.before(start) != b':' && scan.at(place) != b':';
    (whole && digits && (groups == 8 && !gap || gap && (2..8).contains(&groups))).then_some(place)
}
