//! Reviews: one under way, one that was decided, and one that sent the complaint back: what of its first decision stays known,
//! and who does not have it again.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{File, Finding, OutsideReason, Sent, Stage, Taken};

/// A review that is under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The day on which the person asked for it.
    pub asked_on: Date,
    /// By when it is decided.
    pub due: Date,
    /// Who reviews; `None` until somebody who had no part in the case is found.
    pub reviewer: Option<String>,
    /// Why it was turned away, where that is what is reviewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turned_away: Option<OutsideReason>,
}

/// A review that was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviewed {
    /// Who reviewed.
    pub by: String,
    /// The day.
    pub on: Date,
    /// The findings before, where the review changed them.
    pub before: Option<Vec<Finding>>,
}

/// A complaint that a review sent back: somebody new looks into it, and decides anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopened {
    /// Who reviewed.
    pub by: String,
    /// The day.
    pub on: Date,
    /// Who had the case before, and the clock of the first answer.
    pub first: Taken,
    /// The decision that does not stand.
    pub sent: Sent,
    /// Why it was turned away, where that is what does not stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turned_away: Option<OutsideReason>,
    /// Who had any part in it before, by the names that people see.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub barred: Vec<String>,
}

impl Stage {
    /// Keeps that these, by the names that people see, do not have a complaint again that a review has just sent back.
    pub fn bar(&mut self, names: Vec<String>) {
        if let Self::Triaged(File { reopened: Some(reopened), .. }) = self {
            reopened.barred = names;
        }
    }
}

impl Reopened {
    /// Whether somebody of this name does not have the case again: they had it, wrote, approved or reviewed the decision, or had
    /// another part in it.
    #[must_use]
    pub fn bars(&self, name: &str) -> bool {
        let decision = &self.sent.decision;
        let known = [&self.by, &self.first.officer, &decision.author, &decision.approver];
        known.into_iter().chain(&self.barred).any(|one| one == name)
    }
}
