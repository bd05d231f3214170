//! Who is signed in and what they may do.

mod password;
pub mod routes;
mod session;
mod store;

pub use password::{Password, PasswordError};
pub use session::{SignedIn, check_form, enter};
pub use store::{Member, add, list, set_active, set_desks};

/// What a member of staff is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Answers cases.
    Officer,
    /// Looks after services and the pages that embed their cards. Sees no case: running the system is no reason to
    /// read what people wrote.
    Administrator,
}

/// Something that not everyone may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Read, acknowledge, answer and close cases.
    WorkOnCases,
    /// Open and close services, see how to embed a card.
    ManageServices,
    /// Read the log: who did what, and when. No case is in it.
    ReadLog,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 2] = [Self::Officer, Self::Administrator];

    /// The role's name in the record and on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Officer => "officer",
            Self::Administrator => "admin",
        }
    }

    /// The role of this name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }

    /// The page where the role's work begins.
    #[must_use]
    pub const fn home(self) -> &'static str {
        match self {
            Self::Officer => "/desk",
            Self::Administrator => "/console",
        }
    }
}

/// Whether someone of this role may do this: the one place that says so.
#[must_use]
pub const fn can(role: Role, action: Action) -> bool {
    matches!(
        (role, action),
        (Role::Officer, Action::WorkOnCases) | (Role::Administrator, Action::ManageServices | Action::ReadLog)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_role_may_do_its_own_work_and_no_other() {
        for (role, cases, services) in [(Role::Officer, true, false), (Role::Administrator, false, true)] {
            assert_eq!((can(role, Action::WorkOnCases), can(role, Action::ManageServices)), (cases, services));
            assert_eq!(can(role, Action::ReadLog), services, "{role:?}");
        }
    }
}
