//! What an officer sends from a case's page, read: a move with its words, or something beside the moves.

use jiff::civil::Date;

use super::life::{
    Allegation, Assessment, Cause, Element, ExtensionReason, Finding, GivenBack, Move, Outcome, OutsideReason,
    Proposal, Refusal, Remedy, RemedyKind, Request, Rule, Severity, Subject, SuspensionReason,
};
use crate::http::body::value;

/// The most allegations of a case, and the most remedies of a decision.
pub(super) const MOST: usize = 4;

/// The fields that hold what an officer wrote, to be given back when it could not be sent.
const WRITTEN: [&str; 10] =
    ["answer", "question", "words", "wanted", "what", "evidence", "reasons", "promise", "owner", "why"];

/// What an officer sends.
pub(super) enum Wish {
    /// A move, and what is said with it.
    Move(Move, String),
    /// Something said that moves nothing.
    Say(String),
    /// That this rule stands between a member of staff and the case.
    Interest(String, Rule),
    /// That it does not, and why.
    TakeBack(String, Rule, String),
    /// That the officer of another office who signs in with this name has the case from now on.
    HandOver(String),
}

type Form = [(String, String)];

/// Reads what an officer of this name sends. `None` where there is no such step; a refusal where something is missing.
pub(super) fn read(form: &Form, me: &str) -> Result<Option<Wish>, Refusal> {
    if let Some(wish) = beside(form)? {
        return Ok(Some(wish));
    }
    let words = || value(form, "words").trim().to_owned();
    let step = match value(form, "step") {
        "acknowledge" => Move::Acknowledge(me.to_owned()),
        "answer" => Move::Answer(said(form, "answer")?),
        "assess" => Move::Assess(assessment(form)?),
        "turn-away" => Move::TurnAway(chosen(form, "reason", OutsideReason::parse)?, said(form, "words")?),
        "refer" => {
            ticked(form, "agreed")?;
            Move::Refer(request(form))
        }
        "settle" => Move::Settle(said(form, "words")?),
        "take-back" => Move::TakeBack,
        "assign" => {
            ticked(form, "attested")?;
            Move::Assign(me.to_owned())
        }
        "ask" => said_with(form, Move::AskClient)?,
        "remind" => Move::Remind,
        "abandon" => Move::Abandon,
        "ask-program" => {
            let request = request(form);
            // Without a desk it is asked another way, and what was asked stands there.
            if request.desk.is_some() {
                said(form, "question")?;
            }
            Move::AskProgram(request)
        }
        "hear-program" => Move::HearProgram,
        "remind-program" => Move::RemindProgram,
        "extend" => {
            said(form, "words")?;
            Move::Extend(day(form, "to")?, chosen(form, "reason", ExtensionReason::parse)?)
        }
        "suspend" => Move::Suspend(chosen(form, "reason", SuspensionReason::parse)?),
        "resume" => Move::Resume,
        "draft" => Move::Draft(proposal(form, me)?),
        "comment" => said_with(form, Move::Comment)?,
        "replied" => said_with(form, Move::Reply)?,
        "ask-review" => said_with(form, Move::AskReview)?,
        "give-back" => Move::GiveBack(GivenBack { by: me.to_owned(), why: value(form, "why").trim().to_owned() }),
        "approve" => Move::Approve(me.to_owned()),
        "send" => Move::Send,
        "close" => Move::Close,
        "verify" => {
            let place = value(form, "remedy").parse().map_err(|_| Refusal::Missing)?;
            Move::Verify(place, me.to_owned(), said(form, "evidence")?)
        }
        "review" => {
            ticked(form, "attested")?;
            Move::Review(me.to_owned())
        }
        "confirm" => said_with(form, Move::Confirm(me.to_owned()))?,
        "reopen" => said_with(form, Move::Reopen(me.to_owned()))?,
        "vary" => Move::Vary(proposal(form, me)?),
        "withdraw" => said_with(form, Move::Withdraw)?,
        "separate" => said_with(form, Move::Separate)?,
        "go-on" => said_with(form, Move::GoOn)?,
        "merge" => {
            let other = feedback::Reference::parse(value(form, "to")).map_err(|_| Refusal::NoCase)?;
            Move::Merge(other.as_str().to_owned())
        }
        _ => return Ok(None),
    };
    // What is told with a finding goes with the decision, and not before. What the program is asked is not the person's to read.
    let words =
        if matches!(step, Move::Draft(_) | Move::Vary(_) | Move::AskProgram(_)) { String::new() } else { words() };
    Ok(Some(Wish::Move(step, words)))
}

