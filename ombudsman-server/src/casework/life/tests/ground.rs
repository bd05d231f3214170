//! Cases for the tests: one in every stage, and one of every move.

use std::sync::LazyLock;

use jiff::civil::{Date, date};

use super::super::*;
use crate::standard::Standard;

static STANDARD: LazyLock<Standard> = LazyLock::new(Standard::default);

/// The ground of a complaint of Monday, 4 May 2026, on this day.
pub fn ground_on(today: Date) -> Ground<'static> {
    Ground { standard: &STANDARD, today, deemed_on: date(2026, 5, 4), is_complaint: true }
}

/// A draft is given back with a reason.
pub fn give_back() -> Move {
    Move::GiveBack(GivenBack { by: "Noor".to_owned(), why: "Say which tray.".to_owned() })
}

/// Takes a step on this day.
pub fn step(stage: &Stage, day: &str, step: Move) -> Result<Stage, Refusal> {
    stage.clone().step(step, &ground_on(day.parse().expect("a day")))
}

/// A complaint after these moves.
pub fn life(moves: &[(&str, Move)]) -> Stage {
    moves.iter().fold(Stage::Received, |stage, (day, next)| step(&stage, day, next.clone()).expect("a move"))
}

fn assessment(severity: Severity, subject: Subject) -> Assessment {
    let allegations = vec![Allegation { subject, what: "It took nine weeks.".to_owned() }];
    Assessment { severity, allegations, wanted: "An apology.".to_owned() }
}

/// A complaint that is assessed.
pub fn triaged(severity: Severity, subject: Subject) -> Stage {
    let taken = ("2026-05-04", Move::Acknowledge("Amal".to_owned()));
    life(&[taken, ("2026-05-05", Move::Assess(assessment(severity, subject)))])
}

/// A complaint that an officer looks into.
pub fn assessed(severity: Severity) -> Stage {
    step(&triaged(severity, Subject::Delay), "2026-05-05", Move::Assign("Amal".to_owned())).expect("a move")
}

/// A finding with all that it needs.
pub fn finding(outcome: Outcome) -> Finding {
    let cause = outcome.is_for_the_person().then_some(Cause::Capacity);
    Finding { outcome, evidence: "The file.".to_owned(), reasons: "It lay there.".to_owned(), cause }
}

/// Something promised.
pub fn remedy(kind: RemedyKind) -> Remedy {
    let (what, owner) = ("A letter.".to_owned(), "The passport office".to_owned());
    Remedy { kind, what, owner, due: date(2026, 6, 1), verified: None }
}

/// What Amal proposes for the one allegation.
pub fn proposal(outcome: Outcome) -> Proposal {
    let (author, letter) = ("Amal".to_owned(), "We are sorry.".to_owned());
    let findings = vec![finding(outcome)];
    Proposal { author, findings, remedies: Vec::new(), letter, is_put_right: true, is_adverse: false }
}

/// A complaint whose decision was sent on 6 May.
pub fn decided(proposal: Proposal, approver: &str) -> Stage {
    let moves = [Move::Draft(proposal), Move::Approve(approver.to_owned()), Move::Send];
    let draft = assessed(Severity::Standard);
    moves.into_iter().fold(draft, |stage, next| step(&stage, "2026-05-06", next).expect("a move"))
}

fn request() -> Request {
    Request { to: "Passport help".to_owned(), desk: None, question: "Settle it.".to_owned() }
}

/// The program is asked to settle it.
pub fn refer() -> Move {
    Move::Refer(request())
}

fn ask_program() -> Move {
    Move::AskProgram(request())
}

/// What Noor tells everyone.
pub fn answer_for_all() -> Move {
    let [officer, incident, fix, answer] =
        ["Noor", "0123456789abcdef", "It was mended.", "You get it back."].map(str::to_owned);
    Move::AnswerForAll(Box::new(ForAll { officer, incident, fix, answer }))
}

