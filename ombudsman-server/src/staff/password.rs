//! Passwords: Argon2id, a few at a time, because each takes memory on purpose.

use std::sync::LazyLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;

/// The fewest characters of a password.
const FEWEST: usize = 12;
/// The most bytes: longer ones only serve to keep the server busy.
const MOST: usize = 1_000;

/// Two at once: 19 MiB each.
static TURNS: Semaphore = Semaphore::const_new(2);

/// The most who wait for their turn; more are told to come back.
static WAITING: Semaphore = Semaphore::const_new(32);

/// Checked where no such member exists, so that the time taken does not tell who does.
static NOBODY: LazyLock<Option<Password>> = LazyLock::new(|| Password::hash("nobody has this password").ok());

/// Why a password cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// Too short or too long.
    #[error("A password has at least {FEWEST} characters and at most {MOST} bytes. Nothing was changed.")]
    Length,
    /// It could not be hashed.
    #[error("The password could not be hashed: {0}. Nothing was changed.")]
    Hash(argon2::password_hash::Error),
    /// The work was given up before it was done.
    #[error("The password was not hashed in time. Nothing was changed.")]
    GivenUp,
}

/// A password as it is kept: a hash that cannot be turned back.
#[derive(Clone)]
pub struct Password(String);

impl Password {
    /// Hashes a new password.
    pub fn hash(text: &str) -> Result<Self, PasswordError> {
        if text.chars().count() < FEWEST || text.len() > MOST {
            return Err(PasswordError::Length);
        }
        let hash = Argon2::default().hash_password(text.as_bytes()).map_err(PasswordError::Hash)?;
        Ok(Self(hash.to_string()))
    }

    /// A hash as the record keeps it.
    #[must_use]
    pub const fn from_record(hash: String) -> Self {
        Self(hash)
    }

    /// The hash for the record.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Hashes a new password in its turn, beside whatever else the server does.
pub(super) async fn hashed(text: String) -> Result<Password, PasswordError> {
    let turn = TURNS.acquire().await.map_err(|_| PasswordError::GivenUp)?;
    let work = tokio::task::spawn_blocking(move || {
        let hashed = Password::hash(&text);
        drop(turn);
        hashed
    });
    work.await.map_err(|_| PasswordError::GivenUp)?
}

/// What a try is checked against: the member's hash, or nobody's; and whether a match counts.
fn against(kept: Option<Password>) -> (Option<Password>, bool) {
    let is_known = kept.is_some();
    (kept.or_else(|| NOBODY.clone()), is_known)
}

/// Whether `text` is this member's password; without a member, the same work and `false`. `None` when too many wait.
pub async fn verify(kept: Option<Password>, text: String) -> Option<bool> {
    if text.len() > MOST {
        return Some(false);
    }
    let place = WAITING.try_acquire().ok()?;
    let turn = TURNS.acquire().await.ok()?;
    drop(place);
    let checked = tokio::task::spawn_blocking(move || {
        let (kept, is_known) = against(kept);
        let fits = kept.is_some_and(|kept| {
            PasswordHash::new(&kept.0)
                .is_ok_and(|hash| Argon2::default().verify_password(text.as_bytes(), &hash).is_ok())
        });
        // Given back by the work itself: who goes away while it runs does not make room for more of it.
        drop(turn);
        is_known && fits
    });
    Some(checked.await.unwrap_or(false))
}

#[cfg(test)]
mod tests;
