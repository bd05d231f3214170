//! The office does justice to complaints and questions: a case, a clock, an officer, an answer.

mod case;
mod contact;
mod desk;
mod quarantine;
pub mod routes;
mod stage;
mod store;
mod track;

pub use case::Case;
pub use stage::{IllegalMove, Stage};
pub use store::{Opening, StoreError, open_case};
