//! The signed receipt: proof that this office took exactly this card, which anyone who holds it can check.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use feedback::{AccessCode, Card, Reference};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::secrets::{Secrets, sha256_hex};

/// What the person keeps. The access code is not in it: a receipt may be shown to others.
pub struct Receipt {
    /// The reference.
    pub reference: Reference,
    /// The code that opens the tracking page with it.
    pub access_code: AccessCode,
    /// The signed part.
    pub signed: SignedReceipt,
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
    /// The SHA-256 of the card's wire form, in hexadecimal.
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
        let mut signed = SignedReceipt {
            reference: reference.grouped(),
            service: card.service.as_str().to_owned(),
            received_on: now.to_zoned(TimeZone::UTC).date().to_string(),
            card_sha256: sha256_hex(&serde_json::to_vec(card)?),
            key: URL_SAFE_NO_PAD.encode(secrets.verifying_key()),
            signature: String::new(),
        };
        signed.signature = URL_SAFE_NO_PAD.encode(secrets.sign(signed.lines().as_bytes()));
        Ok(Self { access_code: secrets.access_code(&reference), reference, signed })
    }
}

impl SignedReceipt {
    /// What is signed. The first line says what it is, so that no other signature of the office can pass for it.
    fn lines(&self) -> String {
        let Self { reference, service, received_on, card_sha256, .. } = self;
        format!("comment-card-receipt-1\n{reference}\n{service}\n{received_on}\n{card_sha256}\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ring::signature::{ED25519, UnparsedPublicKey};

    fn receipt(comment: &str) -> SignedReceipt {
        let secrets = Secrets::for_testing();
        let fields = [("id", "0193f2a4-7c00-7000-8000-000000000001"), ("service", "passport"), ("intent", "complaint")];
        let fields = fields.into_iter().chain([("language", "en"), ("comment", comment)]);
        let card = Card::parse(feedback::Fields::from_form(fields)).expect("a card");
        Receipt::of(&secrets, &card, Timestamp::UNIX_EPOCH).expect("a receipt").signed
    }

    fn holds(receipt: &SignedReceipt) -> bool {
        let decode = |text: &str| URL_SAFE_NO_PAD.decode(text).expect("base 64");
        let key = UnparsedPublicKey::new(&ED25519, decode(&receipt.key));
        key.verify(receipt.lines().as_bytes(), &decode(&receipt.signature)).is_ok()
    }

    #[test]
    fn a_receipt_holds_and_one_with_a_changed_part_does_not() {
        let good = receipt("x");
        assert!(holds(&good));
        assert!(!holds(&SignedReceipt { received_on: "1999-01-01".to_owned(), ..good.clone() }));
        assert!(!holds(&SignedReceipt { card_sha256: receipt("y").card_sha256, ..good }));
    }

    #[test]
    fn the_same_card_gets_the_same_receipt() {
        assert_eq!(receipt("x"), receipt("x"));
    }
}
