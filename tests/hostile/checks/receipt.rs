//! The check of receipts, which anyone may ask for: a text, a receipt, a signature over a tree.

use ombudsman_server::intake::{Verdict, examine};

use super::Reach;

/// A key that signed nothing: the bytes of no point of the curve are a key that fits no signature.
const NOBODYS_KEY: [u8; 32] = [7; 32];

/// Reads bytes as the page and the command do.
///
/// # Panics
/// Where a receipt is found genuine that nobody signed.
pub fn check(bytes: &[u8]) -> Reach {
    match examine(&String::from_utf8_lossy(bytes), &[NOBODYS_KEY]) {
        Verdict::NotAReceipt => Reach::Unread,
        Verdict::NotGenuine => Reach::Refused,
        Verdict::OtherKey => Reach::Taken,
        Verdict::Genuine(..) => panic!("a receipt that nobody signed is found genuine"),
    }
}
