//! The signed receipt: proof that this office took exactly this card, which anyone who holds it can check.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use feedback::{AccessCode, Card, Reference};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use ring::signature::{ED25519, UnparsedPublicKey};
use serde::{Deserialize, Serialize};

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
    enclosed: serde_json::Value,
}

/// The file that a person saves. [`super::proof::examine`] reads it.
#[derive(Serialize)]
struct Saved<'a> {
    receipt: &'a SignedReceipt,
    card: &'a serde_json::Value,
}

/// The card as the file has it and the signature means it: without its id, for which this office would give the access
/// code to anyone.
fn without_id(card: &Card) -> Result<serde_json::Value, serde_json::Error> {
    let mut card = serde_json::to_value(card)?;
    if let Some(members) = card.as_object_mut() {
        members.remove("id");
    }
    Ok(card)
}

/// The part that is signed, in its wire form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedReceipt {
    /// The reference, grouped.
    pub reference: String,
    /// The service's name in addresses.
    pub service: String,
    /// The day on which the card was taken, by universal time: a card sent again on the same day gets the same receipt.
    pub received_on: String,
    /// The SHA-256 of the card's wire form without its id, in hexadecimal.
    pub card_sha256: String,
    /// The office's public key (Ed25519), in base 64 for addresses, without padding.
    pub key: String,
    /// The signature (Ed25519) of the other parts but the key, one a line, in the same base 64.
    pub signature: String,
}

impl Receipt {
    /// The receipt of a card taken now.
    pub fn of(secrets: &Secrets, card: &Card, now: Timestamp) -> Result<Self, serde_json::Error> {
        let reference = secrets.reference(&card.id);
        let enclosed = without_id(card)?;
        let mut signed = SignedReceipt {
            reference: reference.grouped(),
            service: card.service.as_str().to_owned(),
            received_on: now.to_zoned(TimeZone::UTC).date().to_string(),
            card_sha256: sha256_hex(&serde_json::to_vec(&enclosed)?),
            key: URL_SAFE_NO_PAD.encode(secrets.verifying_key()),
            signature: String::new(),
        };
        signed.signature = URL_SAFE_NO_PAD.encode(secrets.sign(signed.lines().as_bytes()));
        Ok(Self { access_code: secrets.access_code(&reference), reference, taken: now, signed, enclosed })
    }

    /// What the person saves: the signed part and the card as it was taken, as the address of a file.
    ///
    /// Neither the access code nor the id is in it. It is written for people to read; the card's SHA-256 is that of its compact form.
    pub fn file(&self) -> Result<String, serde_json::Error> {
        let file = serde_json::to_vec_pretty(&Saved { receipt: &self.signed, card: &self.enclosed })?;
        Ok(["data:application/json;base64,", &STANDARD.encode(file)].concat())
    }
}

impl SignedReceipt {
    /// Whether this key (Ed25519, raw) signed these parts.
    #[must_use]
    pub fn holds_under(&self, key: &[u8]) -> bool {
        let signature = URL_SAFE_NO_PAD.decode(&self.signature).unwrap_or_default();
        UnparsedPublicKey::new(&ED25519, key).verify(self.lines().as_bytes(), &signature).is_ok()
    }

    /// Whether the key that it names signed these parts. That key need not be this office's.
    #[must_use]
    pub fn holds_under_its_own_key(&self) -> bool {
        URL_SAFE_NO_PAD.decode(&self.key).is_ok_and(|key| self.holds_under(&key))
    }

    /// What is signed. The first line says what it is, so that no other signature of the office can pass for it.
    fn lines(&self) -> String {
        let Self { reference, service, received_on, card_sha256, .. } = self;
        format!("comment-card-receipt-1\n{reference}\n{service}\n{received_on}\n{card_sha256}\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn receipt(comment: &str) -> SignedReceipt {
        let secrets = Secrets::for_testing();
        let fields = [("id", "0193f2a4-7c00-7000-8000-000000000001"), ("service", "passport"), ("intent", "complaint")];
        let fields = fields.into_iter().chain([("language", "en"), ("comment", comment)]);
        let card = Card::parse(feedback::Fields::from_form(fields)).expect("a card");
        Receipt::of(&secrets, &card, Timestamp::UNIX_EPOCH).expect("a receipt").signed
    }

    #[test]
    fn a_receipt_holds_and_one_with_a_changed_part_does_not() {
        let good = receipt("x");
        assert!(good.holds_under_its_own_key());
        assert!(!SignedReceipt { received_on: "1999-01-01".to_owned(), ..good.clone() }.holds_under_its_own_key());
        assert!(!SignedReceipt { card_sha256: receipt("y").card_sha256, ..good }.holds_under_its_own_key());
    }

    #[test]
    fn the_same_card_gets_the_same_receipt() {
        assert_eq!(receipt("x"), receipt("x"));
    }
}
