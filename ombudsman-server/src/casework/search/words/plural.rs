//! A word of one and of many, in English and French, without accents: what the endings of either language tell, and no
//! dictionary. A form that no language has is found nowhere and does no harm.

/// Shorter words have no ending of their own.
const LEAST: usize = 3;
/// What the word of many ends with, where that of one ends so.
const ENDINGS: [(&str, &str); 11] = [
    ("s", ""),
    ("ies", "y"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("sses", "ss"),
    ("xes", "x"),
    ("zes", "z"),
    ("oes", "o"),
    ("aux", "al"),
    ("eaux", "eau"),
    ("eux", "eu"),
];

/// The word itself, and what it is of many, or of one.
pub(super) fn forms(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    if word.chars().count() >= LEAST && word.chars().all(char::is_alphabetic) {
        let is_of_many = word.ends_with(['s', 'x']) && !word.ends_with("ss");
        let other = |(many, one): (&str, &str)| {
            let (from, to) = if is_of_many { (many, one) } else { (one, many) };
            Some([word.strip_suffix(from)?, to].concat())
        };
        forms.extend(ENDINGS.into_iter().filter_map(other));
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_of_one_and_of_many_in_both_languages() {
        for (one, many) in [
            ("office", "offices"),
            ("policy", "policies"),
            ("branch", "branches"),
            ("process", "processes"),
            ("journal", "journaux"),
            ("bureau", "bureaux"),
            ("lieu", "lieux"),
            ("refusee", "refusees"),
            ("delai", "delais"),
        ] {
            assert!(forms(one).iter().any(|form| form == many), "{one} {:?}", forms(one));
            assert!(forms(many).iter().any(|form| form == one), "{many} {:?}", forms(many));
        }
        for alone in ["le", "2026", "q0000007", "s"] {
            assert_eq!(forms(alone), [alone], "{alone}");
        }
    }
}
