//! Why keys could not be looked after, and what to do then.

use crate::db::DbError;
use crate::secrets::SecretsError;

/// Why keys could not be looked after.
#[derive(Debug, thiserror::Error)]
pub enum RotationError {
    /// The keys.
    #[error(transparent)]
    Secrets(#[from] SecretsError),
    /// The record.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The generation seals.
    #[error("Generation {0} is the newest: it seals and signs. Nothing was changed; `keys rotate` makes a newer one.")]
    Newest(u16),
    /// There is no such generation that could be retired.
    #[error("There is no generation {0} that could be retired. Nothing was changed; `keys list` shows them.")]
    Unknown(u16),
    /// Something is still sealed with it.
    #[error(
        "Generation {0} still seals {1} values. Nothing was changed. Restart every process, then run `keys reseal`, then \
         ask again."
    )]
    StillSeals(u16, i64),
    /// The key ring could not be written.
    #[error("{0} Nothing was changed. Where the key ring cannot be written, name a new file with --to.")]
    NotPut(SecretsError),
    /// The record has the generation retired, and the key ring has its seed.
    #[error(
        "Generation {0} is retired in the record: nothing is sealed with it any more. But its seed is still in the key \
         ring. {1} Then run `keys retire {0}` again, which takes it out."
    )]
    SeedStays(u16, Box<RotationError>),
    /// Numbers have run out.
    #[error("There can be no more generations of these keys.")]
    TooMany,
    /// There are keys.
    #[error("There is a key file: nothing is lost, and nothing was changed.")]
    NotLost,
}
