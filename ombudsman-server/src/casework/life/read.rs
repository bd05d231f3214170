//! What can be read off a stage: who has the case, what is due next, what was decided.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Asked, Clock, Ending, File, Finding, Outcome, Remedy, Sent, Stage, Taken};
use crate::standard::Standard;

/// Who says nothing more can still come back for so many days.
const BACK_DAYS: i32 = 60;

impl Stage {
    /// What is known about a complaint, from the assessment on.
    #[must_use]
    pub const fn file(&self) -> Option<&File> {
        match self {
            Self::Triaged(file)
            | Self::Referred { file, .. }
            | Self::InReview { file, .. }
            | Self::AwaitingClient { file, .. }
            | Self::Suspended { file, .. }
            | Self::FindingDraft { file, .. }
            | Self::Decided { file, .. }
            | Self::DecisionSent { file, .. }
            | Self::RemedyPending { file, .. }
            | Self::UnderReview { file, .. }
            | Self::DecidedFinal { file, .. } => Some(file),
            Self::Closed { ending, .. } => match ending {
                Ending::OutOfJurisdiction { file, .. }
                | Ending::ResolvedEarly { file, .. }
                | Ending::Decided { file, .. }
                | Ending::Abandoned { file, .. } => Some(file),
                Ending::Incident { before, .. } => before.file(),
                Ending::Answered { .. } | Ending::Withdrawn { .. } | Ending::Duplicate { .. } => None,
            },
            Self::Received | Self::Acknowledged(_) | Self::Answered { .. } | Self::Anonymised { .. } => None,
        }
    }

    fn taken(&self) -> Option<&Taken> {
        match self {
            Self::Acknowledged(taken)
            | Self::Answered { taken, .. }
            | Self::Closed { ending: Ending::Answered { taken, .. }, .. } => Some(taken),
            Self::Closed { ending: Ending::Incident { before, .. }, .. } => before.taken(),
            other => other.file().map(|file| &file.taken),
        }
    }

    /// Who has the case.
    #[must_use]
    pub fn officer(&self) -> Option<&str> {
        match self {
            Self::Closed { ending: Ending::Withdrawn { officer } | Ending::Duplicate { officer, .. }, .. } => {
                officer.as_deref()
            }
            other => other.taken().map(|taken| taken.officer.as_str()),
        }
    }

    /// Whose turn it is: whoever has the case, or reviews it; `None` where somebody has yet to take it, or nothing is left
    /// to do.
    #[must_use]
    pub fn holder(&self) -> Option<&str> {
        match self {
            Self::UnderReview { review, .. } => review.reviewer.as_deref(),
            // Who had it does not have it again, and nobody else has it yet.
            Self::Triaged(file) if file.reopened.is_some() => None,
            other => other.officer().filter(|_| !other.is_over()),
        }
    }

    /// The clock of the answer, once it runs.
    #[must_use]
    pub fn clock(&self) -> Option<&Clock> {
        self.taken().map(|taken| &taken.clock)
    }

    /// What was answered to a question, and when.
    #[must_use]
    pub fn given_answer(&self) -> Option<(&str, Date)> {
        match self {
            Self::Closed { on, ending: Ending::Incident { told, .. } } => Some((&told.answer, *on)),
            Self::Answered { answer, on, .. } | Self::Closed { ending: Ending::Answered { answer, on, .. }, .. } => {
                Some((answer, *on))
            }
            _ => None,
        }
    }

    /// What was done about the incident under which it was answered.
    #[must_use]
    pub fn fix(&self) -> Option<&str> {
        match self {
            Self::Closed { ending: Ending::Incident { told, .. }, .. } => Some(&told.fix),
            _ => None,
        }
    }

    /// Until when the person can say that the answer for everyone does not fit; `None` where they got none.
    #[must_use]
    pub fn go_on_until(&self, standard: &Standard) -> Option<Date> {
        let Self::Closed { on, ending: Ending::Incident { .. } } = self else { return None };
        Some(standard.calendar.add_working_days(*on, standard.terms.review_right_working_days))
    }

