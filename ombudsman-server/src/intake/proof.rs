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
mod tests;
