//! Both languages say the same things: a sentence in one is a sentence in the other, with the same values in it.

use crate::breach::{Breach, hold};
use crate::catalogue::{Catalogue, ENGLISH, FRENCH, of_tree};

const RULE: &str = "Rule 5, words: English and French have the same messages, attributes and $variables.";

/// What one language says and the other does not.
fn breaches(english: &Catalogue, french: &Catalogue) -> Vec<Breach> {
    let missing = |path, from: &Catalogue, there: &Catalogue, at| {
        let gone = from.iter().filter(|(id, _)| !there.contains_key(*id));
        let told = gone.map(|(id, sentence)| Breach::new(path, sentence.line, format!("`{id}` is not said in {at}")));
        told.collect::<Vec<_>>()
    };
    let unequal = english.iter().filter_map(|(id, sentence)| {
        let other = french.get(id).filter(|other| other.variables != sentence.variables)?;
        let what = format!("`{id}` takes {:?} here but {:?} in English", other.variables, sentence.variables);
        Some(Breach::new(FRENCH, other.line, what))
    });
    let mut told = missing(ENGLISH, english, french, "French");
    told.extend(missing(FRENCH, french, english, "English"));
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
    hold(RULE, breaches(&english, &french));
}

#[test]
fn a_sentence_an_attribute_or_a_variable_of_one_language_only_is_caught() {
    use crate::catalogue::read;
    let told = |english, french| {
        let both = (read(ENGLISH, english).expect("Fluent"), read(FRENCH, french).expect("Fluent"));
        breaches(&both.0, &both.1).iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(told("a = A\nb = B\n", "a = A\n"), [format!("{ENGLISH}:2: `b` is not said in French")]);
    assert_eq!(told("a = A\n", "a = A\n    .hint = H\n"), [format!("{FRENCH}:1: `a.hint` is not said in English")]);
    assert_eq!(told("a = { $n } left\n", "a = reste { $m }\n").len(), 1);
    assert_eq!(told("a = { $n } left\n", "a = { NUMBER($n) } de plus\n"), [""; 0]);
}
