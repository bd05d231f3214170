//! Why a case was not moved.

use super::{Conflict, Element};

/// The move does not exist from this stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a case that is {from} cannot be {to}")]
pub struct IllegalMove {
    /// The stage, by name.
    pub from: &'static str,
    /// Where the move leads, by name.
    pub to: &'static str,
}

/// Why a move was refused. What is not illegal can be put right by who sent it, or by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The move does not exist from this stage.
    #[error(transparent)]
    Illegal(#[from] IllegalMove),
    /// The officer may not have this case.
    #[error("an interest stands against it: {0}")]
    Conflict(#[from] Conflict),
    /// Who wrote what its person is to read, or has the other case, may not have this one.
    #[error("an interest of somebody else stands against it: {0}")]
    OfAnother(Conflict),
    /// Something is not said that must be.
    #[error("something is missing")]
    Missing,
    /// A decision does not say something that it must.
    #[error("the decision lacks its {}", .0.as_str())]
    Lacks(Element),
    /// A case that is serious or about staff is not sent back to the program.
    #[error("it is too serious for the program to answer alone")]
    NotForProgram,
    /// The person is waited for, or the program, and there is time left.
    #[error("there is time left")]
    TooEarly,
    /// The answer was put off as often as it may be.
    #[error("it was put off often enough")]
    ExtendedEnough,
    /// The day has passed: it cannot be moved any more.
    #[error("the day has passed")]
    ExtendedTooLate,
    /// The new day is not later, or too late.
    #[error("the new day is out of reach")]
    ExtendedTooFar,
    /// Who wrote it cannot approve it.
    #[error("four eyes are needed")]
    SameOfficer,
    /// Somebody else has the case.
    #[error("somebody else has it")]
    NotYours,
    /// Who was given the case has not attested yet that nothing stands between them and it.
    #[error("who was given it has to attest first")]
    NotAttested,
    /// Who it is to be given to has it.
    #[error("they have it")]
    TheirsAlready,
    /// Who it is to be given to does not see the cases of its desk, or does not work on complaints.
    #[error("it is not of their desk")]
    NotOfTheirDesk,
    /// Somebody of the office may have it, so it is not handed over.
    #[error("somebody of the office may have it")]
    SomebodyMay,
    /// Who it is to be handed over to is no officer of another office.
    #[error("they are not of another office")]
    NotFromOutside,
    /// The interest that is declared stands already.
    #[error("it is declared already")]
    DeclaredAlready,
    /// Who declared an interest, and whom it is about, do not take it back.
    #[error("somebody else takes it back")]
    ByAnother,
    /// The time to ask for a review is over, or there was one.
    #[error("there is no review any more")]
    NoReview,
    /// There is no such letter owed.
    #[error("there is no such letter owed")]
    NoLetter,
    /// They are not of the same kind, in the same language and at the same desk.
    #[error("one answer does not fit both")]
    NotAlike,
    /// There is no open case of this reference about the same service.
    #[error("there is no such open case")]
    NoCase,
    /// It is under an incident already.
    #[error("it is under an incident")]
    UnderAnother,
    /// There is no such remedy, or it was verified.
    #[error("there is no such remedy open")]
    NoRemedy,
}

impl Refusal {
    /// The end of the id of the sentence that says so.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Illegal(_) => "illegal",
            Self::Conflict(_) => "conflict",
            Self::OfAnother(_) => "of-another",
            Self::Missing => "missing",
            Self::Lacks(_) => "lacks",
            Self::NotForProgram => "not-for-program",
            Self::TooEarly => "too-early",
            Self::ExtendedEnough => "extended-enough",
            Self::ExtendedTooLate => "extended-too-late",
            Self::ExtendedTooFar => "extended-too-far",
            Self::SameOfficer => "same-officer",
            Self::NotYours => "not-yours",
            Self::NotAttested => "not-attested",
            Self::TheirsAlready => "theirs-already",
            Self::NotOfTheirDesk => "not-of-their-desk",
            Self::SomebodyMay => "somebody-may",
            Self::NotFromOutside => "not-from-outside",
            Self::DeclaredAlready => "declared-already",
            Self::ByAnother => "by-another",
            Self::NoReview => "no-review",
            Self::NotAlike => "not-alike",
            Self::NoCase => "no-case",
            Self::NoLetter => "no-letter",
            Self::UnderAnother => "under-another",
            Self::NoRemedy => "no-remedy",
        }
    }
}
