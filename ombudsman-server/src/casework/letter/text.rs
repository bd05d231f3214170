//! The words of a letter: plain paragraphs, in the order in which a person asks. What happened? What now, and when? What can I do?

use feedback::{Reference, ReplyBy};
use jiff::civil::Date;

use super::{Kind, Told};
use crate::casework::Case;
use crate::casework::life::{Ending, Stage};
use crate::casework::progress::place;
use crate::config::Config;
use crate::standard::Standard;
use crate::words::Words;

/// What a letter says of the office.
pub(in crate::casework) struct Office<'a> {
    config: &'a Config,
    standard: Standard,
    /// Whether a program sends it: then it says where an answer is read.
    is_sent_by_itself: bool,
}

impl<'a> Office<'a> {
    pub fn of(config: &'a Config, way: ReplyBy) -> Self {
        Self { config, standard: Standard::default(), is_sent_by_itself: way == ReplyBy::Email }
    }
}

/// What every letter about a case is called. It says nothing of the case: a locked phone shows it to whoever looks.
pub(super) fn subject(case: &Case) -> String {
    Words::of(case.language).with("letter-subject", "reference", grouped(case))
}

/// What a letter of this kind says, with what an officer says in it.
pub(super) fn body(case: &Case, kind: Kind, said: Option<&str>, by: Option<&str>, office: &Office<'_>) -> String {
    let words = Words::of(case.language);
    let mut parts = vec![words.text("letter-hello"), words.with("letter-about", "date", words.date(case.received_on))];
    parts.push(happened(case, kind, words));
    if kind == Kind::Review {
        parts.extend(decision(case, kind, words, office));
    }
    // What stands on the page with a reminder says the day that the letter says itself.
    if kind != Kind::Reminder {
        parts.extend(written(said, by, words));
    }
    if matches!(kind, Kind::Decision | Kind::Together) {
        parts.extend(decision(case, kind, words, office));
    }
    parts.extend(next(case, kind, words, office));
    parts.extend(right_to_review(case, kind, words, office));
    parts.extend(outside(case, kind, words, office));
    let page = format!("{}/track?lang={}", office.config.public_url, case.language.as_str());
    parts.push(format!("{}\n{page}", words.text("letter-page")));
    parts.push(words.with("letter-codes", "reference", grouped(case)));
    if office.is_sent_by_itself {
        parts.push(words.text("letter-automatic"));
    }
    parts.push(words.text("office"));
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}

fn grouped(case: &Case) -> String {
    Reference::parse(&case.reference).map_or_else(|_| case.reference.clone(), |reference| reference.grouped())
}

/// What happened, in the words of the page where there are some.
fn happened(case: &Case, kind: Kind, words: &Words) -> String {
    let at = || words.text(&["progress-place-", place(&case.stage)].concat());
    match kind {
        Kind::Acknowledgement => match case.stage.officer() {
            Some(officer) => format!("{} {}", at(), words.with("step-acknowledged-by", "officer", officer)),
            None => at(),
        },
        Kind::HandOver => match (&case.stage, case.stage.holder()) {
            // Who reviews it is yet to be found.
            (Stage::UnderReview { .. }, _) | (_, None) => at(),
            (_, Some(officer)) => format!("{} {}", at(), words.with("step-acknowledged-by", "officer", officer)),
        },
        Kind::Lapse => format!("{} {}", words.text("letter-program-silent"), at()),
        Kind::Reminder => format!("{} {}", at(), words.text("letter-reminder")),
        Kind::Extension(reason) => {
            let reason = words.text(&["letter-reason-", reason.as_str()].concat());
            format!("{} {reason}", words.text("letter-extended"))
        }
        Kind::Closing => format!("{} {}", at(), words.text("letter-closed")),
        Kind::Together => words.text("progress-place-merged"),
        Kind::Answer
        | Kind::Request
        | Kind::Referral
        | Kind::Decision
        | Kind::Review
        | Kind::Reopening
        | Kind::Message => at(),
    }
}

/// What an officer wrote, under their name.
fn written(said: Option<&str>, by: Option<&str>, words: &Words) -> Vec<String> {
    let said = said.map(str::trim).filter(|said| !said.is_empty());
    let (Some(said), Some(by)) = (said, by) else { return Vec::new() };
    vec![words.with("letter-writes", "officer", by), said.to_owned()]
}

