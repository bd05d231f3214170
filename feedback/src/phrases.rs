//! Phrases in free text: whole words in any case, with or without accents and apostrophes. A `*` at the end of a phrase
//! stands for the rest of a word; a phrase of Arabic letters is found inside words, too, because Arabic joins small words
//! to the next.

use crate::fold::{Folded, LETTER};

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
        phrases.0.split(|byte| *byte == b'|').any(|phrase| stands(&self.0, phrase))
    }
}

/// Phrases, made ready to be looked for.
pub struct Phrases(Vec<u8>);

impl Phrases {
    /// Reads phrases that are separated by `|`.
    #[must_use]
    pub fn of(list: &str) -> Self {
        Self(words(list, b"|*"))
    }
}

/// Whether a phrase stands in a text: Arabic anywhere, others between spaces.
fn stands(text: &[u8], phrase: &[u8]) -> bool {
    let phrase = phrase.trim_ascii();
    let stem = phrase.strip_suffix(b"*").unwrap_or(phrase);
    let inside = stem.first() > Some(&LETTER);
    let open = inside || stem.len() < phrase.len();
    let here = |rest: &[u8]| rest.starts_with(stem) && (open || rest.get(stem.len()) == Some(&b' '));
    let mut places = text.iter().enumerate().filter(|(_, before)| inside || **before == b' ');
    places.any(|(place, _)| text.get(place + 1..).is_some_and(here))
}

/// Small letters, digits and these signs, one space between words and around the whole; an apostrophe leaves no gap.
fn words(text: &str, signs: &[u8]) -> Vec<u8> {
    let mut words = vec![b' '];
    let mut last = b' ';
    for byte in Folded::of(text).bytes.into_iter().chain([b' ']) {
        let kept = byte.is_ascii_alphanumeric() || byte >= LETTER || signs.contains(&byte);
        let kept = if kept { byte.to_ascii_lowercase() } else { b' ' };
        if byte != b'\'' && (kept != b' ' || last != b' ') {
            words.push(kept);
            last = kept;
        }
    }
    words
}
