//! Every move from every stage, and what stands in the way of those that exist.

pub(in crate::casework) mod ground;

use super::*;
use crate::standard::Standard;
use ground::{assessed, finding, give_back, ground_on, life, moves, proposal, remedy, stages, step};
use jiff::civil::date;

/// Each move, and the stages from which it exists. Everything else is illegal.
const TABLE: [(&str, &[&str]); 36] = [
    ("acknowledge", &["received"]),
    ("answer", &["acknowledged"]),
    ("assess", &["acknowledged"]),
    ("turn-away", &["triaged"]),
    ("refer", &["triaged"]),
    ("settle", &["referred"]),
    ("take-back", &["referred"]),
    ("lapse", &["referred"]),
    (
        "assign",
        &["triaged", "in-review", "in-review: asked", "awaiting-client", "suspended", "finding-draft", "decided"],
    ),
    (
        "give",
        &[
            "acknowledged",
            "answered",
            "triaged",
            "referred",
            "in-review",
            "in-review: asked",
            "awaiting-client",
            "suspended",
            "finding-draft",
            "decided",
            "decision-sent",
            "remedy-pending",
            "decided-final",
        ],
    ),
    ("ask-client", IN_REVIEW),
    ("reply", &["awaiting-client", "closed: abandoned"]),
    ("remind", &["awaiting-client"]),
    ("abandon", &["awaiting-client"]),
    ("ask-program", IN_REVIEW),
    ("hear-program", &["in-review: asked"]),
    ("extend", IN_REVIEW),
    ("suspend", IN_REVIEW),
    ("resume", &["suspended"]),
    ("draft", IN_REVIEW),
    ("comment", &["finding-draft"]),
    ("give-back", &["finding-draft", "decided"]),
    ("approve", &["finding-draft"]),
    ("send", &["decided"]),
    ("close", &["answered", "decision-sent", "decided-final"]),
    ("verify", &["remedy-pending"]),
    ("ask-review", &["decision-sent", "remedy-pending", "closed: decided"]),
    ("review", &["under-review"]),
    ("confirm", &["under-review"]),
    ("vary", &["under-review"]),
    ("withdraw", OPEN),
    ("merge", OPEN),
    ("separate", &["closed: duplicate"]),
    ("answer-for-all", &["received", "acknowledged", "triaged"]),
    ("go-on", &["closed: incident"]),
    (
        "anonymise",
        &[
            "closed: answered",
            "closed: decided",
            "closed: abandoned",
            "closed: withdrawn",
            "closed: duplicate",
            "closed: incident",
        ],
    ),
];

/// Where an officer looks into it, whether the program was asked something or not.
const IN_REVIEW: &[&str] = &["in-review", "in-review: asked"];

/// Where the person was not told yet how it ends.
const OPEN: &[&str] = &[
    "received",
    "acknowledged",
    "triaged",
    "referred",
    "in-review",
    "in-review: asked",
    "awaiting-client",
    "suspended",
    "finding-draft",
    "decided",
];

#[test]
fn each_move_exists_from_the_stages_of_the_table_and_from_no_other() {
    let (stages, moves) = (stages(), moves());
    assert_eq!(moves.iter().map(|(name, _)| *name).collect::<Vec<_>>(), TABLE.map(|(name, _)| name));
    for ((name, step), (_, from)) in moves.iter().zip(TABLE) {
        for (place, stage) in &stages {
            // A question is answered; everything else here is about a complaint.
            let ground = Ground { is_complaint: *name != "answer", ..ground_on(date(2026, 5, 6)) };
            let taken = stage.clone().step(step.clone(), &ground);
            let is_illegal = matches!(taken, Err(Refusal::Illegal(_)));
            assert_eq!(is_illegal, !from.contains(place), "{name} from {place}: {taken:?}");
        }
    }
}

#[test]
fn an_illegal_move_says_where_the_case_is_and_where_it_was_to_go() {
    let refused = Stage::Received.step(Move::Send, &ground_on(date(2026, 5, 4)));
    assert_eq!(refused, Err(Refusal::Illegal(IllegalMove { from: "received", to: "decision-sent" })));
}

