//! Sealing and opening, by generations of keys. What is sealed says by its first eight bytes which generation sealed it;
//! what has no such beginning is of the time before there were generations, and of the first.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use ring::aead::{self, Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};

use super::key_ring::{Ring, State};
use super::signing::{PublicKey, public_key, signer};
use super::{SecretsError, derive, extract};

/// What everything sealed begins with; the two bytes after it are the generation's number. An older value begins with
/// twelve bytes of chance, and looks like this once in 280,000,000,000,000 times.
pub(super) const BEGINNING: [u8; 6] = [0xc5, b'k', b'e', b'y', 0x00, 0x01];
/// The beginning and the number.
pub(super) const HEADER: usize = 8;
/// The generation of what was sealed before there were any.
pub(super) const FIRST: u16 = 1;

/// The keys of a ring, ready for use.
pub(super) struct Vault {
    live: BTreeMap<u16, LessSafeKey>,
    newest: u16,
    public_keys: Vec<PublicKey>,
}

impl Vault {
    pub fn of(ring: &Ring) -> Result<Self, SecretsError> {
        let (mut live, mut public_keys) = (BTreeMap::new(), Vec::new());
        for generation in &ring.generations {
            let (retired, bytes) = match &generation.state {
                State::Retired(on, key) => (Some(*on), *key),
                State::Live(seed) => {
                    let key = UnboundKey::new(&CHACHA20_POLY1305, &derive(&extract(seed), b"vault")?);
                    live.insert(generation.id, LessSafeKey::new(key.map_err(|_| SecretsError::Chance)?));
                    (None, public_key(&signer(seed)?)?)
                }
            };
            public_keys.push(PublicKey { generation: generation.id, since: generation.since, retired, bytes });
        }
        public_keys.reverse();
        Ok(Self { live, newest: ring.newest(), public_keys })
    }

    /// Opens and verifies also what another does, which may say of a generation that it is retired, and goes on sealing
    /// as it did. Refused where a generation is not the same in both.
    pub fn and_opens_like(&self, other: Self) -> Result<Self, SecretsError> {
        let Self { mut live, mut public_keys, .. } = other;
        for key in &self.public_keys {
            match public_keys.iter().find(|there| there.generation == key.generation) {
                Some(there) if there.bytes != key.bytes => return Err(SecretsError::Foreign(key.generation)),
                Some(_) => {}
                None => public_keys.push(key.clone()),
            }
        }
        public_keys.sort_by_key(|key| Reverse(key.generation));
        live.extend(self.live.iter().map(|(generation, key)| (*generation, key.clone())));
        Ok(Self { live, newest: self.newest, public_keys })
    }

    /// The same, sealing with this generation.
    pub fn and_seals_with(&self, newest: u16) -> Self {
        Self { live: self.live.clone(), newest, public_keys: self.public_keys.clone() }
    }

    /// The number of the generation that seals.
    pub fn newest(&self) -> u16 {
        self.newest
    }

    /// Every public key of the office, the newest first.
    pub fn public_keys(&self) -> &[PublicKey] {
        &self.public_keys
    }

    /// Whether this generation's seals can be opened.
    pub fn has(&self, generation: u16) -> bool {
        self.live.contains_key(&generation)
    }

    pub fn seal(&self, nonce: [u8; aead::NONCE_LEN], about: &str, text: &str) -> Result<Vec<u8>, SecretsError> {
        let key = self.live.get(&self.newest).ok_or(SecretsError::Sealed)?;
        let header = header(self.newest);
        let mut sealed = text.as_bytes().to_vec();
        let about = Aad::from([&header, about.as_bytes()].concat());
        key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), about, &mut sealed)
            .map_err(|_| SecretsError::Sealed)?;
        Ok([header.as_slice(), &nonce, &sealed].concat())
    }

    pub fn open(&self, about: &str, sealed: &[u8]) -> Result<String, SecretsError> {
        let (generation, header) = begin(sealed);
        let key = self.live.get(&generation).ok_or(SecretsError::Lacks(generation))?;
        let body = sealed.get(header.len()..).unwrap_or_default();
        let (nonce, text) = body.split_at_checked(aead::NONCE_LEN).ok_or(SecretsError::Sealed)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| SecretsError::Sealed)?;
        let mut text = text.to_vec();
        let about = Aad::from([header, about.as_bytes()].concat());
        let opened = key.open_in_place(nonce, about, &mut text).map_err(|_| SecretsError::Sealed)?;
        String::from_utf8(opened.to_vec()).map_err(|_| SecretsError::Sealed)
    }
}

/// The beginning of everything that this generation seals.
pub(super) fn header(generation: u16) -> [u8; HEADER] {
    let mut header = [0; HEADER];
    let number = generation.to_be_bytes();
    header.iter_mut().zip(BEGINNING.iter().chain(&number)).for_each(|(to, from)| *to = *from);
    header
}

/// The generation that sealed this.
#[must_use]
pub fn generation_of(sealed: &[u8]) -> u16 {
    begin(sealed).0
}

/// Whether this says by itself which generation sealed it.
pub(super) fn has_header(sealed: &[u8]) -> bool {
    !begin(sealed).1.is_empty()
}

/// The generation, and the beginning that says so; none where it is of the time before there were generations.
fn begin(sealed: &[u8]) -> (u16, &[u8]) {
    match sealed.first_chunk::<HEADER>() {
        Some([beginning @ .., high, low]) if *beginning == BEGINNING => {
            (u16::from_be_bytes([*high, *low]), sealed.split_at(HEADER).0)
        }
        _ => (FIRST, &[]),
    }
}
