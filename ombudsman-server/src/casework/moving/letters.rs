//! What an officer does about a letter: has it sent once more, or says that the person was told.

use super::{By, check_officer, store};
use crate::casework::life::Refusal;
use crate::casework::{StoreError, store as cases};
use crate::house::House;
use crate::mail;
use crate::standard::Standard;

/// What is done about a letter.
#[derive(Clone, Copy)]
pub(in crate::casework) enum Deed {
    /// The person was told.
    Told,
    /// It is sent once more.
    Again,
}

/// Does this about the letter of this name, if nothing stands between the officer and the case.
pub(in crate::casework) async fn deal(
    house: &House,
    by: &By<'_>,
    reference: &str,
    version: i64,
    (letter, deed): (&str, Deed),
) -> Result<(), StoreError> {
    let (now, standard) = (house.clock.millis(), Standard::default());
    let mut tx = house.db.begin().await?;
    let case = cases::find_for_write(&mut tx, &standard, reference).await?.ok_or(StoreError::NotFound)?;
    check_officer(&mut tx, by, &case, None, standard.office_date(house.clock.now())).await?;
    store::next_version(&mut tx, reference, version).await?;
    let is_done = match deed {
        Deed::Told => mail::told(&mut tx, reference, letter, by.actor(), now).await?,
        Deed::Again => mail::again(&mut tx, reference, letter, by.actor(), now).await?,
    };
    if !is_done {
        return Err(Refusal::NoLetter.into());
    }
    Ok(tx.commit().await?)
}
