//! Editions: what the public reads. A closed quarter is counted, what could tell of one person is withheld, somebody else
//! approves it, and from its minute on its bytes never change; a correction is another edition, with its reason. Two
//! editions of a quarter are held against each other, so that nobody can subtract them.

mod approve;
mod archive;
mod counted;
mod csv_file;
mod cube;
mod cut;
mod data;
mod document;
mod figure;
mod held;
mod hold;
mod inputs;
mod ledger;
mod made;
mod one;
mod open;
mod prepare;
mod quarter;
pub(super) mod routes;
mod store;
mod table;
mod verify;
mod withhold;

pub use approve::{Approval, approve, take_back};
pub use archive::newest;
pub use data::file;
pub use document::{Built, Document, Reason, Withheld};
pub use held::document;
pub use one::{ServiceOf, newest_of, of_service};
pub use open::BadgeLines;
pub use prepare::{PrepareError, Prepared, prepare};
pub use quarter::Quarter;
pub use store::{Edition, prepared, withheld};
pub use table::{Line, Tables, Value};
pub use verify::{Found, VerifyError, verify};
pub use withhold::Why;

#[cfg(test)]
mod tests;
