//! What a case's page tells of its life: what is alleged, found and promised, what was said, who had which part, and the step
//! that comes next for who looks at it.

use jiff::Timestamp;
use jiff::civil::Date;

use super::filled::Filled;
use super::form;
use super::interests::{self, Interests};
use super::life::{Allegation, Assessment, Finding, GivenBack, Referral, Remedy, Stage, outcome};
use super::nobody::{self, Nobody};
use super::{Case, moving};
use crate::house::House;
use crate::http::{Failure, Visit, body};
use crate::staff::{self, Action, Resource, SignedIn, can};
use crate::standard::Standard;
use crate::words::Words;

/// A case's life, as its page shows it to one member of staff.
pub(super) struct Story {
    /// The name of the step that comes next.
    pub next: &'static str,
    /// What an officer made of it: what the person wants, how much is at stake.
    pub assessment: Option<Assessment>,
    /// What is alleged, each with its place and what was found about it.
    pub allegations: Vec<(usize, Allegation, Option<Finding>)>,
    /// What the findings make of the whole case, once there are any.
    pub whole: Option<&'static str>,
    /// What the person is told with the findings.
    pub letter: Option<String>,
    /// That the program let its time pass, and when.
    pub unanswered: Option<String>,
    /// That nobody of the office may have it.
    pub nobody: Option<Nobody>,
    /// That a review sent it back, and who reviewed.
    pub reopened: Option<String>,
    /// By when the program answers a question of the office, where it was asked one.
    pub program_by: Option<String>,
    /// When the case is the office's again by itself, where its program has yet to say something.
    pub comes_back: Option<String>,
    /// Until when a draft may be commented on, where it may.
    pub comments_until: Option<String>,
    /// What is promised, each with its place and the day by which it is done.
    pub remedies: Vec<(usize, Remedy, String)>,
    /// Who said what and when.
    pub messages: Vec<(String, String, String)>,
    /// Who had which part since when.
    pub parts: Vec<(String, &'static str, String)>,
    /// What stands between whom and the case, and what stood there.
    pub interests: Interests,
    /// How the person rates the handling.
    pub rating: Option<i64>,
    /// The officers, for whom an interest can be declared, and who looks.
    pub officers: Vec<String>,
    /// Who looks.
    pub me: String,
    /// What stands in a form before they write: what a draft says that was given back, or what came back undone.
    pub filled: Filled,
    /// Who gave the draft back and why, where they said it.
    pub given_back: Option<GivenBack>,
    /// Whether the person may still ask for a review.
    pub may_ask_review: bool,
    /// Whether who looks may put the answer off.
    pub may_put_off: bool,
    /// The last day to which it can be put off, where there is a clock.
    pub latest: Option<Date>,
    /// Whether who looks does justice to complaints, and not only answers questions.
    pub is_of_office: bool,
}

impl Story {
    /// Whether who looks can take the case on from who has it.
    pub(super) fn may_take_over(&self, stage: &Stage) -> bool {
        stage.may_be_taken_over() && stage.officer() != Some(&self.me)
    }

    /// Whether who looks can say that the comments are in.
    pub(super) fn may_hear_comments(&self, stage: &Stage) -> bool {
        matches!(stage, Stage::FindingDraft { draft, .. } if draft.author != self.me
            && draft.comments_until.is_some() && !draft.is_commented)
    }

    /// Whether a reviewer can change the decision: not where the complaint was turned away, and nothing was found.
    pub(super) fn may_vary(&self, stage: &Stage) -> bool {
        self.next == "review-mine" && matches!(stage, Stage::UnderReview { review, .. } if review.turned_away.is_none())
    }

    /// Whether the form that declares an interest is about the officer of this name: who looks, unless it came back.
    pub(super) fn is_named(&self, name: &str) -> bool {
        let sent = self.filled.field("interest", "staff");
        let shown = if sent.is_empty() { self.me.as_str() } else { sent };
        name == shown
    }

    /// Whether something that was promised is still to be done.
    pub(super) fn is_something_promised(&self) -> bool {
        self.remedies.iter().any(|(_, remedy, _)| remedy.verified.is_none())
    }