/// What is no move; `None` where it is one, or nothing.
fn beside(form: &Form) -> Result<Option<Wish>, Refusal> {
    let rule = || chosen(form, "rule", Rule::parse);
    Ok(Some(match value(form, "step") {
        "message" => Wish::Say(said(form, "words")?),
        "interest" => Wish::Interest(said(form, "staff")?, rule()?),
        "take-back-interest" => Wish::TakeBack(said(form, "staff")?, rule()?, said(form, "why")?),
        "hand-over" => Wish::HandOver(said(form, "to")?),
        _ => return Ok(None),
    }))
}

/// Everything that an officer wrote into a form.
pub(super) fn written(form: &Form) -> String {
    let is_written =
        |name: &str| WRITTEN.iter().any(|field| name.trim_end_matches(|c: char| c.is_ascii_digit()) == *field);
    let texts = form.iter().filter(|(name, text)| is_written(name) && !text.trim().is_empty());
    texts.map(|(_, text)| text.trim()).collect::<Vec<_>>().join("\n\n")
}

fn said(form: &Form, name: &str) -> Result<String, Refusal> {
    let text = value(form, name).trim();
    if text.is_empty() { Err(Refusal::Missing) } else { Ok(text.to_owned()) }
}

/// A move that takes words to go with it.
fn said_with(form: &Form, step: Move) -> Result<Move, Refusal> {
    said(form, "words").map(|_| step)
}

fn ticked(form: &Form, name: &str) -> Result<(), Refusal> {
    said(form, name).map(drop)
}

/// What a program is asked: by its desk, or another way.
fn request(form: &Form) -> Request {
    let text = |name| value(form, name).trim().to_owned();
    let desk = Some(text("desk")).filter(|desk| !desk.is_empty());
    Request { to: text("to"), desk, question: text("question") }
}

fn chosen<T>(form: &Form, name: &str, parse: fn(&str) -> Option<T>) -> Result<T, Refusal> {
    parse(value(form, name)).ok_or(Refusal::Missing)
}

fn day(form: &Form, name: &str) -> Result<Date, Refusal> {
    value(form, name).parse().map_err(|_| Refusal::Missing)
}

/// The field of this name in this row of a form.
fn row(name: &str, place: usize) -> String {
    format!("{name}{place}")
}

/// What was written there; what must be there is for the rules of the case to say.
fn written_at(form: &Form, name: &str, place: usize) -> String {
    value(form, &row(name, place)).trim().to_owned()
}

/// The rows of a form in which one of these fields says something.
fn rows<'a>(form: &'a Form, names: &'a [&str]) -> impl Iterator<Item = usize> + 'a {
    let is_used = |place: &usize| names.iter().any(|name| !value(form, &row(name, *place)).trim().is_empty());
    (0..MOST).filter(is_used)
}

fn assessment(form: &Form) -> Result<Assessment, Refusal> {
    let allegation = |place| -> Result<Allegation, Refusal> {
        let subject = chosen(form, &row("subject", place), Subject::parse)?;
        Ok(Allegation { subject, what: said(form, &row("what", place))? })
    };
    Ok(Assessment {
        severity: chosen(form, "severity", Severity::parse)?,
        allegations: rows(form, &["what"]).map(allegation).collect::<Result<_, _>>()?,
        wanted: said(form, "wanted")?,
    })
}

fn proposal(form: &Form, me: &str) -> Result<Proposal, Refusal> {
    let finding = |place| -> Result<Finding, Refusal> {
        Ok(Finding {
            outcome: chosen(form, &row("outcome", place), Outcome::parse)?,
            evidence: written_at(form, "evidence", place),
            reasons: written_at(form, "reasons", place),
            cause: Cause::parse(value(form, &row("cause", place))),
        })
    };
    let remedy = |place| -> Result<Remedy, Refusal> {
        Ok(Remedy {
            kind: chosen(form, &row("kind", place), RemedyKind::parse)?,
            what: said(form, &row("promise", place))?,
            owner: said(form, &row("owner", place))?,
            due: day(form, &row("due", place)).map_err(|_| Refusal::Lacks(Element::RemedyDay))?,
            verified: None,
        })
    };
    Ok(Proposal {
        author: me.to_owned(),
        findings: rows(form, &["outcome", "reasons"]).map(finding).collect::<Result<_, _>>()?,
        remedies: rows(form, &["kind", "promise"]).map(remedy).collect::<Result<_, _>>()?,
        letter: said(form, "words")?,
        is_put_right: !value(form, "put_right").is_empty(),
        is_adverse: !value(form, "adverse").is_empty(),
    })
}
