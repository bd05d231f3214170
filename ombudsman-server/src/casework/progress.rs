//! What a person reads about their case: in plain words where it is, what comes next and when, what was decided, what was
//! said, and what they can do.

use jiff::civil::Date;

use super::Case;
use super::desk::in_words;
use super::letter::{Told, points};
use super::life::{Ending, Stage};
use super::moving::{self, Message};
use super::service_names::ServiceNames;
use super::store;
use super::story::day;
use crate::house::House;
use crate::http::{Failure, Visit};
use crate::standard::{Lateness, Standard};
use crate::words::Words;

/// A case as its person sees it.
pub(super) struct Progress {
    /// The case.
    pub case: Case,
    /// The name of the service.
    pub service: String,
    /// The end of the id of the sentence that says where it is.
    pub place: &'static str,
    /// The day on which it came.
    pub received: String,
    /// From when the time is counted, where that is another day.
    pub counts_from: Option<String>,
    /// By when it is taken up.
    pub acknowledge_by: String,
    /// By when it is answered.
    pub answer_by: String,
    /// The next date.
    pub due: Option<String>,
    /// How late the office is, where it is.
    pub late: Option<String>,
    /// Whether the next date is today.
    pub is_today: Option<String>,
    /// When it was answered or decided.
    pub answered_on: Option<String>,
    /// What was decided, once it is sent.
    pub told: Option<Told>,
    /// What was said: by whom of the office, when, what.
    pub messages: Vec<(Option<String>, String, String)>,
    /// The last day on which a review may be asked for, while it may.
    pub review_until: Option<String>,
    /// What is about to be found about each point, while the person can say what they think of it: the point, the end of the
    /// sentence's id, the reasons.
    pub proposed: Vec<(String, &'static str, String)>,
    /// Until when the person can say what they think of a draft, while they may.
    pub comment_until: Option<String>,
    /// After which day the case may be closed where they stay silent.
    pub silent_until: Option<String>,
    /// Whether the person can still write.
    pub may_write: bool,
    /// Whether they can say that the answer that everyone got does not fit.
    pub may_go_on: bool,
    /// The other case with which it is answered.
    pub together: Option<Together>,
}

/// How the case stands with which another is answered, for that one's person: neither who asked nor what they wrote.
pub(super) struct Together {
    /// The end of the id of the sentence that says where it is.
    pub place: &'static str,
    /// By when it is answered, while that is to come.
    pub answer_by: Option<String>,
    /// What was answered, and in which language.
    pub answer: Option<(String, &'static str)>,
    /// What was decided, once it is sent.
    pub told: Option<Told>,
}

/// How it stands with the other case: as the duplicate keeps it, once its person was told; until then as that case has it.
async fn together(house: &House, words: &'static Words, case: &Case) -> Result<Option<Together>, Failure> {
    let standard = Standard::default();
    let other = match case.stage.told_with() {
        Some(told) => Some(Case { stage: told.clone(), ..case.clone() }),
        None => match moving::goes_on_in(&house.db, &case.reference).await.map_err(Failure::unavailable)? {
            Some(other) => store::find(&house.db, &standard, &other.reference).await.map_err(Failure::unavailable)?,
            None => None,
        },
    };
    Ok(other.map(|case| Together {
        place: place(&case.stage),
        answer_by: (!case.stage.is_told()).then(|| words.date(case.answer_by)),
        answer: case.stage.last_word().map(|answer| (answer.to_owned(), case.language.as_str())),
        told: Told::of(&case, words, &house.config, &standard).map(Told::for_others),
    }))
}

impl Progress {
    /// Whether the answer and its day are still to come.
    pub(super) fn is_awaited(&self) -> bool {
        !self.case.stage.is_over() && is_ours(&self.case.stage)
    }
}

/// The case as its person sees it.
pub(super) async fn of(house: &House, visit: &Visit, case: Case) -> Result<Progress, Failure> {
    let service = ServiceNames::new(house, visit).of(&case.service).await?;
    let said = moving::messages(&house.db, &case.reference).await.map_err(Failure::unavailable)?;
    let (standard, words) = (Standard::default(), visit.words());
    let today = standard.office_date(house.clock.now());
    let promised = case.promised();
    let lateness = promised.map(|due| standard.lateness(due, today)).filter(|_| is_ours(&case.stage));
    let stage = &case.stage;
    let sent = stage.sent();
    let answered_on = stage.given_answer().map(|(_, on)| on).or(sent.map(|sent| sent.on));
    let review_until = stage.review_until(&standard).filter(|until| today <= *until);
    let date = |date: Date| words.date(date);
    let by = |name: String| if name.is_empty() { words.text("office") } else { name };
    let message = |one: Message| (one.officer.map(by), day(one.said_at, words), one.body);
    Ok(Progress {
        service,
        place: place(stage),
        received: date(case.received_on),
        counts_from: (case.deemed_on != case.received_on).then(|| date(case.deemed_on)),
        acknowledge_by: date(case.acknowledge_by),
        answer_by: date(case.answer_by),
        // While the person is asked something, it says by when they reply.
        due: promised.filter(|_| stage.silent_until(&standard).is_none()).map(date),
        // While there is time, the date says it: a count from a day without working hours would say another.
        late: lateness
            .filter(|lateness| matches!(lateness, Lateness::Overdue { .. }))
            .map(|lateness| in_words(lateness, words)),
        is_today: lateness
            .filter(|lateness| matches!(lateness, Lateness::DueToday))
            .map(|lateness| in_words(lateness, words)),
        answered_on: answered_on.map(date),
        told: Told::of(&case, words, &house.config, &standard),
        messages: said.into_iter().map(message).collect(),
        review_until: review_until.map(date),
        proposed: proposed(stage),
        comment_until: stage.comment_until().map(date),
        silent_until: stage.silent_until(&standard).map(date),
        may_write: !stage.is_over() || stage.may_be_replied_to(today),
        may_go_on: stage.go_on_until(&standard).is_some_and(|until| today <= until),
        together: together(house, words, &case).await?,
        case,
    })
}

/// What is about to be found about each point, while the person can say what they think of it.
fn proposed(stage: &Stage) -> Vec<(String, &'static str, String)> {
    match stage {
        Stage::FindingDraft { file, draft } if stage.comment_until().is_some() => points(file, &draft.findings),
        _ => Vec::new(),
    }
}

/// Whether the office, and not the person or the law, is waited for.
const fn is_ours(stage: &Stage) -> bool {
    !matches!(stage, Stage::AwaitingClient { .. } | Stage::Suspended { .. })
}

/// The end of the id of the sentence that says where a case is.
pub(super) fn place(stage: &Stage) -> &'static str {
    match stage {
        Stage::Received => "received",
        Stage::Acknowledged(_) => "taken-up",
        Stage::Answered { .. } | Stage::Closed { ending: Ending::Answered { .. } | Ending::Incident { .. }, .. } => {
            "answered"
        }
        Stage::Triaged(file) | Stage::InReview { file, .. } if file.reopened.is_some() => "reopened",
        Stage::Triaged(_) | Stage::InReview { .. } => "looked-into",
        Stage::Referred { .. } => "referred",
        Stage::AwaitingClient { .. } => "waiting",
        Stage::Suspended { .. } => "suspended",
        Stage::FindingDraft { .. } if stage.comment_until().is_some() => "commenting",
        Stage::FindingDraft { .. } | Stage::Decided { .. } => "deciding",
        Stage::DecisionSent { .. } => "decided",
        Stage::RemedyPending { .. } => "remedy",
        Stage::UnderReview { .. } => "review",
        Stage::DecidedFinal { .. } => "final",
        Stage::Closed { ending: Ending::OutOfJurisdiction { .. }, .. } => "outside",
        Stage::Closed { ending: Ending::ResolvedEarly { .. }, .. } => "settled",
        Stage::Closed { ending: Ending::Decided { .. }, .. } => "closed",
        Stage::Closed { ending: Ending::Abandoned { .. }, .. } => "silent",
        Stage::Closed { ending: Ending::Withdrawn { .. }, .. } => "withdrawn",
        Stage::Closed { ending: Ending::Duplicate { .. }, .. } => "merged",
        Stage::Anonymised { .. } => "anonymised",
    }
}
