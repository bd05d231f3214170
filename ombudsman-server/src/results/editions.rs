//! Editions: what the public reads. A closed quarter is counted, what could tell of one person is withheld, somebody else
//! approves it, and from its minute on its bytes never change; a correction is another edition, with its reason. Two
//! editions of a quarter are held against each other, so that nobody can subtract them.

mod account;
pub(super) mod ahead;
mod approve;
pub(super) mod archive;
mod counted;
mod course;
pub(super) mod csv_file;
mod cube;
mod cut;
pub(super) mod data;
mod document;
mod drivers;
mod figure;
mod first;
pub(super) mod held;
mod history;
mod hold;
mod inputs;
mod ledger;
mod made;
mod one;
pub(super) mod open;
mod overall;
mod prepare;
mod quarter;
pub(super) mod routes;
mod service;
pub(super) mod store;
pub(super) mod table;
mod told;
mod verify;
mod whole;
mod withhold;

pub use super::complaints::page::{Of as ComplaintsOf, of_edition as complaints_of, withheld as complaints_withheld};
pub use approve::{Approval, approve, take_back};
pub use course::Course;
pub use data::file;
pub(super) use document::bytes;
pub use document::{Built, Document, Reason, Withheld};
pub use drivers::withheld as drivers_withheld;
pub use figure::Figure;
pub use held::document;
pub use inputs::Names;
pub use open::BadgeLines;
pub(super) use open::complaint_columns;
pub use overall::{Overall, Rated, RatedService, Whose, newest};
pub use prepare::{PrepareError, Prepared, prepare};
pub use quarter::Quarter;
pub use service::{ServiceOf, newest_of, of_service};
pub use store::{Edition, prepared, withheld};
pub use table::{Line, Tables, Value, quarter_in_words};
pub use told::{Number, Told};
pub use verify::{Found, VerifyError, verify};
pub use withhold::Why;

#[cfg(test)]
mod tests;
