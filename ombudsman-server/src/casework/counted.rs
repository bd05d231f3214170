//! What can be counted of complaints: when each step came, by when it was due, and how it ended. No reference, no words and no
//! names of people leave here; what is published of it is decided in `results/complaints`.

mod store;

#[cfg(test)]
mod tests;

use jiff::civil::Date;

pub use store::complaints;

use super::Stage;
use super::life::{CaseOutcome, Cause, Ending, Finding, OutsideReason, Remedy, Sent, outcome};

/// A complaint, in days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The day on which it counts as received.
    pub deemed_on: Date,
    /// The last day on which taking it up was in time.
    pub acknowledge_by: Date,
    /// The day on which an officer took it up.
    pub acknowledged_on: Option<Date>,
    /// The last day on which an answer is in time.
    pub answer_by: Date,
    /// The day since which the clock stands; `None` where it runs, or has nothing more to count.
    pub stands_since: Option<Date>,
    /// How it ended for the person, and when.
    pub end: Option<(Date, End)>,
    /// The day on which the person asked for a review.
    pub review_asked_on: Option<Date>,
    /// The day on which a review was decided, and whether it changed the findings.
    pub reviewed: Option<(Date, bool)>,
    /// What was promised: by when each, and the day on which the office saw that it was done.
    pub promised: Vec<(Date, Option<Date>)>,
}

/// How a complaint ended for the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// They could read a decision: what it made of the whole case, and, where they were right, why it had happened.
    Decided(CaseOutcome, Option<Cause>),
    /// The program settled it with them.
    Settled,
    /// They got the answer that everyone got under an incident.
    ForAll,
    /// It was not the office's.
    TurnedAway(OutsideReason),
    /// They got an answer of another form, or one of which nothing more is kept.
    Otherwise,
    /// They took it back.
    Withdrawn,
    /// They said nothing more.
    Silent,
    /// It was put together with another complaint of theirs.
    Together,
    /// It is over, and nothing more of it is kept.
    Removed,
}

impl End {
    /// Whether the person got an answer.
    #[must_use]
    pub const fn is_answer(self) -> bool {
        !matches!(self, Self::Withdrawn | Self::Silent | Self::Together | Self::Removed)
    }
}

/// What stands in a case's row, and the days that the log tells where the stage no longer does.
struct Known {
    deemed_on: Date,
    acknowledge_by: Date,
    answer_by: Date,
    acknowledged_on: Option<Date>,
    decided_on: Option<Date>,
    review_asked_on: Option<Date>,
    closed_on: Option<Date>,
}

impl Complaint {
    fn of(stage: &Stage, known: &Known) -> Self {
        // What a review sent back was answered once: the first decision is what counts, and the review that it did not stand.
        let reopened = stage.file().and_then(|file| file.reopened.as_ref());
        let sent = stage.sent().or_else(|| reopened.map(|reopened| &reopened.sent));
        let clock = reopened.map(|reopened| &reopened.first.clock).or_else(|| stage.clock());
        let reviewed = sent.and_then(|sent| sent.reviewed.as_ref()).map(|review| (review.on, review.before.is_some()));
        Self {
            deemed_on: known.deemed_on,
            acknowledge_by: known.acknowledge_by,
            acknowledged_on: known.acknowledged_on.or_else(|| clock.map(|clock| clock.since)),
            answer_by: clock.map_or(known.answer_by, |clock| clock.due),
            stands_since: match stage {
                Stage::AwaitingClient { asked, .. } => Some(asked.on),
                Stage::Suspended { suspension, .. } => Some(suspension.on),
                _ => None,
            },
            end: end(stage, known),
            review_asked_on: known.review_asked_on,
            reviewed: reopened.map(|reopened| (reopened.on, true)).or(reviewed).or_else(|| stood(stage)),
            promised: sent.map_or_else(Vec::new, |sent| sent.decision.remedies.iter().map(promise).collect()),
        }
    }
}

/// That a review let it stand that a complaint was turned away, and when.
fn stood(stage: &Stage) -> Option<(Date, bool)> {
    let Stage::Closed { ending: Ending::OutOfJurisdiction { reviewed, .. }, .. } = stage else { return None };
    reviewed.as_ref().map(|review| (review.on, false))
}

fn end(stage: &Stage, known: &Known) -> Option<(Date, End)> {
    let reopened = stage.file().and_then(|file| file.reopened.as_ref());
    if let Some(sent) = reopened.map(|reopened| &reopened.sent).or_else(|| stage.sent()) {
        let turned_away = match stage {
            Stage::UnderReview { review, .. } => review.turned_away,
            _ => reopened.and_then(|reopened| reopened.turned_away),
        };
        return Some((sent.on, turned_away.map_or_else(|| decided(sent), End::TurnedAway)));
    }
    match stage {
        Stage::Answered { on, .. } => Some((*on, End::Otherwise)),
        Stage::Closed { on, ending } => Some((*on, ended(ending))),
        Stage::Anonymised { .. } => {
            let decided = known.decided_on.map(|on| (on, End::Otherwise));
            decided.or_else(|| known.closed_on.map(|on| (on, End::Removed)))
        }
        _ => None,
    }
}

/// What was found when the person first read it: what a review made of it is counted by itself.
fn decided(sent: &Sent) -> End {
    let first = sent.reviewed.as_ref().and_then(|review| review.before.as_ref());
    let findings = first.unwrap_or(&sent.decision.findings);
    let is_right = |finding: &&Finding| finding.outcome.is_for_the_person();
    End::Decided(outcome(findings), findings.iter().find(is_right).and_then(|finding| finding.cause))
}

const fn ended(ending: &Ending) -> End {
    match ending {
        Ending::Answered { .. } | Ending::Decided { .. } => End::Otherwise,
        Ending::OutOfJurisdiction { reason, .. } => End::TurnedAway(*reason),
        Ending::ResolvedEarly { .. } => End::Settled,
        Ending::Abandoned { .. } => End::Silent,
        Ending::Withdrawn { .. } => End::Withdrawn,
        Ending::Duplicate { .. } => End::Together,
        Ending::Incident { .. } => End::ForAll,
    }
}

fn promise(remedy: &Remedy) -> (Date, Option<Date>) {
    (remedy.due, remedy.verified.as_ref().map(|verified| verified.on))
}
