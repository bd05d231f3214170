//! The signed receipt: proof that this office took exactly this card, which anyone who holds it can check.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use feedback::{AccessCode, Card, Reference};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};

use super::signature::{self, Signature, Tree};
use crate::secrets::{Secrets, sha256_hex};

/// What the person keeps. The access code is not in it: a receipt may be shown to others.
pub struct Receipt {
    /// The reference.
    pub reference: Reference,
    /// The code that opens the tracking page with it.
    pub access_code: AccessCode,
    /// When the card was taken.
    pub taken: Timestamp,
    /// The signed part.
    pub signed: SignedReceipt,
    /// The card as it was signed.
    enclosed: Box<RawValue>,
}

/// A receipt before its signature, which it shares with others.
pub(super) struct Unsigned {
    /// The card in its wire form.
    pub card: Box<RawValue>,
    receipt: Receipt,
}

/// The part that is signed, in its wire form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedReceipt {
    /// The reference, grouped.
    pub reference: String,
    /// The service's name in addresses.
    pub service: String,
    /// The day on which the card was taken, by universal time.
    pub received_on: String,
    /// The SHA-256 of the card's wire form without its id, in hexadecimal.
    pub card_sha256: String,
    /// The office's public key (Ed25519), in base 64 for addresses, without padding.
    pub key: String,
    /// The office's signature (Ed25519) of the root and the size of the tree that has the other parts in it, one a line.
    pub signature: String,
    /// Where in that tree they are.
    pub tree: Tree,
}

impl Unsigned {
    /// The receipt of a card taken now.
    pub fn of(secrets: &Secrets, card: &Card, now: Timestamp) -> Result<Self, serde_json::Error> {
        let reference = secrets.reference(&card.id);
        let card_text = to_raw_value(card)?;
        let enclosed = without_id(card_text.get())?;
        let signed = SignedReceipt {
            reference: reference.grouped(),
            service: card.service.as_str().to_owned(),
            received_on: now.to_zoned(TimeZone::UTC).date().to_string(),
            card_sha256: sha256_hex(enclosed.get().as_bytes()),
            key: URL_SAFE_NO_PAD.encode(secrets.verifying_key()),
            signature: String::new(),
            tree: Tree::default(),
        };
        let access_code = secrets.access_code(&reference);
        Ok(Self { card: card_text, receipt: Receipt { reference, access_code, taken: now, signed, enclosed } })
    }

    /// What is to be signed.
    pub fn lines(&self) -> String {
        self.receipt.signed.lines()
    }

    /// The receipt with this signature of its lines.
    pub fn signed(mut self, Signature { signature, tree }: Signature) -> Receipt {
        self.receipt.signed.signature = signature;
        self.receipt.signed.tree = tree;
        self.receipt
    }
}

/// The card as the file has it and the signature means it: without its id, for which this office would give the access
/// code to anyone. The id is the first member of a card's wire form, and has no comma.
fn without_id(card: &str) -> Result<Box<RawValue>, serde_json::Error> {
    let rest = card.split_once(',').map_or("}", |(_, rest)| rest);
    RawValue::from_string(["{", rest].concat())
}

impl Receipt {
    /// What the person saves: the signed part and the card as it was taken. Neither the access code nor the id is in it.
    pub(super) fn file(&self) -> Result<File<'_>, serde_json::Error> {
        Ok(File { receipt: to_raw_value(&self.signed)?, card: &self.enclosed })
    }
}

/// The file that a person saves.
pub(super) struct File<'a> {
    /// The signed part, in its wire form.
    pub receipt: Box<RawValue>,
    card: &'a RawValue,
}

impl File<'_> {
    /// The file's text, which counts to the letter.
    pub fn text(&self) -> String {
        ["{\n\"receipt\": ", self.receipt.get(), ",\n\"card\": ", self.card.get(), "\n}\n"].concat()
    }

    /// An address by which a link can save it.
    pub fn address(&self) -> String {
        ["data:application/json;base64,", &STANDARD.encode(self.text())].concat()
    }
}

impl SignedReceipt {
    /// Whether this key (Ed25519, raw) signed these parts.
    #[must_use]
    pub fn holds_under(&self, key: &[u8]) -> bool {
        signature::holds(&self.signature, &self.tree, &self.lines(), key)
    }

    /// Whether the key that it names signed these parts. That key need not be this office's.
    #[must_use]
    pub fn holds_under_its_own_key(&self) -> bool {
        URL_SAFE_NO_PAD.decode(&self.key).is_ok_and(|key| self.holds_under(&key))
    }

    /// What is signed. The first line says what it is.
    fn lines(&self) -> String {
        let Self { reference, service, received_on, card_sha256, .. } = self;
        format!("comment-card-receipt-1\n{reference}\n{service}\n{received_on}\n{card_sha256}\n")
    }
}

#[cfg(test)]
impl Receipt {
    /// The receipt of a card that came alone.
    pub(super) fn of(secrets: &Secrets, card: &Card, now: Timestamp) -> Self {
        let unsigned = Unsigned::of(secrets, card, now).expect("a receipt");
        let batch = super::signature::Batch::sign(secrets, vec![unsigned.lines()]);
        unsigned.signed(batch.of(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn receipt(comment: &str) -> Receipt {
        let secrets = Secrets::for_testing();
        let fields = [("id", "0193f2a4-7c00-7000-8000-000000000001"), ("service", "passport"), ("intent", "complaint")];
        let fields = fields.into_iter().chain([("language", "en"), ("comment", comment)]);
        let card = Card::parse(feedback::Fields::from_form(fields)).expect("a card");
        Receipt::of(&secrets, &card, Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn a_receipt_holds_and_one_with_a_changed_part_does_not() {
        let (good, other) = (receipt("x").signed, receipt("y").signed);
        assert!(good.holds_under_its_own_key());
        assert!(!SignedReceipt { received_on: "1999-01-01".to_owned(), ..good.clone() }.holds_under_its_own_key());
        assert!(!SignedReceipt { card_sha256: other.card_sha256, ..good }.holds_under_its_own_key());
    }

    #[test]
    fn the_enclosed_card_is_the_whole_card_but_for_its_id() {
        let enclosed = receipt("One, two").enclosed;
        let starts = "{\"service\":\"passport\",\"intent\":\"complaint\",\"language\":\"en\"";
        assert!(enclosed.get().starts_with(starts) && enclosed.get().contains("One, two"), "{enclosed}");
        assert!(!enclosed.get().contains("0193f2a4"), "{enclosed}");
    }
}
