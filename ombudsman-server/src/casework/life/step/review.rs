//! 22 and 23: another officer looks at a decision, and lets it stand or changes it.

use super::decide::checked;
use super::{Ground, Move, Proposal};
use crate::casework::life::read::review_until;
use crate::casework::life::{Decision, Ending, File, Refusal, Review, Reviewed, Sent, Stage};

impl Stage {
    pub(super) fn review(self, step: Move, ground: &Ground<'_>) -> Result<Self, Refusal> {
        let Ground { standard, today, .. } = *ground;
        match (self, step) {
            (
                Self::DecisionSent { file, sent }
                | Self::RemedyPending { file, sent }
                | Self::Closed { ending: Ending::Decided { file, sent }, .. },
                Move::AskReview,
            ) => {
                if sent.reviewed.is_some() || today > review_until(standard, &sent) {
                    return Err(Refusal::NoReview);
                }
                let due = standard.calendar.add_working_days(today, standard.terms.review_working_days);
                Ok(Self::UnderReview { file, sent, review: Review { asked_on: today, due, reviewer: None } })
            }
            (Self::UnderReview { file, sent, review }, Move::Review(officer)) => {
                Ok(Self::UnderReview { file, sent, review: Review { reviewer: Some(officer), ..review } })
            }
            (Self::UnderReview { file, sent, review }, Move::Confirm(by)) if review.reviewer.as_ref() == Some(&by) => {
                let reviewed = Some(Reviewed { by, on: today, before: None });
                Ok(Self::DecidedFinal { file, sent: Sent { reviewed, ..sent } })
            }
            (Self::UnderReview { file, sent, review }, Move::Vary(proposal))
                if review.reviewer.as_ref() == Some(&proposal.author) =>
            {
                let sent = varied(&file, sent, proposal, ground)?;
                Ok(Self::DecidedFinal { file, sent })
            }
            (stage, step) => Err(stage.illegal(&step)),
        }
    }
}

/// The decision as the review changed it. What was promised before and is not done yet is still owed.
fn varied(file: &File, sent: Sent, proposal: Proposal, ground: &Ground<'_>) -> Result<Sent, Refusal> {
    let Proposal { author, findings, remedies, letter, is_put_right, .. } = checked(file, proposal)?;
    let Sent { decision: first, on, .. } = sent;
    let reviewed = Reviewed { by: author.clone(), on: ground.today, before: Some(first.findings) };
    let remedies = first.remedies.into_iter().chain(remedies).collect();
    let decision = Decision { author: first.author, approver: author, findings, remedies, letter, is_put_right };
    Ok(Sent { decision, on, reviewed: Some(reviewed) })
}
