//! Other populations beside the cards: surveys of clients and employees, mystery shopping, and how engaged staff are. Others ask;
//! the office takes in what they found, adds it up, has another person approve it, and shows it beside the cards. Nothing
//! of it is ever added to them: it has tables and pages of its own.
//!
//! `about.rs` is what is known of the method, `rows.rs` and the files beside it read what was found, `inputs.rs` is all that
//! is kept of it, `document.rs` makes what is published. The rules are in docs/METHOD.md, "Other populations".

mod about;
mod against;
mod apart;
mod approve;
mod correct;
mod counts;
mod csv_file;
mod data;
mod document;
mod evenness;
mod figure;
mod gone;
mod inputs;
mod keys;
mod kind;
mod list;
mod measure;
pub(super) mod open;
mod page;
mod prepare;
mod ratings;
mod remark;
pub(super) mod routes;
mod rows;
mod sections;
mod store;
mod told;
mod units;
mod verify;
mod visits;
mod weigh;
mod withdraw;

pub use about::{About, AboutFault};
pub use approve::approve;
pub use correct::Correction;
pub use data::file;
pub use document::{Built, Document};
pub use figure::Figure;
pub use kind::{Kind, Mode, RangeKind};
pub use measure::Measure;
pub use page::{Of, show};
pub use prepare::{Prepared, prepare};
pub use remark::{ImportError, Refused, RowFault};
pub use store::{Survey, all};
pub use verify::{Found, verify};
pub use visits::scorecard;
pub use withdraw::{Withdrawal, ask, withdraw};

#[cfg(test)]
mod tests;
