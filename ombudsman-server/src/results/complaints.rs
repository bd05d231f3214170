//! How the office handled complaints in a quarter: counted with an edition, frozen with it and signed with it, so that anyone
//! can hold the office to its promises and nobody can be found in the numbers.
//!
//! `count.rs` says in which cells a complaint is, `inputs.rs` adds them up and is kept, `withhold.rs` decides what stays
//! untold, `by_organisation.rs` what little is told of each organisation, `document.rs` writes what is published, `page.rs` shows it.
//! The formulas are in docs/METHOD.md, "Complaints".

mod by_organisation;
mod cell;
mod count;
mod csv_file;
mod document;
mod figure;
mod inputs;
mod numbers;
pub(super) mod page;
mod sections;
pub(super) mod store;
pub(super) mod verify;
mod withhold;

pub use cell::Cell;
pub use document::{Built, Document, Imprint};
pub use figure::Figure;
pub use inputs::Inputs;
pub use store::Seal;

use super::editions::Quarter;
use crate::casework::counted;
use crate::db::{Db, DbError};
use crate::registry::Service;
use crate::standard::Standard;

/// Counts the complaints of a quarter that is over; these services are in the register.
pub(super) async fn counted(db: &Db, quarter: Quarter, services: &[Service]) -> Result<Inputs, DbError> {
    let complaints = counted::complaints(db, [quarter.first_day(), quarter.last_day()]).await?;
    let standard = Standard::default();
    let kind = |(organisation, complaint)| (organisation, count::kind(&complaint, quarter, &standard));
    let register = services.iter().map(|service| service.organisation.clone());
    Ok(Inputs::of(register, complaints.into_iter().map(kind)))
}

#[cfg(test)]
mod tests;
