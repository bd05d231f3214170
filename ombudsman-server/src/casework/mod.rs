//! The office does justice to complaints and questions: a case, a clock, an officer, an answer.

mod case;
mod contact;
mod desk;
mod enter;
mod label;
mod labels;
pub mod life;
mod log;
mod quarantine;
mod reach;
mod release;
pub mod route;
pub mod routes;
mod service_names;
mod stage;
mod store;
mod track;

pub use case::Case;
pub use label::{Label, Labels};
pub use release::routes::routes as release_routes;
pub use stage::{IllegalMove, Stage};
pub use store::{Opening, StoreError, open_case};
