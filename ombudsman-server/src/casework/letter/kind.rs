//! Which letter tells of which move.

use crate::casework::life::{ExtensionReason, Move, Stage};

/// What a letter tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::casework) enum Kind {
    /// An officer took the case up.
    Acknowledgement,
    /// The office asks the person something.
    Request,
    /// They were asked, and have not replied.
    Reminder,
    /// The answer is put off.
    Extension(ExtensionReason),
    /// The program was asked to settle it.
    Referral,
    /// The program did not answer in time.
    Lapse,
    /// The decision.
    Decision,
    /// The decision of the review.
    Review,
    /// The review sent the case back to be looked into again.
    Reopening,
    /// The answer to a question.
    Answer,
    /// The case is closed.
    Closing,
    /// The office says something that moves nothing.
    Message,
    /// Somebody of another office has it from now on.
    HandOver,
    /// The answer to another case, with which this one is answered.
    Together,
}

impl Kind {
    /// The letter that tells of this move; `None` where the person has no need of one.
    pub fn of_move(step: &Move) -> Option<Self> {
        match step {
            Move::Acknowledge(_) => Some(Self::Acknowledgement),
            Move::AskClient => Some(Self::Request),
            Move::Remind => Some(Self::Reminder),
            Move::Extend(_, reason) => Some(Self::Extension(*reason)),
            Move::Refer(_) => Some(Self::Referral),
            Move::Lapse => Some(Self::Lapse),
            Move::Send => Some(Self::Decision),
            Move::Confirm(_) | Move::Vary(_) => Some(Self::Review),
            Move::Reopen(_) => Some(Self::Reopening),
            Move::Answer(_) | Move::AnswerForAll(_) => Some(Self::Answer),
            Move::TurnAway(..) | Move::Settle(_) | Move::Abandon | Move::Close | Move::Verify(..) | Move::Merge(_) => {
                Some(Self::Closing)
            }
            // Who takes a case back is written to no more, and what the person does they know. The rest is the office's own.
            Move::Withdraw
            | Move::Anonymise
            | Move::Separate
            | Move::GoOn
            | Move::Reply
            | Move::Comment
            | Move::AskReview
            | Move::Assess(_)
            | Move::TakeBack
            | Move::Assign(_)
            | Move::Give(_)
            | Move::AskProgram(_)
            | Move::HearProgram
            | Move::Miss
            | Move::RemindProgram
            | Move::Suspend(_)
            | Move::Resume
            | Move::Draft(_)
            | Move::GiveBack(_)
            | Move::Approve(_)
            | Move::Review(_) => None,
        }
    }

    /// Whether it is due now that the case is there: nothing is closed while a remedy is open.
    pub fn is_due(self, stage: &Stage) -> bool {
        self != Self::Closing || stage.is_over()
    }
}
