//! What all detectors read with: a place in the folded text, its neighbours, its groups of digits, the words around it.
//!
//! Reading outside the text gives 0, which is neither letter nor digit nor separator, so no detector can run over an end.

use crate::fold::LETTER;

/// How far, in characters, a word like "SIN" explains a number.
const NEAR: usize = 25;
/// The longest word of any list.
const LONGEST_WORD: usize = 20;
/// The most bytes between the brackets of what stands in place of a finding.
const LONGEST_TOKEN: usize = 80;

/// A folded text and how far it has been read.
pub struct Scan<'text> {
    bytes: &'text [u8],
    /// What stands before this place belongs to a finding: for what follows, it is not there.
    pub floor: usize,
}

pub const fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}

pub const fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte >= LETTER
}

pub const fn is_word(byte: u8) -> bool {
    is_letter(byte) || is_digit(byte) || byte == b'_'
}

impl<'text> Scan<'text> {
    pub const fn new(bytes: &'text [u8]) -> Self {
        Self { bytes, floor: 0 }
    }

    /// The byte at a place, 0 outside the text. Kept out of line: inlined, it would be a twelfth of the rules' size.
    #[inline(never)]
    pub fn at(&self, place: usize) -> u8 {
        self.bytes.get(place).copied().unwrap_or(0)
    }

    /// The byte before a place, 0 at the beginning of what is still unread.
    pub fn before(&self, place: usize) -> u8 {
        if place > self.floor { self.at(place - 1) } else { 0 }
    }

    /// Where the run of such bytes ends that starts here.
    pub fn run(&self, start: usize, is_in: fn(u8) -> bool) -> usize {
        let mut end = start;
        while end < self.bytes.len() && is_in(self.at(end)) {
            end += 1;
        }
        end
    }

    /// Where the run of such bytes starts that ends before a place, finding or not.
    pub fn run_back(&self, end: usize, is_in: fn(u8) -> bool) -> usize {
        let mut start = end;
        while start > 0 && is_in(self.at(start - 1)) {
            start -= 1;
        }
        start
    }

    /// Where a separator of groups ends: nothing, a dot, or a space and a hyphen, each or both, as people put them.
    pub fn separator(&self, start: usize) -> usize {
        let byte = |place, wanted| usize::from(self.at(place) == wanted);
        if self.at(start) == b'.' {
            return start + 1;
        }
        let hyphen = start + byte(start, b' ');
        let space = hyphen + byte(hyphen, b'-');
        space + byte(space, b' ')
    }

    /// Where so many digits end that start here, whatever follows.
    pub fn exactly(&self, start: usize, count: usize) -> Option<usize> {
        let end = start + count;
        (start..end).all(|place| is_digit(self.at(place))).then_some(end)
    }

    /// Where groups of so many digits end, separated all in the same way, with no digit after them.
    pub fn groups(&self, start: usize, sizes: &[usize]) -> Option<usize> {
        let mut place = start;
        let mut first: Option<&[u8]> = None;
        for (index, size) in sizes.iter().enumerate() {
            if index > 0 {
                let next = self.separator(place);
                let separator = self.bytes.get(place..next)?;
                if *first.get_or_insert(separator) != separator {
                    return None;
                }
                place = next;
            }
            place = self.exactly(place, *size)?;
        }
        (!is_digit(self.at(place))).then_some(place)
    }

    /// The digits of a stretch, without what separates them.
    pub fn digits(&self, start: usize, end: usize) -> impl DoubleEndedIterator<Item = u8> + Clone {
        self.bytes.get(start..end).unwrap_or_default().iter().copied().filter(|byte| is_digit(*byte))
    }

    /// The value of a stretch's first digits.
    pub fn value(&self, start: usize, end: usize) -> u32 {
        self.digits(start, end).fold(0, |value, digit| value.wrapping_mul(10).wrapping_add(u32::from(digit - b'0')))
    }

    /// Where this text ends if it stands here, in any case.
    pub fn end_of(&self, start: usize, text: &[u8]) -> Option<usize> {
        let end = start + text.len();
        self.bytes.get(start..end)?.eq_ignore_ascii_case(text).then_some(end)
    }

    /// Where a word or phrase of a list (`"sin|nas"`, folded and small) ends that stands here whole.
    pub fn word(&self, start: usize, list: &str) -> Option<usize> {
        if !is_letter(self.at(start)) {
            return None;
        }
        let mut ends = list.as_bytes().split(|byte| *byte == b'|').map(|word| self.end_of(start, word));
        ends.find_map(|end| end.filter(|end| !is_letter(self.at(*end))))
    }

    /// Where a word of the list starts that stands right before a place, with a dot, a colon or spaces between them.
    pub fn follows(&self, start: usize, list: &str) -> Option<usize> {
        let end = self.run_back(start, |byte| matches!(byte, b' ' | b':'));
        let bare = end - usize::from(end > 0 && self.at(end - 1) == b'.');
        let mut places = end.saturating_sub(LONGEST_WORD)..bare;
        let stands = |place| self.word(place, list).is_some_and(|stop| stop == end || stop == bare);
        places.find(|place| start > bare && self.begins_word(*place) && stands(*place))
    }

    /// Whether a word of the list stands within [`NEAR`] characters of a stretch.
    pub fn is_near(&self, start: usize, end: usize, list: &str) -> bool {
        let stands =
            |place| self.word(place, list).is_some_and(|stop| place >= end || stop <= start && stop + NEAR >= start);
        (start.saturating_sub(NEAR + LONGEST_WORD)..end + NEAR).any(|place| self.begins_word(place) && stands(place))
    }

    /// Whether a word begins here, read or not. A word in brackets that stand for a finding is none.
    fn begins_word(&self, place: usize) -> bool {
        let before = if place > 0 { self.at(place - 1) } else { 0 };
        is_letter(self.at(place)) && !is_word(before) && !self.is_in_token(place)
    }

    /// Whether this place is in brackets with words only, such as `[phone number]`.
    fn is_in_token(&self, place: usize) -> bool {
        let ends = |byte: &&u8| matches!(**byte, b'[' | b']' | b'\n') || is_digit(**byte);
        let before = self.bytes.get(place.saturating_sub(LONGEST_TOKEN)..place).unwrap_or_default();
        let after = self.bytes.get(place..).unwrap_or_default();
        before.iter().rev().find(ends) == Some(&b'[') && after.iter().take(LONGEST_TOKEN).find(ends) == Some(&b']')
    }
}
