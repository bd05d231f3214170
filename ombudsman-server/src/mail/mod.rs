//! Letters leave the office. A letter is written into the outbox in the same write as the step that it tells of, so none is lost
//! and none tells of a step that was not taken. A sender takes what is due, opens the address for that moment only, and hands
//! the letter to a mail server. Whoever writes a letter never sees the address. This room knows no other.

mod letter;
mod message;
mod post;
mod relay;
mod sender;
mod store;

pub use letter::{Letter, Reason, State};
pub use post::{MailError, Post};
pub use sender::keep_sending;
pub use store::{New, Waiting, again, by_email, find, of_case, stop, told, unreached, waiting, way_to, write};
