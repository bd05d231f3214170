//! The office does justice to complaints and questions: a case, a clock, an officer, an answer.

mod case;
mod compliments;
mod contact;
mod desk;
mod enter;
mod form;
mod label;
mod labels;
mod letter;
mod letters;
pub mod life;
mod log;
mod moving;
mod past_work;
mod progress;
mod quarantine;
mod queue;
mod reach;
mod release;
pub mod route;
pub mod routes;
mod same_form;
mod service_names;
mod since;
mod speak;
mod steps;
mod store;
mod story;
mod suggestions;
mod track;

pub use case::Case;
pub use label::{Label, Labels};
pub use life::Stage;
pub use release::routes::routes as release_routes;
pub use store::{Opening, StoreError, open_case};
