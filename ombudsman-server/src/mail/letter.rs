//! A letter, and what can become of it.

use feedback::{Language, ReplyBy};

named! {
    /// What became of a letter.
    State {
        /// It waits for the sender.
        Waiting = "waiting",
        /// An officer calls, or mails it.
        Owed = "owed",
        /// A mail server took it.
        Sent = "sent",
        /// An officer says that the person was told.
        Told = "told",
        /// It cannot be delivered.
        Failed = "failed",
        /// It was stopped before it left.
        Stopped = "stopped",
    }
}

named! {
    /// Why a letter could not be delivered.
    Reason {
        /// A mail server refused it for good.
        Refused = "refused",
        /// The address is none that mail can be sent to.
        Address = "address",
        /// The address cannot be opened with the keys that there are.
        Sealed = "sealed",
        /// No mail server took it, as often as it was tried.
        Unreachable = "unreachable",
    }
}

/// A letter in the outbox.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Its name, made by chance.
    pub id: String,
    /// The case that it is about.
    pub reference: String,
    /// The way by which the person is reached.
    pub by: ReplyBy,
    /// Its language.
    pub language: Language,
    /// What it is called.
    pub subject: String,
    /// What it says.
    pub body: String,
    /// When it was written, in milliseconds since 1970.
    pub written_at: i64,
    /// What became of it.
    pub state: State,
    /// How often it was tried.
    pub tries: usize,
    /// When it was sent, told, stopped or given up.
    pub ended_at: Option<i64>,
    /// Why it could not be delivered.
    pub reason: Option<Reason>,
}
