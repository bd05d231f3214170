//! What the fuzzer found worth keeping, read again at every test run through the functions that the fuzzer calls.

mod checks;

use std::collections::BTreeSet;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use checks::{Reach, card, form, privacy, receipt, rows};

/// The kept inputs, a folder a target.
const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/corpus");
/// More than this is for the fuzzer's own folder, not for every reader of the repository.
const MOST_FILES: usize = 60;
const MOST_BYTES: usize = 16 * 1024;

fn kept(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(KEPT).join(target);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{} is there: {error}", folder.display()));
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    paths.map(|path| (path.clone(), fs::read(&path).expect("a file of the folder"))).collect()
}

/// Reads every kept input; some are refused and some taken, else they would show little.
fn replay(target: &str, check: fn(&[u8]) -> Reach, reached: &[Reach]) {
    let kept = kept(target);
    assert!(kept.len() <= MOST_FILES, "{target} keeps {} inputs; at most {MOST_FILES}", kept.len());
    let mut ways = BTreeSet::new();
    for (path, bytes) in kept {
        assert!(bytes.len() <= MOST_BYTES, "{} is larger than a card", path.display());
        let reach = catch_unwind(|| check(&bytes));
        ways.insert(reach.unwrap_or_else(|_| panic!("{} breaks a promise, said above", path.display())));
    }
    assert_eq!(ways, reached.iter().copied().collect(), "{target}: how far the kept inputs get");
}

#[test]
fn every_kept_card_is_taken_as_it_will_be_read_again_or_refused_in_words() {
    replay("card", card::check, &[Reach::Unread, Reach::Refused, Reach::Taken]);
}

#[test]
fn every_kept_form_is_taken_as_it_will_be_read_again_or_refused_in_words() {
    replay("form", form::check, &[Reach::Unread, Reach::Refused, Reach::Taken]);
}

#[test]
fn nothing_personal_that_is_found_in_a_kept_text_is_left_in_it() {
    replay("privacy", privacy::check, &[Reach::Refused, Reach::Taken]);
}

#[test]
fn no_kept_receipt_is_found_genuine_that_nobody_signed() {
    replay("receipt", receipt::check, &[Reach::Unread, Reach::Refused, Reach::Taken]);
}

#[test]
fn every_row_of_a_kept_file_is_a_card_or_left_out_with_a_reason() {
    replay("rows", rows::check, &[Reach::Unread, Reach::Refused, Reach::Taken]);
}
