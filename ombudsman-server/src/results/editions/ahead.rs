//! What the pages of the newest edition show, read before anybody asks: the edition itself, its parts about what answers tell
//! together and about complaints, and the scores of the quarters before it that a line draws. It goes the way of every visit, so
//! nothing is read twice, and a visitor waits for one edition at most.

use super::held::document;
use super::history::back_from;
use super::overall::overall;
use super::{drivers, store};
use crate::house::House;
use crate::http::Failure;
use crate::results::complaints;

/// Reads it all, the newest first; how many editions.
pub(in crate::results) async fn read_newest(house: &House) -> Result<usize, Failure> {
    let public = store::public(&house.db, house.clock.millis()).await.map_err(Failure::unavailable)?;
    let Some(newest) = public.first() else { return Ok(0) };
    overall(house, newest).await?;
    document(house, newest).await?;
    drivers::read::document(house, newest).await?;
    complaints::page::read_newest(house, &public).await?;
    let quarters = back_from(newest, &public);
    let editions: Vec<_> = quarters.into_iter().filter_map(|(_, edition)| edition).collect();
    for edition in &editions {
        overall(house, edition).await?;
    }
    Ok(editions.len())
}