#[test]
fn a_complaint_is_not_done_with_a_plain_answer() {
    let stage = life(&[("2026-05-04", Move::Acknowledge("Amal".to_owned()))]);
    assert!(matches!(step(&stage, "2026-05-04", Move::Answer("Yes.".to_owned())), Err(Refusal::Illegal(_))));
}

#[test]
fn a_case_with_an_open_remedy_is_not_closed_until_the_office_has_seen_each_done() {
    let remedies = vec![remedy(RemedyKind::Apology), remedy(RemedyKind::Correction)];
    let proposal = Proposal { remedies, ..proposal(Outcome::Upheld) };
    let stage = ground::decided(proposal, "Noor");
    let stage = step(&stage, "2026-05-07", Move::Close).expect("the office has said all");
    assert_eq!(stage.name(), "remedy-pending");
    let verify = |place, by: &str| Move::Verify(place, by.to_owned(), "The letter.".to_owned());
    let nothing = Move::Verify(0, "Amal".to_owned(), " ".to_owned());
    assert_eq!(step(&stage, "2026-05-08", nothing), Err(Refusal::Missing), "without evidence nothing is done");
    let stage = step(&stage, "2026-05-08", verify(1, "Amal")).expect("one is done");
    assert_eq!(stage.name(), "remedy-pending");
    assert_eq!(step(&stage, "2026-05-08", verify(1, "Amal")), Err(Refusal::NoRemedy), "it is done once");
    assert_eq!(step(&stage, "2026-05-08", verify(2, "Amal")), Err(Refusal::NoRemedy));
    let stage = step(&stage, "2026-05-11", verify(0, "Amal")).expect("the other is done");
    assert_eq!(stage.name(), "closed");
}

#[test]
fn who_wrote_a_finding_does_not_approve_it_where_two_are_needed() {
    let money = Proposal { remedies: vec![remedy(RemedyKind::Financial)], ..proposal(Outcome::Inconclusive) };
    for (severity, proposal, needs_two) in [
        (Severity::Standard, proposal(Outcome::Upheld), true),
        (Severity::Minor, proposal(Outcome::PartlyUpheld), true),
        (Severity::Serious, proposal(Outcome::Inconclusive), true),
        (Severity::Minor, money, true),
        (Severity::Standard, proposal(Outcome::Inconclusive), false),
    ] {
        let draft = step(&assessed(severity), "2026-05-06", Move::Draft(proposal)).expect("a draft");
        let alone = step(&draft, "2026-05-06", Move::Approve("Amal".to_owned()));
        assert_eq!(alone.err(), needs_two.then_some(Refusal::SameOfficer), "{severity:?}");
        assert!(step(&draft, "2026-05-06", Move::Approve("Noor".to_owned())).is_ok(), "{severity:?}");
    }
}

#[test]
fn whom_a_finding_goes_against_may_comment_for_five_working_days() {
    let draft = step(&assessed(Severity::Standard), "2026-05-06", Move::Draft(proposal(Outcome::NotUpheld)));
    let draft = draft.expect("a draft");
    let approve = || Move::Approve("Noor".to_owned());
    assert_eq!(step(&draft, "2026-05-13", approve()), Err(Refusal::TooEarly));
    assert!(step(&draft, "2026-05-14", approve()).is_ok(), "the time is over");
    let commented = step(&draft, "2026-05-07", Move::Comment).expect("a comment");
    assert!(step(&commented, "2026-05-07", approve()).is_ok(), "it was used");
}

#[test]
fn a_decision_that_lacks_something_is_refused_by_its_name() {
    let complete = finding(Outcome::Upheld);
    for (findings, is_put_right, lacks) in [
        (vec![], true, Element::Finding),
        (vec![complete.clone(), complete.clone()], true, Element::Finding),
        (vec![Finding { evidence: String::new(), ..complete.clone() }], true, Element::Evidence),
        (vec![Finding { reasons: String::new(), ..complete.clone() }], true, Element::Reasons),
        (vec![Finding { cause: None, ..complete.clone() }], true, Element::Cause),
        (vec![complete], false, Element::Remedy),
    ] {
        let draft = Move::Draft(Proposal { findings, is_put_right, ..proposal(Outcome::Upheld) });
        let refused = step(&assessed(Severity::Standard), "2026-05-06", draft);
        assert_eq!(refused, Err(Refusal::Lacks(lacks)));
    }
    let settled = Proposal { is_put_right: false, ..proposal(Outcome::NotUpheld) };
    assert!(step(&assessed(Severity::Standard), "2026-05-06", Move::Draft(settled)).is_ok(), "nobody is owed anything");
}

