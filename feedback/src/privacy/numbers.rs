//! Numbers that are known by their own arithmetic: social insurance, payment cards, phones.

use super::scan::{Scan, is_digit};

/// After these, nine digits are a social insurance number even if mistyped. People say "social security", too.
const SIN: &str = "sin|nas|social insurance|assurance sociale|social security|ssn";

/// Numbers that the government publishes, as the service inventory of 2023-24 and canada.ca give them: 1 800 O-Canada,
/// its TTY, tax, parole and its TTY, business in Atlantic Canada, environment, Health Canada, public health.
const PUBLISHED: &str =
    "8006226232 8009269105 8009598281 8887738888 8667876221 8885764444 8006686767 8662250709 8442805020";

/// Nine digits in three groups, with Luhn's check and a first digit that is given to persons; or nine digits in any groups
/// near a word that says what they are.
pub fn sin(scan: &Scan, start: usize) -> Option<usize> {
    let regular = scan.groups(start, &[3, 3, 3]);
    let known = |end: &usize| !matches!(scan.at(start), b'0' | b'8') && luhn(scan, start, *end);
    let known = regular.filter(|end| known(end) && !is_amount(scan, start, *end));
    known.or_else(|| nine_digits(scan, start).filter(|end| scan.is_near(start, *end, SIN)))
}

/// Nine digits with separators anywhere between them.
fn nine_digits(scan: &Scan, start: usize) -> Option<usize> {
    let mut end = scan.exactly(start, 1)?;
    for _ in 1..9 {
        end = scan.exactly(scan.separator(end), 1)?;
    }
    (!is_digit(scan.at(end))).then_some(end)
}

/// Money, or a part of a larger number: "$250 000 000", "1,130692544".
fn is_amount(scan: &Scan, start: usize, end: usize) -> bool {
    let joins = |byte| matches!(byte, b'.' | b',');
    let before = scan.before(start);
    let dollar_before = before == b'$' || before == b' ' && scan.before(start - 1) == b'$';
    let dollar_after = scan.at(scan.separator(end)) == b'$';
    let more_before = joins(before) && is_digit(scan.before(start - 1));
    let more_after = joins(scan.at(end)) && is_digit(scan.at(end + 1));
    dollar_before || dollar_after || more_before || more_after
}

/// 13 to 19 digits in groups of three and more, with Luhn's check, that begin as the networks' cards do.
pub fn card(scan: &Scan, start: usize) -> Option<usize> {
    let (mut place, mut count, mut found) = (start, 0, None);
    loop {
        let end = scan.run(place, is_digit);
        count += end - place;
        if end < place + 3 || count > 19 {
            return found;
        }
        if count >= 13 && luhn(scan, start, end) && is_issued(scan, start, end) {
            found = Some(end);
        }
        place = scan.separator(end);
    }
}

/// Visa, Mastercard (both ranges), American Express, Discover.
fn is_issued(scan: &Scan, start: usize, end: usize) -> bool {
    let first = scan.digits(start, end).take(4).fold(0_u32, |value, digit| value * 10 + u32::from(digit - b'0'));
    matches!(first, 4000..=4999 | 5100..=5599 | 2221..=2720 | 3400..=3499 | 3700..=3799 | 6011 | 6500..=6599)
}

/// Luhn's check: from the right every second digit counts twice, and the sum of all digits ends in 0.
fn luhn(scan: &Scan, start: usize, end: usize) -> bool {
    let mut sum = 0;
    let mut twice = false;
    for digit in scan.digits(start, end).rev() {
        let digit = u32::from(digit - b'0');
        sum += if twice { digit * 2 - if digit > 4 { 9 } else { 0 } } else { digit };
        twice = !twice;
    }
    sum % 10 == 0
}

/// A number of the North American plan with its area code, or any number that begins with `+`.
pub fn phone(scan: &Scan, start: usize) -> Option<usize> {
    let plus = usize::from(scan.at(start) == b'+');
    let national = start + plus;
    let area = if scan.at(national) == b'1' { scan.separator(national + 1) } else { national };
    north_american(scan, area).or_else(|| if plus == 1 { abroad(scan, national) } else { None })
}

/// Area code (in brackets or not), exchange, number: neither of the first two begins with 0 or 1.
fn north_american(scan: &Scan, start: usize) -> Option<usize> {
    let bracket = usize::from(scan.at(start) == b'(');
    let area = start + bracket;
    let after = scan.exactly(area, 3)?;
    if bracket == 1 && scan.at(after) != b')' {
        return None;
    }
    let exchange = scan.separator(after + bracket);
    let line = scan.separator(scan.exactly(exchange, 3)?);
    let end = scan.exactly(line, 4)?;
    (scan.at(area) >= b'2' && scan.at(exchange) >= b'2' && !is_digit(scan.at(end))).then_some(end)
}

/// 8 to 15 digits after the `+` (ITU-T E.164) in as many groups as fit, a trunk zero in brackets among them.
fn abroad(scan: &Scan, start: usize) -> Option<usize> {
    let (mut place, mut count, mut found) = (start, 0, None);
    loop {
        let end = scan.run(place, is_digit);
        count += end - place;
        if end == place || count > 15 {
            return found.filter(|end| !is_amount(scan, start, *end));
        }
        if count >= 8 {
            found = Some(end);
        }
        place = scan.separator(end);
        if scan.at(place) == b'(' && scan.at(place + 2) == b')' {
            place += 1;
        } else if scan.at(place) == b')' {
            place = scan.separator(place + 1);
        }
    }
}

/// Whether a phone number is one that the government publishes.
pub fn is_published(scan: &Scan, start: usize, end: usize) -> bool {
    let last = scan.digits(start, end).rev().take(10);
    PUBLISHED.split(' ').any(|number| number.bytes().rev().eq(last.clone()))
}
