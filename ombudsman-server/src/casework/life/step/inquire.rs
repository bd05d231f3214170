//! 10 to 15: the office looks into a case: asks, waits, puts off, is stopped.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Ground, Move};
use crate::casework::life::{Asked, Ending, File, Refusal, Stage, Suspension, Taken};

/// The office looks every so many days whether the law still stops a case.
const LOOK_AGAIN_DAYS: i32 = 30;

impl Stage {
    pub(super) fn inquire(self, step: Move, ground: &Ground<'_>) -> Result<Self, Refusal> {
        let Ground { standard, today, .. } = *ground;
        let after = |date, days| standard.calendar.add_working_days(date, days);
        let may_reply = self.may_be_replied_to(today);
        match (self, step) {
            (Self::InReview { file, .. }, Move::AskClient) => {
                Ok(Self::AwaitingClient { file, asked: Asked { on: today, reminders: Vec::new() } })
            }
            (Self::AwaitingClient { file, asked }, Move::Reply) => Ok(resumed(file, asked.on, ground)),
            (Self::Closed { ending: Ending::Abandoned { file, asked }, .. }, Move::Reply) if may_reply => {
                Ok(resumed(file, asked.on, ground))
            }
            (Self::AwaitingClient { file, mut asked }, Move::Remind) => {
                if asked.is_reminded(standard) || today < asked.next_on(standard) {
                    return Err(Refusal::TooEarly);
                }
                asked.reminders.push(today);
                Ok(Self::AwaitingClient { file, asked })
            }
            (Self::AwaitingClient { file, asked }, Move::Abandon) => {
                if !asked.is_reminded(standard) || today <= asked.until(standard) {
                    return Err(Refusal::TooEarly);
                }
                // What a review sent back is decided, also without a reply.
                if file.reopened.is_some() {
                    return Ok(resumed(file, asked.on, ground));
                }
                Ok(Self::Closed { on: today, ending: Ending::Abandoned { file, asked } })
            }
            (Self::InReview { file, program_by: Some(_), draft }, Move::HearProgram) => {
                Ok(Self::InReview { file, program_by: None, draft })
            }
            (stage @ Self::InReview { program_by: Some(_), .. }, Move::Miss | Move::RemindProgram)
                if stage.program_by().is_some_and(|by| today <= by) =>
            {
                Err(Refusal::TooEarly)
            }
            (stage @ Self::InReview { program_by: Some(_), .. }, Move::Miss) => Ok(stage),
            (Self::InReview { file, program_by: Some(_), draft }, Move::RemindProgram)
            | (Self::InReview { file, draft, .. }, Move::AskProgram(_)) => {
                let program_by = Some(after(today, standard.terms.program_working_days));
                Ok(Self::InReview { file, program_by, draft })
            }
            (Self::InReview { file, program_by, draft }, Move::Extend(to, _)) => {
                let clock = file.taken.clock.extended(standard, to, today)?;
                let file = File { taken: Taken { clock, ..file.taken }, ..file };
                Ok(Self::InReview { file, program_by, draft })
            }
            (Self::InReview { file, .. }, Move::Suspend(reason)) => {
                let look_again_on = standard.calendar.working_day_from(today.saturating_add(LOOK_AGAIN_DAYS.days()));
                Ok(Self::Suspended { file, suspension: Suspension { on: today, reason, look_again_on } })
            }
            (Self::Suspended { file, suspension }, Move::Resume) => Ok(resumed(file, suspension.on, ground)),
            (stage, step) => Err(stage.illegal(&step)),
        }
    }
}

/// The case goes on, and its clock.
fn resumed(file: File, stopped_on: Date, ground: &Ground<'_>) -> Stage {
    let clock = file.taken.clock.resumed(ground.standard, stopped_on, ground.today);
    Stage::InReview { file: File { taken: Taken { clock, ..file.taken }, ..file }, program_by: None, draft: None }
}
