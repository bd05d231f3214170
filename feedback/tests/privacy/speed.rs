//! The rules run while a person types, so no text may make them slow.

use std::hint::black_box;
use std::time::{Duration, Instant};

use feedback::danger::names_danger;
use feedback::privacy::find;

const SHORT: usize = 1_000;
const LONGER: usize = 32;
/// One long text and as many short ones as it is longer cost about the same if the rules are linear, and 32 times as
/// much if a rule is quadratic.
const MOST: u128 = 4;
/// The machine may be busy with other things: one even moment in so many is enough.
const TRIES: usize = 6;

#[test]
fn time_grows_with_the_text_and_no_faster() {
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
        grows_evenly(piece, |text| find(text).len());
    }
    for piece in ["I could kill for a coffee. ", "me ", "ا"] {
        grows_evenly(piece, |text| usize::from(names_danger(text)));
    }
}

fn grows_evenly(piece: &str, rule: fn(&str) -> usize) {
    let short = piece.repeat(SHORT / piece.chars().count());
    let long = short.repeat(LONGER);
    let mut ratios = (0..TRIES).map(|_| {
        let shorts = took(|| (0..LONGER).map(|_| rule(&short)).sum());
        took(|| rule(&long)).as_nanos() / shorts.as_nanos().max(1)
    });
    assert!(ratios.any(|ratio| ratio < MOST), "a rule is not linear: {piece:?}");
}

fn took(work: impl Fn() -> usize) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}