    /// Takes what was sent and not done into its form, where that is on the page of a case in this stage; else gives back what was
    /// written. The page of a case that goes on in another has that one's form as well.
    pub(super) fn take_up(&mut self, sent: &[(String, String)], stage: &Stage, goes_on: bool) -> String {
        let step = body::value(sent, "step");
        if self.has_form(step, stage) || (goes_on && self.is_of_office && step == "separate") {
            self.filled.take(sent);
            String::new()
        } else {
            form::written(sent)
        }
    }

    /// Whether the form that asks for this step is on the page of a case in this stage.
    fn has_form(&self, step: &str, stage: &Stage) -> bool {
        match step {
            "answer" => self.next == "acknowledged",
            "assess" => self.next == "assess",
            "refer" | "turn-away" => self.next == "triaged",
            "settle" => self.next == "referred",
            "draft" | "ask" | "ask-program" | "suspend" => matches!(self.next, "in-review" | "program-late"),
            "replied" => self.next == "awaiting-client",
            "comment" => self.may_hear_comments(stage),
            "give-back" => matches!(self.next, "finding-draft" | "decided"),
            "verify" => self.next == "remedy-pending",
            "message" => !matches!(self.next, "received" | "closed" | "anonymised"),
            "confirm" | "reopen" => self.next == "review-mine",
            "vary" => self.may_vary(stage),
            "ask-review" => self.may_ask_review,
            "interest" => self.is_of_office && !stage.is_over(),
            "withdraw" | "merge" => self.is_of_office && !stage.is_told(),
            "go-on" => self.is_of_office && stage.fix().is_some(),
            "extend" => self.may_put_off && matches!(self.next, "in-review" | "program-late" | "elsewhere"),
            _ => false,
        }
    }
}

/// The life of this case for who is signed in.
pub(super) async fn of(house: &House, visit: &Visit, signed_in: &SignedIn, case: &Case) -> Result<Story, Failure> {
    let (db, words) = (&house.db, visit.words());
    let standard = Standard::default();
    let today = standard.office_date(house.clock.now());
    let messages = moving::messages(db, &case.reference).await.map_err(Failure::unavailable)?;
    let parts = moving::parts(db, &case.reference).await.map_err(Failure::unavailable)?;
    let rating = moving::rating(db, &case.reference).await.map_err(Failure::unavailable)?;
    let is_theirs = case.stage.may_be_taken_over() && case.stage.officer() == Some(&signed_in.shown_as);
    let must_attest =
        is_theirs && moving::must_attest(db, &signed_in.name, &case.reference).await.map_err(Failure::unavailable)?;
    let staff = staff::list(db).await.map_err(Failure::unavailable)?;
    let nobody = nobody::told(house, visit, signed_in, case, &staff).await?;
    let officers = staff.into_iter().filter(|one| one.is_active && one.role.is_of_officers() && !one.is_of_program);
    let (findings, remedies, letter, comments_until) = found(&case.stage, words);
    let earlier = case.stage.clock().map_or(0, |clock| clock.extensions);
    let file = case.stage.file();
    let draft = if let Stage::InReview { draft, .. } = &case.stage { draft.as_deref() } else { None };
    let assessment = file.map(|file| file.assessment.clone());
    let allegations = assessment.as_ref().map(|assessment| assessment.allegations.clone()).unwrap_or_default();
    Ok(Story {
        nobody,
        reopened: file.and_then(|file| file.reopened.as_ref()).map(|reopened| {
            let values = [("officer", reopened.by.as_str().into()), ("date", words.date(reopened.on).into())];
            words.with_all("case-reopened", &values)
        }),
        unanswered: file.and_then(|file| file.unanswered.as_ref()).map(|referral| unanswered(referral, words)),
        whole: (!findings.is_empty()).then(|| outcome(&findings).as_str()),
        next: if must_attest { "given" } else { next(case, &signed_in.shown_as, today) },
        program_by: case.stage.program_by().map(|by| words.date(by)),
        comes_back: comes_back(house, case, words).await?,
        assessment,
        allegations: allegations
            .into_iter()
            .enumerate()
            .map(|(place, allegation)| (place, allegation, findings.get(place).cloned()))
            .collect(),
        letter,
        comments_until,
        remedies: remedies
            .into_iter()
            .enumerate()
            .map(|(place, remedy)| {
                let due = words.date(remedy.due);
                (place, remedy, due)
            })
            .collect(),
        messages: messages
            .into_iter()
            .map(|one| {
                let who = match one.officer {
                    None => words.text("role-client"),
                    Some(name) if name.is_empty() => words.text("role-system"),
                    Some(name) => name,
                };
                (who, day(one.said_at, words), one.body)
            })
            .collect(),
        parts: parts.into_iter().map(|(who, part, since)| (who, part.as_str(), day(since, words))).collect(),
        interests: interests::of(house, visit, signed_in, case).await?,
        rating,
        officers: officers.map(|one| one.shown_as).collect(),
        me: signed_in.shown_as.clone(),
        filled: draft.map(Filled::of_draft).unwrap_or_default(),
        given_back: draft.and_then(|draft| draft.given_back.clone()),
        may_ask_review: case.stage.review_until(&standard).is_some_and(|until| today <= until),
        may_put_off: can(signed_in, Action::PutOff, Resource::Extension { earlier }),
        latest: case.stage.clock().map(|clock| clock.latest(&standard)),
        is_of_office: can(signed_in, Action::DoJustice, Resource::Room),
    })
}

/// When a case that is with its program comes back by itself: not where the program says that it settled it.
async fn comes_back(house: &House, case: &Case, words: &Words) -> Result<Option<String>, Failure> {
    let Some(on) = case.stage.comes_back_on() else { return Ok(None) };
    let asked = moving::referrals::of_case(&house.db, &case.reference).await.map_err(Failure::unavailable)?;
    let is_settled = asked.last().is_some_and(|last| last.verdict == Some(moving::Verdict::Settled));
    Ok((!is_settled).then(|| words.date(on)))
}

/// That who was to settle it let the time pass.
fn unanswered(referral: &Referral, words: &Words) -> String {
    let (to, by) = (referral.to.as_str().into(), words.date(referral.answer_by).into());
    words.with_all("case-unanswered", &[("to", to), ("date", by)])
}

/// What was found and promised, what the person is told, and until when it may be commented on.
fn found(stage: &Stage, words: &Words) -> (Vec<Finding>, Vec<Remedy>, Option<String>, Option<String>) {
    if let Stage::FindingDraft { draft, .. } = stage {
        let until = draft.comments_until.filter(|_| !draft.is_commented).map(|until| words.date(until));
        return (draft.findings.clone(), draft.remedies.clone(), Some(draft.letter.clone()), until);
    }
    let decision = if let Stage::Decided { decision, .. } = stage {
        Some(decision)
    } else {
        stage.sent().map(|sent| &sent.decision)
    };
    decision.map_or_else(Default::default, |decision| {
        (decision.findings.clone(), decision.remedies.clone(), Some(decision.letter.clone()), None)
    })
}

/// The name of the step that comes next today, for who sees the case under this name.
pub(super) fn next(case: &Case, me: &str, today: Date) -> &'static str {
    match &case.stage {
        Stage::Acknowledged(_) if case.is_complaint() => "assess",
        Stage::Triaged(file) if file.reopened.is_some() && case.stage.bars(me) => "reopened-not-mine",
        Stage::Triaged(file) if file.reopened.is_some() => "reopened",
        Stage::InReview { file, .. } if file.taken.officer != me => "elsewhere",
        Stage::InReview { program_by: Some(by), .. } if *by < today => "program-late",
        Stage::FindingDraft { file, draft } if draft.author == me && draft.needs_two(file) => "draft-mine",
        Stage::UnderReview { review, .. } if review.reviewer.as_deref() == Some(me) => "review-mine",
        other => other.name(),
    }
}

/// The office's day at this time in milliseconds since 1970.
pub(super) fn day(millis: i64, words: &Words) -> String {
    let time = Timestamp::from_millisecond(millis).unwrap_or(Timestamp::UNIX_EPOCH);
    words.date(Standard::default().office_date(time))
}
