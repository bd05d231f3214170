//! What the log tells of a move: one entry or more, the last of which has the stages.

use super::By;
use crate::audit::{Action, Actor, Entry};
use crate::casework::life::{Move, Refusal, Rule, Stage};

/// The entries of a move; with the hash of what was attested, where something was.
pub(super) fn of_move(reference: &str, now: i64, actor: &Actor, step: &Move, attested: Option<&str>) -> Vec<Entry> {
    let entry = |action| Entry::of_case(reference, now, actor.clone(), action);
    let one = |action| vec![entry(action)];
    match step {
        Move::Acknowledge(_) => one(Action::Acknowledge),
        Move::Answer(_) => one(Action::Answer),
        Move::Assess(_) => one(Action::Classify),
        Move::TurnAway(reason, _) => {
            vec![entry(Action::ExternalReferral).because(reason.as_str()), entry(Action::Close)]
        }
        Move::Refer(_) | Move::AskProgram(_) => one(Action::RequestProgram),
        Move::Settle(_) => vec![entry(Action::ProgramReply).because("settled"), entry(Action::Close)],
        Move::HearProgram => vec![entry(Action::ProgramReply).because("answered")],
        Move::Miss => vec![entry(Action::ProgramSilent).because("question")],
        Move::RemindProgram => vec![entry(Action::RequestProgram).because("reminder")],
        Move::TakeBack => vec![entry(Action::ProgramReply).because("declined")],
        Move::Lapse => one(Action::ProgramSilent),
        Move::Assign(_) | Move::Review(_) => {
            let attestation = entry(Action::CoiAttest).deciding(attested.unwrap_or_default());
            vec![attestation, entry(Action::Assign)]
        }
        Move::Give(_) => one(Action::Assign),
        Move::AskClient => vec![entry(Action::RequestInfo), entry(Action::Pause)],
        Move::Reply => vec![entry(Action::ReplyIn), entry(Action::Resume)],
        Move::Remind => vec![entry(Action::RequestInfo).because("reminder")],
        Move::Abandon => vec![entry(Action::Close).because("silence")],
        Move::Extend(_, reason) => vec![entry(Action::Extend).because(reason.as_str())],
        Move::Suspend(reason) => vec![entry(Action::Pause).because(reason.as_str())],
        Move::Resume => one(Action::Resume),
        Move::Draft(_) => one(Action::FindingDraft),
        Move::Comment => one(Action::CommentReceived),
        Move::GiveBack(_) => one(Action::GiveBack),
        Move::Approve(_) => one(Action::Approve),
        Move::Send => one(Action::DecisionSent),
        Move::Close => one(Action::Close),
        Move::Verify(..) => one(Action::RemedyVerify),
        Move::AskReview => one(Action::ReviewRequest),
        Move::Confirm(_) => vec![entry(Action::ReviewDecision).because("confirmed")],
        Move::Vary(_) => vec![entry(Action::ReviewDecision).because("varied")],
        Move::Reopen(_) => vec![entry(Action::ReviewDecision).because("reopened")],
        Move::Withdraw => one(Action::Withdraw),
        Move::Merge(of) => vec![entry(Action::Merge).about(of)],
        Move::AnswerForAll(told) => vec![entry(Action::Answer).about(&told.incident).because("incident")],
        Move::GoOn => one(Action::GoOn),
        Move::Separate => one(Action::Separate),
        Move::Anonymise => one(Action::Anonymise),
    }
}

/// The entries of a case that goes on although its person said nothing more.
pub(super) fn of_going_on(reference: &str, now: i64, actor: Actor) -> Vec<Entry> {
    vec![Entry::of_case(reference, now, actor, Action::Resume).because("silence")]
}

/// The entry of what a decision promises that goes to its person by this move: how many things, where there are any.
pub(super) fn of_promises(reference: &str, now: i64, actor: Actor, stage: &Stage, step: &Move) -> Option<Entry> {
    let promised = match (stage, step) {
        (Stage::Decided { decision, .. }, Move::Send) => decision.remedies.len(),
        (_, Move::Vary(proposal)) => proposal.remedies.len(),
        _ => 0,
    };
    let entry = Entry::of_case(reference, now, actor, Action::RemedyAdd);
    (promised > 0).then(|| entry.about(&promised.to_string()))
}

/// The entry of a case that was given to somebody.
pub(super) fn of_gift(reference: &str, now: i64, actor: &Actor, step: &Move, to: &str) -> Vec<Entry> {
    of_move(reference, now, actor, step, None).into_iter().map(|entry| entry.about(to)).collect()
}

/// The entry of a move that was refused because it does not exist, or because of an interest.
pub(super) fn of_refusal(reference: &str, now: i64, actor: Actor, refusal: &Refusal) -> Option<Entry> {
    match refusal {
        Refusal::Illegal(illegal) => {
            let entry = Entry::of_case(reference, now, actor, Action::IllegalTransition);
            Some(entry.moving(illegal.from, illegal.to))
        }
        Refusal::Conflict(conflict) => {
            let entry = Entry::of_case(reference, now, actor, Action::CoiBlock);
            Some(entry.because(conflict.0.as_str()))
        }
        Refusal::OfAnother(conflict) => {
            let entry = Entry::of_case(reference, now, actor, Action::CoiBlock).about("another");
            Some(entry.because(conflict.0.as_str()))
        }
        _ => None,
    }
}

/// The entry in the chain of the case in which another goes on.
pub(super) fn of_merged(into: &str, now: i64, actor: Actor, from: &str) -> Entry {
    Entry::of_case(into, now, actor, Action::Merge).about(from)
}

/// The entry of something said that moved nothing; with the hash of an officer's words. A person's may be short and easily
/// guessed, so nothing is kept of them.
pub(super) fn of_message(reference: &str, now: i64, by: &By<'_>, words: &str) -> Entry {
    let entry = Entry::of_case(reference, now, by.actor(), Action::Message);
    match by {
        By::Officer(..) => entry.deciding(words),
        By::Client | By::System => entry,
    }
}

/// The entry of an interest that was declared.
pub(super) fn of_interest(reference: &str, now: i64, actor: Actor, staff: &str, rule: Rule) -> Entry {
    Entry::of_case(reference, now, actor, Action::CoiBlock).about(staff).because(rule.as_str())
}

/// The entry of an interest that was taken back, with the hash of the reason.
pub(super) fn of_interest_taken_back(
    reference: &str,
    now: i64,
    actor: Actor,
    (staff, rule): (&str, Rule),
    why: &str,
) -> Entry {
    Entry::of_case(reference, now, actor, Action::CoiLift).about(staff).because(rule.as_str()).deciding(why)
}

/// The entries of a case that was handed over to this desk of another office: given to somebody there, or to be taken by them.
pub(super) fn of_hand_over(
    reference: &str,
    now: i64,
    actor: &Actor,
    desk: &str,
    gift: Option<(&Move, &str)>,
) -> Vec<Entry> {
    let handed_over = Entry::of_case(reference, now, actor.clone(), Action::ExternalReferral).about(desk);
    let given = gift.map(|(step, to)| of_gift(reference, now, actor, step, to));
    std::iter::once(handed_over).chain(given.into_iter().flatten()).collect()
}

/// The entry of a rating of the handling.
pub(super) fn of_rating(reference: &str, now: i64) -> Entry {
    Entry::of_case(reference, now, Actor::client(), Action::HandlingRated)
}
