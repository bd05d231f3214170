//! What the public reads can be read after eight years of school, as far as lengths of words and sentences tell.

use crate::breach::{Breach, hold};
use crate::catalogue::{Catalogue, ENGLISH, FRENCH, of_tree};

const RULE: &str = "What the public reads is plain: grade 8 at most (Flesch-Kincaid), in French a reading ease of 60 \
                    at least (Kandel and Moles).";

/// How the ids of what a citizen reads begin.
const PUBLIC: [&str; 9] =
    ["card-", "letter-", "next-", "track-", "progress-", "step-", "lateness-", "kiosk-", "problem-"];
/// A text of fewer words is a label: lengths say nothing of it.
const LABEL: usize = 4;

/// The mean number of words in a sentence and of syllables in a word.
fn lengths(texts: &[&str]) -> (f64, f64) {
    let parts = texts.iter().flat_map(|text| text.split_inclusive(['.', '?', '!', ':']));
    let is_word = |word: &&str| word.chars().any(char::is_alphabetic);
    let sentences: Vec<Vec<&str>> = parts.map(|part| part.split_whitespace().filter(is_word).collect()).collect();
    let sentences: Vec<Vec<&str>> = sentences.into_iter().filter(|words| words.len() >= LABEL).collect();
    let count = |number: usize| u32::try_from(number).map_or(f64::MAX, f64::from);
    let words: usize = sentences.iter().map(Vec::len).sum();
    let sounds: usize = sentences.iter().flatten().map(|word| syllables(word)).sum();
    (count(words) / count(sentences.len()), count(sounds) / count(words))
}

/// Groups of vowels, without an `e`, `es` or `ed` at the end, which is silent in both languages more often than not.
fn syllables(word: &str) -> usize {
    let word: String = word.to_lowercase().chars().filter(|letter| letter.is_alphabetic()).collect();
    let silent = ["es", "ed", "e"].into_iter().find_map(|end| word.strip_suffix(end)).filter(|stem| stem.len() > 2);
    let is_vowel = |letter: char| "aeiouyàâäéèêëîïôöùûüœæ".contains(letter);
    silent.unwrap_or(&word).split(|letter| !is_vowel(letter)).filter(|group| !group.is_empty()).count().max(1)
}

/// The school year that reads English of these lengths (Kincaid and others, 1975).
fn grade((words, sounds): (f64, f64)) -> f64 {
    0.39f64.mul_add(words, 11.8 * sounds) - 15.59
}

/// How easily French of these lengths is read, of 100 (Kandel and Moles, 1958).
fn ease((words, sounds): (f64, f64)) -> f64 {
    207.0 - 1.015f64.mul_add(words, 73.6 * sounds)
}

fn public(catalogue: &Catalogue) -> Vec<&str> {
    let read = catalogue.iter().filter(|(id, _)| PUBLIC.iter().any(|beginning| id.starts_with(beginning)));
    read.flat_map(|(_, sentence)| &sentence.texts).map(String::as_str).collect()
}

#[test]
fn what_the_public_reads_is_plain_in_english_and_in_french() {
    let (english, french) = (of_tree(ENGLISH).expect("Fluent"), of_tree(FRENCH).expect("Fluent"));
    let (grade, ease) = (grade(lengths(&public(&english))), ease(lengths(&public(&french))));
    println!("English: grade {grade:.1}; French: ease {ease:.0}");
    let hard = (grade > 8.0).then(|| Breach::new(ENGLISH, 1, format!("grade {grade:.1}")));
    let heavy = (ease < 60.0).then(|| Breach::new(FRENCH, 1, format!("a reading ease of {ease:.0}")));
    hold(RULE, hard.into_iter().chain(heavy));
}

#[test]
fn heavy_words_are_told_from_plain_ones() {
    let plain = ["We keep what you write for one day.", "On garde votre texte un jour."];
    let heavy = [
        "Notwithstanding the aforementioned provisions, administrative considerations necessitate supplementary documentation.",
        "Nonobstant les dispositions susmentionnées, des considérations administratives nécessitent une documentation supplémentaire.",
    ];
    assert!(grade(lengths(&plain[..1])) < 5.0 && ease(lengths(&plain[1..])) > 60.0);
    assert!(grade(lengths(&heavy[..1])) > 12.0 && ease(lengths(&heavy[1..])) < 40.0);
}
