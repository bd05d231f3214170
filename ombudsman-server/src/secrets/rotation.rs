//! New generations of keys, what is sealed with the old ones, and the end of these. Everything holds through a crash at
//! any moment: the file is replaced whole, the record knows a generation before it seals and a retirement before the
//! seed is gone.

mod error;
mod reseal;

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::civil::Date;

use super::key_ring::{Ring, State};
use super::{KeySource, PublicKey, Secrets, SecretsError, chance, signing, source, store};
use crate::db::{Db, DbError, Tx};

pub use error::RotationError;
pub use reseal::{Resealed, reseal};

/// A generation as `keys list` shows it.
pub struct Listed {
    /// Its number, days and public key.
    pub key: PublicKey,
    /// The addresses that it seals.
    pub addresses: i64,
    /// The texts that it seals.
    pub originals: i64,
    /// The second factors of staff that it seals.
    pub second_factors: i64,
}

/// A generation as the record notes it.
pub struct Noted {
    pub(super) id: u16,
    /// Its public key in base 64 for addresses.
    pub(super) public_key: String,
    pub(super) is_retired: bool,
}

impl Noted {
    /// Whether the record lets the generation of this key seal.
    pub(super) fn lets_seal(&self, key: &PublicKey) -> bool {
        self.id == key.generation && !self.is_retired && self.public_key == encoded(key)
    }
}

/// Refuses keys that are not those of the record, and has the record note those that it does not know yet. From then on
/// the newest seals.
pub async fn agree(secrets: &Secrets, db: &Db, today: Date) -> Result<(), RotationError> {
    let (mut known, keys) = (store::known(db).await?, secrets.public_keys());
    compare(&known, &keys)?;
    let is_new = |key: &&PublicKey| key.retired.is_none() && !known.iter().any(|seen| seen.id == key.generation);
    let new: Vec<&PublicKey> = keys.iter().filter(is_new).collect();
    if !new.is_empty() {
        known = note(db, &new, &keys, today).await?;
    }
    secrets.seal_as_noted(&known);
    Ok(())
}

/// Has the record note new ones of these keys. Another process may have noted others under their numbers meanwhile: then
/// these are refused.
async fn note(db: &Db, new: &[&PublicKey], keys: &[PublicKey], today: Date) -> Result<Vec<Noted>, RotationError> {
    let mut tx = db.begin().await?;
    for key in new {
        store::note(&mut tx, key.generation, &encoded(key), &today.to_string()).await?;
    }
    let known = store::known_now(&mut tx).await?;
    compare(&known, keys)?;
    tx.commit().await?;
    Ok(known)
}

/// Refuses keys of which one is another than the record notes, or is missing.
fn compare(known: &[Noted], keys: &[PublicKey]) -> Result<(), SecretsError> {
    for seen in known.iter().filter(|seen| !seen.is_retired) {
        match keys.iter().find(|key| key.generation == seen.id) {
            Some(key) if encoded(key) != seen.public_key => return Err(SecretsError::Foreign(seen.id)),
            Some(key) if key.retired.is_none() => {}
            Some(_) | None => return Err(SecretsError::Lacks(seen.id)),
        }
    }
    Ok(())
}

/// The generations as the record notes them, as this write sees them: nothing may be sealed with a retired one any more.
pub async fn noted(tx: &mut Tx) -> Result<Vec<Noted>, DbError> {
    store::known_now(tx).await
}

/// Every generation, the newest first, with what it seals.
pub async fn list(secrets: &Secrets, db: &Db) -> Result<Vec<Listed>, RotationError> {
    let mut listed = Vec::new();
    for key in secrets.public_keys() {
        let store::Sealed { addresses, originals, second_factors } = store::sealed_by(db, key.generation).await?;
        listed.push(Listed { key, addresses, originals, second_factors });
    }
    Ok(listed)
}

/// Adds a generation to the key ring, in its file or in a new one; the generation's number.
pub async fn rotate(source: &KeySource, db: &Db, today: Date, to: Option<&Path>) -> Result<u16, RotationError> {
    if to.is_none() {
        source.file()?;
    }
    // Whoever holds the record's lock changes the ring; a crash gives it back.
    let lock = db.begin().await?;
    let mut ring = source.read()?;
    let id = ring.add(chance()?, today).ok_or(RotationError::TooMany)?;
    put(source, &ring, to).map_err(RotationError::NotPut)?;
    drop(lock);
    Ok(id)
}

