//! What may be the short name of a desk.

use super::*;

#[test]
fn a_slug_is_small_letters_digits_and_hyphens() {
    for (text, expected) in [
        ("office", true),
        ("passport-2", true),
        ("", false),
        ("2nd", false),
        ("a b", false),
        ("Élan", false),
        ("a%", false),
    ] {
        assert_eq!(is_slug(text), expected, "{text}");
    }
    assert!(!is_slug(&"a".repeat(SLUG_LIMIT + 1)));
}
