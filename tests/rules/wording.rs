//! Two languages say the same things: a sentence in one is a sentence in the other, with the same values in it.

use crate::breach::{Breach, hold};
use crate::catalogue::{Catalogue, ENGLISH, FRENCH, of_tree};

const RULE: &str = "Rule 5, words: English and French have the same messages, attributes and $variables.";

/// What English says and the language at `path` does not, or says with other values, and the other way round.
pub fn breaches(english: &Catalogue, path: &str, other: &Catalogue) -> Vec<Breach> {
    let missing = |from_path, from: &Catalogue, there: &Catalogue, at: &str| {
        let gone = from.iter().filter(|(id, _)| !there.contains_key(*id));
        let told =
            gone.map(|(id, sentence)| Breach::new(from_path, sentence.line, format!("`{id}` is not said in {at}")));
        told.collect::<Vec<_>>()
    };
    let unequal = english.iter().filter_map(|(id, sentence)| {
        let there = other.get(id).filter(|there| there.variables != sentence.variables)?;
        let what = format!("`{id}` takes {:?} here but {:?} in English", there.variables, sentence.variables);
        Some(Breach::new(path, there.line, what))
    });
    let mut told = missing(ENGLISH, english, other, path.rsplit('/').next().unwrap_or(path));
    told.extend(missing(path, other, english, "en.ftl"));
    told.extend(unequal);
    told
}

#[test]
fn english_and_french_say_the_same_things() {
    let (english, french) = match (of_tree(ENGLISH), of_tree(FRENCH)) {
        (Ok(english), Ok(french)) => (english, french),
        (english, french) => {
            return hold(RULE, [english.err(), french.err()].into_iter().flatten().flatten());
        }
    };
    hold(RULE, breaches(&english, FRENCH, &french));
}

#[test]
fn a_sentence_an_attribute_or_a_variable_of_one_language_only_is_caught() {
    use crate::catalogue::read;
    let told = |english, french| {
        let both = (read(ENGLISH, english).expect("Fluent"), read(FRENCH, french).expect("Fluent"));
        breaches(&both.0, FRENCH, &both.1).iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(told("a = A\nb = B\n", "a = A\n"), [format!("{ENGLISH}:2: `b` is not said in fr.ftl")]);
    assert_eq!(told("a = A\n", "a = A\n    .hint = H\n"), [format!("{FRENCH}:1: `a.hint` is not said in en.ftl")]);
    assert_eq!(told("a = { $n } left\n", "a = reste { $m }\n").len(), 1);
    assert_eq!(told("a = { $n } left\n", "a = { NUMBER($n) } de plus\n"), [""; 0]);
}
