//! Where a case can be: an enum whose stages carry exactly the facts that are true in them. The record keeps a stage as it
//! is written here, so what a field is called stays.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Clock, Finding, GivenBack, Remedy, Severity, Subject};

/// Where a case is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// It waits for an officer to take it up.
    Received,
    /// A named officer has taken it up and told the person so.
    Acknowledged(Taken),
    /// A question was answered.
    Answered {
        /// Who took it up, and when.
        taken: Taken,
        /// The day of the answer.
        on: Date,
        /// What was answered.
        answer: String,
    },
    /// It is clear what is alleged, how much is at stake, and that it is the office's to look into.
    Triaged(File),
    /// The program was asked to settle it with the person.
    Referred {
        /// What is known.
        file: File,
        /// To whom, and by when they answer.
        referral: Referral,
    },
    /// An officer looks into it.
    InReview {
        /// What is known.
        file: File,
        /// By when the program answers what it was asked; `None` where it was asked nothing.
        program_by: Option<Date>,
        /// What was written as a draft and given back, to begin from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        draft: Option<Box<Draft>>,
    },
    /// The person was asked something. The clock stands.
    AwaitingClient {
        /// What is known.
        file: File,
        /// Since when, and how often they were reminded.
        asked: Asked,
    },
    /// A court, a tribunal or the police have it. The clock stands.
    Suspended {
        /// What is known.
        file: File,
        /// Since when and why.
        suspension: Suspension,
    },
    /// An officer has written what they find.
    FindingDraft {
        /// What is known.
        file: File,
        /// What they wrote.
        draft: Draft,
    },
    /// It is decided, and not sent yet.
    Decided {
        /// What is known.
        file: File,
        /// The decision.
        decision: Decision,
    },
    /// The person can read the decision.
    DecisionSent {
        /// What is known.
        file: File,
        /// The decision.
        sent: Sent,
    },
    /// Something that was promised is still to be done.
    RemedyPending {
        /// What is known.
        file: File,
        /// The decision.
        sent: Sent,
    },
    /// The person asked another officer to look at the decision.
    UnderReview {
        /// What is known.
        file: File,
        /// The decision.
        sent: Sent,
        /// The review.
        review: Review,
    },
    /// The review is decided; the office has nothing more to say.
    DecidedFinal {
        /// What is known.
        file: File,
        /// The decision as it stands now.
        sent: Sent,
    },
    /// Nothing is left to do.
    Closed {
        /// The day.
        on: Date,
        /// How it ended.
        ending: Ending,
    },
    /// What leads to a person was removed.
    Anonymised {
        /// The day.
        on: Date,
    },
}

/// Who has a case, and the clock of its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// The officer, by the name that people see.
    pub officer: String,
    /// The clock.
    pub clock: Clock,
}

/// Something that the person says went wrong. Each gets a finding of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allegation {
    /// What it is about.
    pub subject: Subject,
    /// What is said to have happened, in the officer's words.
    pub what: String,
}

/// What an officer makes of a complaint before anyone looks into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// How much is at stake.
    pub severity: Severity,
    /// What is alleged; at least one thing.
    pub allegations: Vec<Allegation>,
    /// What the person wants to come of it.
    pub wanted: String,
}

/// What is known about a complaint that is looked into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Who has it.
    pub taken: Taken,
    /// What it is about.
    pub assessment: Assessment,
    /// To whom it was referred, where they let the time pass in silence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unanswered: Option<Referral>,
}

/// A complaint in the hands of the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// The desk or the part of the program.
    pub to: String,
    /// By when it answers.
    pub answer_by: Date,
}

/// A question to the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The day on which they were asked.
    pub on: Date,
    /// The days on which they were reminded.
    pub reminders: Vec<Date>,
}

named! {
    /// Why the law stops a case.
    SuspensionReason {
        /// It is before a court.
        Court = "court",
        /// It is before a tribunal.
        Tribunal = "tribunal",
        /// The police look into it.
        Police = "police",
    }
}

/// A case that the law stops.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspension {
    /// Since this day.
    pub on: Date,
    /// Why.
    pub reason: SuspensionReason,
    /// The day on which the office looks whether that still holds.
    pub look_again_on: Date,
}

/// What an officer finds, before another has agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Who wrote it.
    pub author: String,
    /// What was found, one for each allegation, in their order.
    pub findings: Vec<Finding>,
    /// What is promised.
    pub remedies: Vec<Remedy>,
    /// What the person is told besides.
    pub letter: String,
    /// Whether nothing is left to do, as the author says: what was wrong was put right.
    #[serde(default)]
    pub is_put_right: bool,
    /// Until when whom it goes against may comment; `None` where it goes against nobody.
    pub comments_until: Option<Date>,
    /// Whether they have commented, or said that they will not.
    pub is_commented: bool,
    /// Who gave it back and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given_back: Option<GivenBack>,
}

