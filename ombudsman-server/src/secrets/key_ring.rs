//! The key ring: what the office's keys are made from, and the text in which it is kept.
//!
//! References, access codes and marks come from the root, which stays for ever. What is sealed and what is signed comes
//! from generations: the newest seals and signs, the older ones open what they sealed until they are retired. Of a
//! retired one its public key stays, so that old receipts are still found genuine.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What stands above the keys in the file.
const ABOUT: &str = "# The keys of this office. Whoever has this text can compute the access code of every card, sign \
                     receipts, and open what is\n# sealed in the record. `ombudsman-server keys` changes it. Keep a \
                     copy with every copy of the record.\n\n";

/// The keys of an office.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Ring {
    /// What never changes comes from this.
    pub root: [u8; 32],
    /// In the order of their numbers, at least one; the last one is not retired.
    pub generations: Vec<Generation>,
}

/// One generation of the keys that seal and sign.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Generation {
    /// Its number.
    pub id: u16,
    /// The day from which it is used, where that is known.
    pub since: Option<Date>,
    /// What it can still do.
    pub state: State,
}

/// What a generation can still do.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum State {
    /// Both keys come from this seed.
    Live([u8; 32]),
    /// Only receipts of before this day can be verified, with this public key.
    Retired(Date, [u8; 32]),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    version: u8,
    root: String,
    generation: Vec<WrittenGeneration>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenGeneration {
    id: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retired: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    public_key: Option<String>,
}

impl Ring {
    /// A ring of one generation.
    pub fn begin(root: [u8; 32], id: u16, seed: [u8; 32], since: Option<Date>) -> Self {
        Self { root, generations: vec![Generation { id, since, state: State::Live(seed) }] }
    }

    /// Reads a ring: as it is written, the same in one line of base 64, or a file of the time when an office had one
    /// secret. `None` if it is none of these; what is wrong is not said, because the text is secret.
    pub fn read(kept: &[u8]) -> Option<Self> {
        if let Ok(secret) = <[u8; 32]>::try_from(kept) {
            return Some(Self::begin(secret, 1, secret, None));
        }
        let text = std::str::from_utf8(kept).ok()?.trim();
        let unwrapped = base64::engine::general_purpose::STANDARD.decode(text).ok();
        let text = unwrapped.map_or_else(|| Some(text.to_owned()), |bytes| String::from_utf8(bytes).ok())?;
        let written: Written = toml::from_str(&text).ok()?;
        let generations = written.generation.iter().map(generation).collect::<Option<Vec<_>>>()?;
        let is_in_order = generations.is_sorted_by(|one, next| one.id < next.id);
        let is_usable = generations.last().is_some_and(|last| matches!(last.state, State::Live(_)));
        let ring = Self { root: bytes(&written.root)?, generations };
        (written.version == 1 && is_in_order && is_usable).then_some(ring)
    }

    /// The text that [`Ring::read`] reads.
    pub fn text(&self) -> String {
        let generation = self.generations.iter().map(|Generation { id, since, state }| {
            let (seed, retired, public_key) = match state {
                State::Live(seed) => (Some(encoded(seed)), None, None),
                State::Retired(on, key) => (None, Some(on.to_string()), Some(encoded(key))),
            };
            WrittenGeneration { id: *id, since: since.map(|day| day.to_string()), seed, retired, public_key }
        });
        let written = Written { version: 1, root: encoded(&self.root), generation: generation.collect() };
        // Numbers and texts can always be written.
        [ABOUT, &toml::to_string(&written).unwrap_or_default()].concat()
    }

    /// The number of the newest generation.
    pub fn newest(&self) -> u16 {
        self.generations.last().map_or(0, |generation| generation.id)
    }

    /// Adds a generation; its number. `None` where numbers have run out.
    pub fn add(&mut self, seed: [u8; 32], today: Date) -> Option<u16> {
        let id = self.newest().checked_add(1)?;
        self.generations.push(Generation { id, since: Some(today), state: State::Live(seed) });
        Some(id)
    }

    /// Puts a public key in front whose generation is lost.
    pub fn remember(&mut self, id: u16, public_key: [u8; 32], today: Date) {
        self.generations.insert(0, Generation { id, since: None, state: State::Retired(today, public_key) });
    }

    /// Forgets the seed of a generation and keeps its public key.
    pub fn retire(&mut self, id: u16, public_key: [u8; 32], today: Date) {
        for generation in self.generations.iter_mut().filter(|generation| generation.id == id) {
            generation.state = State::Retired(today, public_key);
        }
    }
}

fn generation(written: &WrittenGeneration) -> Option<Generation> {
    let day = |text: &Option<String>| text.as_ref().map(|text| text.parse::<Date>()).transpose().ok();
    let state = match (&written.seed, &written.public_key) {
        (Some(seed), None) if written.retired.is_none() => State::Live(bytes(seed)?),
        (None, Some(key)) => State::Retired(day(&written.retired)??, bytes(key)?),
        _ => return None,
    };
    Some(Generation { id: written.id, since: day(&written.since)?, state })
}

fn encoded(bytes: &[u8; 32]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn bytes(text: &str) -> Option<[u8; 32]> {
    URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests;