/// A case in every stage, and closed in several ways.
pub fn stages() -> Vec<(&'static str, Stage)> {
    let text = || "Words.".to_owned();
    let on = |stage: &Stage, next: Move| step(stage, "2026-05-06", next).expect("a move");
    let acknowledged = life(&[("2026-05-04", Move::Acknowledge("Amal".to_owned()))]);
    let question = Ground { is_complaint: false, ..ground_on(date(2026, 5, 6)) };
    let answered = acknowledged.clone().step(Move::Answer(text()), &question).expect("a move");
    let triaged = triaged(Severity::Standard, Subject::Delay);
    let referred = on(&triaged, refer());
    let review = assessed(Severity::Standard);
    let waiting = on(&review, Move::AskClient);
    let silent = [("2026-05-15", Move::Remind), ("2026-05-27", Move::Remind), ("2026-06-05", Move::Abandon)];
    let silent =
        silent.into_iter().fold(waiting.clone(), |stage, (day, next)| step(&stage, day, next).expect("a move"));
    let draft = on(&review, Move::Draft(proposal(Outcome::NotUpheld)));
    let agreed = on(&on(&draft, Move::Comment), Move::Approve("Noor".to_owned()));
    let sent = on(&agreed, Move::Send);
    let owing = Proposal { remedies: vec![remedy(RemedyKind::Apology)], ..proposal(Outcome::Upheld) };
    let reviewed = on(&on(&sent, Move::AskReview), Move::Review("Noor".to_owned()));
    vec![
        ("received", Stage::Received),
        ("acknowledged", acknowledged.clone()),
        ("answered", answered.clone()),
        ("triaged", triaged),
        ("referred", referred),
        ("in-review", review.clone()),
        ("in-review: asked", on(&review, ask_program())),
        ("awaiting-client", waiting),
        ("suspended", on(&review, Move::Suspend(SuspensionReason::Court))),
        ("finding-draft", draft),
        ("decided", agreed),
        ("decision-sent", sent.clone()),
        ("remedy-pending", on(&decided(owing, "Noor"), Move::Close)),
        ("under-review", reviewed.clone()),
        ("decided-final", on(&reviewed, Move::Confirm("Noor".to_owned()))),
        ("closed: answered", on(&answered, Move::Close)),
        ("closed: decided", on(&sent, Move::Close)),
        ("closed: abandoned", silent),
        ("closed: withdrawn", on(&acknowledged, Move::Withdraw)),
        ("closed: duplicate", on(&acknowledged, Move::Merge("7K3M9QXA2B4CE".to_owned()))),
        ("closed: incident", on(&acknowledged, answer_for_all())),
        ("anonymised", on(&on(&acknowledged, Move::Withdraw), Move::Anonymise)),
    ]
}

/// One of every move, as it could be sent on 6 May 2026.
pub fn moves() -> Vec<(&'static str, Move)> {
    let (text, amal, noor) = (|| "Words.".to_owned(), || "Amal".to_owned(), || "Noor".to_owned());
    vec![
        ("acknowledge", Move::Acknowledge(amal())),
        ("answer", Move::Answer(text())),
        ("assess", Move::Assess(assessment(Severity::Standard, Subject::Delay))),
        ("turn-away", Move::TurnAway(OutsideReason::Appeal, text())),
        ("refer", refer()),
        ("settle", Move::Settle(text())),
        ("take-back", Move::TakeBack),
        ("lapse", Move::Lapse),
        ("assign", Move::Assign(noor())),
        ("give", Move::Give(noor())),
        ("ask-client", Move::AskClient),
        ("reply", Move::Reply),
        ("remind", Move::Remind),
        ("abandon", Move::Abandon),
        ("ask-program", ask_program()),
        ("hear-program", Move::HearProgram),
        ("extend", Move::Extend(date(2026, 5, 20), ExtensionReason::Complex)),
        ("suspend", Move::Suspend(SuspensionReason::Police)),
        ("resume", Move::Resume),
        ("draft", Move::Draft(proposal(Outcome::Upheld))),
        ("comment", Move::Comment),
        ("give-back", give_back()),
        ("approve", Move::Approve(noor())),
        ("send", Move::Send),
        ("close", Move::Close),
        ("verify", Move::Verify(0, amal(), text())),
        ("ask-review", Move::AskReview),
        ("review", Move::Review(noor())),
        ("confirm", Move::Confirm(noor())),
        ("vary", Move::Vary(Proposal { author: noor(), ..proposal(Outcome::Upheld) })),
        ("withdraw", Move::Withdraw),
        ("merge", Move::Merge("7K3M9QXA2B4CE".to_owned())),
        ("separate", Move::Separate),
        ("answer-for-all", answer_for_all()),
        ("go-on", Move::GoOn),
        ("anonymise", Move::Anonymise),
    ]
}