/// A decision that two officers stand for, or one where one is enough.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Who wrote it.
    pub author: String,
    /// Who approved it.
    pub approver: String,
    /// What was found, one for each allegation, in their order.
    pub findings: Vec<Finding>,
    /// What is promised.
    pub remedies: Vec<Remedy>,
    /// What the person is told besides.
    pub letter: String,
    /// Whether nothing is left to do, as the author says: what was wrong was put right.
    #[serde(default)]
    pub is_put_right: bool,
}

/// A decision that the person can read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// The decision as it stands.
    pub decision: Decision,
    /// The day on which it was sent.
    pub on: Date,
    /// What a review made of it; `None` where there was none.
    pub reviewed: Option<Reviewed>,
}

/// A review that is under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The day on which the person asked for it.
    pub asked_on: Date,
    /// By when it is decided.
    pub due: Date,
    /// Who reviews; `None` until somebody who had no part in the case is found.
    pub reviewer: Option<String>,
}

/// A review that was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviewed {
    /// Who reviewed.
    pub by: String,
    /// The day.
    pub on: Date,
    /// The findings before, where the review changed them.
    pub before: Option<Vec<Finding>>,
}

named! {
    /// Why a complaint is not the office's to look into.
    OutsideReason {
        /// It is about a decision that has an appeal of its own.
        Appeal = "appeal",
        /// It is about another department or government.
        Elsewhere = "elsewhere",
        /// It asks for a service; nothing went wrong.
        Request = "request",
        /// A court has it, or had it.
        Court = "court",
    }
}

/// How a case ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// A question was answered.
    Answered {
        /// Who took it up, and when.
        taken: Taken,
        /// The day of the answer.
        on: Date,
        /// What was answered.
        answer: String,
    },
    /// It was not the office's.
    OutOfJurisdiction {
        /// What is known.
        file: File,
        /// Why.
        reason: OutsideReason,
        /// Where the person can turn, as they were told.
        advice: String,
    },
    /// The program settled it, and the person agreed.
    ResolvedEarly {
        /// What is known.
        file: File,
        /// How.
        how: String,
    },
    /// It was decided and everything promised was done.
    Decided {
        /// What is known.
        file: File,
        /// The decision.
        sent: Sent,
    },
    /// The person said nothing more.
    Abandoned {
        /// What is known.
        file: File,
        /// Since when the clock stands.
        asked: Asked,
    },
    /// The person took it back.
    Withdrawn {
        /// Who had it.
        officer: Option<String>,
    },
    /// The same person said the same in another case.
    Duplicate {
        /// Who had it.
        officer: Option<String>,
        /// The reference of the other case.
        of: String,
        /// What its person was told with the other's, once that one was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        told: Option<Box<ToldWith>>,
    },
    /// It was answered with everyone else whose case was under the same incident.
    Incident {
        /// Where it was, and is again if the person says that the answer does not fit.
        before: Box<Stage>,
        /// What was told.
        told: ForAll,
    },
}

/// What the person of a duplicate was told: kept with their own case, so that it is there however long the other one is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldWith {
    /// The day.
    pub on: Date,
    /// Where the other case was then, without what its person said.
    pub stage: Stage,
}

/// What everyone is told whose case is under an incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForAll {
    /// The officer who sent it.
    pub officer: String,
    /// The incident.
    pub incident: String,
    /// What was done about it.
    pub fix: String,
    /// What is answered.
    pub answer: String,
}

impl Stage {
    /// The stage's name, in the record and in the words' ids.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Acknowledged(_) => "acknowledged",
            Self::Answered { .. } => "answered",
            Self::Triaged(_) => "triaged",
            Self::Referred { .. } => "referred",
            Self::InReview { .. } => "in-review",
            Self::AwaitingClient { .. } => "awaiting-client",
            Self::Suspended { .. } => "suspended",
            Self::FindingDraft { .. } => "finding-draft",
            Self::Decided { .. } => "decided",
            Self::DecisionSent { .. } => "decision-sent",
            Self::RemedyPending { .. } => "remedy-pending",
            Self::UnderReview { .. } => "under-review",
            Self::DecidedFinal { .. } => "decided-final",
            Self::Closed { .. } => "closed",
            Self::Anonymised { .. } => "anonymised",
        }
    }
}
