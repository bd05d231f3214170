//! The roles. A member has one: what somebody may do is read off one word, and two duties that must not meet in one person
//! cannot.

/// What a member of staff is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Answers cases.
    Officer,
    /// An officer to whom others turn.
    Senior,
    /// Answers for the office.
    Director,
    /// Answers, for a program, the questions that come to its desk. Never learns who asked.
    ProgramContact,
    /// Releases what is sealed to those who need it, and reads none of it.
    Custodian,
    /// Publishes what others of the office drafted.
    Publisher,
    /// Looks after services and the pages that embed their cards.
    WebTeam,
    /// Reads what was done, and no case.
    Auditor,
    /// Looks after staff and settings. Sees no case: running the system is no reason to read what people wrote.
    Administrator,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 9] = [
        Self::Officer,
        Self::Senior,
        Self::Director,
        Self::ProgramContact,
        Self::Custodian,
        Self::Publisher,
        Self::WebTeam,
        Self::Auditor,
        Self::Administrator,
    ];

    /// The role's name in the record, on the command line and in the words' ids.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Officer => "officer",
            Self::Senior => "senior",
            Self::Director => "director",
            Self::ProgramContact => "program-contact",
            Self::Custodian => "custodian",
            Self::Publisher => "publisher",
            Self::WebTeam => "web-team",
            Self::Auditor => "auditor",
            Self::Administrator => "administrator",
        }
    }

    /// The role of this name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }

    /// The room where the role's work begins, by its address without the first slash.
    #[must_use]
    pub const fn room(self) -> &'static str {
        match self {
            Self::Officer | Self::Senior | Self::Director | Self::ProgramContact => "desk",
            Self::Custodian => "releases",
            Self::Auditor => "desk/audit",
            Self::WebTeam | Self::Administrator => "console",
            Self::Publisher => "publish",
        }
    }

    /// Whether it is an officer's, of whatever standing.
    #[must_use]
    pub const fn is_of_officers(self) -> bool {
        matches!(self, Self::Officer | Self::Senior | Self::Director)
    }
}
