//! Keys and chance: the one place that makes randomness (but for the salts that the libraries of passwords and of proofs
//! of work make), and the one that holds the office's secret.
//!
//! One secret of 32 bytes lives in the data folder. Every key is derived from it for one purpose (HKDF-SHA-256), so a
//! key that is used for one thing can say nothing about another.

mod digest;

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use feedback::{AccessCode, CardId, Reference, SheetCode};
use jiff::Timestamp;
use ring::aead::{self, Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};
use ring::rand::{SecureRandom, SystemRandom};
use ring::signature::{Ed25519KeyPair, KeyPair};
use ring::{hkdf, hmac};

pub use digest::{hex, sha256_hex, sha384_base64};

/// Why the secret cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SecretsError {
    /// The file could not be read or made.
    #[error("The secret key file {path} could not be used: {source}. Check the rights on the data folder.")]
    Disk {
        /// The file.
        path: PathBuf,
        /// What the disk said.
        source: std::io::Error,
    },
    /// The file is not 32 bytes long.
    #[error(
        "The secret key file {0} is damaged. Restore it from a backup: without it no receipt or address can be read."
    )]
    Damaged(PathBuf),
    /// The system gives no random bytes, or a key could not be derived.
    #[error("The system could not make a key. Nothing was changed; start again, and check the machine if it recurs.")]
    Chance,
    /// What was sealed cannot be opened with this office's key.
    #[error("What was sealed could not be opened: it was sealed by another office, or was changed.")]
    Sealed,
}

/// The office's keys and its source of chance.
pub struct Secrets {
    random: SystemRandom,
    reference: hmac::Key,
    access: hmac::Key,
    sheet: hmac::Key,
    digest: hmac::Key,
    row: hmac::Key,
    door: hmac::Key,
    network: hmac::Key,
    signing: Ed25519KeyPair,
    vault: LessSafeKey,
}

impl Secrets {
    /// Reads the secret of this data folder; makes one, readable by its owner alone, where there is none.
    pub fn open(data_dir: &Path) -> Result<Self, SecretsError> {
        let path = data_dir.join("secret.key");
        let disk = |source| SecretsError::Disk { path: path.clone(), source };
        let random = SystemRandom::new();
        let mut fresh = [0; 32];
        random.fill(&mut fresh).map_err(|_| SecretsError::Chance)?;
        if !path.exists() {
            keep_whole(&path, &fresh).map_err(disk)?;
        }
        Self::read(data_dir)
    }

    /// Reads the secret of this data folder, where there must be one.
    pub fn read(data_dir: &Path) -> Result<Self, SecretsError> {
        let path = data_dir.join("secret.key");
        let kept = std::fs::read(&path).map_err(|source| SecretsError::Disk { path: path.clone(), source })?;
        let secret: [u8; 32] = kept.try_into().map_err(|_| SecretsError::Damaged(path.clone()))?;
        Self::from_secret(&secret)
    }

    /// The keys of an office that only tests know.
    #[cfg(test)]
    pub(crate) fn for_testing() -> Self {
        Self::from_secret(&[7; 32]).expect("keys")
    }

    fn from_secret(secret: &[u8; 32]) -> Result<Self, SecretsError> {
        let root = hkdf::Salt::new(hkdf::HKDF_SHA256, b"comment card office").extract(secret);
        let signing = Ed25519KeyPair::from_seed_unchecked(&derive(&root, b"receipt signing")?);
        let vault = UnboundKey::new(&CHACHA20_POLY1305, &derive(&root, b"vault")?);
        Ok(Self {
            random: SystemRandom::new(),
            reference: hmac::Key::new(hmac::HMAC_SHA256, &derive(&root, b"reference")?),
            access: hmac::Key::new(hmac::HMAC_SHA256, &derive(&root, b"access code")?),
            sheet: hmac::Key::new(hmac::HMAC_SHA256, &derive(&root, b"paper sheet")?),
            digest: hmac::Key::new(hmac::HMAC_SHA256, &derive(&root, b"digest")?),
            row: hmac::Key::new(hmac::HMAC_SHA256, &derive(&root, b"imported row")?),
            door: hmac::Key::new(hmac::HMAC_SHA256, &derive(&root, b"marks at the door")?),
            network: hmac::Key::new(hmac::HMAC_SHA256, &derive(&root, b"networks")?),
            signing: signing.map_err(|_| SecretsError::Chance)?,
            vault: LessSafeKey::new(vault.map_err(|_| SecretsError::Chance)?),
        })
    }

    /// The reference of a card: the same for the same id, so a card sent twice has one reference.
    #[must_use]
    pub fn reference(&self, id: &CardId) -> Reference {
        Reference::from_bits(first_bits(&hmac::sign(&self.reference, id.as_bytes())))
    }

