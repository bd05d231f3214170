//! The moves of a case: the one table that says which exist, from where, under what conditions, and where they lead. The
//! numbers are those of the table in docs/METHOD.md.

mod decide;
mod for_all;
mod inquire;
mod open;
mod review;

use jiff::civil::Date;

use super::stage::Ending;
use super::{
    Assessment, Finding, ForAll, GivenBack, IllegalMove, OutsideReason, Refusal, Remedy, Stage, SuspensionReason,
};
use crate::standard::Standard;

named! {
    /// Why an answer is put off.
    ExtensionReason {
        /// It is harder than it looked.
        Complex = "complex",
        /// Somebody's information is still to come.
        Information = "information",
        /// Somebody comments on the findings.
        Comments = "comments",
        /// The office has not enough people.
        Capacity = "capacity",
    }
}

/// Something that is to be done to a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Move {
    /// 3: an officer of this name takes it up.
    Acknowledge(String),
    /// A question gets this answer.
    Answer(String),
    /// 4: an officer says what is alleged.
    Assess(Assessment),
    /// 5: it is not the office's, and the person is told where to turn.
    TurnAway(OutsideReason, String),
    /// 6: the program is asked to settle it; the person agreed.
    Refer(Request),
    /// 7: the person accepts how the program settled it.
    Settle(String),
    /// 8: the program did not settle it.
    TakeBack,
    /// 8: the program said nothing in time.
    Lapse,
    /// 9: an officer of this name has it from now on.
    Assign(String),
    /// A senior officer gives it to the officer of this name, where it is.
    Give(String),
    /// 10: the person is asked something.
    AskClient,
    /// 11: the person replies.
    Reply,
    /// 12: the person is reminded.
    Remind,
    /// 12: the person said nothing more.
    Abandon,
    /// 13: the program is asked something.
    AskProgram(Request),
    /// 13: the program answers it.
    HearProgram,
    /// 14: the answer is put off to this day.
    Extend(Date, ExtensionReason),
    /// 15: the law stops it.
    Suspend(SuspensionReason),
    /// 15: the law stops it no more.
    Resume,
    /// 16: an officer writes what they find.
    Draft(Proposal),
    /// 16: whom it goes against has commented, or will not.
    Comment,
    /// An officer gives the draft back to its author.
    GiveBack(GivenBack),
    /// 17: an officer of this name approves it.
    Approve(String),
    /// 18: the person can read it.
    Send,
    /// 19, 20: the office has said all that it has to say.
    Close,
    /// 21: an officer of this name saw that the remedy in this place was done, by this evidence.
    Verify(usize, String, String),
    /// 22: the person asks for a review.
    AskReview,
    /// 22: an officer of this name reviews it.
    Review(String),
    /// 23: the reviewer of this name lets the decision stand.
    Confirm(String),
    /// 23: the reviewer changes it.
    Vary(Proposal),
    /// 24: the person takes it back.
    Withdraw,
    /// 25: it is the same as the case of this reference.
    Merge(String),
    /// It is not the same as the other after all, or the other ended without an answer.
    Separate,
    /// It gets the answer that everyone gets whose case is under the same incident.
    AnswerForAll(Box<ForAll>),
    /// The person says that this answer does not fit.
    GoOn,
    /// 26: what leads to a person is removed.
    Anonymise,
}

/// What a program is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Who is asked, as people name them.
    pub to: String,
    /// The program's desk that reads it; `None` where they are asked another way.
    pub desk: Option<String>,
    /// What they are asked or told.
    pub question: String,
}

/// What an officer proposes to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Who proposes it.
    pub author: String,
    /// What was found, one for each allegation, in their order.
    pub findings: Vec<Finding>,
    /// What is promised.
    pub remedies: Vec<Remedy>,
    /// What the person is told besides.
    pub letter: String,
    /// Whether nothing is left to do, because what was wrong was put right.
    pub is_put_right: bool,
    /// Whether it goes against a person or a program by name, who may comment first.
    pub is_adverse: bool,
}

