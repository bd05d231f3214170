//! What follows where a review sends a complaint back.

use jiff::civil::date;

use super::super::*;
use super::ground::{self, assessed, proposal, remedy, step};
use crate::standard::Standard;

#[test]
fn a_review_can_send_a_complaint_back_to_somebody_new_who_decides_anew_once() {
    let standard = Standard::default();
    let promised = Proposal { remedies: vec![remedy(RemedyKind::Apology)], ..proposal(Outcome::NotUpheld) };
    let draft = step(&assessed(Severity::Standard), "2026-05-06", Move::Draft(promised)).expect("a draft");
    let moves =
        [Move::Comment, Move::Approve("Lee".to_owned()), Move::Send, Move::AskReview, Move::Review("Noor".to_owned())];
    let review = moves.into_iter().fold(draft, |stage, next| step(&stage, "2026-05-06", next).expect("a move"));
    let other = Move::Reopen("Lee".to_owned());
    assert!(matches!(step(&review, "2026-05-20", other), Err(Refusal::Illegal(_))), "the reviewer sends it back");
    let back = step(&review, "2026-05-20", Move::Reopen("Noor".to_owned())).expect("it is sent back");
    assert_eq!((back.name(), back.holder(), back.is_told()), ("triaged", None, true));
    assert_eq!(back.clock().map(|clock| (clock.since, clock.due)), Some((date(2026, 5, 20), date(2026, 5, 29))));
    for who in ["Amal", "Lee", "Noor"] {
        let refused = step(&back, "2026-05-21", Move::Assign(who.to_owned()));
        assert_eq!(refused, Err(Conflict(Rule::Handled).into()), "{who} had a part in it");
    }
    for gone in [Move::Withdraw, Move::TurnAway(OutsideReason::Appeal, "No.".to_owned()), ground::refer()] {
        assert!(matches!(step(&back, "2026-05-21", gone), Err(Refusal::Illegal(_))), "it is decided");
    }
    let taken = step(&back, "2026-05-21", Move::Assign("Kim".to_owned())).expect("somebody new");
    let anew = Proposal { author: "Kim".to_owned(), ..proposal(Outcome::Upheld) };
    let draft = step(&taken, "2026-05-21", Move::Draft(anew)).expect("a draft");
    let refused = step(&draft, "2026-05-21", Move::Approve("Lee".to_owned()));
    assert_eq!(refused, Err(Conflict(Rule::Handled).into()), "nor approves it who approved the first");
    let decided = step(&draft, "2026-05-21", Move::Approve("Sam".to_owned())).expect("a decision");
    let sent = step(&decided, "2026-05-22", Move::Send).expect("it is sent");
    let told = sent.sent().expect("a decision");
    assert_eq!((outcome(&told.decision.findings), told.decision.remedies.len()), (CaseOutcome::Upheld, 1));
    let reviewed = told.reviewed.as_ref().expect("there was a review");
    assert_eq!((reviewed.by.as_str(), reviewed.before.as_deref().map(outcome)), ("Noor", Some(CaseOutcome::NotUpheld)));
    assert_eq!(
        (sent.review_until(&standard), step(&sent, "2026-05-22", Move::AskReview)),
        (None, Err(Refusal::NoReview))
    );
}

#[test]
fn a_complaint_that_was_sent_back_is_decided_also_where_the_person_says_nothing_more() {
    let reviewed = [Move::AskReview, Move::Review("Noor".to_owned()), Move::Reopen("Noor".to_owned())];
    let again = reviewed.into_iter().chain([Move::Assign("Kim".to_owned()), Move::AskClient]);
    let sent = ground::decided(proposal(Outcome::Inconclusive), "Amal");
    let asked = again.fold(sent, |stage, next| step(&stage, "2026-05-06", next).expect("a move"));
    let silent = [("2026-05-15", Move::Remind), ("2026-05-27", Move::Remind), ("2026-06-05", Move::Abandon)];
    let silent = silent.into_iter().fold(asked, |stage, (day, next)| step(&stage, day, next).expect("a move"));
    assert_eq!((silent.name(), silent.officer()), ("in-review", Some("Kim")));
}

#[test]
fn who_had_another_part_in_what_was_sent_back_does_not_have_it_either_and_what_was_kept_before_says_nothing_of_them() {
    let reviewed = [Move::AskReview, Move::Review("Noor".to_owned()), Move::Reopen("Noor".to_owned())];
    let sent = ground::decided(proposal(Outcome::Inconclusive), "Amal");
    let mut back = reviewed.into_iter().fold(sent, |stage, next| step(&stage, "2026-05-06", next).expect("a move"));
    let before = serde_json::to_string(&back).expect("a document");
    assert!(!before.contains("barred"), "{before}");
    back.bar(vec!["Kim".to_owned()]);
    assert_eq!(step(&back, "2026-05-06", Move::Assign("Kim".to_owned())), Err(Conflict(Rule::Handled).into()));
    step(&back, "2026-05-06", Move::Assign("Sam".to_owned())).expect("somebody new");
    let kept = serde_json::to_string(&back).expect("a document");
    assert_eq!(serde_json::from_str::<Stage>(&kept).expect("a stage"), back);
    serde_json::from_str::<Stage>(&before).expect("a stage of before");
}

#[test]
fn that_a_complaint_was_turned_away_is_reviewed_once_and_stands_or_is_looked_into_after_all() {
    let (standard, triaged) = (Standard::default(), ground::triaged(Severity::Standard, Subject::Delay));
    let turn_away = || Move::TurnAway(OutsideReason::Appeal, "There is an appeal.".to_owned());
    let closed = step(&triaged, "2026-05-06", turn_away()).expect("a move");
    assert_eq!(closed.review_until(&standard), Some(date(2026, 6, 18)));
    assert_eq!(step(&closed, "2026-06-19", Move::AskReview), Err(Refusal::NoReview));
    let asked = step(&closed, "2026-06-18", Move::AskReview).expect("the last day");
    let given = step(&asked, "2026-06-18", Move::Review("Noor".to_owned())).expect("a reviewer");
    let vary = Move::Vary(Proposal { author: "Noor".to_owned(), ..proposal(Outcome::Upheld) });
    assert!(matches!(step(&given, "2026-06-19", vary), Err(Refusal::Illegal(_))), "nothing was found yet");
    let stood = step(&given, "2026-06-19", Move::Confirm("Noor".to_owned())).expect("it stands");
    assert_eq!(
        (stood.name(), stood.last_word(), stood.review_until(&standard)),
        ("closed", Some("There is an appeal."), None)
    );
    assert_eq!(step(&stood, "2026-06-19", Move::AskReview), Err(Refusal::NoReview), "there is one review");
    let back = step(&given, "2026-06-19", Move::Reopen("Noor".to_owned())).expect("it is the office's after all");
    assert!(matches!(step(&back, "2026-06-19", turn_away()), Err(Refusal::Illegal(_))), "not again");
    assert_eq!(step(&back, "2026-06-19", Move::Assign("Amal".to_owned())), Err(Conflict(Rule::Handled).into()));
    step(&back, "2026-06-19", Move::Assign("Kim".to_owned())).expect("somebody new");
}
