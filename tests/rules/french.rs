//! French typography as it is set in Canada: a colon and a guillemet keep a space that does not break, so that neither
//! stands alone on a line; a semicolon, a question mark and an exclamation mark follow their word directly.

use crate::breach::{Breach, hold};
use crate::catalogue::{Catalogue, FRENCH, of_tree};

const RULE: &str =
    "Rule 5, words: French has a no-break space (U+00A0 or U+202F) before : and », and after «; none before ; ? and !.";

/// The sentences whose marks could part from their words.
fn breaches(path: &str, catalogue: &Catalogue) -> Vec<Breach> {
    let faults = |id: &str, line, text: &str| match fault(text) {
        Some(mark) => {
            vec![Breach::new(path, line, format!("`{id}` has a `{mark}` that is not spaced as it should be"))]
        }
        None => Vec::new(),
    };
    let all = catalogue.iter().flat_map(|(id, sentence)| sentence.texts.iter().map(move |text| (id, sentence, text)));
    all.flat_map(|(id, sentence, text)| faults(id, sentence.line, text)).collect()
}

/// The first mark of a running text that is spaced wrongly. A mark inside a word (`16:00`, `https://…?lang=fr`) is no
/// punctuation.
fn fault(text: &str) -> Option<char> {
    let is_kept = |space: char| ['\u{a0}', '\u{202f}'].contains(&space);
    let characters: Vec<char> = text.chars().collect();
    let is_wrong = |index: usize, mark: char| {
        let before = index.checked_sub(1).and_then(|index| characters.get(index).copied());
        let after = characters.get(index + 1).copied();
        let ends_a_word = after.is_none_or(|after| after.is_whitespace() || ":;?!»)".contains(after));
        match mark {
            '«' => !after.is_some_and(is_kept),
            '»' => !before.is_some_and(is_kept),
            ':' => ends_a_word && before.is_some_and(|before| !is_kept(before)),
            ';' | '?' | '!' => ends_a_word && before.is_some_and(char::is_whitespace),
            _ => false,
        }
    };
    characters.iter().enumerate().find_map(|(index, mark)| is_wrong(index, *mark).then_some(*mark))
}

#[test]
fn french_marks_are_spaced_as_in_canada() {
    match of_tree(FRENCH) {
        Ok(catalogue) => hold(RULE, breaches(FRENCH, &catalogue)),
        Err(told) => hold(RULE, told),
    }
}

#[test]
fn a_mark_that_is_spaced_otherwise_is_caught() {
    let samples = [
        ("Déjà ?", '?'),
        ("Déjà\u{a0}!", '!'),
        ("Oui : non", ':'),
        ("Oui: non", ':'),
        ("« oui\u{a0}»", '«'),
        ("«\u{a0}oui »", '»'),
        ("a\u{a0}; b", ';'),
    ];
    for (text, mark) in samples {
        assert_eq!(fault(text), Some(mark), "{text}");
    }
    let catalogue = crate::catalogue::read("fr.ftl", "a = Bon\nb = Combien\u{a0}?\n").expect("Fluent");
    let told: Vec<String> = breaches("fr.ftl", &catalogue).iter().map(ToString::to_string).collect();
    assert_eq!(told, ["fr.ftl:2: `b` has a `?` that is not spaced as it should be"]);
}

#[test]
fn a_well_set_text_an_hour_and_an_address_are_free() {
    for text in
        ["Déjà?", "Quoi?!", "Oui\u{a0}: non", "à 16:00", "https://exemple.ca/?lang=fr", "«\u{a0}oui\u{a0}»", "?"]
    {
        assert_eq!(fault(text), None, "{text}");
    }
}
