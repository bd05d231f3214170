//! One answer for everyone whose case is under an incident; and back, where somebody says that it does not fit.

use super::open::said;
use super::{Ground, Move};
use crate::casework::life::{Clock, Ending, File, ForAll, Refusal, Stage, Subject, Taken};

impl Stage {
    pub(super) fn for_all(self, step: Move, ground: &Ground<'_>) -> Result<Self, Refusal> {
        let may_be_answered = self.may_be_answered_for_all();
        let go_on_until = self.go_on_until(ground.standard);
        match (self, step) {
            (Self::Received, Move::AnswerForAll(told)) => {
                let clock = Clock::start(ground.standard, ground.deemed_on, ground.today);
                Self::Acknowledged(Taken { officer: told.officer.clone(), clock }).answered_for_all(*told, ground)
            }
            (stage, Move::AnswerForAll(told)) if may_be_answered => stage.answered_for_all(*told, ground),
            (Self::Closed { on, ending: Ending::Incident { before, .. } }, Move::GoOn) => {
                if go_on_until.is_none_or(|until| ground.today > until) {
                    return Err(Refusal::NoReview);
                }
                let resumed = |taken: Taken| {
                    let clock = taken.clock.resumed(ground.standard, on, ground.today);
                    Taken { clock, ..taken }
                };
                Ok(match *before {
                    Self::Acknowledged(taken) => Self::Acknowledged(resumed(taken)),
                    Self::Triaged(file) => Self::Triaged(File { taken: resumed(file.taken), ..file }),
                    other => other,
                })
            }
            (stage, step) => Err(stage.illegal(&step)),
        }
    }

    fn answered_for_all(self, told: ForAll, ground: &Ground<'_>) -> Result<Self, Refusal> {
        said(&told.answer)?;
        said(&told.fix)?;
        Ok(Self::Closed { on: ground.today, ending: Ending::Incident { before: Box::new(self), told } })
    }

    /// Whether an answer for everyone can end it: nobody looks into it by itself yet, and it is neither serious nor about
    /// staff.
    #[must_use]
    pub fn may_be_answered_for_all(&self) -> bool {
        match self {
            Self::Received | Self::Acknowledged(_) => true,
            Self::Triaged(File { assessment, .. }) => {
                let is_of_staff = assessment.allegations.iter().any(|one| one.subject == Subject::Conduct);
                !assessment.severity.is_high() && !is_of_staff
            }
            _ => false,
        }
    }
}
