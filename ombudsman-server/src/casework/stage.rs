//! The life of a case: an enum whose stages carry exactly the facts that are true in them. No database, no pages.

use jiff::civil::Date;

use crate::standard::Standard;

/// Where a case is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// It waits for an officer to take it up.
    Received,
    /// A named officer has taken it up and told the person so.
    Acknowledged {
        /// The day on which that was.
        on: Date,
        /// The officer.
        officer: String,
    },
    /// The answer can be read by the person.
    Answered {
        /// The day on which it was acknowledged.
        acknowledged_on: Date,
        /// The officer.
        officer: String,
        /// The day of the answer.
        on: Date,
        /// What was answered.
        answer: String,
    },
    /// Nothing is left to do.
    Closed {
        /// The day on which it was acknowledged.
        acknowledged_on: Date,
        /// The officer.
        officer: String,
        /// The day of the answer.
        answered_on: Date,
        /// What was answered.
        answer: String,
        /// The day on which it was closed.
        on: Date,
    },
}

/// The move does not exist from this stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a case that is {from} cannot be {to}")]
pub struct IllegalMove {
    pub(super) from: &'static str,
    pub(super) to: &'static str,
}

impl Stage {
    /// The stage's name, in the record and in the words' ids.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Acknowledged { .. } => "acknowledged",
            Self::Answered { .. } => "answered",
            Self::Closed { .. } => "closed",
        }
    }

    /// An officer takes the case up. The clock of the answer starts.
    pub fn acknowledge(self, officer: &str, on: Date) -> Result<Self, IllegalMove> {
        match self {
            Self::Received => Ok(Self::Acknowledged { on, officer: officer.to_owned() }),
            other => Err(IllegalMove { from: other.name(), to: "acknowledged" }),
        }
    }

    /// The office answers.
    pub fn answer(self, answer: &str, on: Date) -> Result<Self, IllegalMove> {
        match self {
            Self::Acknowledged { on: acknowledged_on, officer } => {
                Ok(Self::Answered { acknowledged_on, officer, on, answer: answer.to_owned() })
            }
            other => Err(IllegalMove { from: other.name(), to: "answered" }),
        }
    }

    /// Nothing is left to do. Only an answered case can be closed.
    pub fn close(self, on: Date) -> Result<Self, IllegalMove> {
        match self {
            Self::Answered { acknowledged_on, officer, on: answered_on, answer } => {
                Ok(Self::Closed { acknowledged_on, officer, answered_on, answer, on })
            }
            other => Err(IllegalMove { from: other.name(), to: "closed" }),
        }
    }

    /// By when the answer is due: certain once the case is acknowledged, until then as if that came on its due day.
    #[must_use]
    pub fn answer_by(&self, deemed_on: Date, standard: &Standard) -> Date {
        match self {
            Self::Received => standard.expected_answer_by(deemed_on),
            Self::Acknowledged { on, .. } => standard.answer_by(deemed_on, *on),
            Self::Answered { acknowledged_on, .. } | Self::Closed { acknowledged_on, .. } => {
                standard.answer_by(deemed_on, *acknowledged_on)
            }
        }
    }

    /// What was answered, once it was.
    #[must_use]
    pub fn given_answer(&self) -> Option<(&str, Date)> {
        match self {
            Self::Answered { answer, on, .. } | Self::Closed { answer, answered_on: on, .. } => Some((answer, *on)),
            _ => None,
        }
    }

    /// Who has taken the case up.
    #[must_use]
    pub fn officer(&self) -> Option<&str> {
        match self {
            Self::Received => None,
            Self::Acknowledged { officer, .. } | Self::Answered { officer, .. } | Self::Closed { officer, .. } => {
                Some(officer)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn stages() -> [Stage; 4] {
        let day = date(2026, 5, 4);
        let acknowledged = Stage::Received.acknowledge("officer", day).expect("received");
        let answered = acknowledged.clone().answer("Sorry.", day).expect("acknowledged");
        let closed = answered.clone().close(day).expect("answered");
        [Stage::Received, acknowledged, answered, closed]
    }

    #[test]
    fn each_move_is_possible_from_one_stage_alone() {
        let day = date(2026, 5, 5);
        for (place, stage) in stages().into_iter().enumerate() {
            assert_eq!(stage.clone().acknowledge("officer", day).is_ok(), place == 0, "{stage:?}");
            assert_eq!(stage.clone().answer("x", day).is_ok(), place == 1, "{stage:?}");
            assert_eq!(stage.clone().close(day).is_ok(), place == 2, "{stage:?}");
        }
    }

    #[test]
    fn the_answer_is_due_seven_working_days_after_the_acknowledgement() {
        let standard = Standard::default();
        let stage = Stage::Received.acknowledge("officer", date(2026, 5, 4)).expect("received");
        assert_eq!(stage.answer_by(date(2026, 5, 1), &standard), date(2026, 5, 13));
    }
}
