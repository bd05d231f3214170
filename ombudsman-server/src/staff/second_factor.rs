//! The second factor: a code of six digits that an app on the member's phone makes every thirty seconds (TOTP, RFC 6238), or
//! one of ten recovery codes, each once. The secret is sealed in the record; a code that was used is worth nothing.

pub(super) mod store;

use feedback::AccessCode;
use jiff::Timestamp;
use totp_rs::{Builder, Secret, Totp};

use super::Member;
use crate::audit::{Action, Actor, Entry};
use crate::db::DbError;
use crate::house::House;
use crate::http::Failure;
use crate::secrets::{Secrets, SecretsError};

/// How many recovery codes a member has.
pub(super) const RECOVERY_CODES: usize = 10;
/// What an app calls the office in its list.
const ISSUER: &str = "Comment card";

/// Whether this code lets the member in: any does who has no second factor. What is used by that is used up.
pub(super) async fn lets_in(house: &House, member: &Member, code: &str) -> Result<bool, Failure> {
    let found = store::find(&house.db, &member.name).await.map_err(Failure::unavailable)?;
    let Some(sealed) = found else { return Ok(true) };
    let now = house.clock.now();
    if let Ok(code) = AccessCode::parse(code) {
        let digest = recovery_digest(&house.secrets, &member.name, &code);
        let used = store::use_recovery_code(&house.db, &member.name, &digest, now.as_millisecond()).await;
        return used.map_err(Failure::unavailable);
    }
    let secret = house.secrets.open_sealed(&about(&member.name), &sealed).map_err(Failure::internal)?;
    match step(&secret, code, now) {
        None => Ok(false),
        Some(step) => store::use_step(&house.db, &member.name, step).await.map_err(Failure::unavailable),
    }
}

/// Gives a member this secret, whose code of this step they have just shown, and ten recovery codes, which are returned to be
/// shown once. Every session of theirs ends.
pub(super) async fn enrol(house: &House, member: Actor, secret: &str, step: i64) -> Result<Vec<AccessCode>, Failure> {
    let name = member.name().to_owned();
    let entry = Entry::of_office(house.clock.millis(), member, Action::StaffFactorSet).about(&name);
    let sealed = house.secrets.seal(&about(&name), secret).map_err(Failure::internal)?;
    let codes = fresh_codes(&house.secrets).map_err(Failure::internal)?;
    let digests = digests(&house.secrets, &name, &codes);
    let kept = store::keep(&house.db, &house.secrets, &name, (&sealed, step), &digests, &entry).await;
    kept.map_err(Failure::unavailable).map(|()| codes)
}

/// Ten other recovery codes; those of before let nobody in any more.
pub(super) async fn renew(house: &House, member: Actor) -> Result<Vec<AccessCode>, Failure> {
    let name = member.name().to_owned();
    let entry = Entry::of_office(house.clock.millis(), member, Action::StaffCodes).about(&name);
    let codes = fresh_codes(&house.secrets).map_err(Failure::internal)?;
    let digests = digests(&house.secrets, &name, &codes);
    store::replace_codes(&house.db, &name, &digests, &entry).await.map_err(Failure::unavailable).map(|()| codes)
}

/// Takes the second factor away, and ends every session; whether there was one.
pub async fn reset(house: &House, name: &str, actor: Actor) -> Result<bool, DbError> {
    let entry = Entry::of_office(house.clock.millis(), actor, Action::StaffFactorReset).about(name);
    store::remove(&house.db, name, &entry).await
}

/// A fresh secret, as apps write it (base 32).
pub(super) fn fresh_secret(secrets: &Secrets) -> Result<String, SecretsError> {
    Ok(Secret::new_stack(secrets.bytes()?).to_base32())
}

/// The step of time, of thirty seconds each, whose code this is: this step, the one before, or the one after.
pub(super) fn step(secret: &str, code: &str, now: Timestamp) -> Option<i64> {
    let code: String = code.chars().filter(char::is_ascii_digit).collect();
    let now = u64::try_from(now.as_second()).ok()?;
    totp(secret)?.check(&code, now).and_then(|step| i64::try_from(step).ok())
}

fn totp(secret: &str) -> Option<Totp> {
    Builder::new().with_secret(Secret::try_from_base32(secret).ok()?).build().ok()
}

/// The address by which an app takes the secret over.
pub(super) fn address(secret: &str, name: &str) -> String {
    // Apps show a plus sign as it stands: a space is written the other way.
    let encoded = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20");
    let issuer = encoded(ISSUER);
    format!("otpauth://totp/{issuer}:{}?secret={secret}&issuer={issuer}", encoded(name))
}

/// What the seal of a member's secret is about.
pub(super) fn about(name: &str) -> String {
    format!("second factor of {name}")
}

fn fresh_codes(secrets: &Secrets) -> Result<Vec<AccessCode>, SecretsError> {
    let code = |_| Ok(AccessCode::from_bits(u64::from_be_bytes(secrets.bytes()?)));
    (0..RECOVERY_CODES).map(code).collect()
}

fn digests(secrets: &Secrets, name: &str, codes: &[AccessCode]) -> Vec<String> {
    codes.iter().map(|code| recovery_digest(secrets, name, code)).collect()
}

/// Under the office's key: sixty bits of chance could be tried out without it.
fn recovery_digest(secrets: &Secrets, name: &str, code: &AccessCode) -> String {
    secrets.digest(&format!("recovery code of {name}: {}", code.as_str()))
}

#[cfg(test)]
mod tests;