/// Has nothing be sealed with this generation any more, and forgets its seed.
pub async fn retire(secrets: &Secrets, db: &Db, id: u16, today: Date, to: Option<&Path>) -> Result<(), RotationError> {
    let source = &secrets.source;
    if to.is_none() {
        source.file()?;
    }
    // Not this process's newest either: the record may not know yet the one that came after it.
    if id == source.read()?.newest() || id == secrets.newest_generation() {
        return Err(RotationError::Newest(id));
    }
    let listed = list(secrets, db).await?;
    let found = listed.iter().find(|it| it.key.generation == id).ok_or(RotationError::Unknown(id))?;
    let number = found.addresses + found.originals + found.second_factors;
    if number > 0 {
        return Err(RotationError::StillSeals(id, number));
    }
    let mut tx = db.begin().await?;
    // Once more where nobody can seal anything meanwhile: who seals later is told that it is retired.
    let number = store::still_sealed_by(&mut tx, id).await?;
    if number > 0 {
        return Err(RotationError::StillSeals(id, number));
    }
    if let Some(ring) = without(&source.read()?, id, today)? {
        could_put(source, &ring, to).map_err(RotationError::NotPut)?;
    }
    store::note_retired(&mut tx, id, &today.to_string()).await?;
    tx.commit().await?;
    forget(source, db, id, today, to).await.map_err(|error| RotationError::SeedStays(id, Box::new(error)))
}

/// Takes the seed of a generation out of the key ring.
async fn forget(source: &KeySource, db: &Db, id: u16, today: Date, to: Option<&Path>) -> Result<(), RotationError> {
    let lock = db.begin().await?;
    if let Some(ring) = without(&source.read()?, id, today)? {
        put(source, &ring, to)?;
    }
    drop(lock);
    Ok(())
}

/// The ring without the seed of a generation; `None` where it has none.
fn without(ring: &Ring, id: u16, today: Date) -> Result<Option<Ring>, SecretsError> {
    let seed = ring.generations.iter().find_map(|generation| match &generation.state {
        State::Live(seed) if generation.id == id => Some(seed),
        State::Live(_) | State::Retired(..) => None,
    });
    let Some(seed) = seed else { return Ok(None) };
    let mut changed = ring.clone();
    changed.retire(id, signing::public_key(&signing::signer(seed)?)?, today);
    Ok(Some(changed))
}

/// Makes new keys for a record whose keys are lost: what they sealed stays sealed, and every reference and access code
/// that was given is worthless. Receipts of before can still be verified.
pub async fn begin_anew(source: &KeySource, db: &Db, today: Date) -> Result<u16, RotationError> {
    if source.is_there() {
        return Err(RotationError::NotLost);
    }
    let mut tx = db.begin().await?;
    let known = store::known(db).await?;
    // A record that knows none yet was sealed by the first.
    let id = known.last().map_or(1, |last| last.id).checked_add(1).ok_or(RotationError::TooMany)?;
    let mut ring = Ring::begin(chance()?, id, chance()?, Some(today));
    for lost in known.iter().rev() {
        store::note_retired(&mut tx, lost.id, &today.to_string()).await?;
        if let Some(key) = decoded(&lost.public_key) {
            ring.remember(lost.id, key, today);
        }
    }
    tx.commit().await?;
    source.make(&ring)?;
    Ok(id)
}

fn put(source: &KeySource, ring: &Ring, to: Option<&Path>) -> Result<(), SecretsError> {
    to.map_or_else(|| source.replace(ring), |path| source::write_new(path, ring))
}

fn could_put(source: &KeySource, ring: &Ring, to: Option<&Path>) -> Result<(), SecretsError> {
    to.map_or_else(|| source.could_replace(ring), |path| source::could_write_new(path, ring))
}

fn encoded(key: &PublicKey) -> String {
    URL_SAFE_NO_PAD.encode(key.bytes)
}

fn decoded(text: &str) -> Option<[u8; 32]> {
    URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests;
