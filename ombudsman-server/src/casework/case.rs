//! A case: what an officer and, with the access code, the person can see of it.

use feedback::{Channel, Intent, Language};
use jiff::civil::Date;

use super::{Label, Labels, Stage};
use crate::standard::{Lateness, Standard};

/// A case with the card that opened it.
#[derive(Debug, Clone)]
pub struct Case {
    /// The reference, 13 characters without groups.
    pub reference: String,
    /// The service that it is about.
    pub service: String,
    /// Complaint or question.
    pub intent: Intent,
    /// Where it is.
    pub stage: Stage,
    /// The day on which the card was received.
    pub received_on: Date,
    /// The day on which it counts as received, from which the time is counted.
    pub deemed_on: Date,
    /// By when an officer takes it up.
    pub acknowledge_by: Date,
    /// By when it is answered.
    pub answer_by: Date,
    /// The next day on which something is due; `None` where nothing is.
    pub due: Option<Date>,
    /// Grows with each change, so that two officers cannot overwrite each other.
    pub version: i64,
    /// The place of the last entry of the log about it: what comes after it, who read the case does not know.
    pub last_entry: i64,
    /// How often the person wrote since the office last told them something.
    pub unheard: i64,
    /// What the person wrote.
    pub comment: Option<String>,
    /// What would put it right, in the person's eyes.
    pub put_right: Option<String>,
    /// The language of the card.
    pub language: Language,
    /// The language of the comment, where it could be told.
    pub comment_language: Option<String>,
    /// The person's ratings.
    pub pattern: Option<String>,
    /// The page that the card came from.
    pub page: Option<String>,
    /// What a person must see in it.
    pub labels: Labels,
    /// Whether the same was said minutes before, by another card.
    pub is_said_again: bool,
    /// Whether something in the texts was masked.
    pub is_masked: bool,
    /// The desk that works on it, by its slug.
    pub desk: String,
    /// Why it is that desk, by name.
    pub desk_reason: String,
    /// The way by which the card came.
    pub channel: Channel,
    /// Whether the person allowed that the program knows who they are.
    pub shares_identity: bool,
    /// Who keyed it in for somebody, by the name that people see.
    pub entered_by: Option<String>,
}

impl Case {
    /// Whether it is looked into as a complaint, whatever the card was meant as: then a plain answer is not enough.
    #[must_use]
    pub fn is_complaint(&self) -> bool {
        is_complaint(self.intent, &self.labels, &self.stage)
    }

    /// By when the person is promised what comes next. A question to the program is the office's own matter.
    #[must_use]
    pub fn promised(&self) -> Option<Date> {
        match self.stage.program_by() {
            Some(_) => self.stage.clock().map(|clock| clock.due),
            None => self.due,
        }
    }

    /// How what is due next stands today.
    #[must_use]
    pub fn lateness(&self, standard: &Standard, today: Date) -> Option<Lateness> {
        self.due.map(|due| standard.lateness(due, today))
    }
}

/// Whether a case that came so is looked into as a complaint.
pub(super) fn is_complaint(intent: Intent, labels: &Labels, stage: &Stage) -> bool {
    intent == Intent::Complaint || labels.has(Label::Complaint) || stage.file().is_some()
}