#[test]
fn a_decision_of_before_the_office_asked_for_a_remedy_is_not_sent_and_goes_back_to_its_author() {
    let drafted = step(&assessed(Severity::Standard), "2026-05-06", Move::Draft(proposal(Outcome::Upheld)));
    let Ok(Stage::FindingDraft { file, mut draft }) = drafted else { panic!("a draft: {drafted:?}") };
    draft.is_put_right = false;
    let lacking = Stage::FindingDraft { file: file.clone(), draft: draft.clone() };
    let refused = Err(Refusal::Lacks(Element::Remedy));
    assert_eq!(step(&lacking, "2026-05-06", Move::Approve("Noor".to_owned())), refused);
    let Draft { author, findings, remedies, letter, is_put_right, .. } = draft;
    let decision = Decision { author, approver: "Noor".to_owned(), findings, remedies, letter, is_put_right };
    let decided = Stage::Decided { file, decision };
    assert_eq!(step(&decided, "2026-05-06", Move::Send), refused);
    assert_eq!(step(&decided, "2026-05-06", give_back()).map(|stage| stage.name()), Ok("in-review"));
}

#[test]
fn who_gives_a_draft_back_says_why_until_there_is_another() {
    let drafted =
        step(&assessed(Severity::Standard), "2026-05-06", Move::Draft(proposal(Outcome::Upheld))).expect("a draft");
    let back = step(&drafted, "2026-05-06", give_back()).expect("in review");
    let Stage::InReview { draft: Some(draft), .. } = &back else { panic!("with its draft: {back:?}") };
    let why = draft.given_back.as_ref().map(|back| (back.by.as_str(), back.why.as_str()));
    assert_eq!(why, Some(("Noor", "Say which tray.")));
    let again = step(&back, "2026-05-06", Move::Draft(proposal(Outcome::Upheld)));
    let Ok(Stage::FindingDraft { draft, .. }) = again else { panic!("a draft: {again:?}") };
    assert_eq!(draft.given_back, None);
}

#[test]
fn a_case_that_is_serious_or_about_staff_is_not_left_to_the_program() {
    let refer = || ground::refer();
    for (severity, subject, refused) in [
        (Severity::Standard, Subject::Delay, None),
        (Severity::Standard, Subject::Conduct, Some(Refusal::NotForProgram)),
        (Severity::Serious, Subject::Delay, Some(Refusal::NotForProgram)),
    ] {
        let stage = ground::triaged(severity, subject);
        assert_eq!(step(&stage, "2026-05-05", refer()).err(), refused, "{severity:?} {subject:?}");
    }
}

#[test]
fn a_program_that_lets_its_time_pass_has_the_complaint_no_more_and_that_is_known_from_then_on() {
    let referred = step(&ground::triaged(Severity::Standard, Subject::Delay), "2026-05-05", ground::refer());
    let referred = referred.expect("a move");
    // Three working days: the Friday is the last.
    assert_eq!(step(&referred, "2026-05-08", Move::Lapse), Err(Refusal::TooEarly));
    let back = step(&referred, "2026-05-09", Move::Lapse).expect("a move");
    assert_eq!((back.name(), back.officer()), ("in-review", Some("Amal")));
    let given = step(&back, "2026-05-11", Move::Assign("Noor".to_owned())).expect("a move");
    let unanswered = given.file().and_then(|file| file.unanswered.clone()).expect("who was silent");
    assert_eq!((unanswered.to.as_str(), unanswered.answer_by), ("Passport help", date(2026, 5, 8)));
    let declined = step(&referred, "2026-05-09", Move::TakeBack).expect("a move");
    assert_eq!(declined.file().and_then(|file| file.unanswered.as_ref()), None, "who declines is not silent");
}

