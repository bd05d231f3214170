//! The reference, the access code and the code of a paper sheet: short codes that survive being read aloud and copied by
//! hand.
//!
//! All use Crockford's base 32, which has no I, L, O or U. The last character is a check over the field of 32 elements:
//! it catches every single wrong character and every swap of neighbours before anything is looked up, and is itself a
//! letter or digit, which Crockford's own check (modulo 37) is not always.

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters that carry the code; 60 bits.
const LENGTH: usize = 12;
/// Where the check of a sheet's code begins; that of the others begins with 0.
const OF_A_SHEET: u8 = 1;

/// What was typed cannot be such a code: a wrong length, a character that is never used, or a failed check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadCode;

/// The public name of a card: 12 characters and a check character, shown in groups of four.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reference(String);

/// The secret that, with the reference, opens the tracking page.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessCode(String);

impl Reference {
    /// The reference that the first 60 bits stand for.
    #[must_use]
    pub fn from_bits(bits: u64) -> Self {
        Self(encode(bits))
    }

    /// Reads what a person typed: any case, with or without groups, `O` for 0, `I` and `L` for 1.
    pub fn parse(text: &str) -> Result<Self, BadCode> {
        decode(text).map(Self)
    }

    /// The 13 characters without groups.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In groups that can be read aloud: `7K3M-9QXA-2B4C-E`.
    #[must_use]
    pub fn grouped(&self) -> String {
        grouped(&self.0)
    }
}

impl AccessCode {
    /// The code that the first 60 bits stand for.
    #[must_use]
    pub fn from_bits(bits: u64) -> Self {
        Self(encode(bits))
    }

    /// Reads what a person typed, as [`Reference::parse`] does.
    pub fn parse(text: &str) -> Result<Self, BadCode> {
        decode(text).map(Self)
    }

    /// The 13 characters without groups.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In groups of four.
    #[must_use]
    pub fn grouped(&self) -> String {
        grouped(&self.0)
    }
}

/// The code of a printed sheet of paper, from which the card's id follows: a sheet that is keyed in twice is one card.
///
/// Its check begins elsewhere, so that a reference, which stands on the same sheet, is never taken for it.
#[derive(Clone, PartialEq, Eq)]
pub struct SheetCode(String);

impl SheetCode {
    /// The code that the first 60 bits stand for.
    #[must_use]
    pub fn from_bits(bits: u64) -> Self {
        Self(encode_from(OF_A_SHEET, bits))
    }

    /// Reads what a person typed, as [`Reference::parse`] does.
    pub fn parse(text: &str) -> Result<Self, BadCode> {
        decode_from(OF_A_SHEET, text).map(Self)
    }

    /// The 13 characters without groups.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In groups of four.
    #[must_use]
    pub fn grouped(&self) -> String {
        grouped(&self.0)
    }
}

/// Whoever has it can send a card under the sheet's id: it shows in no log.
impl std::fmt::Debug for SheetCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SheetCode(…)")
    }
}

/// A code never shows in a log, even by mistake.
impl std::fmt::Debug for AccessCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AccessCode(…)")
    }
}

fn encode(bits: u64) -> String {
    encode_from(0, bits)
}

fn encode_from(start: u8, bits: u64) -> String {
    let value = bits >> 4;
    let digits = (0..LENGTH).rev().map(|place| u8::try_from(value >> (5 * place) & 31).unwrap_or(0));
    let check = digits.clone().fold(start, |sum, digit| times_alpha(sum ^ digit));
    digits.chain([check]).map(|digit| char::from(ALPHABET[usize::from(digit)])).collect()
}

/// Multiplies by the generator in the field of 32 elements made by x⁵ + x² + 1. So each place of the code weighs
/// differently, and none weighs nothing.
const fn times_alpha(element: u8) -> u8 {
    let doubled = element << 1;
    if doubled & 32 == 0 { doubled } else { doubled ^ 0b10_0101 }
}

fn decode(text: &str) -> Result<String, BadCode> {
    decode_from(0, text)
}

fn decode_from(start: u8, text: &str) -> Result<String, BadCode> {
    // What is copied out of a text that runs from right to left brings marks of direction along.
    let is_between = |c: &char| matches!(c, '-' | ' ' | '\u{a0}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}');
    let typed = text.chars().filter(|c| !is_between(c)).map(|c| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    });
    let places = typed.map(|letter| ALPHABET.iter().position(|known| char::from(*known) == letter).ok_or(BadCode));
    let places = places.collect::<Result<Vec<usize>, BadCode>>()?;
    let (check, digits) = places.split_last().ok_or(BadCode)?;
    if digits.len() != LENGTH {
        return Err(BadCode);
    }
    let value = digits.iter().fold(0_u64, |value, digit| value << 5 | *digit as u64);
    let code = encode_from(start, value << 4);
    if code.bytes().last() == Some(ALPHABET[*check]) { Ok(code) } else { Err(BadCode) }
}

fn grouped(code: &str) -> String {
    let mut out = String::with_capacity(code.len() + 3);
    for (place, letter) in code.chars().enumerate() {
        if place > 0 && place % 4 == 0 {
            out.push('-');
        }
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_by_hand_reads_back() {
        let reference = Reference::from_bits(0x0123_4567_89AB_CDEF);
        let grouped = reference.grouped();
        for typed in [grouped.clone(), grouped.to_lowercase(), grouped.replace('-', " "), grouped.replace('0', "O")] {
            assert_eq!(Reference::parse(&typed), Ok(reference.clone()), "{typed}");
        }
        let copied = format!("\u{2068}{grouped}\u{2069}");
        assert_eq!(Reference::parse(&copied), Ok(reference), "out of an Arabic letter");
    }

    #[test]
    fn one_wrong_or_two_swapped_characters_are_caught() {
        let code = Reference::from_bits(0xFEDC_BA98_7654_3210).as_str().to_owned();
        for place in 0..=LENGTH {
            for letter in ALPHABET {
                let mut wrong = code.clone().into_bytes();
                if wrong[place] == *letter {
                    continue;
                }
                wrong[place] = *letter;
                assert_eq!(Reference::parse(&String::from_utf8(wrong).expect("ASCII")), Err(BadCode));
            }
            let mut swapped = code.clone().into_bytes();
            if place < LENGTH && swapped[place] != swapped[place + 1] {
                swapped.swap(place, place + 1);
                assert_eq!(Reference::parse(&String::from_utf8(swapped).expect("ASCII")), Err(BadCode));
            }
        }
    }

    #[test]
    fn a_sheets_code_reads_back_and_is_never_taken_for_a_reference_nor_a_reference_for_it() {
        for bits in [0, 1 << 4, 0x0123_4567_89AB_CDEF, u64::MAX] {
            let (sheet, reference) = (SheetCode::from_bits(bits), Reference::from_bits(bits));
            assert_eq!(SheetCode::parse(&sheet.grouped().to_lowercase()), Ok(sheet.clone()));
            assert_eq!(Reference::parse(sheet.as_str()), Err(BadCode));
            assert_eq!(SheetCode::parse(reference.as_str()), Err(BadCode));
        }
    }

    #[test]
    fn what_cannot_be_a_code_is_refused() {
        for bad in ["", "ABC", "é", "<script>", "0123456789ABCDEFGH", "UUUU-UUUU-UUUU-U"] {
            assert_eq!(Reference::parse(bad), Err(BadCode), "{bad}");
        }
    }
}