/// What comes next, and when.
fn next(case: &Case, kind: Kind, words: &Words, office: &Office<'_>) -> Option<String> {
    match (kind, &case.stage) {
        (Kind::Acknowledgement | Kind::Extension(_) | Kind::Lapse | Kind::Reopening, stage) => {
            let due = stage.clock().map_or(case.answer_by, |clock| clock.due);
            Some(words.with("letter-answer-by", "date", words.date(due)))
        }
        (Kind::HandOver, stage) => answer_due(stage).map(|due| words.with("letter-answer-by", "date", words.date(due))),
        (Kind::Request | Kind::Reminder, stage) => {
            stage.silent_until(&office.standard).map(|last| words.with("letter-silence", "date", words.date(last)))
        }
        (Kind::Referral, Stage::Referred { referral, .. }) => {
            Some(words.with("letter-program-by", "date", words.date(referral.answer_by)))
        }
        (Kind::Answer, stage) => stage.last_word().map(|answer| answered(stage, answer, words)),
        (Kind::Together, stage) => {
            let apart = words.text("progress-apart-intro");
            Some(stage.last_word().map_or_else(|| apart.clone(), |answer| format!("{answer}\n\n{apart}")))
        }
        _ => None,
    }
}

/// By when the person hears what is decided; `None` where the clock stands, or they have heard it.
fn answer_due(stage: &Stage) -> Option<Date> {
    match stage {
        Stage::UnderReview { review, .. } => Some(review.due),
        Stage::AwaitingClient { .. } | Stage::Suspended { .. } => None,
        stage if stage.sent().is_some() || stage.is_over() => None,
        stage => stage.clock().map(|clock| clock.due),
    }
}

/// An answer; one for everyone says also what was done, and what to do where it does not fit.
fn answered(stage: &Stage, answer: &str, words: &Words) -> String {
    stage.fix().map_or_else(
        || answer.to_owned(),
        |fix| format!("{answer}\n\n{}\n{fix}\n\n{}", words.text("progress-fix"), words.text("progress-apart-intro")),
    )
}

/// What was found and promised, and how to ask for a review and until when.
fn decision(case: &Case, kind: Kind, words: &'static Words, office: &Office<'_>) -> Vec<String> {
    let told = Told::of(case, words, office.config, &office.standard);
    let told = if kind == Kind::Together { told.map(Told::for_others) } else { told };
    let Some(told) = told else { return Vec::new() };
    let mut parts = Vec::new();
    if let Some((officer, is_changed)) = &told.reviewed {
        let id = if *is_changed { "progress-review-changed" } else { "progress-review-stands" };
        parts.push(words.with(id, "officer", officer.as_str()));
    }
    for (place, (point, outcome, reasons)) in told.findings.iter().enumerate() {
        let (outcome, number) = (told.named("progress-outcome-", outcome), place + 1);
        let first = if point.is_empty() { outcome } else { format!("{point}\n{outcome}") };
        parts.push(format!("{number}. {first}\n{reasons}"));
    }
    parts.push(told.letter.clone());
    if !told.remedies.is_empty() {
        let remedy = |(what, due, is_done): &(String, String, bool)| {
            let when = words.with("step-due", "date", due.as_str());
            let when = if *is_done { words.text("progress-remedy-done") } else { when };
            format!("- {what}\n  {when}")
        };
        let list: Vec<String> =
            std::iter::once(words.text("progress-remedies")).chain(told.remedies.iter().map(remedy)).collect();
        parts.push(list.join("\n"));
    }
    if told.is_put_right {
        parts.push(words.text("letter-put-right"));
    }
    if let Some(until) = told.until() {
        let (ask, until) = (words.text("progress-review"), words.with("progress-review-until", "date", until));
        parts.push(format!("{ask}\n{until}"));
    }
    if told.reviewed.is_some() {
        parts.push(words.text("progress-outside"));
    }
    parts.extend(told.outside);
    parts
}

/// How to ask for a review where the office turned the complaint away; a decision says so itself.
fn right_to_review(case: &Case, kind: Kind, words: &Words, office: &Office<'_>) -> Option<String> {
    let is_turned_away = matches!(&case.stage, Stage::Closed { ending: Ending::OutOfJurisdiction { .. }, .. });
    let until = case.stage.review_until(&office.standard).filter(|_| is_turned_away && kind == Kind::Closing)?;
    let until = words.with("progress-review-until", "date", words.date(until));
    Some(format!("{}\n{until}", words.text("progress-review")))
}

/// To whom outside the office the person can turn, where it says no or needs more time; a decision says so itself.
fn outside(case: &Case, kind: Kind, words: &Words, office: &Office<'_>) -> Option<String> {
    let is_turned_away = matches!(&case.stage, Stage::Closed { ending: Ending::OutOfJurisdiction { .. }, .. });
    let says_no =
        matches!(kind, Kind::Extension(_)) || (matches!(kind, Kind::Closing | Kind::Review) && is_turned_away);
    let named = office.config.outside_ombudsman(words.language()).filter(|_| says_no);
    named.map(|named| words.with("letter-outside-now", "ombudsman", named))
}