#[test]
fn an_answer_for_everyone_ends_no_case_that_is_serious_or_about_staff_and_whom_it_does_not_fit_goes_on() {
    for (severity, subject, ends) in [
        (Severity::Standard, Subject::Outage, true),
        (Severity::Standard, Subject::Conduct, false),
        (Severity::Safety, Subject::Outage, false),
    ] {
        let stage = ground::triaged(severity, subject);
        assert_eq!(step(&stage, "2026-05-06", ground::answer_for_all()).is_ok(), ends, "{severity:?} {subject:?}");
    }
    let ended = step(&Stage::Received, "2026-05-06", ground::answer_for_all()).expect("an end");
    assert_eq!((ended.officer(), ended.holder()), (Some("Noor"), None));
    assert_eq!(ended.given_answer(), Some(("You get it back.", date(2026, 5, 6))));
    assert_eq!(step(&ended, "2026-06-19", Move::GoOn), Err(Refusal::NoReview), "thirty working days are over");
    let back = step(&ended, "2026-06-18", Move::GoOn).expect("the last day");
    let left = |due, today| Standard::default().calendar.working_days_between(today, due);
    let clock = back.clock().expect("a clock");
    assert_eq!((back.name(), left(clock.due, date(2026, 6, 18))), ("acknowledged", 7), "the days left are kept");
}

#[test]
fn who_says_nothing_is_reminded_twice_and_can_come_back_for_sixty_days() {
    let asked = step(&assessed(Severity::Standard), "2026-05-06", Move::AskClient).expect("a question");
    assert_eq!(step(&asked, "2026-05-14", Move::Remind), Err(Refusal::TooEarly));
    let once = step(&asked, "2026-05-15", Move::Remind).expect("seven working days");
    assert_eq!(step(&once, "2026-05-25", Move::Remind), Err(Refusal::TooEarly));
    assert_eq!(step(&once, "2026-06-05", Move::Abandon), Err(Refusal::TooEarly), "reminded once");
    let twice = step(&once, "2026-05-27", Move::Remind).expect("fourteen");
    assert_eq!(step(&twice, "2026-05-28", Move::Remind), Err(Refusal::TooEarly), "there are two");
    assert_eq!(step(&twice, "2026-06-04", Move::Abandon), Err(Refusal::TooEarly), "the twentieth is theirs");
    let closed = step(&twice, "2026-06-05", Move::Abandon).expect("twenty are over");
    assert!(matches!(step(&closed, "2026-08-05", Move::Reply), Err(Refusal::Illegal(_))), "61 days");
    let back = step(&closed, "2026-08-04", Move::Reply).expect("60 days");
    let (clock, before) = (back.clock().expect("a clock"), asked.clock().expect("a clock"));
    assert_eq!(clock.paused_days, 61);
    let left = |due, today| Standard::default().calendar.working_days_between(today, due);
    assert_eq!(left(clock.due, date(2026, 8, 4)), left(before.due, date(2026, 5, 6)), "the days left are kept");
}

#[test]
fn a_review_is_asked_for_within_thirty_working_days_once_and_changes_the_outcome() {
    let sent = ground::decided(proposal(Outcome::Inconclusive), "Amal");
    assert_eq!(sent.review_until(&Standard::default()), Some(date(2026, 6, 18)));
    assert_eq!(step(&sent, "2026-06-19", Move::AskReview), Err(Refusal::NoReview));
    let asked = step(&sent, "2026-06-18", Move::AskReview).expect("the last day");
    assert_eq!(asked.next_due(&Standard::default(), date(2026, 5, 5)), Some(date(2026, 7, 17)));
    let vary = || Move::Vary(Proposal { author: "Noor".to_owned(), ..proposal(Outcome::Upheld) });
    assert!(matches!(step(&asked, "2026-06-22", vary()), Err(Refusal::Illegal(_))), "nobody reviews yet");
    let given = step(&asked, "2026-06-22", Move::Review("Noor".to_owned())).expect("a reviewer");
    let other = Move::Confirm("Amal".to_owned());
    assert!(matches!(step(&given, "2026-06-22", other), Err(Refusal::Illegal(_))), "the reviewer decides");
    let done = step(&given, "2026-06-22", vary()).expect("a decision");
    let sent = done.sent().expect("a decision");
    assert_eq!(outcome(&sent.decision.findings), CaseOutcome::Upheld);
    let before = sent.reviewed.as_ref().and_then(|reviewed| reviewed.before.as_deref()).expect("a change");
    assert_eq!(outcome(before), CaseOutcome::NoFinding);
    let closed = step(&done, "2026-06-22", Move::Close).expect("nothing is owed");
    assert_eq!(step(&closed, "2026-06-23", Move::AskReview), Err(Refusal::NoReview), "there is one review");
}

