//! Which receipts hold, and what is said of those that do not.

use super::*;
use crate::intake::Receipt;
use crate::secrets::Secrets;
use feedback::{Card, Fields};
use jiff::Timestamp;

/// A saved file; its card's words need every kind of escape.
fn saved() -> String {
    let fields = [("id", "0193f2a4-7c00-7000-8000-000000000001"), ("service", "passport"), ("intent", "complaint")];
    let words = [("language", "en"), ("overall", "2"), ("comment", "A \\ \"two  spaces\"\nand é\t👍 \\\\")];
    let card = Card::parse(Fields::from_form(fields.into_iter().chain(words))).expect("a card");
    let receipt = Receipt::of(&Secrets::for_testing(), &card, Timestamp::UNIX_EPOCH);
    receipt.file().expect("a file").text()
}

fn verdict(text: &str) -> Verdict {
    examine(text, &Secrets::for_testing().public_keys())
}

fn enclosed(text: &str) -> Option<Enclosed> {
    match verdict(text) {
        Verdict::Genuine(_, enclosed) => Some(enclosed),
        _ => None,
    }
}

#[test]
fn a_saved_file_holds_as_it_is_and_with_other_white_space() {
    let file = saved();
    assert_eq!(enclosed(&file), Some(Enclosed::AsSigned), "{file}");
    for other in [compact(&file), format!("\u{feff}{file}\n"), file.replace('\n', "\r\n"), file.replace("  ", "\t")] {
        let is_text_changed = other.contains("two\tspaces");
        assert_eq!(enclosed(&other) == Some(Enclosed::AsSigned), !is_text_changed, "{other}");
    }
}

#[test]
fn each_change_of_the_signed_part_is_seen() {
    let file = saved();
    for (from, to) in
        [("passport", "pensions"), ("1970-01-01", "1970-01-02"), ("\"signature\":\"", "\"signature\":\"A")]
    {
        let changed = file.replacen(from, to, 1);
        assert_ne!(changed, file);
        assert_eq!(verdict(&changed), Verdict::NotGenuine, "{from}");
    }
}

#[test]
fn a_changed_or_missing_card_is_told_apart_from_a_changed_receipt() {
    let file = saved();
    assert_eq!(enclosed(&file.replace("two  spaces", "two spaces")), Some(Enclosed::Changed));
    assert_eq!(enclosed(&file.replace("\"overall\":2", "\"overall\":5")), Some(Enclosed::Changed));
    let (receipt, _) = file.split_once(",\n\"card\"").expect("two parts");
    assert_eq!(enclosed(&format!("{receipt}}}")), Some(Enclosed::Nothing));
}

#[test]
fn another_offices_receipt_is_told_apart_from_a_forged_one() {
    let other = Secrets::for_testing().sign(b"no key").get(..32).map(<[u8]>::to_vec).expect("bytes");
    assert_eq!(examine(&saved(), &[other]), Verdict::OtherKey);
}

#[test]
fn what_is_no_receipt_is_said_to_be_none() {
    for text in ["", "{}", "[]", "hello", "{\"receipt\":{}}", "{\"receipt\":null,\"card\":{}}", "{\"card\":{\"id\":1}}"]
    {
        assert_eq!(verdict(text), Verdict::NotAReceipt, "{text}");
    }
}
