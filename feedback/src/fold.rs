//! Text as the rules of privacy and of danger read it: one byte for each character that counts, beside the place where
//! it stands in the original.
//!
//! It does what those rules need of Unicode's NFKC, without its tables:
//! - spaces of every width and tabs are a space, hyphens and dashes of every length a `-`, curled apostrophes a `'`;
//! - full-width characters, the digits of Arabic and Persian and mathematical digits are ASCII;
//! - a Latin letter loses its accent and keeps its case, whether the accent is part of it or follows it;
//! - an Arabic letter has a byte of its own from [`ARABIC`] on, without vowel signs, one for all forms of the alef;
//! - what cannot be seen (zero-width characters, soft hyphens, marks of direction) is passed over;
//! - any other letter is [`LETTER`], and any other sign 0.
//!
//! Superior digits stay signs: after a phone number they are the number of a footnote.

/// A letter of which no rule needs to know more.
pub const LETTER: u8 = 0x80;
/// The first of the Arabic letters.
const ARABIC: u8 = 0x81;

/// U+00C0 to U+00FF without their accents.
const LATIN_1: &[u8; 64] = b"AAAAAAACEEEEIIIIDNOOOOO\0OUUUUYTsaaaaaaaceeeeiiiidnooooo\0ouuuuyty";

/// A text's bytes as the rules read them, and where each one stood.
pub struct Folded {
    /// A byte a character.
    pub bytes: Vec<u8>,
    /// For each byte the offset of its character in the original, and at the end the original's length.
    pub places: Vec<usize>,
}

impl Folded {
    /// Reads any text.
    pub fn of(text: &str) -> Self {
        let mut folded = Self { bytes: Vec::with_capacity(text.len()), places: Vec::with_capacity(text.len() + 1) };
        for (place, character) in text.char_indices() {
            if let Some(byte) = fold(character) {
                folded.bytes.push(byte);
                folded.places.push(place);
            }
        }
        folded.places.push(text.len());
        folded
    }
}

/// The byte of a character, or `None` if it is passed over.
pub fn fold(character: char) -> Option<u8> {
    let code = u32::from(character);
    // Most characters of most texts.
    if character.is_ascii_graphic() {
        return u8::try_from(code).ok();
    }
    // Every range below is at most 95 wide, so its distance fits a byte.
    let from = |first: u32, becomes: u8| becomes.wrapping_add((code.wrapping_sub(first) & 0xFF) as u8);
    Some(match code {
        0x09 | 0xA0 | 0x2000..=0x200A | 0x202F | 0x205F | 0x3000 => b' ',
        0x00..=0x7F => from(0, 0),
        0xAD
        | 0x200B..=0x200F
        | 0x202A..=0x202E
        | 0x2060..=0x206F
        | 0xFE00..=0xFE0F
        | 0xFEFF
        | 0x0300..=0x036F
        | 0x0640
        | 0x064B..=0x065F
        | 0x0670 => return None,
        0x2010..=0x2015 | 0x2212 | 0xFE58 | 0xFE63 => b'-',
        0x02BC | 0x2018 | 0x2019 => b'\'',
        0xC0..=0xFF => LATIN_1.get(usize::from(from(0xC0, 0))).copied().unwrap_or(LETTER),
        0x0152 => b'O',
        0x0153 => b'o',
        0x0660..=0x0669 => from(0x0660, b'0'),
        0x06F0..=0x06F9 => from(0x06F0, b'0'),
        0x0622 | 0x0623 | 0x0625 => ARABIC + 0x06,
        0x0629 => ARABIC + 0x26,
        0x0649 => ARABIC + 0x29,
        0x0621..=0x064A => from(0x0621, ARABIC),
        0xFF01..=0xFF5E => from(0xFF01, b'!'),
        0x1D7CE..=0x1D7FF => b'0' + ((code - 0x1D7CE) % 10) as u8,
        0x80..=0xBF | 0x2000..=0x2BFF | 0x3000..=0x303F | 0xD800..=0xFAFF | 0xFE10..=0xFFFF | 0x1F000.. => 0,
        _ => LETTER,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<u8> {
        Folded::of(text).bytes
    }

    #[test]
    fn what_looks_alike_is_read_alike() {
        assert_eq!(folded("130\u{a0}692\u{202f}544"), b"130 692 544");
        assert_eq!(folded("130\u{2011}692–544"), b"130-692-544");
        assert_eq!(folded("１３０ ٦٩٢ ۵۴۴ 𝟙"), b"130 692 544 1");
        assert_eq!(folded("né l’été, NÉE, cœur"), b"ne l'ete, NEE, cour");
        assert_eq!(folded("e\u{301}te\u{301}"), b"ete");
        assert_eq!(folded("1\u{200b}3\u{ad}0"), b"130");
        assert_eq!(folded("أنا"), folded("انا"));
        assert_eq!(folded("٣ х 🙂¹"), [b'3', b' ', LETTER, b' ', 0, 0]);
    }

    #[test]
    fn every_byte_knows_its_place_in_the_original() {
        let text = "é\u{200b}1🙂2";
        let places = Folded::of(text).places;
        assert_eq!(places, [0, 5, 6, 10, 11]);
        assert_eq!(text.get(5..6), Some("1"));
    }
}
