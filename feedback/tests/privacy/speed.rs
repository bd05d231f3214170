//! The rules run while a person types, so no text may make them slow.

use std::time::{Duration, Instant};

use feedback::COMMENT_LIMIT;
use feedback::danger::names_danger;
use feedback::privacy::find;

/// A generous bound for a debug build on a busy machine: a rule that is quadratic takes seconds.
const BOUND: Duration = Duration::from_millis(500);

#[test]
fn no_text_of_a_comment_s_length_is_slow() {
    let pieces = [
        "The wait was long, and nobody could tell me why. ",
        "1 ",
        "12 345 6789 ",
        "123 123 123 ",
        "SIN 123 123 123 client health card born 1980-02-03 ",
        "a@",
        "a.",
        "a@b.",
        "+1(",
        "::1:",
        "fe80:",
        "1.1.",
        "Mr ",
        "M. A ",
        "my officer A. B. ",
        "12 Rue De La ",
        "1 a b c d ",
        "       ",
        "é",
        "🙂",
        "ا",
        " kill ",
        "9",
        "K1A",
        "[SIN] ",
    ];
    for piece in pieces {
        let text = piece.repeat(COMMENT_LIMIT / piece.chars().count());
        let start = Instant::now();
        let (found, danger) = (find(&text).len(), names_danger(&text));
        let took = start.elapsed();
        println!("{took:>12?} {found:>5} found, danger {danger}: {piece:?}");
        assert!(took < BOUND, "{piece:?} took {took:?}");
    }
}
