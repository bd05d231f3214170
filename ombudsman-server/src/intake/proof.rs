//! Examines a saved receipt: whether this office signed it, and whether the card in the file is the one that it signed.
//! Nothing is looked up: the office's public keys say all.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::receipt::SignedReceipt;
use crate::secrets::sha256_hex;

/// What a text that is said to be a receipt turns out to be.
#[derive(Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The office signed it.
    Genuine(Box<SignedReceipt>, Enclosed),
    /// It holds, under a key that is not the office's.
    OtherKey,
    /// It looks like a receipt, and nobody signed what it says.
    NotGenuine,
    /// It is something else.
    NotAReceipt,
}

/// The card in the same file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enclosed {
    /// The card that was signed.
    AsSigned,
    /// A card that differs from it.
    Changed,
    /// There is none.
    Nothing,
}

#[derive(Deserialize)]
struct Read<'a> {
    receipt: SignedReceipt,
    #[serde(borrow)]
    card: Option<&'a RawValue>,
}

/// Examines a text against the office's public keys (Ed25519, raw).
#[must_use]
pub fn examine(text: &str, keys: &[impl AsRef<[u8]>]) -> Verdict {
    let Ok(Read { receipt, card }) = serde_json::from_str(text.trim_start_matches('\u{feff}')) else {
        return Verdict::NotAReceipt;
    };
    if !keys.iter().any(|key| receipt.holds_under(key.as_ref())) {
        return if receipt.holds_under_its_own_key() { Verdict::OtherKey } else { Verdict::NotGenuine };
    }
    let enclosed = match card {
        None => Enclosed::Nothing,
        Some(card) if sha256_hex(compact(card.get()).as_bytes()) == receipt.card_sha256 => Enclosed::AsSigned,
        Some(_) => Enclosed::Changed,
    };
    Verdict::Genuine(Box::new(receipt), enclosed)
}

/// A JSON text without the white space between its parts, as it was signed.
fn compact(json: &str) -> String {
    let (mut is_text, mut is_escaped) = (false, false);
    let kept = json.chars().filter(|letter| {
        let is_kept = is_text || !letter.is_ascii_whitespace();
        match letter {
            '"' if !is_escaped => is_text = !is_text,
            _ => {}
        }
        is_escaped = *letter == '\\' && !is_escaped;
        is_kept
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
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
        for other in [compact(&file), format!("\u{feff}{file}\n"), file.replace('\n', "\r\n"), file.replace("  ", "\t")]
        {
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
        for text in
            ["", "{}", "[]", "hello", "{\"receipt\":{}}", "{\"receipt\":null,\"card\":{}}", "{\"card\":{\"id\":1}}"]
        {
            assert_eq!(verdict(text), Verdict::NotAReceipt, "{text}");
        }
    }
}
