//! 22 and 23: another officer looks at a decision, and lets it stand, changes it or sends the case back.

use super::decide::checked;
use super::{Ground, Move, Proposal};
use crate::casework::life::read::review_until;
use crate::casework::life::{
    Clock, Decision, Ending, File, OutsideReason, Refusal, Reopened, Review, Reviewed, Sent, Stage, Taken,
};

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
                let review = Review { asked_on: today, due, reviewer: None, turned_away: None };
                Ok(Self::UnderReview { file, sent, review })
            }
            (
                Self::Closed { on, ending: Ending::OutOfJurisdiction { file, reason, advice, reviewed } },
                Move::AskReview,
            ) => {
                let until = standard.calendar.add_working_days(on, standard.terms.review_right_working_days);
                if reviewed.is_some() || today > until {
                    return Err(Refusal::NoReview);
                }
                let due = standard.calendar.add_working_days(today, standard.terms.review_working_days);
                let review = Review { asked_on: today, due, reviewer: None, turned_away: Some(reason) };
                let sent = Sent { decision: turned_away(&file, advice), on, reviewed: None };
                Ok(Self::UnderReview { file, sent, review })
            }
            (Self::UnderReview { file, sent, review }, Move::Review(officer)) => {
                Ok(Self::UnderReview { file, sent, review: Review { reviewer: Some(officer), ..review } })
            }
            (Self::UnderReview { file, sent, review }, Move::Confirm(by)) if review.reviewer.as_ref() == Some(&by) => {
                let reviewed = Some(Reviewed { by, on: today, before: None });
                if let Some(reason) = review.turned_away {
                    let ending = Ending::OutOfJurisdiction { file, reason, advice: sent.decision.letter, reviewed };
                    return Ok(Self::Closed { on: sent.on, ending });
                }
                Ok(Self::DecidedFinal { file, sent: Sent { reviewed, ..sent } })
            }
            (Self::UnderReview { file, sent, review }, Move::Vary(proposal))
                if review.turned_away.is_none() && review.reviewer.as_ref() == Some(&proposal.author) =>
            {
                let sent = varied(&file, sent, proposal, ground)?;
                Ok(Self::DecidedFinal { file, sent })
            }
            (Self::UnderReview { file, sent, review }, Move::Reopen(by)) if review.reviewer.as_ref() == Some(&by) => {
                Ok(Self::Triaged(reopened(file, sent, (by, review.turned_away), ground)))
            }
            (stage, step) => Err(stage.illegal(&step)),
        }
    }
}

/// That it was turned away, as a decision that finds nothing.
fn turned_away(file: &File, advice: String) -> Decision {
    let officer = file.taken.officer.clone();
    let (findings, remedies) = (Vec::new(), Vec::new());
    Decision { author: officer.clone(), approver: officer, findings, remedies, letter: advice, is_put_right: false }
}

/// What is known about a complaint that is looked into again: its time begins anew.
fn reopened(file: File, sent: Sent, (by, turned_away): (String, Option<OutsideReason>), ground: &Ground<'_>) -> File {
    let clock = Clock::start(ground.standard, ground.today, ground.today);
    let taken = Taken { clock, ..file.taken.clone() };
    // Who else had a part in it is in the record: whoever makes the move adds them.
    let reopened = Reopened { by, on: ground.today, first: file.taken, sent, turned_away, barred: Vec::new() };
    File { taken, reopened: Some(Box::new(reopened)), ..file }
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
