//! What is wrong with a card, said so that a page can put the sentence beside the field.

/// One thing that is wrong with what was sent: which field, and what about it.
///
/// It carries names of fields and never a value, so it may be shown to whoever sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field by its wire name, nested names joined by dots: `drivers.timeliness`.
    pub field: String,
    /// What is wrong with it.
    pub kind: FaultKind,
}

/// The ways in which a field can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// A required field is absent or empty.
    Missing,
    /// No field of that name exists.
    Unknown,
    /// The field was given more than once.
    Twice,
    /// The value is none of the field's choices.
    NotAChoice,
    /// A rating is a whole number from 1 to 5; a driver may also be `n/a`.
    NotARating,
    /// The id is not a UUID.
    NotAnId,
    /// The text is longer than the limit, both counted in characters as people count them.
    TooLong {
        /// The most characters that the field takes.
        limit: usize,
        /// How many were sent.
        given: usize,
    },
    /// The value is not an e-mail address.
    NotAnEmail,
    /// The value is not a phone number.
    NotAPhone,
    /// The value is too short or too long for a postal address.
    NotAnAddress,
    /// The value is not the http(s) address of a page.
    NotAPage,
    /// The value is not the code of a sheet of paper.
    NotASheet,
    /// A card must say something: a rating or a comment.
    SaysNothing,
    /// A question must be asked in words.
    AsksNothing,
    /// An address was given without the consent to use it.
    NeedsConsent,
}

impl Fault {
    /// A fault of this kind at this field.
    pub fn at(field: impl Into<String>, kind: FaultKind) -> Self {
        Self { field: field.into(), kind }
    }
}

impl FaultKind {
    /// The id of the sentence that explains this fault, the same in every language's catalogue.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Missing => "fault-missing",
            Self::Unknown => "fault-unknown",
            Self::Twice => "fault-twice",
            Self::NotAChoice => "fault-not-a-choice",
            Self::NotARating => "fault-not-a-rating",
            Self::NotAnId => "fault-not-an-id",
            Self::NotASheet => "fault-not-a-sheet",
            Self::TooLong { .. } => "fault-too-long",
            Self::NotAnEmail => "fault-not-an-email",
            Self::NotAPhone => "fault-not-a-phone",
            Self::NotAnAddress => "fault-not-an-address",
            Self::NotAPage => "fault-not-a-page",
            Self::SaysNothing => "card-fault-says-nothing",
            Self::AsksNothing => "card-fault-asks-nothing",
            Self::NeedsConsent => "card-fault-needs-consent",
        }
    }
}
