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
        /// Said what is alleged.
        Assessed = "assessed",
        /// Told the person to turn elsewhere.
        TurnedAway = "turned-away",
        /// Had the program asked to settle it.
        Referred = "referred",
        /// Closed it as settled by the program.
        Settled = "settled",
        /// Took it back from the program.
        TookBack = "took-back",
        /// Put the answer off.
        PutOff = "put-off",
        /// Took down what somebody says of a draft.
        HeardComments = "heard-comments",
        /// Answered it with everyone under the same incident.
        AnsweredForAll = "answered-for-all",
        /// Gave a draft back.
        GaveBack = "gave-back",
        /// Did something that the record has no other name for: before each had one.
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
            // Whatever else shaped what is found.
            Self::Assess(_) => Some(Part::Assessed),
            Self::TurnAway(..) => Some(Part::TurnedAway),
            Self::Refer(_) => Some(Part::Referred),
            Self::Settle(_) => Some(Part::Settled),
            Self::TakeBack => Some(Part::TookBack),
            Self::Extend(..) => Some(Part::PutOff),
            Self::Comment => Some(Part::HeardComments),
            Self::AnswerForAll(_) => Some(Part::AnsweredForAll),
            Self::GiveBack(_) => Some(Part::GaveBack),
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
                | Self::HearProgram
                | Self::RemindProgram
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
