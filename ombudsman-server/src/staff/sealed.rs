//! What is sealed about a person, and is opened for few.

/// What is sealed about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sealed {
    /// Where they want their answer. It was given to be used.
    Address,
    /// What they wrote before something personal in it was masked.
    Original,
}

impl Sealed {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Address, Self::Original];

    /// Its name in the record, in forms and in the words' ids.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Original => "original",
        }
    }

    /// What is called this.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sealed| sealed.as_str() == text)
    }
}
