//! 16 to 21: what is found, who agrees, what is promised, and that it was done.

use super::open::said;
use super::{Ground, Move, Proposal};
use crate::casework::life::element::lacking;
use crate::casework::life::read::{is_against_the_person, open_remedies};
use crate::casework::life::{
    Decision, Draft, Element, Ending, File, GivenBack, Refusal, RemedyKind, Sent, Stage, Verified,
};

impl Stage {
    pub(super) fn decide(self, step: Move, ground: &Ground<'_>) -> Result<Self, Refusal> {
        match (self, step) {
            (Self::InReview { file, .. }, Move::Draft(proposal)) => {
                let draft = drafted(&file, proposal, ground)?;
                Ok(Self::FindingDraft { file, draft })
            }
            (Self::FindingDraft { file, draft }, Move::Comment) if draft.comments_until.is_some() => {
                Ok(Self::FindingDraft { file, draft: Draft { is_commented: true, ..draft } })
            }
            (Self::FindingDraft { file, draft }, Move::GiveBack(back)) => Ok(given_back(file, draft, back)),
            (Self::Decided { file, decision }, Move::GiveBack(back)) => Ok(given_back(file, decision.into(), back)),
            (Self::FindingDraft { file, draft }, Move::Approve(approver)) => {
                let decision = approved(&file, draft, approver, ground)?;
                Ok(Self::Decided { file, decision })
            }
            (Self::Decided { file, decision }, Move::Send) => {
                // It may have been approved before the office asked for all of this.
                whole(lacking(&file, &decision.findings, &decision.remedies, decision.is_put_right))?;
                Ok(Self::DecisionSent { file, sent: Sent { decision, on: ground.today, reviewed: None } })
            }
            (stage, step) => Err(stage.illegal(&step)),
        }
    }

    pub(super) fn conclude(self, step: Move, ground: &Ground<'_>) -> Result<Self, Refusal> {
        match (self, step) {
            (Self::Answered { taken, on, answer }, Move::Close) => {
                Ok(Self::Closed { on: ground.today, ending: Ending::Answered { taken, on, answer } })
            }
            (Self::DecisionSent { file, sent } | Self::DecidedFinal { file, sent }, Move::Close) => {
                Ok(concluded(file, sent, ground))
            }
            (Self::RemedyPending { file, mut sent }, Move::Verify(place, by, evidence)) => {
                said(&evidence)?;
                let remedy = sent.decision.remedies.get_mut(place).filter(|remedy| remedy.verified.is_none());
                remedy.ok_or(Refusal::NoRemedy)?.verified = Some(Verified { by, on: ground.today, evidence });
                Ok(concluded(file, sent, ground))
            }
            (stage, step) => Err(stage.illegal(&step)),
        }
    }
}

/// In review again, with the draft to begin from, and why where somebody said it.
fn given_back(file: File, draft: Draft, back: GivenBack) -> Stage {
    let draft = Draft { given_back: (!back.why.is_empty()).then_some(back), ..draft };
    Stage::InReview { file, program_by: None, draft: Some(Box::new(draft)) }
}

/// A proposal that says everything about every allegation, and who does what is promised.
pub(super) fn checked(file: &File, proposal: Proposal) -> Result<Proposal, Refusal> {
    whole(lacking(file, &proposal.findings, &proposal.remedies, proposal.is_put_right))?;
    proposal.remedies.iter().try_for_each(|remedy| said(&remedy.what).and(said(&remedy.owner)))?;
    Ok(proposal)
}

fn whole(lacks: Option<Element>) -> Result<(), Refusal> {
    lacks.map_or(Ok(()), |element| Err(Refusal::Lacks(element)))
}

fn drafted(file: &File, proposal: Proposal, ground: &Ground<'_>) -> Result<Draft, Refusal> {
    let Proposal { author, findings, remedies, letter, is_put_right, is_adverse } = checked(file, proposal)?;
    let is_against = is_adverse || is_against_the_person(&findings);
    let days = ground.standard.terms.comment_working_days;
    let comments_until = is_against.then(|| ground.standard.calendar.add_working_days(ground.today, days));
    Ok(Draft {
        author,
        findings,
        remedies,
        letter,
        is_put_right,
        comments_until,
        is_commented: false,
        given_back: None,
    })
}

impl Draft {
    /// The decision that it is once this officer has approved it.
    #[must_use]
    pub fn decided(self, approver: String) -> Decision {
        let Self { author, findings, remedies, letter, is_put_right, .. } = self;
        Decision { author, approver, findings, remedies, letter, is_put_right }
    }

    /// Whether who wrote it cannot approve it: where the person was right, much is at stake or money is promised.
    #[must_use]
    pub fn needs_two(&self, file: &File) -> bool {
        let is_for_the_person = self.findings.iter().any(|finding| finding.outcome.is_for_the_person());
        let has_money = self.remedies.iter().any(|remedy| remedy.kind == RemedyKind::Financial);
        is_for_the_person || has_money || file.assessment.severity.is_high()
    }
}

/// The decision that a draft becomes.
fn approved(file: &File, draft: Draft, approver: String, ground: &Ground<'_>) -> Result<Decision, Refusal> {
    let may_comment = draft.comments_until.is_some_and(|until| ground.today <= until);
    if may_comment && !draft.is_commented {
        return Err(Refusal::TooEarly);
    }
    whole(lacking(file, &draft.findings, &draft.remedies, draft.is_put_right))?;
    if draft.needs_two(file) && approver == draft.author {
        return Err(Refusal::SameOfficer);
    }
    Ok(draft.decided(approver))
}

impl From<Decision> for Draft {
    /// A decision that is thought over once more.
    fn from(decision: Decision) -> Self {
        let Decision { author, findings, remedies, letter, is_put_right, .. } = decision;
        Self {
            author,
            findings,
            remedies,
            letter,
            is_put_right,
            comments_until: None,
            is_commented: false,
            given_back: None,
        }
    }
}

/// Closed, unless something that was promised is still to be done.
fn concluded(file: File, sent: Sent, ground: &Ground<'_>) -> Stage {
    if open_remedies(&sent).next().is_some() {
        return Stage::RemedyPending { file, sent };
    }
    Stage::Closed { on: ground.today, ending: Ending::Decided { file, sent } }
}
