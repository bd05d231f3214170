//! What an officer types, read as words to look for. Every word must be there, in any order, of one or of many; before a `*`
//! it is the beginning of longer ones; what stands in quotation marks stands together. Whatever is typed, there is no way to
//! write it wrong.

mod plural;

use icu::normalizer::DecomposingNormalizerBorrowed;
use icu::properties::CodePointMapData;
use icu::properties::props::GeneralCategory;

/// The most characters that are read, and the most words.
pub(super) const MOST_CHARACTERS: usize = 200;
const MOST_WORDS: usize = 12;
/// Shorter words are looked for as they are, a `*` after them or not: too much begins with them.
const LEAST_OF_A_BEGINNING: usize = 3;

/// Words to look for.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Words(Vec<Term>);

/// One of them.
#[derive(Debug, PartialEq, Eq)]
enum Term {
    /// A word, as it is written of one and of many.
    Word(Vec<String>),
    /// The beginning of words.
    Beginning(String),
    /// Words that stand together.
    Phrase(Vec<String>),
}

/// A piece of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// The piece.
    pub text: String,
    /// Whether it was looked for.
    pub is_found: bool,
}

impl Words {
    /// The words of what was typed.
    pub(super) fn read(typed: &str) -> Self {
        let typed: String = typed.chars().take(MOST_CHARACTERS).collect();
        let mut terms = Vec::new();
        for (place, part) in typed.split(['"', '“', '”', '«', '»']).enumerate() {
            let tokens = tokens(part);
            if place % 2 == 1 {
                terms.push(Term::Phrase(tokens.into_iter().map(|(_, _, word)| word).collect()));
            } else {
                terms.extend(
                    tokens.into_iter().map(|(_, end, word)| Term::of(word, part.get(end..).unwrap_or_default())),
                );
            }
        }
        terms.retain(|term| *term != Term::Phrase(Vec::new()));
        terms.truncate(MOST_WORDS);
        Self(terms)
    }

    /// Whether nothing is looked for.
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The same in the language of the index. Every word stands in quotation marks of its own, so that none is a command.
    pub(super) fn matching(&self) -> String {
        let terms = self.0.iter().map(|term| match term {
            Term::Word(forms) => format!("(\"{}\")", forms.join("\" OR \"")),
            Term::Beginning(word) => format!("\"{word}\" *"),
            Term::Phrase(words) => format!("\"{}\"", words.join(" ")),
        });
        terms.collect::<Vec<_>>().join(" AND ")
    }

    /// The same in the language of `PostgreSQL`'s index.
    pub(super) fn tsquery(&self) -> String {
        let terms = self.0.iter().map(|term| match term {
            Term::Word(forms) => format!("('{}')", forms.join("' | '")),
            Term::Beginning(word) => format!("'{word}':*"),
            Term::Phrase(words) => format!("('{}')", words.join("' <-> '")),
        });
        terms.collect::<Vec<_>>().join(" & ")
    }

    /// Whether this text has one of the words; with the text from a little before it on, at most so many words of it.
    pub(super) fn excerpt(&self, text: &str, before: usize, most: usize) -> (bool, Vec<Piece>) {
        let tokens = tokens(text);
        let words: Vec<&str> = tokens.iter().map(|(_, _, word)| word.as_str()).collect();
        let mut is_found = vec![false; words.len()];
        for start in 0..words.len() {
            for term in &self.0 {
                let length = term.length_at(words.get(start..).unwrap_or_default());
                is_found.iter_mut().skip(start).take(length).for_each(|found| *found = true);
            }
        }
        let hit = is_found.iter().position(|found| *found);
        let first = hit.unwrap_or_default().saturating_sub(before);
        let last = (first + most).min(tokens.len());
        (hit.is_some(), pieces(text, &tokens, &is_found, first..last))
    }
}

impl Term {
    /// A word, and what stands after it. Letters and digits together are the beginning of a reference.
    fn of(word: String, rest: &str) -> Self {
        let is_of_reference = word.chars().any(char::is_numeric) && word.chars().any(char::is_alphabetic);
        let is_beginning = rest.starts_with('*') || is_of_reference;
        if is_beginning && word.chars().count() >= LEAST_OF_A_BEGINNING {
            return Self::Beginning(word);
        }
        Self::Word(plural::forms(&word))
    }

    /// With how many of these words it begins: none where it does not.
    fn length_at(&self, words: &[&str]) -> usize {
        let is_there = match self {
            Self::Word(forms) => words.first().is_some_and(|first| forms.iter().any(|form| form == first)),
            Self::Beginning(word) => words.first().is_some_and(|first| first.starts_with(word.as_str())),
            Self::Phrase(phrase) => {
                words.get(..phrase.len()).is_some_and(|words| words.iter().zip(phrase).all(|(one, other)| one == other))
            }
        };
        match self {
            _ if !is_there => 0,
            Self::Word(_) | Self::Beginning(_) => 1,
            Self::Phrase(phrase) => phrase.len(),
        }
    }
}

/// Where a word begins and ends, and the word as the index knows it.
type Token = (usize, usize, String);

/// The words of a text.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (place, character) in text.char_indices().chain([(text.len(), ' ')]) {
        let is_of_word = character.is_alphanumeric() || is_mark(character);
        match start {
            None if is_of_word => start = Some(place),
            Some(begun) if !is_of_word => {
                let word = text.get(begun..place).map(plain).unwrap_or_default();
                tokens.extend((!word.is_empty()).then_some((begun, place, word)));
                start = None;
            }
            _ => {}
        }
    }
    tokens
}

/// A word without what the index leaves out: accents, and whether letters are large.
fn plain(word: &str) -> String {
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(word);
    decomposed.chars().filter(|character| !is_mark(*character)).flat_map(char::to_lowercase).collect()
}

fn is_mark(character: char) -> bool {
    CodePointMapData::<GeneralCategory>::new().get(character) == GeneralCategory::NonspacingMark
}

/// This span of words of a text, with what stands between them, cut where it changes whether a word was looked for.
fn pieces(text: &str, tokens: &[Token], is_found: &[bool], span: std::ops::Range<usize>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut add = |text: &str, is_found: bool| match pieces.last_mut() {
        Some(last) if last.is_found == is_found => last.text.push_str(text),
        _ if text.is_empty() => {}
        _ => pieces.push(Piece { text: text.to_owned(), is_found }),
    };
    let is_cut = (span.start > 0, span.end < tokens.len());
    let mut place = if is_cut.0 { tokens.get(span.start).map_or(0, |token| token.0) } else { 0 };
    add(if is_cut.0 { "… " } else { "" }, false);
    for ((start, end, _), is_found) in tokens.iter().zip(is_found).skip(span.start).take(span.len()) {
        add(text.get(place..*start).unwrap_or_default(), false);
        add(text.get(*start..*end).unwrap_or_default(), *is_found);
        place = *end;
    }
    add(if is_cut.1 { " …" } else { text.get(place..).unwrap_or_default() }, false);
    pieces
}

#[cfg(test)]
mod tests;
