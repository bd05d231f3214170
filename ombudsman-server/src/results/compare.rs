//! Services beside one another: of each organisation, and of each kind across organisations, which services differ from the others by
//! more than chance would do.
//! It comes from the published, rounded figures of the newest edition, and so tells nothing more. There are no ranks: of most
//! services it can only be said that they are like the others.

mod funnel;
mod group;
mod page;

pub use funnel::{FEWEST_ANSWERS, FEWEST_SERVICES, Funnel, Place, Published, Z998};
pub(super) use page::{all, of_kind, of_organisation};

#[cfg(test)]
mod tests;