    /// What was said at the end, where it is no decision: the answer, where the person can turn, how it was settled.
    #[must_use]
    pub fn last_word(&self) -> Option<&str> {
        match self {
            Self::Closed { ending: Ending::OutOfJurisdiction { advice: said, .. }, .. }
            | Self::Closed { ending: Ending::ResolvedEarly { how: said, .. }, .. } => Some(said),
            other => other.given_answer().map(|(answer, _)| answer),
        }
    }

    /// The decision, once the person can read it.
    #[must_use]
    pub const fn sent(&self) -> Option<&Sent> {
        match self {
            Self::DecisionSent { sent, .. }
            | Self::RemedyPending { sent, .. }
            | Self::UnderReview { sent, .. }
            | Self::DecidedFinal { sent, .. }
            | Self::Closed { ending: Ending::Decided { sent, .. }, .. } => Some(sent),
            _ => None,
        }
    }

    /// The next day on which something is due from somebody; `None` where nothing is.
    #[must_use]
    pub fn next_due(&self, standard: &Standard, acknowledge_by: Date) -> Option<Date> {
        match self {
            Self::Received => Some(acknowledge_by),
            Self::Referred { referral, .. } => Some(referral.answer_by),
            Self::AwaitingClient { asked, .. } => Some(asked.next_on(standard)),
            Self::InReview { program_by: Some(by), .. } => Some(self.clock().map_or(*by, |clock| clock.due.min(*by))),
            Self::Suspended { suspension, .. } => Some(suspension.look_again_on),
            Self::RemedyPending { sent, .. } => open_remedies(sent).map(|remedy| remedy.due).min(),
            Self::UnderReview { review, .. } => Some(review.due),
            Self::Acknowledged(_)
            | Self::Triaged(_)
            | Self::InReview { .. }
            | Self::FindingDraft { .. }
            | Self::Decided { .. } => self.clock().map(|clock| clock.due),
            Self::Answered { .. }
            | Self::DecisionSent { .. }
            | Self::DecidedFinal { .. }
            | Self::Closed { .. }
            | Self::Anonymised { .. } => None,
        }
    }

    /// The last day on which the person may ask for a review; `None` where there is no decision, or there was a review.
    #[must_use]
    pub fn review_until(&self, standard: &Standard) -> Option<Date> {
        match self {
            Self::UnderReview { .. } => None,
            Self::Closed { on, ending: Ending::OutOfJurisdiction { reviewed: None, .. } } => {
                Some(standard.calendar.add_working_days(*on, standard.terms.review_right_working_days))
            }
            other => other.sent().filter(|sent| sent.reviewed.is_none()).map(|sent| review_until(standard, sent)),
        }
    }

    /// Whether the person was told how it ends: nobody takes that back.
    #[must_use]
    pub fn is_told(&self) -> bool {
        let is_reopened = self.file().is_some_and(|file| file.reopened.is_some());
        self.is_over() || is_reopened || self.sent().is_some() || self.given_answer().is_some()
    }

    /// Whether somebody of this name does not have the case again, because a review sent back what they had a part in.
    #[must_use]
    pub fn bars(&self, name: &str) -> bool {
        self.file().and_then(|file| file.reopened.as_ref()).is_some_and(|reopened| reopened.bars(name))
    }

    /// Whether the person can still reply to what they were asked.
    #[must_use]
    pub fn may_be_replied_to(&self, today: Date) -> bool {
        match self {
            Self::AwaitingClient { .. } => true,
            Self::Closed { on, ending: Ending::Abandoned { .. } } => today <= on.saturating_add(BACK_DAYS.days()),
            _ => false,
        }
    }

    /// Until when the person can say what they think of a draft that goes against them; `None` where they cannot.
    #[must_use]
    pub fn comment_until(&self) -> Option<Date> {
        let Self::FindingDraft { draft, .. } = self else { return None };
        draft.comments_until.filter(|_| !draft.is_commented && is_against_the_person(&draft.findings))
    }

