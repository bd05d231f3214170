//! What answers tell together: how satisfied people are by how many of the five drivers failed them, how much each driver
//! matters, the satisfaction index, whether people got what they needed, and trust beside satisfaction. A part of an edition with
//! files of its own, `drivers.json` and `drivers.csv`, counted once for a quarter (docs/METHOD.md, "What answers tell together").
//!
//! `ladder.rs`, `importance.rs`, `single.rs` and `trust.rs` say what is told of a service; `document.rs` writes what is published, `account.rs` says it in words on the service's page.

pub(super) mod account;
mod csv_file;
mod document;
mod figure;
mod importance;
mod ladder;
mod priority;
pub(super) mod read;
mod single;
pub(super) mod store;
mod table;
mod trust;
pub(super) mod verify;

pub(super) use document::{Built, Document, Imprint};
pub(super) use ladder::{cell, within};
pub use read::withheld;
pub use store::Seal;
pub(super) use trust::by_satisfaction;

#[cfg(test)]
mod tests;
