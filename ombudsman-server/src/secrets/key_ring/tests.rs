//! Rings that are read as they were written, and texts that are none.

use super::*;
use jiff::civil::date;

fn ring() -> Ring {
    let mut ring = Ring::begin([1; 32], 1, [2; 32], None);
    ring.add([3; 32], date(2026, 11, 22));
    ring
}

#[test]
fn a_ring_is_read_as_it_was_written_also_in_one_line() {
    let mut ring = ring();
    assert!(Ring::read(ring.text().as_bytes()) == Some(ring.clone()));
    ring.retire(1, [9; 32], date(2026, 12, 1));
    assert!(Ring::read(ring.text().as_bytes()) == Some(ring.clone()));
    let line = base64::engine::general_purpose::STANDARD.encode(ring.text());
    assert!(Ring::read(format!("{line}\n").as_bytes()) == Some(ring.clone()));
    let [old, new] = [[2; 32], [3; 32]].map(|seed| ring.text().contains(&encoded(&seed)));
    assert!(!old && new, "a retired seed is forgotten");
}

#[test]
fn one_secret_of_earlier_times_is_a_ring_of_one_generation() {
    let ring = Ring::read(&[7; 32]).expect("a ring");
    assert_eq!((ring.root, ring.newest(), ring.generations.len()), ([7; 32], 1, 1));
}

#[test]
fn what_is_damaged_or_could_not_seal_is_no_ring() {
    let text = ring().text();
    let mut retired = ring();
    retired.retire(2, [9; 32], date(2026, 12, 1));
    for bad in [
        String::new(),
        text.replacen("version = 1", "version = 2", 1),
        text.replacen("id = 2", "id = 1", 1),
        text.replacen(&encoded(&[3; 32]), "AAAA", 1),
        text.replacen("seed", "sead", 1),
        retired.text(),
        "version = 1\nroot = \"x\"\ngeneration = []\n".to_owned(),
    ] {
        assert!(Ring::read(bad.as_bytes()).is_none(), "{bad}");
    }
}
