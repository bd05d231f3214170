//! What is typed becomes words to look for, whatever it is, and a text is shown around the first of them.

use super::*;

fn shown(typed: &str, text: &str) -> String {
    let (_, pieces) = Words::read(typed).excerpt(text, 2, 6);
    let piece = |piece: Piece| if piece.is_found { format!("[{}]", piece.text) } else { piece.text };
    pieces.into_iter().map(piece).collect()
}

#[test]
fn every_word_is_of_one_and_of_many_quotation_marks_hold_words_together_and_nothing_is_a_command() {
    for (typed, expected) in [
        ("Délai passeport", "(\"delai\" OR \"delais\") AND (\"passeport\" OR \"passeports\")"),
        ("délais", "(\"delais\" OR \"delai\")"),
        ("pass* de*", "\"pass\" * AND (\"de\")"),
        ("7K2m 2026", "\"7k2m\" * AND (\"2026\")"),
        ("l’ÉCOLE", "(\"l\") AND (\"ecole\" OR \"ecoles\")"),
        ("\"nine weeks\" late", "\"nine weeks\" AND (\"late\" OR \"lates\")"),
        ("«\u{a0}trop long\u{a0}» “no word”", "\"trop long\" AND \"no word\""),
        ("an open \"phrase", "(\"an\") AND (\"open\" OR \"opens\") AND \"phrase\""),
        (
            "a OR NOT b NEAR(c) ^d fr:e f* -g",
            "(\"a\") AND (\"or\") AND (\"not\" OR \"nots\") AND (\"b\") AND (\"near\" OR \"nears\") AND (\"c\") AND (\"d\") AND \
             (\"fr\") AND (\"e\") AND (\"f\") AND (\"g\")",
        ),
        ("\"\" '' ; -- * ( ) { } :", ""),
        ("\u{301} 😀", ""),
        ("2026-11", "(\"2026\") AND (\"11\")"),
        ("学生", "(\"学生\")"),
    ] {
        assert_eq!(Words::read(typed).matching(), expected, "{typed}");
    }
    assert!(Words::read(&"word ".repeat(1000)).matching().matches("AND").count() < MOST_WORDS);
}

#[test]
fn a_text_is_shown_around_the_first_word_found_with_all_that_were_found_marked() {
    for (typed, text, expected) in [
        ("delai", "Un délai, puis des délais.", "Un [délai], puis des [délais]."),
        ("nine", "a b c d e nine f g h i j", "… d e [nine] f g h …"),
        ("\"no word\"", "no, a word: no word", "… a word: [no] [word]"),
        ("<b>", "1 < 2 & <b>x</b>", "1 < 2 & <[b]>x</[b]>"),
        ("cafe", "Cafe\u{301}s", "[Cafe\u{301}s]"),
        ("dél*", "Un délai, puis des délais.", "Un [délai], puis des [délais]."),
        ("absent", "a b c d e f g h", "a b c d e f …"),
        ("", "", ""),
    ] {
        assert_eq!(shown(typed, text), expected, "{typed}");
    }
}
