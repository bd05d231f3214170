//! In which cells of a quarter a complaint is. What happens is counted in the quarter in which it happens, and what should have
//! happened by the end of the quarter and has not, at that end: so a backlog stands in every quarter until it is gone.

use jiff::civil::Date;

use super::cell::Cell;
use super::inputs::Kind;
use crate::casework::counted::{Complaint, End};
use crate::casework::life::{CaseOutcome, Cause, OutsideReason};
use crate::results::editions::Quarter;
use crate::standard::Standard;

/// Where a complaint is in the counts of a quarter: nowhere, where nothing happened.
pub(super) fn kind(complaint: &Complaint, quarter: Quarter, standard: &Standard) -> Kind {
    let mut kind = Kind::default();
    let days = Days { quarter, deemed_on: complaint.deemed_on };
    kind.add(days.is_in(complaint.deemed_on).then_some(Cell::Received));
    kind.add(acknowledged(complaint, &days));
    if let Some((on, end)) = complaint.end.filter(|(on, _)| days.is_in(*on)) {
        if end.is_answer() {
            let is_in_time = on <= complaint.answer_by;
            kind.add(Some(if is_in_time { Cell::AnsweredInTime } else { Cell::AnsweredLate }));
            kind.days = Some(standard.calendar.working_days_between(complaint.deemed_on, days.at(on)));
        }
        kind.add(ended(end));
        let promised = matches!(end, End::Decided(..)) && !complaint.promised.is_empty();
        kind.add(promised.then_some(Cell::Promised));
    }
    if is_unanswered(complaint, &days) {
        kind.add(Some(Cell::Unanswered));
        kind.days = Some(standard.calendar.working_days_between(complaint.deemed_on, quarter.last_day()));
    }
    kind.add(complaint.review_asked_on.filter(|on| days.is_in(*on)).map(|_| Cell::ReviewAsked));
    let reviewed = complaint.reviewed.filter(|(on, _)| days.is_in(*on));
    kind.add(reviewed.map(|(_, is_changed)| if is_changed { Cell::ReviewChanged } else { Cell::ReviewStood }));
    kind.add(put_right(complaint, &days));
    kind
}

/// The days of a quarter, for a complaint that counts as received on one.
struct Days {
    quarter: Quarter,
    deemed_on: Date,
}

impl Days {
    /// When something counts as done: nothing is, before the complaint counts as received.
    fn at(&self, on: Date) -> Date {
        on.max(self.deemed_on)
    }

    fn is_in(&self, on: Date) -> bool {
        self.at(on) >= self.quarter.first_day() && self.is_by_the_end(on)
    }

    fn is_by_the_end(&self, on: Date) -> bool {
        self.at(on) <= self.quarter.last_day()
    }

    /// Whether something was to be done by the end and is not.
    fn is_past(&self, by: Date, done_on: Option<Date>) -> bool {
        by <= self.quarter.last_day() && !done_on.is_some_and(|on| self.is_by_the_end(on))
    }
}

fn acknowledged(complaint: &Complaint, days: &Days) -> Option<Cell> {
    let Complaint { acknowledge_by, acknowledged_on, .. } = *complaint;
    let over_on = complaint.end.map(|(on, _)| on);
    match acknowledged_on {
        Some(on) if days.is_in(on) && on <= acknowledge_by => Some(Cell::AcknowledgedInTime),
        Some(on) if days.is_in(on) => Some(Cell::AcknowledgedLate),
        // What is over needs nobody to take it up.
        _ => days.is_past(acknowledge_by, acknowledged_on.or(over_on)).then_some(Cell::Unacknowledged),
    }
}

/// Whether an answer was due by the end of the quarter and there was none. Where the clock was stopped in time, none was.
fn is_unanswered(complaint: &Complaint, days: &Days) -> bool {
    let stood = complaint.stands_since.is_some_and(|since| since <= complaint.answer_by);
    !stood && days.is_past(complaint.answer_by, complaint.end.map(|(on, _)| on))
}

/// What was promised and is all done, or not all by its day.
fn put_right(complaint: &Complaint, days: &Days) -> Option<Cell> {
    let done: Option<Vec<Date>> = complaint.promised.iter().map(|(_, done_on)| *done_on).collect();
    let last = done.and_then(|done| done.into_iter().max());
    match last {
        Some(last) if days.is_in(last) => {
            let is_late = complaint.promised.iter().any(|(due, done_on)| *done_on > Some(*due));
            Some(if is_late { Cell::PutRightLate } else { Cell::PutRightInTime })
        }
        _ => complaint.promised.iter().any(|(due, on)| days.is_past(*due, *on)).then_some(Cell::NotPutRight),
    }
}

/// The cells of an end, but for when it came.
fn ended(end: End) -> Vec<Cell> {
    match end {
        End::Decided(CaseOutcome::Upheld, cause) => vec![Cell::Upheld, why(cause)],
        End::Decided(CaseOutcome::PartlyUpheld, cause) => vec![Cell::PartlyUpheld, why(cause)],
        End::Decided(CaseOutcome::NotUpheld, _) => vec![Cell::NotUpheld],
        End::Decided(CaseOutcome::NoFinding, _) => vec![Cell::NoFinding],
        End::Settled => vec![Cell::Settled],
        End::ForAll => vec![Cell::ForAll],
        End::TurnedAway(OutsideReason::Appeal) => vec![Cell::Appeal],
        End::TurnedAway(OutsideReason::Elsewhere) => vec![Cell::Elsewhere],
        End::TurnedAway(OutsideReason::Request) => vec![Cell::Request],
        End::TurnedAway(OutsideReason::Court) => vec![Cell::Court],
        End::Otherwise => vec![Cell::Otherwise],
        End::Withdrawn => vec![Cell::Withdrawn],
        End::Silent => vec![Cell::Silent],
        End::Together => vec![Cell::Together],
        End::Removed => vec![Cell::Removed],
    }
}

const fn why(cause: Option<Cause>) -> Cell {
    match cause {
        Some(Cause::Capacity) => Cell::CauseCapacity,
        Some(Cause::Procedure) => Cell::CauseProcedure,
        Some(Cause::Training) => Cell::CauseTraining,
        Some(Cause::Communication) => Cell::CauseCommunication,
        Some(Cause::System) => Cell::CauseSystem,
        Some(Cause::Data) => Cell::CauseData,
        Some(Cause::Policy) => Cell::CausePolicy,
        Some(Cause::Error) => Cell::CauseError,
        Some(Cause::Partner) => Cell::CausePartner,
        Some(Cause::Circumstances) => Cell::CauseCircumstances,
        Some(Cause::Unknown) | None => Cell::CauseUnknown,
    }
}