#[test]
fn the_outcome_of_a_case_follows_from_its_findings() {
    use Outcome::{Inconclusive, NoFinding, NotUpheld, PartlyUpheld, Upheld};
    for (found, expected) in [
        (vec![Upheld, Upheld], CaseOutcome::Upheld),
        (vec![Upheld, NotUpheld], CaseOutcome::PartlyUpheld),
        (vec![Upheld, Inconclusive], CaseOutcome::PartlyUpheld),
        (vec![PartlyUpheld], CaseOutcome::PartlyUpheld),
        (vec![NotUpheld, NoFinding], CaseOutcome::NotUpheld),
        (vec![NoFinding, Inconclusive], CaseOutcome::NoFinding),
        (vec![], CaseOutcome::NoFinding),
    ] {
        let findings: Vec<Finding> = found.iter().copied().map(finding).collect();
        assert_eq!(outcome(&findings), expected, "{found:?}");
    }
}

#[test]
fn every_stage_is_kept_in_the_record_and_read_back_as_it_was() {
    for (place, stage) in stages() {
        let kept = serde_json::to_string(&stage).expect("a document");
        assert_eq!(serde_json::from_str::<Stage>(&kept).expect("a stage"), stage, "{place}");
        assert!(place.starts_with(stage.name()), "{place}");
    }
}

#[test]
fn every_name_is_the_one_that_the_record_keeps() {
    fn same<T: serde::Serialize + Copy>(all: &[T], name: fn(T) -> &'static str) {
        for one in all {
            assert_eq!(serde_json::to_value(one).expect("a name"), name(*one));
        }
    }
    same(Outcome::ALL, Outcome::as_str);
    same(Cause::ALL, Cause::as_str);
    same(Subject::ALL, Subject::as_str);
    same(Severity::ALL, Severity::as_str);
    same(RemedyKind::ALL, RemedyKind::as_str);
    same(OutsideReason::ALL, OutsideReason::as_str);
    same(SuspensionReason::ALL, SuspensionReason::as_str);
    same(Rule::ALL, Rule::as_str);
}

#[test]
fn a_duplicate_keeps_what_its_person_was_told_and_nothing_of_what_the_other_said() {
    let other = ground::decided(proposal(Outcome::Upheld), "Noor");
    let mut twin = step(&Stage::Received, "2026-05-05", Move::Merge("7K3M9QXA2B4CE".to_owned())).expect("an end");
    assert!(twin.told_with().is_none() && twin.keep_told(&other, date(2026, 5, 6)));
    let told = twin.told_with().and_then(Stage::sent).expect("a decision");
    assert_eq!(told.decision.findings[0].reasons, "It lay there.");
    let kept = serde_json::to_string(&twin).expect("a document");
    assert!(!["It took nine weeks.", "An apology.", "The file."].iter().any(|said| kept.contains(said)), "{kept}");
    assert_eq!(serde_json::from_str::<Stage>(&kept).expect("a stage"), twin);
    assert!(!Stage::Received.keep_told(&other, date(2026, 5, 6)), "only a duplicate does");
    let answered = step(&Stage::Received, "2026-05-06", ground::answer_for_all()).expect("an answer");
    assert!(twin.keep_told(&answered, date(2026, 5, 6)));
    assert_eq!(twin.told_with().and_then(Stage::last_word), Some("You get it back."));
}
