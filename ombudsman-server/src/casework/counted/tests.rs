//! What is read off a stage, and what off the log where the stage tells it no more.

use jiff::civil::{Date, date};

use super::{Complaint, End, Known};
use crate::casework::Stage;
use crate::casework::life::tests::ground::{decided, finding, life, proposal, remedy, step};
use crate::casework::life::{
    CaseOutcome, Cause, Finding, Move, Outcome, OutsideReason, Proposal, RemedyKind, Severity, Subject,
};

fn known() -> Known {
    Known {
        deemed_on: date(2026, 5, 4),
        acknowledge_by: date(2026, 5, 5),
        answer_by: date(2026, 5, 14),
        acknowledged_on: None,
        decided_on: None,
        review_asked_on: None,
        closed_on: None,
    }
}

fn of(stage: &Stage) -> Complaint {
    Complaint::of(stage, &known())
}

const SENT: Date = date(2026, 5, 6);

#[test]
fn a_decision_is_the_answer_with_what_it_found_and_promised() {
    let promising = Proposal { remedies: vec![remedy(RemedyKind::Apology)], ..proposal(Outcome::Upheld) };
    let complaint = of(&decided(promising, "Noor"));
    assert_eq!(complaint.acknowledged_on, Some(date(2026, 5, 4)), "off the clock");
    assert_eq!(complaint.answer_by, date(2026, 5, 13), "of the clock, and not of the row");
    assert_eq!(complaint.end, Some((SENT, End::Decided(CaseOutcome::Upheld, Some(Cause::Capacity)))));
    assert_eq!(complaint.promised, [(date(2026, 6, 1), None)]);
    assert_eq!(complaint.reviewed, None);
}

#[test]
fn what_a_review_made_of_a_decision_is_told_beside_what_was_found_first() {
    let first = Proposal { is_adverse: false, ..proposal(Outcome::Inconclusive) };
    let sent = decided(first, "Noor");
    let asked = step(&sent, "2026-05-11", Move::AskReview).expect("a move");
    let taken = step(&asked, "2026-05-12", Move::Review("Remi".to_owned())).expect("a move");
    let stood = step(&taken, "2026-05-13", Move::Confirm("Remi".to_owned())).expect("a move");
    assert_eq!(of(&stood).reviewed, Some((date(2026, 5, 13), false)));
    let findings: Vec<Finding> = vec![finding(Outcome::Upheld)];
    let varied = Proposal { author: "Remi".to_owned(), findings, ..proposal(Outcome::Upheld) };
    let changed = of(&step(&taken, "2026-05-14", Move::Vary(varied)).expect("a move"));
    assert_eq!(changed.reviewed, Some((date(2026, 5, 14), true)));
    assert_eq!(changed.end, Some((SENT, End::Decided(CaseOutcome::NoFinding, None))), "as it was first sent");
}

#[test]
fn a_complaint_that_a_review_sent_back_was_answered_once_and_its_first_decision_did_not_stand() {
    let moves = [Move::AskReview, Move::Review("Remi".to_owned()), Move::Reopen("Remi".to_owned())];
    let sent = decided(proposal(Outcome::Inconclusive), "Noor");
    let back = moves.into_iter().fold(sent, |stage, next| step(&stage, "2026-05-13", next).expect("a move"));
    let anew = Proposal { author: "Kim".to_owned(), ..proposal(Outcome::Upheld) };
    let moves = [Move::Assign("Kim".to_owned()), Move::Draft(anew), Move::Approve("Sam".to_owned()), Move::Send];
    let again = moves.into_iter().fold(back.clone(), |stage, next| step(&stage, "2026-05-20", next).expect("a move"));
    for stage in [back, again] {
        let complaint = of(&stage);
        assert_eq!(complaint.end, Some((SENT, End::Decided(CaseOutcome::NoFinding, None))), "{}", stage.name());
        assert_eq!(complaint.reviewed, Some((date(2026, 5, 13), true)));
        assert_eq!((complaint.acknowledged_on, complaint.answer_by), (Some(date(2026, 5, 4)), date(2026, 5, 13)));
    }
}

#[test]
fn a_complaint_that_was_turned_away_counts_as_that_whatever_a_review_makes_of_it() {
    let triaged = crate::casework::life::tests::ground::triaged(Severity::Standard, Subject::Delay);
    let turned_away = step(&triaged, "2026-05-06", Move::TurnAway(OutsideReason::Appeal, "No.".to_owned()));
    let moves = [Move::AskReview, Move::Review("Remi".to_owned())];
    let mut given = turned_away.expect("a move");
    for next in moves {
        given = step(&given, "2026-05-11", next).expect("a move");
    }
    let stood = step(&given, "2026-05-13", Move::Confirm("Remi".to_owned())).expect("a move");
    let back = step(&given, "2026-05-13", Move::Reopen("Remi".to_owned())).expect("a move");
    for (stage, reviewed) in
        [(given, None), (stood, Some((date(2026, 5, 13), false))), (back, Some((date(2026, 5, 13), true)))]
    {
        let complaint = of(&stage);
        assert_eq!(complaint.end, Some((SENT, End::TurnedAway(OutsideReason::Appeal))), "{}", stage.name());
        assert_eq!(complaint.reviewed, reviewed);
    }
}

#[test]
fn who_takes_it_back_or_is_removed_leaves_days_in_the_log_only() {
    let withdrawn = life(&[("2026-05-05", Move::Acknowledge("Amal".to_owned())), ("2026-05-07", Move::Withdraw)]);
    let logged = Known { acknowledged_on: Some(date(2026, 5, 5)), ..known() };
    let complaint = Complaint::of(&withdrawn, &logged);
    assert_eq!(complaint.acknowledged_on, Some(date(2026, 5, 5)));
    assert_eq!(complaint.end, Some((date(2026, 5, 7), End::Withdrawn)));
    let gone = Stage::Anonymised { on: date(2026, 7, 1) };
    let closed = Known { closed_on: Some(date(2026, 5, 7)), ..known() };
    assert_eq!(Complaint::of(&gone, &closed).end, Some((date(2026, 5, 7), End::Removed)));
    let decided = Known { decided_on: Some(SENT), closed_on: Some(date(2026, 5, 7)), ..known() };
    assert_eq!(Complaint::of(&gone, &decided).end, Some((SENT, End::Otherwise)));
}

#[test]
fn a_clock_stands_while_the_person_is_asked() {
    let asked = step(
        &crate::casework::life::tests::ground::assessed(crate::casework::life::Severity::Standard),
        "2026-05-08",
        Move::AskClient,
    );
    let complaint = of(&asked.expect("a move"));
    assert_eq!((complaint.stands_since, complaint.end), (Some(date(2026, 5, 8)), None));
}
