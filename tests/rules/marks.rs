//! Marks as Spanish and Arabic set them: a Spanish question or exclamation has its mark at both ends; Arabic has its own
//! comma, semicolon and question mark, and the digits that all other languages here have.

use crate::breach::{Breach, hold};
use crate::catalogue::{ARABIC, Catalogue, SPANISH, of_tree};

const RULE: &str = "Rule 5, words: Spanish has ¿…? and ¡…!; Arabic has ، ؛ ؟ and the digits 0 to 9.";

/// Whether each question and each exclamation of a Spanish text is opened before it is closed.
fn is_spanish(text: &str) -> bool {
    let is_paired = |opens: char, closes: char| {
        let depth = text.chars().try_fold(0_i32, |depth, mark| match mark {
            mark if mark == opens => Some(depth + 1),
            mark if mark == closes => (depth > 0).then_some(depth - 1),
            _ => Some(depth),
        });
        depth == Some(0)
    };
    is_paired('¿', '?') && is_paired('¡', '!')
}

/// Whether an Arabic text has Arabic marks. A comma between digits (`4,000`) is no mark of a sentence.
fn is_arabic(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    let is_digit =
        |index: Option<usize>| index.and_then(|index| characters.get(index)).is_some_and(char::is_ascii_digit);
    characters.iter().enumerate().all(|(index, mark)| match mark {
        ',' => is_digit(index.checked_sub(1)) && is_digit(Some(index + 1)),
        ';' | '?' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => false,
        _ => true,
    })
}

fn breaches(path: &str, catalogue: &Catalogue, is_well_set: fn(&str) -> bool) -> Vec<Breach> {
    let wrong = catalogue.iter().filter(|(_, sentence)| !sentence.texts.iter().all(|text| is_well_set(text)));
    wrong
        .map(|(id, sentence)| Breach::new(path, sentence.line, format!("`{id}` has a mark of another language")))
        .collect()
}

#[test]
fn spanish_and_arabic_have_their_own_marks() {
    let told = [(SPANISH, is_spanish as fn(&str) -> bool), (ARABIC, is_arabic)].map(|(path, is_well_set)| {
        of_tree(path).map_or_else(|told| told, |catalogue| breaches(path, &catalogue, is_well_set))
    });
    hold(RULE, told.into_iter().flatten());
}

#[test]
fn a_mark_of_another_language_is_caught() {
    for text in ["Qué?", "¿Qué", "Bien!", "?Qué¿"] {
        assert!(!is_spanish(text), "{text}");
    }
    for text in ["ماذا?", "شيء, وشيء", "شيء; وشيء", "٤ أيام"] {
        assert!(!is_arabic(text), "{text}");
    }
    let catalogue = crate::catalogue::read("es.ftl", "a = ¿Qué?\nb = Qué?\n").expect("Fluent");
    let told: Vec<String> = breaches("es.ftl", &catalogue, is_spanish).iter().map(ToString::to_string).collect();
    assert_eq!(told, ["es.ftl:2: `b` has a mark of another language"]);
}

#[test]
fn a_text_that_is_set_as_it_should_be_is_free() {
    for text in ["En general, ¿qué tal?", "¡Gracias!", "Hasta 4000 caracteres."] {
        assert!(is_spanish(text), "{text}");
    }
    for text in ["حتى 4,000 حرف، ماذا؟", "شيء؛ وشيء"] {
        assert!(is_arabic(text), "{text}");
    }
}