    /// Whether a draft was given back with a reason, and there is no other yet.
    #[must_use]
    pub fn is_given_back(&self) -> bool {
        matches!(self, Self::InReview { draft: Some(draft), .. } if draft.given_back.is_some())
    }

    /// Whether another officer than who has it may take it on.
    #[must_use]
    pub const fn may_be_taken_over(&self) -> bool {
        matches!(
            self,
            Self::InReview { .. }
                | Self::AwaitingClient { .. }
                | Self::Suspended { .. }
                | Self::FindingDraft { .. }
                | Self::Decided { .. }
        )
    }

    /// Whether a senior officer may give it to somebody: an officer has it, and something is left to do. A review is not
    /// given: who takes one says that they had no part in the case.
    #[must_use]
    pub fn may_be_given(&self) -> bool {
        self.holder().is_some() && !matches!(self, Self::UnderReview { .. })
    }

    /// The day after which a case may be closed where the person stays silent.
    #[must_use]
    pub fn silent_until(&self, standard: &Standard) -> Option<Date> {
        let Self::AwaitingClient { asked, .. } = self else { return None };
        Some(asked.until(standard))
    }

    /// The day on which the office has the case again by itself, if the program to which it was referred says nothing.
    #[must_use]
    pub fn comes_back_on(&self) -> Option<Date> {
        let Self::Referred { referral, .. } = self else { return None };
        referral.answer_by.tomorrow().ok()
    }

    /// By when the program answers what the office asked it; `None` where it was asked nothing.
    #[must_use]
    pub const fn program_by(&self) -> Option<Date> {
        if let Self::InReview { program_by, .. } = self { *program_by } else { None }
    }

    /// Whether nothing is left to do.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        matches!(self, Self::Closed { .. } | Self::Anonymised { .. })
    }
}

impl Asked {
    /// Whether the person was reminded as often as the office does.
    #[must_use]
    pub const fn is_reminded(&self, standard: &Standard) -> bool {
        self.reminders.len() >= standard.terms.reminders_after_working_days.len()
    }

    /// The day of the next reminder; after the last one, the last day on which the office waits.
    #[must_use]
    pub fn next_on(&self, standard: &Standard) -> Date {
        let mut waits = self.waits(standard);
        waits.nth(self.reminders.len()).unwrap_or_else(|| self.until(standard))
    }

    /// The last day on which the office waits.
    #[must_use]
    pub fn until(&self, standard: &Standard) -> Date {
        self.waits(standard).last().unwrap_or(self.on)
    }

    /// The day of each reminder and the last one of all. A reminder that came late moves what follows: there is never less time
    /// after one than the office promises.
    fn waits<'a>(&'a self, standard: &'a Standard) -> impl Iterator<Item = Date> + 'a {
        let after = move |day: Date, days: u32| standard.calendar.add_working_days(day, days);
        let terms = &standard.terms;
        let steps = terms.reminders_after_working_days.iter().chain([&terms.silence_working_days]);
        let sent = self.reminders.iter().copied().map(Some).chain(std::iter::repeat(None));
        steps.zip(sent).scan((0, self.on), move |(before, last), (days, sent)| {
            let day = after(self.on, *days).max(after(*last, days.saturating_sub(*before)));
            (*before, *last) = (*days, sent.unwrap_or(day));
            Some(day)
        })
    }
}

/// The last day on which a review of this decision may be asked for.
pub(super) fn review_until(standard: &Standard, sent: &Sent) -> Date {
    standard.calendar.add_working_days(sent.on, standard.terms.review_right_working_days)
}

/// Whether the person was wrong about something.
pub(super) fn is_against_the_person(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.outcome == Outcome::NotUpheld)
}

/// What was promised and is still to be seen done.
pub(super) fn open_remedies(sent: &Sent) -> impl Iterator<Item = &Remedy> {
    sent.decision.remedies.iter().filter(|remedy| remedy.verified.is_none())
}