    /// The access code of a reference: nobody can compute it who does not hold the key.
    #[must_use]
    pub fn access_code(&self, reference: &Reference) -> AccessCode {
        AccessCode::from_bits(first_bits(&hmac::sign(&self.access, reference.as_str().as_bytes())))
    }

    /// Whether the code opens the reference, in a time that says nothing about how much of it was right.
    #[must_use]
    pub fn opens(&self, reference: &Reference, code: &AccessCode) -> bool {
        let mac = |code: &AccessCode| hmac::sign(&self.access, code.as_str().as_bytes());
        // Comparing keyed digests of both takes the same time wherever the codes differ.
        hmac::verify(&self.access, code.as_str().as_bytes(), mac(&self.access_code(reference)).as_ref()).is_ok()
    }

    /// A fresh code for a sheet of paper.
    pub fn sheet_code(&self) -> Result<SheetCode, SecretsError> {
        self.bytes().map(|bytes| SheetCode::from_bits(u64::from_be_bytes(bytes)))
    }

    /// The id of the card on this sheet: the same for the same sheet. Its time is zero, since a sheet has none.
    #[must_use]
    pub fn card_of_sheet(&self, sheet: &SheetCode) -> CardId {
        CardId::from_parts(0, &first_bytes(&hmac::sign(&self.sheet, sheet.as_str().as_bytes())))
    }

    /// The id of the card that a row of an import says in these parts: the same for the same parts in the same order. Its
    /// time is that of its receipt, or zero where the row has none.
    #[must_use]
    pub fn card_of_row<'a>(&self, received: Option<Timestamp>, parts: impl Iterator<Item = &'a str>) -> CardId {
        let millis = received.map_or(0, |moment| u64::try_from(moment.as_millisecond()).unwrap_or(0));
        let mut row = hmac::Context::with_key(&self.row);
        row.update(&millis.to_be_bytes());
        for part in parts {
            // With its length in front, no text can pass for two.
            row.update(&(part.len() as u64).to_be_bytes());
            row.update(part.as_bytes());
        }
        CardId::from_parts(millis, &first_bytes(&row.sign()))
    }

    /// A digest under the office's key, in hexadecimal: who reads the record cannot test a guess against it.
    #[must_use]
    pub fn digest(&self, text: &str) -> String {
        hex(hmac::sign(&self.digest, text.as_bytes()).as_ref())
    }

    /// The name by which the log follows a card: it leads to no id, reference or code.
    #[must_use]
    pub fn trace(&self, id: &CardId) -> String {
        let tag = hmac::sign(&self.digest, &[b"trace".as_slice(), id.as_bytes()].concat());
        hex(tag.as_ref().get(..6).unwrap_or_default())
    }

    /// A mark on a text that leaves the house and comes back: only this office can have put it there.
    #[must_use]
    pub fn mark(&self, text: &str) -> String {
        hex(hmac::sign(&self.door, text.as_bytes()).as_ref())
    }

    /// Whether this is the mark on that text, in a time that says nothing about how much of it was right.
    #[must_use]
    pub fn is_marked(&self, text: &str, mark: &str) -> bool {
        let expected = hmac::sign(&self.door, self.mark(text).as_bytes());
        hmac::verify(&self.door, mark.as_bytes(), expected.as_ref()).is_ok()
    }

    /// What a network is called on one day. Nobody can tell the network from it, and the next day it has another name.
    #[must_use]
    pub fn network(&self, day: &str, network: &[u8]) -> String {
        let tag = hmac::sign(&self.network, &[day.as_bytes(), b" ", network].concat());
        hex(tag.as_ref().split_at(16).0)
    }

    /// The Ed25519 signature of these bytes.
    #[must_use]
    pub fn sign(&self, bytes: &[u8]) -> Vec<u8> {
        self.signing.sign(bytes).as_ref().to_vec()
    }

    /// The public key that verifies [`Secrets::sign`].
    #[must_use]
    pub fn verifying_key(&self) -> &[u8] {
        self.signing.public_key().as_ref()
    }

    /// Seals a text for the vault (ChaCha20-Poly1305, the nonce in front). `about` must be given again to open it.
    pub fn seal(&self, about: &str, text: &str) -> Result<Vec<u8>, SecretsError> {
        let nonce: [u8; 12] = self.bytes()?;
        let mut sealed = text.as_bytes().to_vec();
        self.vault
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(about), &mut sealed)
            .map_err(|_| SecretsError::Sealed)?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens what [`Secrets::seal`] sealed about the same thing.
    pub fn open_sealed(&self, about: &str, sealed: &[u8]) -> Result<String, SecretsError> {
        let (nonce, text) = sealed.split_at_checked(aead::NONCE_LEN).ok_or(SecretsError::Sealed)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| SecretsError::Sealed)?;
        let mut text = text.to_vec();
        let opened = self.vault.open_in_place(nonce, Aad::from(about), &mut text).map_err(|_| SecretsError::Sealed)?;
        String::from_utf8(opened.to_vec()).map_err(|_| SecretsError::Sealed)
    }

    /// A fresh card id.
    pub fn card_id(&self, now: Timestamp) -> Result<CardId, SecretsError> {
        Ok(CardId::from_parts(u64::try_from(now.as_millisecond()).unwrap_or(0), &self.bytes()?))
    }

    /// Random bytes.
    pub fn bytes<const N: usize>(&self) -> Result<[u8; N], SecretsError> {
        let mut bytes = [0; N];
        self.random.fill(&mut bytes).map_err(|_| SecretsError::Chance)?;
        Ok(bytes)
    }
}

