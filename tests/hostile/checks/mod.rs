//! What must hold whatever is sent: a function a door, which panics on an input that breaks a promise.
//!
//! The fuzzer (`tests/fuzz`) calls these with inputs that it makes up, and `cargo test -p tests --test hostile` with those
//! that it found worth keeping. Each says how far its input got, so that the kept ones can be shown to reach every way.

pub mod card;
pub mod form;
pub mod privacy;
pub mod receipt;
pub mod rows;

/// How far an input got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// It is nothing that the door reads: no JSON object, no line of columns.
    Unread,
    /// It was read, and refused; of a text: nothing was found in it.
    Refused,
    /// It was taken; of a text: something was found in it.
    Taken,
}
