//! The life of a case, without database or pages: its stages, the moves between them, and the rules that stand in the way.
//!
//! `stage.rs` says where a case can be and what is true there. `step.rs` is the one table of moves: who sends a move asks
//! [`Stage::step`] and gets the stage that follows, or a [`Refusal`] that says why not. `clock.rs` counts what was
//! promised. `finding.rs` has the words of the field for what was found and how it is put right. `conflict.rs` says who may
//! not have a case. The rules and their sources are in docs/METHOD.md, "The life of a complaint".

mod clock;
mod conflict;
mod element;
mod finding;
mod part;
mod read;
mod refusal;
mod stage;
mod step;
mod told_with;

pub use clock::Clock;
pub use conflict::{Conflict, Past, Rule, conflict};
pub use element::Element;
pub use finding::{
    CaseOutcome, Cause, Finding, GivenBack, Outcome, Remedy, RemedyKind, Severity, Subject, Verified, outcome,
};
pub use part::Part;
pub use refusal::{IllegalMove, Refusal};
pub use stage::{
    Allegation, Asked, Assessment, Decision, Draft, Ending, File, ForAll, OutsideReason, Referral, Review, Reviewed,
    Sent, Stage, Suspension, SuspensionReason, Taken, ToldWith,
};
pub use step::{ExtensionReason, Ground, Move, Proposal, Request};

#[cfg(test)]
pub(super) mod tests;
