//! The parts that people have in a case: whoever had one does not review it.

use super::Move;

named! {
    /// A part in a case.
    Part {
        /// Took it up.
        Receiver = "receiver",
        /// Looks into it.
        Handler = "handler",
        /// Wrote what was found.
        Author = "author",
        /// Approved it.
        Approver = "approver",
        /// Reviews it.
        Reviewer = "reviewer",
        /// Decided something else about it.
        Helper = "helper",
    }
}

impl Part {
    /// Whether who has it attests that nothing stands between them and the case.
    #[must_use]
    pub const fn is_attested(self) -> bool {
        matches!(self, Self::Handler | Self::Reviewer)
    }
}

impl Move {
    /// The part that who makes this move has from now on.
    #[must_use]
    pub const fn part(&self) -> Option<Part> {
        match self {
            Self::Acknowledge(_) => Some(Part::Receiver),
            Self::Assign(_) => Some(Part::Handler),
            Self::Draft(_) => Some(Part::Author),
            Self::Approve(_) => Some(Part::Approver),
            Self::Review(_) => Some(Part::Reviewer),
            // Whatever shaped what is found.
            Self::Assess(_)
            | Self::TurnAway(..)
            | Self::Refer(_)
            | Self::Settle(_)
            | Self::TakeBack
            | Self::Extend(..)
            | Self::Comment
            | Self::AnswerForAll(_)
            | Self::GiveBack(_) => Some(Part::Helper),
            _ => None,
        }
    }

    /// Whether only who has the case makes it: they have attested that nothing stands between them and it.
    #[must_use]
    pub const fn is_of_handler(&self) -> bool {
        matches!(
            self,
            Self::AskClient
                | Self::Remind
                | Self::Abandon
                | Self::AskProgram(_)
                | Self::Suspend(_)
                | Self::Resume
                | Self::Draft(_)
                | Self::Send
                | Self::TurnAway(..)
                | Self::Refer(_)
                | Self::Settle(_)
                | Self::TakeBack
                | Self::Withdraw
                | Self::Merge(_)
                | Self::Separate
        )
    }
}
