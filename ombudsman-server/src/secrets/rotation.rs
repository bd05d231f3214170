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
}

/// Refuses keys that are not those of the record, and has the record note those that it does not know yet.
pub async fn agree(secrets: &Secrets, db: &Db, today: Date) -> Result<(), RotationError> {
    let (known, keys) = (store::known(db).await?, secrets.public_keys());
    for seen in known.iter().filter(|seen| !seen.is_retired) {
        match keys.iter().find(|key| key.generation == seen.id) {
            Some(key) if encoded(key) != seen.public_key => return Err(SecretsError::Foreign(seen.id).into()),
            Some(key) if key.retired.is_none() => {}
            Some(_) | None => return Err(SecretsError::Lacks(seen.id).into()),
        }
    }
    let is_new = |key: &&PublicKey| !known.iter().any(|seen| seen.id == key.generation);
    let new: Vec<&PublicKey> = keys.iter().filter(|key| key.retired.is_none()).filter(is_new).collect();
    if new.is_empty() {
        return Ok(());
    }
    let mut tx = db.begin().await?;
    for key in new {
        store::note(&mut tx, key.generation, &encoded(key), &today.to_string()).await?;
    }
    Ok(tx.commit().await?)
}

/// The generations that nothing may be sealed with any more, as this write sees them.
pub async fn retired(tx: &mut Tx) -> Result<Vec<u16>, DbError> {
    store::retired(tx).await
}

/// Every generation, the newest first, with what it seals.
pub async fn list(secrets: &Secrets, db: &Db) -> Result<Vec<Listed>, RotationError> {
    let (mut addresses, mut originals) = store::sealed_by_any(db).await?;
    let mut listed = Vec::new();
    for key in secrets.public_keys() {
        let by_this = store::sealed_by(db, key.generation).await?;
        (addresses, originals) = (addresses - by_this.0, originals - by_this.1);
        listed.push(Listed { key, addresses: by_this.0, originals: by_this.1 });
    }
    // What does not say which generation sealed it was sealed when there was one.
    if let Some(first) = listed.last_mut() {
        first.addresses += addresses;
        first.originals += originals;
    }
    Ok(listed)
}

/// Adds a generation to the key ring, in its file or in a new one; the generation's number.
pub async fn rotate(source: &KeySource, db: &Db, today: Date, to: Option<&Path>) -> Result<u16, RotationError> {
    // Whoever holds the record's lock changes the ring; a crash gives it back.
    let lock = db.begin().await?;
    let mut ring = source.read()?;
    let id = ring.add(chance()?, today).ok_or(RotationError::TooMany)?;
    put(source, &ring, to)?;
    drop(lock);
    Ok(id)
}

/// Has nothing be sealed with this generation any more, and forgets its seed.
pub async fn retire(secrets: &Secrets, db: &Db, id: u16, today: Date, to: Option<&Path>) -> Result<(), RotationError> {
    let source = &secrets.source;
    if to.is_none() {
        source.file()?;
    }
    if id == source.read()?.newest() {
        return Err(RotationError::Newest(id));
    }
    let listed = list(secrets, db).await?;
    let found = listed.iter().find(|it| it.key.generation == id).ok_or(RotationError::Unknown(id))?;
    if found.addresses + found.originals > 0 {
        return Err(RotationError::StillSeals(id, found.addresses + found.originals));
    }
    let mut tx = db.begin().await?;
    // Once more where nobody can seal anything meanwhile: who seals later is told that it is retired.
    let number = store::still_sealed_by(&mut tx, id).await?;
    if number > 0 {
        return Err(RotationError::StillSeals(id, number));
    }
    store::note_retired(&mut tx, id, &today.to_string()).await?;
    tx.commit().await?;
    forget(source, db, id, today, to).await
}

/// Takes the seed of a generation out of the key ring.
async fn forget(source: &KeySource, db: &Db, id: u16, today: Date, to: Option<&Path>) -> Result<(), RotationError> {
    let lock = db.begin().await?;
    let mut ring = source.read()?;
    let seed = ring.generations.iter().find_map(|generation| match &generation.state {
        State::Live(seed) if generation.id == id => Some(*seed),
        State::Live(_) | State::Retired(..) => None,
    });
    if let Some(seed) = seed {
        ring.retire(id, signing::public_key(&signing::signer(&seed)?)?, today);
        put(source, &ring, to)?;
    }
    drop(lock);
    Ok(())
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

fn encoded(key: &PublicKey) -> String {
    URL_SAFE_NO_PAD.encode(key.bytes)
}

fn decoded(text: &str) -> Option<[u8; 32]> {
    URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()
}