/// Writes a new file, whole or not at all; one that another process made first stays.
fn keep_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let draft = path.with_extension(format!("draft-{}", std::process::id()));
    let mut file = std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&draft)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    let linked = std::fs::hard_link(&draft, path);
    std::fs::remove_file(&draft)?;
    match linked {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
        _ => std::fs::File::open(path.parent().unwrap_or(path))?.sync_all(),
    }
}

fn derive(root: &hkdf::Prk, purpose: &[u8]) -> Result<[u8; 32], SecretsError> {
    let mut key = [0; 32];
    let info = [purpose];
    let made = root.expand(&info, hkdf::HKDF_SHA256).and_then(|okm| okm.fill(&mut key));
    made.map(|()| key).map_err(|_| SecretsError::Chance)
}

fn first_bytes(tag: &hmac::Tag) -> [u8; 10] {
    let mut first = [0; 10];
    first.iter_mut().zip(tag.as_ref()).for_each(|(to, from)| *to = *from);
    first
}

fn first_bits(tag: &hmac::Tag) -> u64 {
    tag.as_ref().iter().take(8).fold(0, |bits, byte| bits << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secrets(seed: u8) -> Secrets {
        Secrets::from_secret(&[seed; 32]).expect("keys")
    }

    #[test]
    fn the_same_card_has_the_same_reference_and_code_and_another_office_has_others() {
        let id = CardId::from_parts(1, &[2; 10]);
        let reference = secrets(1).reference(&id);
        assert_eq!(reference, secrets(1).reference(&id));
        assert_ne!(reference, secrets(2).reference(&id));
        assert!(secrets(1).opens(&reference, &secrets(1).access_code(&reference)));
        assert!(!secrets(1).opens(&reference, &secrets(2).access_code(&reference)));
    }

    #[test]
    fn a_sheet_has_one_card_and_another_sheet_or_office_has_another() {
        let sheet = SheetCode::from_bits(1 << 4);
        let card = secrets(1).card_of_sheet(&sheet);
        assert_eq!(card, secrets(1).card_of_sheet(&sheet));
        assert_ne!(card, secrets(2).card_of_sheet(&sheet));
        assert_ne!(card, secrets(1).card_of_sheet(&SheetCode::from_bits(2 << 4)));
        assert_eq!(CardId::parse(&card.to_string()), Ok(card));
    }

    #[test]
    fn a_mark_holds_for_its_text_and_office_and_a_network_has_another_name_each_day() {
        let mark = secrets(1).mark("a text");
        assert!(secrets(1).is_marked("a text", &mark));
        assert!(!secrets(1).is_marked("another text", &mark) && !secrets(2).is_marked("a text", &mark));
        assert!(!secrets(1).is_marked("a text", ""));
        let name = |seed, day| secrets(seed).network(day, &[192, 0, 2]);
        assert_eq!(name(1, "2026-11-22"), name(1, "2026-11-22"));
        assert_ne!(name(1, "2026-11-22"), name(1, "2026-11-23"));
        assert_ne!(name(1, "2026-11-22"), name(2, "2026-11-22"));
    }

    #[test]
    fn what_is_sealed_opens_only_with_its_key_and_for_what_it_is_about() {
        let sealed = secrets(1).seal("case", "someone@example.ca").expect("sealed");
        assert_eq!(secrets(1).open_sealed("case", &sealed).expect("opened"), "someone@example.ca");
        assert!(secrets(1).open_sealed("other", &sealed).is_err());
        assert!(secrets(2).open_sealed("case", &sealed).is_err());
        assert!(secrets(1).open_sealed("case", &sealed[..5]).is_err());
    }
}
