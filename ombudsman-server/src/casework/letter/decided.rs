//! A decision as its person is told of it: the same on the page and in the letter.

use jiff::civil::Date;

use crate::casework::Case;
use crate::casework::life::{File, Finding, Remedy, Stage};
use crate::config::Config;
use crate::standard::Standard;
use crate::words::Words;

/// What a person is told of a decision, in a language.
pub(in crate::casework) struct Told {
    /// The sentences.
    pub words: &'static Words,
    /// The language in which the office wrote.
    pub written_in: &'static str,
    /// What was found about each point: the point, the end of the sentence's id, the reasons.
    pub findings: Vec<(String, &'static str, String)>,
    /// What the office says besides.
    pub letter: String,
    /// What is promised: what, by when, and whether it was seen done.
    pub remedies: Vec<(String, String, bool)>,
    /// Whether nothing is left to do, as the office says.
    pub is_put_right: bool,
    /// Who reviewed the decision, and whether they changed it.
    pub reviewed: Option<(String, bool)>,
    /// The last day on which a review may be asked for, where it may.
    pub review_until: Option<Date>,
    /// To whom outside the office they can turn, where the settings name somebody.
    pub outside: Option<String>,
}

impl Told {
    /// What the person is told of the decision about this case, once it is sent.
    pub fn of(case: &Case, words: &'static Words, config: &Config, standard: &Standard) -> Option<Self> {
        // Where it was turned away there is no decision to read, also while that is reviewed.
        if matches!(&case.stage, Stage::UnderReview { review, .. } if review.turned_away.is_some()) {
            return None;
        }
        let (file, sent) = (case.stage.file()?, case.stage.sent()?);
        let decision = &sent.decision;
        let outside = if sent.reviewed.is_some() { "letter-outside-now" } else { "letter-outside" };
        let named = config.outside_ombudsman(words.language());
        let remedy = |remedy: &Remedy| (remedy.what.clone(), words.date(remedy.due), remedy.verified.is_some());
        Some(Self {
            words,
            written_in: case.language.as_str(),
            findings: points(file, &decision.findings),
            letter: decision.letter.clone(),
            remedies: decision.remedies.iter().map(remedy).collect(),
            is_put_right: decision.is_put_right && decision.remedies.is_empty(),
            reviewed: sent.reviewed.as_ref().map(|reviewed| (reviewed.by.clone(), reviewed.before.is_some())),
            review_until: case.stage.review_until(standard),
            outside: named.map(|named| words.with(outside, "ombudsman", named)),
        })
    }

    /// The same for those whose cases are answered with this one: without what was alleged in it, which is its person's, and
    /// without the review, which is theirs to ask for.
    pub fn for_others(mut self) -> Self {
        self.findings.iter_mut().for_each(|(point, ..)| point.clear());
        Self { review_until: None, ..self }
    }

    /// The sentence whose id is this beginning and this name.
    pub fn named(&self, beginning: &str, name: &str) -> String {
        self.words.text(&[beginning, name].concat())
    }

    /// The last day for a review, in words.
    pub fn until(&self) -> Option<String> {
        self.review_until.map(|until| self.words.date(until))
    }
}

/// What was found about each point: the point, the end of the sentence's id, the reasons.
pub(in crate::casework) fn points(file: &File, findings: &[Finding]) -> Vec<(String, &'static str, String)> {
    let found = file.assessment.allegations.iter().zip(findings);
    found.map(|(point, finding)| (point.what.clone(), finding.outcome.as_str(), finding.reasons.clone())).collect()
}

/// The case as it will be once its draft or its decision is sent on this day; `None` where it has neither.
pub(in crate::casework) fn as_if_sent(case: &Case, today: Date) -> Option<Case> {
    let (file, decision) = match &case.stage {
        Stage::FindingDraft { file, draft } => {
            let approver = draft.author.clone();
            (file, draft.clone().decided(approver))
        }
        Stage::Decided { file, decision } => (file, decision.clone()),
        _ => return None,
    };
    let sent = decision.sent(file, today);
    Some(Case { stage: Stage::DecisionSent { file: file.clone(), sent }, ..case.clone() })
}
