//! Dates of birth: a date in any of the usual spellings, near a word of birth.

use super::scan::{Scan, is_digit, is_letter};

const BIRTH: &str = "born|birthday|birthdate|birth date|date of birth|dob|d.o.b|nee|ne le|ne a|ne en|ne(e)|\
    date de naissance|ddn|anniversaire";
/// The beginnings of the months' names in English and French, each of three letters.
const MONTHS: &[u8] = b"janfebfevmaraprmayavrmaijunjuljuiaugaousepoctnovdec";
const ORDINALS: &str = "st|nd|rd|th|er|e";
const BETWEEN: &str = "of|de|the";

/// One part of a date.
#[derive(Clone, Copy)]
enum Part {
    Month,
    /// How many digits, and their value.
    Number(usize, u32),
}

/// A date, the year with four digits or two, near a word of birth. The word itself is no part of the finding.
pub fn birth_date(scan: &Scan, start: usize) -> Option<usize> {
    let end = date(scan, start)?;
    scan.is_near(start, end, BIRTH).then_some(end)
}

/// Up to three parts with something between them; or eight digits, the year first.
fn date(scan: &Scan, start: usize) -> Option<usize> {
    let run = scan.run(start, is_digit);
    if run == start + 8 {
        let value = scan.value(start, run);
        let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
        return (matches!(year, 1900..=2099) && matches!(month, 1..=12) && matches!(day, 1..=31)).then_some(run);
    }
    let mut parts = [Part::Number(0, 0); 3];
    let (mut place, mut found) = (start, None);
    for count in 0..3 {
        let Some((part, end)) = part(scan, place) else { break };
        parts[count] = part;
        if is_date(&parts, count + 1) {
            found = Some(end);
        }
        place = between(scan, end);
        if place == end {
            break;
        }
    }
    found
}

fn part(scan: &Scan, start: usize) -> Option<(Part, usize)> {
    let end = scan.run(start, is_digit);
    if end > start {
        let part = Part::Number(end - start, scan.value(start, end));
        let ordinal = scan.word(end, ORDINALS).unwrap_or(end);
        return (!is_letter(scan.at(ordinal))).then_some((part, ordinal));
    }
    let end = scan.run(start, is_letter);
    let month = MONTHS.chunks_exact(3).any(|month| scan.end_of(start, month).is_some());
    month.then_some((Part::Month, end))
}

/// What may stand between two parts: hyphens, dots, slashes, commas, spaces and a small word; at most three signs.
fn between(scan: &Scan, start: usize) -> usize {
    let signs = |from| scan.run(from, |byte| b" -./,".contains(&byte)).min(from + 3);
    let after = signs(start);
    scan.word(after, BETWEEN).map_or(after, signs)
}

/// Whether these parts make a date: one month by name and a day or a year, or three numbers that can be one.
fn is_date(parts: &[Part; 3], count: usize) -> bool {
    let (mut months, mut years, mut days, mut small) = (0, 0, 0, 0);
    for part in parts.iter().take(count) {
        match *part {
            Part::Month => months += 1,
            Part::Number(4, 1900..=2099) => years += 1,
            Part::Number(1..=2, value) => {
                days += usize::from(value <= 31 || days + years + months == 2);
                small += usize::from(matches!(value, 1..=12));
            }
            Part::Number(..) => return false,
        }
    }
    let whole = months + years + days == count && months <= 1 && years <= 1;
    whole && (months == 1 && count >= 2 || count == 3 && small >= 1)
}
