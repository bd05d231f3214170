//! Phrases in free text: whole words in any case, with or without accents and apostrophes. A `*` at the end of a phrase
//! stands for the rest of a word, a `$` for the end of the text or of a part of it (before a stop, a comma, a dash, an
//! emoji); a phrase of Arabic letters is found inside words, too, because Arabic joins small words to the next.

use crate::fold::{LETTER, fold};

/// A text, made ready to look for phrases in it.
pub struct Text(Vec<u8>);

impl Text {
    /// Reads any text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(words(text, b""))
    }

    /// Whether one of these phrases stands in the text.
    #[must_use]
    pub fn has_any(&self, phrases: &Phrases) -> bool {
        let mut places = self.0.windows(2).enumerate();
        places.any(|(place, pair)| {
            // Most places of a text are inside words, where few phrases are looked for.
            let is_asked = pair.first() == Some(&b' ') || pair.last() > Some(&LETTER);
            is_asked && phrases.begin(self.0.get(place..).unwrap_or_default())
        })
    }
}

/// Phrases, made ready to be looked for in many texts.
pub struct Phrases(Vec<Vec<Phrase>>);

/// One phrase, kept with those that begin with the same byte.
struct Phrase {
    stem: Vec<u8>,
    /// Whether it is found inside words.
    is_inside: bool,
    /// Whether the word may go on after it.
    is_open: bool,
    /// Whether nothing may come after it before a stop or comma.
    is_last: bool,
}

impl Phrases {
    /// Reads phrases that are separated by `|`.
    #[must_use]
    pub fn of(list: &str) -> Self {
        let mut by_first: Vec<Vec<Phrase>> = std::iter::repeat_with(Vec::new).take(1 << u8::BITS).collect();
        for phrase in words(list, b"|*$").split(|byte| *byte == b'|') {
            let phrase = phrase.trim_ascii();
            let is_last = phrase.ends_with(b"$");
            let is_stem = phrase.ends_with(b"*");
            let stem = phrase.get(..phrase.len() - usize::from(is_last || is_stem)).unwrap_or_default();
            let Some(same) = stem.first().and_then(|first| by_first.get_mut(usize::from(*first))) else { continue };
            let is_inside = stem.first() > Some(&LETTER);
            same.push(Phrase { stem: stem.to_vec(), is_inside, is_open: is_inside || is_stem, is_last });
        }
        Self(by_first)
    }

    /// Whether one of them begins after the first of these bytes.
    fn begin(&self, place: &[u8]) -> bool {
        let Some((before, rest)) = place.split_first() else { return false };
        let Some(same) = rest.first().and_then(|first| self.0.get(usize::from(*first))) else { return false };
        same.iter().any(|Phrase { stem, is_inside, is_open, is_last }| {
            // The second byte tells most of them apart, for less than a comparison of the whole.
            stem.get(1).is_none_or(|second| rest.get(1) == Some(second))
                && (*is_inside || *before == b' ')
                && rest.starts_with(stem)
                && (*is_open || rest.get(stem.len()) == Some(&b' '))
                && (!*is_last || rest.get(stem.len() + 1).is_none_or(|next| *next == STOP))
        })
    }
}

/// Where a sentence or a part of one ends.
const STOP: u8 = b'.';

/// Small letters, digits and these signs, one space between words and around the whole; an apostrophe leaves no gap. What
/// ends a sentence or a part of one becomes a word of its own.
fn words(text: &str, signs: &[u8]) -> Vec<u8> {
    let mut words = Vec::with_capacity(text.len() + 2);
    words.push(b' ');
    let (mut last, mut before) = (b' ', b' ');
    for character in text.chars().chain([' ']) {
        let Some(byte) = fold(character) else { continue };
        let kept = byte.is_ascii_alphanumeric() || byte >= LETTER || signs.contains(&byte);
        let kept = if kept { byte.to_ascii_lowercase() } else { b' ' };
        if byte != b'\'' && (kept != b' ' || last != b' ') {
            words.push(kept);
            last = kept;
        }
        let is_stop = match byte {
            b'.' | b',' | b';' | b':' | b'!' | b'?' | b')' | b'\n' => true,
            // A dash stands apart, a hyphen joins.
            b'-' => before == b' ',
            b' ' => before == b'-',
            // Three dots in one, an emoji, a comma of Arabic; quotation marks stand around words that go on.
            0 => !matches!(character, '«' | '»' | '‹' | '›' | '\u{2018}'..='\u{201f}'),
            _ => false,
        };
        if is_stop {
            words.extend([STOP, b' ']);
        }
        before = byte;
    }
    words
}
