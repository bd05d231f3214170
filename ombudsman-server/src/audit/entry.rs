//! An entry before it has a place: who did what, about what, when.

use super::Action;
use crate::secrets::sha256_hex;

/// The chain of what is about no case. No reference looks like it.
pub const OFFICE: &str = "office";

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    name: String,
    role: String,
}

impl Actor {
    /// A member of staff, by the name that they sign in with, and what they were there for at the time.
    #[must_use]
    pub fn staff(name: &str, role: &str) -> Self {
        Self { name: name.to_owned(), role: role.to_owned() }
    }

    /// The name that they sign in with, or the word.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What they were there for.
    #[must_use]
    pub fn role(&self) -> &str {
        &self.role
    }

    /// The office's own program.
    #[must_use]
    pub fn system() -> Self {
        Self::staff("system", "system")
    }

    /// A person who left a card. Who it was is nobody's matter here.
    #[must_use]
    pub fn client() -> Self {
        Self::staff("client", "client")
    }

    /// Somebody at the door whom the office does not know, or who has not shown who they are.
    #[must_use]
    pub fn stranger() -> Self {
        Self::staff("stranger", "stranger")
    }

    /// Whoever ran a command on the office's machine.
    #[must_use]
    pub fn operator() -> Self {
        Self::staff("operator", "operator")
    }
}

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub(super) chain: String,
    pub(super) at: i64,
    pub(super) actor: Actor,
    pub(super) action: Action,
    pub(super) about: Option<String>,
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    pub(super) reason: Option<String>,
    pub(super) payload: Option<String>,
}

impl Entry {
    /// Something done about the case or the card of this reference, at this time in milliseconds since 1970.
    #[must_use]
    pub fn of_case(reference: &str, at: i64, actor: Actor, action: Action) -> Self {
        let (chain, about, from, to, reason, payload) = (reference.to_owned(), None, None, None, None, None);
        Self { chain, at, actor, action, about, from, to, reason, payload }
    }

    /// Something done about no case.
    #[must_use]
    pub fn of_office(at: i64, actor: Actor, action: Action) -> Self {
        Self::of_case(OFFICE, at, actor, action)
    }

    /// When, in milliseconds since 1970.
    #[must_use]
    pub const fn at(&self) -> i64 {
        self.at
    }

    /// What it was done to, by the name that the office gave it: a service, a member of staff, a desk.
    #[must_use]
    pub fn about(self, what: &str) -> Self {
        Self { about: Some(what.to_owned()), ..self }
    }

    /// The stages between which the case moved, or was to move.
    #[must_use]
    pub fn moving(self, from: &str, to: &str) -> Self {
        Self { from: Some(from.to_owned()), ..self.to(to) }
    }

    /// The stage that the case has now.
    #[must_use]
    pub fn to(self, stage: &str) -> Self {
        Self { to: Some(stage.to_owned()), ..self }
    }

    /// Why, by a code of the office's own lists.
    #[must_use]
    pub fn because(self, code: &str) -> Self {
        Self { reason: Some(code.to_owned()), ..self }
    }

    /// What was decided: its hash is kept, and nothing else of it.
    #[must_use]
    pub fn deciding(self, what: &str) -> Self {
        Self { payload: Some(sha256_hex(what.as_bytes())), ..self }
    }
}