/// What a move stands on besides the stage.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// What the office promises.
    pub standard: &'a Standard,
    /// The office's date.
    pub today: Date,
    /// The day on which the case counts as received.
    pub deemed_on: Date,
    /// Whether it came as a complaint: then a plain answer is not enough.
    pub is_complaint: bool,
}

impl Move {
    /// The name of where it leads, for who tried it from where it does not exist.
    #[must_use]
    pub const fn to(&self) -> &'static str {
        match self {
            Self::Separate => "received",
            Self::Acknowledge(_) | Self::GoOn => "acknowledged",
            Self::Answer(_) => "answered",
            Self::Assess(_) => "triaged",
            Self::Refer(_) => "referred",
            Self::TakeBack
            | Self::Lapse
            | Self::Assign(_)
            | Self::Give(_)
            | Self::Reply
            | Self::AskProgram(_)
            | Self::HearProgram
            | Self::Extend(..)
            | Self::Resume
            | Self::GiveBack(_) => "in-review",
            Self::AskClient | Self::Remind => "awaiting-client",
            Self::Suspend(_) => "suspended",
            Self::Draft(_) | Self::Comment => "finding-draft",
            Self::Approve(_) => "decided",
            Self::Send => "decision-sent",
            Self::Verify(..) => "remedy-pending",
            Self::AskReview | Self::Review(_) => "under-review",
            Self::Confirm(_) | Self::Vary(_) => "decided-final",
            Self::TurnAway(..)
            | Self::Settle(_)
            | Self::Abandon
            | Self::Close
            | Self::Withdraw
            | Self::Merge(_)
            | Self::AnswerForAll(_) => "closed",
            Self::Anonymise => "anonymised",
        }
    }
}

impl Stage {
    /// The stage that follows from this move, or why there is none.
    pub fn step(self, step: Move, ground: &Ground<'_>) -> Result<Self, Refusal> {
        match step {
            Move::Acknowledge(_)
            | Move::Answer(_)
            | Move::Assess(_)
            | Move::TurnAway(..)
            | Move::Refer(_)
            | Move::Settle(_)
            | Move::TakeBack
            | Move::Lapse
            | Move::Assign(_)
            | Move::Give(_) => self.open(step, ground),
            Move::AskClient
            | Move::Reply
            | Move::Remind
            | Move::Abandon
            | Move::AskProgram(_)
            | Move::HearProgram
            | Move::Extend(..)
            | Move::Suspend(_)
            | Move::Resume => self.inquire(step, ground),
            Move::Draft(_) | Move::Comment | Move::GiveBack(_) | Move::Approve(_) | Move::Send => {
                self.decide(step, ground)
            }
            Move::Close | Move::Verify(..) => self.conclude(step, ground),
            Move::AnswerForAll(_) | Move::GoOn => self.for_all(step, ground),
            Move::AskReview | Move::Review(_) | Move::Confirm(_) | Move::Vary(_) => self.review(step, ground),
            Move::Withdraw | Move::Merge(_) | Move::Separate | Move::Anonymise => self.end(step, ground),
        }
    }

    /// 24 to 27: what can end any case in which nobody was told the outcome.
    fn end(self, step: Move, ground: &Ground<'_>) -> Result<Self, Refusal> {
        let officer = self.officer().map(str::to_owned);
        let closed = |ending| Self::Closed { on: ground.today, ending };
        match (self, step) {
            (stage, Move::Withdraw) if !stage.is_told() => Ok(closed(Ending::Withdrawn { officer })),
            (stage, Move::Merge(of)) if !stage.is_told() => Ok(closed(Ending::Duplicate { officer, of, told: None })),
            (Self::Closed { ending: Ending::Duplicate { .. }, .. }, Move::Separate) => Ok(Self::Received),
            (Self::Closed { .. }, Move::Anonymise) => Ok(Self::Anonymised { on: ground.today }),
            (stage, step) => Err(stage.illegal(&step)),
        }
    }

    /// That this move does not exist from here.
    #[must_use]
    pub const fn illegal(&self, step: &Move) -> Refusal {
        Refusal::Illegal(IllegalMove { from: self.name(), to: step.to() })
    }
}
