//! Sealing anew: what older generations of keys have sealed, page by page.

use super::RotationError;
use crate::db::Db;
use crate::secrets::store::{self, Kind, SealedValue};
use crate::secrets::{Secrets, SecretsError};

/// What was sealed anew.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Resealed {
    /// Values that another generation had sealed.
    pub anew: u64,
    /// Values that no key opens; they were left as they are.
    pub unopened: u64,
}

/// Seals with the newest generation what older ones have sealed. Stopped at any moment, it is gone on with by the next.
pub async fn reseal(secrets: &Secrets, db: &Db, mut tell: impl FnMut(Resealed)) -> Result<Resealed, RotationError> {
    let mut done = Resealed::default();
    for kind in [Kind::Address, Kind::Original, Kind::SecondFactor] {
        let mut after = String::new();
        loop {
            let page = store::page(db, kind, &after).await?;
            let Some(last) = page.last() else { break };
            after.clone_from(&last.about);
            let before = done.anew;
            reseal_page(secrets, db, kind, &page, &mut done).await?;
            if done.anew > before {
                tell(done);
            }
        }
    }
    Ok(done)
}

async fn reseal_page(
    secrets: &Secrets,
    db: &Db,
    kind: Kind,
    page: &[SealedValue],
    done: &mut Resealed,
) -> Result<(), RotationError> {
    let mut fresh = Vec::new();
    for value in page {
        match secrets.sealed_anew(&value.about, &value.sealed) {
            Ok(Some(anew)) => fresh.push((value, anew)),
            Ok(None) => {}
            Err(SecretsError::Chance) => return Err(SecretsError::Chance.into()),
            Err(_) => done.unopened += 1,
        }
    }
    if fresh.is_empty() {
        return Ok(());
    }
    done.anew += fresh.len() as u64;
    let mut tx = db.begin().await?;
    for (value, anew) in fresh {
        store::replace(&mut tx, kind, value, anew).await?;
    }
    Ok(tx.commit().await?)
}
