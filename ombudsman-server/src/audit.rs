//! The log: what was done, by whom and when, so kept that nobody can quietly edit it. It stands around the rooms and knows
//! none of them.
//!
//! Every case has a chain of entries, and the office has one for what is about no case. An entry has the hash of the one
//! before it (`link.rs`), so a change shows in everything after it; once a day the last entries of the chains are signed
//! (`anchor.rs`), so that an end that is cut off shows as well. `verify.rs` reads it all and names what is wrong. An entry
//! is appended in the transaction of what it tells: both are written, or neither. What a person wrote, an address, an
//! access code or an IP address is never in one.

mod action;
pub mod anchor;
mod entry;
mod link;
pub mod reading;
mod store;
mod tree;
pub mod verify;

pub use action::Action;
pub use entry::{Actor, Entry, OFFICE};
pub use link::Link;

use crate::db::{Db, DbError, Tx};

/// Appends an entry to its chain, as a part of the write that it tells of. Two writers cannot both have the next place:
/// the second is refused, with all that it wrote.
pub async fn append(tx: &mut Tx, entry: &Entry) -> Result<(), DbError> {
    let last = store::last(tx, &entry.chain).await?;
    store::insert(tx, &Link::after(last, entry)).await
}

/// Begins a chain with each of these entries, of chains that have none yet: they need not be asked for their last entry,
/// and a batch of cards costs a statement for eight.
pub async fn begin(tx: &mut Tx, entries: &[Entry]) -> Result<(), DbError> {
    let first: Vec<Link> = entries.iter().map(|entry| Link::after(None, entry)).collect();
    store::insert_all(tx, &first).await
}

/// Appends an entry in a write of its own: for what is no change of the record.
pub async fn note(db: &Db, entry: &Entry) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    append(&mut tx, entry).await?;
    tx.commit().await
}

#[cfg(test)]
mod tests;
