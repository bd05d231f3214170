//! 3 to 9: a case is taken up, assessed, and goes where it belongs.

use super::{Ground, Move, Request};
use crate::casework::life::{Clock, Conflict, Ending, File, Referral, Refusal, Rule, Stage, Subject, Taken};

impl Stage {
    pub(super) fn open(self, step: Move, ground: &Ground<'_>) -> Result<Self, Refusal> {
        let closed = |ending| Self::Closed { on: ground.today, ending };
        let in_review = |file| Self::InReview { file, program_by: None, draft: None };
        match (self, step) {
            (Self::Received, Move::Acknowledge(officer)) => {
                let clock = Clock::start(ground.standard, ground.deemed_on, ground.today);
                Ok(Self::Acknowledged(Taken { officer, clock }))
            }
            (Self::Acknowledged(taken), Move::Answer(answer)) if !ground.is_complaint => {
                said(&answer)?;
                Ok(Self::Answered { taken, on: ground.today, answer })
            }
            (Self::Acknowledged(taken), Move::Assess(assessment)) => {
                said(&assessment.wanted)?;
                assessment.allegations.first().ok_or(Refusal::Missing)?;
                assessment.allegations.iter().try_for_each(|allegation| said(&allegation.what))?;
                Ok(Self::Triaged(File { taken, assessment, unanswered: None, reopened: None }))
            }
            // Who had a part in what a review sent back does not have it again.
            (stage, Move::Assign(officer) | Move::Give(officer)) if stage.bars(&officer) => {
                Err(Conflict(Rule::Handled).into())
            }
            (Self::Triaged(file), Move::TurnAway(reason, advice)) if file.reopened.is_none() => {
                said(&advice)?;
                Ok(closed(Ending::OutOfJurisdiction { file, reason, advice, reviewed: None }))
            }
            (Self::Triaged(file), Move::Refer(Request { to, .. })) if file.reopened.is_none() => {
                said(&to)?;
                let is_of_staff = |subject| subject == Subject::Conduct;
                let allegations = &file.assessment.allegations;
                if file.assessment.severity.is_high() || allegations.iter().any(|one| is_of_staff(one.subject)) {
                    return Err(Refusal::NotForProgram);
                }
                let days = ground.standard.terms.program_working_days;
                let answer_by = ground.standard.calendar.add_working_days(ground.today, days);
                Ok(Self::Referred { file, referral: Referral { to, answer_by } })
            }
            (Self::Referred { file, .. }, Move::Settle(how)) => {
                said(&how)?;
                Ok(closed(Ending::ResolvedEarly { file, how }))
            }
            (Self::Referred { file, .. }, Move::TakeBack) => Ok(in_review(file)),
            (Self::Referred { file, referral }, Move::Lapse) => {
                if ground.today <= referral.answer_by {
                    return Err(Refusal::TooEarly);
                }
                Ok(in_review(File { unanswered: Some(referral), ..file }))
            }
            (Self::Triaged(file), Move::Assign(officer)) => Ok(in_review(given(file, officer))),
            (stage, Move::Assign(officer)) if stage.may_be_taken_over() => Ok(stage.taken_over(officer)),
            (stage, Move::Give(officer)) if stage.may_be_given() => Ok(stage.taken_over(officer)),
            (stage, step) => Err(stage.illegal(&step)),
        }
    }
}

impl Stage {
    /// The same stage, in the hands of this officer.
    fn taken_over(self, officer: String) -> Self {
        let given = |file| given(file, officer.clone());
        match self {
            Self::Acknowledged(taken) => Self::Acknowledged(Taken { officer, ..taken }),
            Self::Answered { taken, on, answer } => Self::Answered { taken: Taken { officer, ..taken }, on, answer },
            Self::Triaged(file) => Self::Triaged(given(file)),
            Self::Referred { file, referral } => Self::Referred { file: given(file), referral },
            Self::DecisionSent { file, sent } => Self::DecisionSent { file: given(file), sent },
            Self::RemedyPending { file, sent } => Self::RemedyPending { file: given(file), sent },
            Self::DecidedFinal { file, sent } => Self::DecidedFinal { file: given(file), sent },
            Self::InReview { file, program_by, draft } => Self::InReview { file: given(file), program_by, draft },
            Self::AwaitingClient { file, asked } => Self::AwaitingClient { file: given(file), asked },
            Self::Suspended { file, suspension } => Self::Suspended { file: given(file), suspension },
            Self::FindingDraft { file, draft } => Self::FindingDraft { file: given(file), draft },
            Self::Decided { file, decision } => Self::Decided { file: given(file), decision },
            other => other,
        }
    }
}

fn given(file: File, officer: String) -> File {
    File { taken: Taken { officer, ..file.taken }, ..file }
}

/// Whether something is said.
pub(super) fn said(text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Refusal::Missing) } else { Ok(()) }
}
