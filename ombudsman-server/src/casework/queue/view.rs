//! The views of the desk, each with an address of its own.

use std::str::FromStr;

/// Which cases are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::casework) enum View {
    /// Those whose turn it is this member's.
    Mine,
    /// Those that nobody has.
    Team,
    /// Those that wait for somebody other than who wrote what was found.
    Second,
    /// All that are open.
    Open,
    /// All that are closed, the last in front.
    Closed,
}

impl View {
    /// Every view, in the order in which people see them.
    pub const ALL: [Self; 5] = [Self::Mine, Self::Team, Self::Second, Self::Open, Self::Closed];

    /// The view's name, in its address and in the words' ids.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Team => "team",
            Self::Second => "second",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }

    /// The view's address.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Mine => "/desk",
            Self::Team => "/desk/team",
            Self::Second => "/desk/second",
            Self::Open => "/desk/open",
            Self::Closed => "/desk/closed",
        }
    }
}

impl FromStr for View {
    type Err = ();

    /// What stands behind `/desk/`.
    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|view| *view != Self::Mine && view.as_str() == text).ok_or(())
    }
}
