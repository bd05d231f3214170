//! Keys and chance: the one place that makes randomness (but for the salts that the libraries of passwords and of proofs
//! of work make), and the one that holds the office's secret.
//!
//! The keys are kept as a ring (`key_ring.rs`): a root, from which comes what must never change, and numbered
//! generations of what seals and signs. Every key is derived for one purpose (HKDF-SHA-256), so a key that is used for one
//! thing can say nothing about another.

mod digest;
mod error;
mod hidden;
mod key_ring;
pub mod rotation;
mod signing;
mod source;
mod store;
mod vault;

use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use feedback::{AccessCode, CardId, Reference, SheetCode};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use ring::rand::{SecureRandom, SystemRandom};
use ring::signature::{Ed25519KeyPair, KeyPair};
use ring::{hkdf, hmac};

use key_ring::{Ring, State};
use rotation::Noted;
use vault::Vault;

use crate::clock::Clock;

pub use digest::{hex, sha256_hex, sha384_base64};
pub use error::SecretsError;
pub use hidden::Hidden;
pub use signing::PublicKey;
pub use source::KeySource;
pub use vault::generation_of;

/// The key ring is read once more at most this often: anybody may send a receipt that no key of the office fits.
const REREAD_EVERY: Duration = Duration::from_secs(5);

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
    rounding: hmac::Key,
    inputs: hmac::Key,
    root: [u8; 32],
    /// The newest generation's of when the process started, so that what it signs and what it names agree.
    signing: Ed25519KeyPair,
    vault: RwLock<Arc<Vault>>,
    source: KeySource,
    clock: Clock,
    /// When the ring was last read once more.
    reread_at: Mutex<Option<Timestamp>>,
}

impl Secrets {
    /// Reads the key ring; makes one where there is none and nothing was sealed or signed yet.
    pub fn open(source: KeySource, is_new: bool, clock: Clock) -> Result<Self, SecretsError> {
        match &source {
            KeySource::File(path) if !path.exists() && !is_new => return Err(SecretsError::Missing(path.clone())),
            KeySource::File(path) if !path.exists() => {
                source.make(&Ring::begin(chance()?, 1, chance()?, Some(today(&clock))))?;
            }
            KeySource::File(_) | KeySource::Environment(_) => {}
        }
        Self::read(source, clock)
    }

    /// Reads the key ring, where there must be one.
    pub fn read(source: KeySource, clock: Clock) -> Result<Self, SecretsError> {
        let ring = source.read()?;
        Self::of(&ring, source, clock)
    }

    /// The keys of an office that only tests know.
    #[cfg(test)]
    pub(crate) fn for_testing() -> Self {
        Self::from_secret(&[7; 32]).expect("keys")
    }

    #[cfg(test)]
    pub(crate) fn from_secret(secret: &[u8; 32]) -> Result<Self, SecretsError> {
        Self::of(&Ring::begin(*secret, 1, *secret, None), KeySource::Environment(Hidden::default()), Clock::system())
    }

    fn of(ring: &Ring, source: KeySource, clock: Clock) -> Result<Self, SecretsError> {
        let root = extract(&ring.root);
        let seed = ring.generations.last().and_then(|newest| match &newest.state {
            State::Live(seed) => Some(seed),
            State::Retired(..) => None,
        });
        let key = |purpose| Ok::<_, SecretsError>(hmac::Key::new(hmac::HMAC_SHA256, &derive(&root, purpose)?));
        Ok(Self {
            random: SystemRandom::new(),
            reference: key(b"reference")?,
            access: key(b"access code")?,
            sheet: key(b"paper sheet")?,
            digest: key(b"digest")?,
            row: key(b"imported row")?,
            door: key(b"marks at the door")?,
            network: key(b"networks")?,
            rounding: key(b"rounding of published counts")?,
            inputs: key(b"inputs of editions")?,
            root: ring.root,
            signing: signing::signer(seed.ok_or(SecretsError::Chance)?)?,
            vault: RwLock::new(Arc::new(Vault::of(ring)?)),
            source,
            clock,
            reread_at: Mutex::new(None),
        })
    }

    /// Reads the key ring once more, unless that was done a moment ago: another process may have added a generation, or
    /// retired one. What this process can open it opens until it ends: it may hold something that it sealed before. What
    /// is new only opens and verifies: [`Secrets::seal_as_noted`] lets it seal.
    pub fn reread(&self) -> Result<(), SecretsError> {
        if !self.is_reread_due() {
            return Ok(());
        }
        let ring = self.source.read()?;
        if ring.root != self.root {
            return Err(SecretsError::Foreign(ring.newest()));
        }
        let there = Vault::of(&ring)?;
        self.change_vault(|vault| vault.and_opens_like(there))
    }

    fn is_reread_due(&self) -> bool {
        let (now, mut last) = (self.clock.now(), self.reread_at.lock().unwrap_or_else(PoisonError::into_inner));
        // A clock that was set back does not keep anybody waiting.
        let is_due = last.is_none_or(|last| now < last || now.duration_since(last).unsigned_abs() >= REREAD_EVERY);
        if is_due {
            *last = Some(now);
        }
        is_due
    }

    /// Seals with the newest generation that the record knows and has not retired, from now on; as before where there is
    /// none.
    pub fn seal_as_noted(&self, noted: &[Noted]) {
        let vault = self.vault();
        let seals = |key: &&PublicKey| vault.has(key.generation) && noted.iter().any(|noted| noted.lets_seal(key));
        if let Some(key) = vault.public_keys().iter().find(seals)
            && key.generation != vault.newest()
        {
            // It is there: what opens does so until the process ends.
            let _ = self.change_vault(|vault| Ok(vault.and_seals_with(key.generation)));
        }
    }

