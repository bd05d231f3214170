//! Somebody else approves a survey: the office signs its bytes, and from that moment everyone can read them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{ED25519, UnparsedPublicKey};

use super::{Survey, store};
use crate::audit::{self, Action, Actor, Entry};
use crate::db::DbError;
use crate::house::House;
use crate::secrets::{PublicKey, sha256_hex};

/// Approves a survey. Whether it waits, is still the one that was shown ([`Survey::shown`]), was imported for somebody else, and
/// shares no people with one that became public meanwhile, but for those that it corrects.
pub async fn approve(house: &House, name: &str, shown: &str, actor: &Actor) -> Result<bool, DbError> {
    let now = house.clock.millis();
    let mut tx = house.db.begin().await?;
    let found = store::find_for_write(&mut tx, name).await?.filter(|survey| survey.shown() == shown);
    let Some(survey) = found else { return Ok(false) };
    let public = store::public_for_write(&mut tx).await?;
    let is_in_the_way = |other: &Survey| {
        if other.series == survey.series {
            // A survey has one correction that stands; that may be corrected, and where it was withdrawn another follows.
            other.number >= survey.number
        } else {
            other.may_share_people(survey.kind, survey.days, &survey.services)
        }
    };
    if public.iter().any(is_in_the_way) {
        return Ok(false);
    }
    let signed = signed(&survey, now);
    let signature = URL_SAFE_NO_PAD.encode(house.secrets.sign(signed.as_bytes()));
    if !store::approve(&mut tx, name, (actor.name(), now), &signature).await? {
        return Ok(false);
    }
    let action = if survey.number > 1 { Action::ReleaseRevise } else { Action::ReleasePublish };
    let entry = Entry::of_office(now, actor.clone(), action).about(name).deciding(&signed);
    audit::append(&mut tx, &entry).await?;
    tx.commit().await?;
    Ok(true)
}

/// What is signed of a survey. The first line says what it is, so that no other signature of the office can pass for it.
fn signed(survey: &Survey, at: i64) -> String {
    format!("comment-card-survey-1\n{}\n{at}\n{}", survey.name, hashes(survey))
}

/// The hash of each of its files, a line for each.
fn hashes(survey: &Survey) -> String {
    format!("{}\n{}\n", survey.json_sha256, survey.csv_sha256)
}

impl Survey {
    /// What tells that it is the one that a page showed: a hash of all its files.
    #[must_use]
    pub fn shown(&self) -> String {
        sha256_hex(hashes(self).as_bytes())
    }

    /// Whether one of these keys signed it.
    pub(super) fn is_signed(&self, keys: &[PublicKey]) -> bool {
        let Some((_, at, signature)) = &self.approved else { return false };
        let (signed, signature) = (signed(self, *at), URL_SAFE_NO_PAD.decode(signature).unwrap_or_default());
        keys.iter().any(|key| UnparsedPublicKey::new(&ED25519, key).verify(signed.as_bytes(), &signature).is_ok())
    }
}
