//! The card: the words that the browser and the office share.
//!
//! A [`Card`] is what a person says about a government service. It is parsed once, at the door, by
//! [`Card::parse`]; after that the type is the proof that it is well formed. This crate runs in the browser and on the
//! server alike, so it does no input or output and knows neither the time nor chance.

mod card;
mod choice;
pub mod danger;
mod early;
mod fault;
mod fields;
mod fold;
mod identity;
mod pattern;
pub mod phrases;
pub mod privacy;
mod rating;
mod reference;
mod reply;
mod text;

pub use card::Card;
pub use choice::{Achieved, Channel, Consent, Instrument, Intent, Language, Notice, ReplyBy};
pub use early::early_faults;
pub use fault::{Fault, FaultKind};
pub use fields::{Fields, NotAnObject};
pub use identity::{CardId, PageAddress, ServiceSlug};
pub use pattern::{Item, Pattern};
pub use rating::{Answer, Driver, Drivers, Rating};
pub use reference::{AccessCode, BadCode, Reference, SheetCode};
pub use reply::{Address, Email, Reply, WrittenAddress};
pub use text::{COMMENT_LIMIT, Comment, PUT_RIGHT_LIMIT, characters};

/// The largest body that an intake door reads, in bytes: 16 KiB.
pub const BODY_LIMIT: usize = 16 * 1024;