    fn change_vault(&self, change: impl FnOnce(&Vault) -> Result<Vault, SecretsError>) -> Result<(), SecretsError> {
        let mut vault = self.vault.write().unwrap_or_else(PoisonError::into_inner);
        *vault = Arc::new(change(&vault)?);
        Ok(())
    }

    fn vault(&self) -> Arc<Vault> {
        Arc::clone(&self.vault.read().unwrap_or_else(PoisonError::into_inner))
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

    /// The id of a card, of this digest, that came under the id of another: the same for the same two.
    #[must_use]
    pub fn card_beside(&self, taken: &CardId, digest: &str) -> CardId {
        let parts = [b"beside".as_slice(), taken.as_bytes(), digest.as_bytes()].concat();
        CardId::from_parts(0, &first_bytes(&hmac::sign(&self.digest, &parts)))
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

    /// What a network is called on one day; the next day it has another name. Nobody without the office's secret can tell the
    /// network from it; whoever has the secret can try them all, so it is kept nowhere for long.
    #[must_use]
    pub fn network(&self, day: &str, network: &[u8]) -> String {
        let tag = hmac::sign(&self.network, &[day.as_bytes(), b" ", network].concat());
        hex(tag.as_ref().split_at(16).0)
    }

    /// By what published counts are rounded: the same for as long as the office has its root.
    #[must_use]
    pub const fn rounding(&self) -> &hmac::Key {
        &self.rounding
    }

    /// What binds an edition to its inputs. A plain hash of them could be tried out: there are not many small counts.
    #[must_use]
    pub fn mark_of_inputs(&self, inputs: &[u8]) -> String {
        hex(hmac::sign(&self.inputs, inputs).as_ref())
    }

    /// The Ed25519 signature of these bytes.
    #[must_use]
    pub fn sign(&self, bytes: &[u8]) -> Vec<u8> {
        self.signing.sign(bytes).as_ref().to_vec()
    }

    /// The public key that verifies [`Secrets::sign`]: the same for as long as the process runs.
    #[must_use]
    pub fn verifying_key(&self) -> &[u8] {
        self.signing.public_key().as_ref()
    }

    /// Every public key with which the office ever signed, the newest first.
    #[must_use]
    pub fn public_keys(&self) -> Vec<PublicKey> {
        self.vault().public_keys().to_vec()
    }

    /// The number of the generation that seals.
    #[must_use]
    pub fn newest_generation(&self) -> u16 {
        self.vault().newest()
    }

    /// Seals a text for the vault (ChaCha20-Poly1305), with the newest generation, whose number stands in front. `about`
    /// must be given again to open it.
    pub fn seal(&self, about: &str, text: &str) -> Result<Vec<u8>, SecretsError> {
        self.vault().seal(self.bytes()?, about, text)
    }

    /// Opens what [`Secrets::seal`] sealed about the same thing. Where another process sealed it with a newer generation,
    /// the key ring is read once more.
    pub fn open_sealed(&self, about: &str, sealed: &[u8]) -> Result<String, SecretsError> {
        if !self.vault().has(generation_of(sealed))
            && let Err(error) = self.reread()
        {
            tracing::warn!(%error, "the key ring could not be read once more");
        }
        self.open_at_hand(about, sealed)
    }

    /// The same with the keys that are at hand: what comes from outside has no key ring read.
    pub fn open_at_hand(&self, about: &str, sealed: &[u8]) -> Result<String, SecretsError> {
        self.vault().open(about, sealed)
    }

    /// The same sealed with the newest generation; `None` where it is already.
    pub fn sealed_anew(&self, about: &str, sealed: &[u8]) -> Result<Option<Vec<u8>>, SecretsError> {
        if generation_of(sealed) == self.newest_generation() && vault::has_header(sealed) {
            return Ok(None);
        }
        self.seal(about, &self.open_sealed(about, sealed)?).map(Some)
    }

    /// The same sealed with a generation that is in use, where the one that sealed it has been retired since, as the
    /// record notes it.
    pub fn sealed_to_stay(&self, about: &str, sealed: &[u8], noted: &[Noted]) -> Result<Vec<u8>, SecretsError> {
        let is_retired = |generation| noted.iter().any(|noted| noted.id == generation && noted.is_retired);
        if !is_retired(generation_of(sealed)) {
            return Ok(sealed.to_vec());
        }
        self.seal_as_noted(noted);
        if is_retired(self.newest_generation()) {
            self.reread()?;
            self.seal_as_noted(noted);
        }
        if is_retired(self.newest_generation()) {
            return Err(SecretsError::Lacks(self.newest_generation().saturating_add(1)));
        }
        self.seal(about, &self.open_at_hand(about, sealed)?)
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

/// The day by universal time, as the key ring and the record note it.
#[must_use]
pub fn today(clock: &Clock) -> Date {
    clock.now().to_zoned(TimeZone::UTC).date()
}

/// Random bytes where there are no keys yet.
fn chance() -> Result<[u8; 32], SecretsError> {
    let mut bytes = [0; 32];
    SystemRandom::new().fill(&mut bytes).map(|()| bytes).map_err(|_| SecretsError::Chance)
}

fn extract(secret: &[u8; 32]) -> hkdf::Prk {
    hkdf::Salt::new(hkdf::HKDF_SHA256, b"comment card office").extract(secret)
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
mod tests;
