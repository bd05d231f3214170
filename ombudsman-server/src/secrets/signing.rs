//! The keys that sign receipts, one a generation, and the public ones that anybody may have.

use jiff::civil::Date;
use ring::signature::{Ed25519KeyPair, KeyPair};

use super::{SecretsError, derive, extract};

/// A public key of the office (Ed25519), and the generation that it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    /// The generation's number.
    pub generation: u16,
    /// The day from which it signed, where that is known.
    pub since: Option<Date>,
    /// The day on which it was retired.
    pub retired: Option<Date>,
    /// The key, raw.
    pub bytes: [u8; 32],
}

impl AsRef<[u8]> for PublicKey {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

/// The key that signs receipts.
pub(super) fn signer(seed: &[u8; 32]) -> Result<Ed25519KeyPair, SecretsError> {
    let seed = derive(&extract(seed), b"receipt signing")?;
    Ed25519KeyPair::from_seed_unchecked(&seed).map_err(|_| SecretsError::Chance)
}

pub(super) fn public_key(signer: &Ed25519KeyPair) -> Result<[u8; 32], SecretsError> {
    signer.public_key().as_ref().try_into().map_err(|_| SecretsError::Chance)
}
