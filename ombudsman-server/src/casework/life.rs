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

pub use clock::Clock;
pub use conflict::{Conflict, Past, Rule, conflict};
pub use element::Element;
pub use finding::{CaseOutcome, Cause, Finding, Outcome, Remedy, RemedyKind, Severity, Subject, Verified, outcome};
pub use part::Part;
pub use refusal::{IllegalMove, Refusal};
pub use stage::{
    Allegation, Asked, Assessment, Decision, Draft, Ending, File, OutsideReason, Referral, Review, Reviewed, Sent,
    Stage, Suspension, SuspensionReason, Taken,
};
pub use step::{ExtensionReason, Ground, Move, Proposal};

/// An enum of names: each variant with the name that it has in the record and in the words' ids.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $($(#[$of])* $variant,)*
        }

        impl $name {
            /// Every one of them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The name, in the record and in the words' ids.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }

            /// The one of this name.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == text)
            }
        }
    };
}
use named;

#[cfg(test)]
pub(super) mod tests;
