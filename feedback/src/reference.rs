//! The reference and the access code: short codes that survive being read aloud and copied by hand.
//!
//! Both use Crockford's base 32, which has no I, L, O or U, and a check character (modulo 37) that catches a wrong or a
//! swapped character before anything is looked up.

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHECKS: &[u8; 37] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";
/// Characters that carry the code; 60 bits.
const LENGTH: usize = 12;

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

    /// In groups that can be read aloud: `7K3M-9QXA-2B4C-D`.
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

/// A code never shows in a log, even by mistake.
impl std::fmt::Debug for AccessCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AccessCode(…)")
    }
}

fn encode(bits: u64) -> String {
    let value = bits >> 4;
    let digits = (0..LENGTH).rev().map(|place| ALPHABET[usize::try_from(value >> (5 * place) & 31).unwrap_or(0)]);
    let check = CHECKS[usize::try_from(value % 37).unwrap_or(0)];
    digits.chain([check]).map(char::from).collect()
}

fn decode(text: &str) -> Result<String, BadCode> {
    let typed: Vec<u8> = text.bytes().filter(|b| !matches!(b, b'-' | b' ')).map(|b| b.to_ascii_uppercase()).collect();
    let (check, digits) = typed.split_last().ok_or(BadCode)?;
    if digits.len() != LENGTH {
        return Err(BadCode);
    }
    let mut value = 0_u64;
    for digit in digits {
        let meant = match digit {
            b'O' => b'0',
            b'I' | b'L' => b'1',
            other => *other,
        };
        let place = ALPHABET.iter().position(|letter| *letter == meant).ok_or(BadCode)?;
        value = value << 5 | place as u64;
    }
    let code = encode(value << 4);
    let same = |a: u8, b: u8| a == b || (b == b'0' && a == b'O') || (b == b'1' && matches!(a, b'I' | b'L'));
    if code.bytes().last().is_some_and(|expected| same(*check, expected)) { Ok(code) } else { Err(BadCode) }
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
    }

    #[test]
    fn one_wrong_or_two_swapped_characters_are_caught() {
        let code = Reference::from_bits(0xFEDC_BA98_7654_3210).as_str().to_owned();
        for place in 0..LENGTH {
            for letter in ALPHABET {
                let mut wrong = code.clone().into_bytes();
                if wrong[place] == *letter {
                    continue;
                }
                wrong[place] = *letter;
                assert_eq!(Reference::parse(&String::from_utf8(wrong).expect("ASCII")), Err(BadCode));
            }
            let mut swapped = code.clone().into_bytes();
            if place + 1 < LENGTH && swapped[place] != swapped[place + 1] {
                swapped.swap(place, place + 1);
                assert_eq!(Reference::parse(&String::from_utf8(swapped).expect("ASCII")), Err(BadCode));
            }
        }
    }

    #[test]
    fn what_cannot_be_a_code_is_refused() {
        for bad in ["", "ABC", "é", "<script>", "0123456789ABCDEFGH", "UUUU-UUUU-UUUU-U"] {
            assert_eq!(Reference::parse(bad), Err(BadCode), "{bad}");
        }
    }
}
