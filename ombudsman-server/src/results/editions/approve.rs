//! Somebody else approves an edition: the office signs its bytes, and from its minute on everyone can read them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{ED25519, UnparsedPublicKey};

use super::{Edition, store};
use crate::audit::{self, Action, Actor, Entry};
use crate::db::DbError;
use crate::house::House;
use crate::secrets::{PublicKey, sha256_hex};

/// What is approved.
pub struct Approval<'a> {
    /// The edition's name.
    pub id: &'a str,
    /// What was shown: [`Edition::shown`].
    pub shown: &'a str,
    /// From when on it is public, in milliseconds since 1970; at once where that is over.
    pub publish_at: i64,
}

/// Approves an edition. Whether it waits, is still the one that was shown, and was prepared by somebody else.
pub async fn approve(house: &House, approval: &Approval<'_>, actor: &Actor) -> Result<bool, DbError> {
    let Approval { id, shown, publish_at } = *approval;
    let now = house.clock.millis();
    let publish_at = publish_at.max(now);
    let mut tx = house.db.begin().await?;
    let found = store::find_for_write(&mut tx, id).await?.filter(|edition| edition.shown() == shown);
    let Some(edition) = found else { return Ok(false) };
    let signature = house.secrets.sign(signed(&edition, publish_at).as_bytes());
    let signature = URL_SAFE_NO_PAD.encode(signature);
    if !store::approve(&mut tx, id, (actor.name(), now), (publish_at, &signature)).await? {
        return Ok(false);
    }
    let action = if edition.number > 1 { Action::ReleaseRevise } else { Action::ReleasePublish };
    let entry = Entry::of_office(now, actor.clone(), action).about(id).deciding(&signed(&edition, publish_at));
    audit::append(&mut tx, &entry).await?;
    tx.commit().await?;
    Ok(true)
}

/// Takes back the approval of an edition that is not public yet: it waits again. Whether there was one, as it was shown.
pub async fn take_back(house: &House, (id, shown): (&str, &str), actor: &Actor) -> Result<bool, DbError> {
    let now = house.clock.millis();
    let mut tx = house.db.begin().await?;
    let found = store::find_for_write(&mut tx, id).await?.filter(|edition| edition.shown() == shown);
    if found.is_none() || !store::take_back(&mut tx, id, now).await? {
        return Ok(false);
    }
    let entry = Entry::of_office(now, actor.clone(), Action::EditionTakeBack).about(id).deciding(shown);
    audit::append(&mut tx, &entry).await?;
    tx.commit().await?;
    Ok(true)
}

/// What is signed of an edition. The first line says what it is, so that no other signature of the office can pass for it, nor
/// one of an edition of before for one with more parts.
fn signed(edition: &Edition, publish_at: i64) -> String {
    let form = match (&edition.complaints, &edition.drivers) {
        (_, Some(_)) => 3,
        (Some(_), None) => 2,
        (None, None) => 1,
    };
    format!("comment-card-edition-{form}\n{}\n{publish_at}\n{}", edition.id, hashes(edition))
}

/// The hash of every file of an edition, a line for each.
fn hashes(edition: &Edition) -> String {
    let complaints = edition.complaints.iter().flat_map(|part| [&part.json_sha256, &part.csv_sha256]);
    let drivers = edition.drivers.iter().flat_map(|part| [&part.json_sha256, &part.csv_sha256]);
    let all = [&edition.json_sha256, &edition.csv_sha256].into_iter().chain(complaints).chain(drivers);
    all.flat_map(|hash| [hash.as_str(), "\n"]).collect()
}

impl Edition {
    /// What tells that it is the one that a page showed: a hash of all its files.
    #[must_use]
    pub fn shown(&self) -> String {
        sha256_hex(hashes(self).as_bytes())
    }

    /// Whether one of these keys signed it.
    pub(super) fn is_signed(&self, keys: &[PublicKey]) -> bool {
        let Some((_, publish_at, signature)) = &self.approved else { return false };
        let (signed, signature) = (signed(self, *publish_at), URL_SAFE_NO_PAD.decode(signature).unwrap_or_default());
        keys.iter().any(|key| UnparsedPublicKey::new(&ED25519, key).verify(signed.as_bytes(), &signature).is_ok())
    }
}
