//! The pattern: a card's ratings as a short string, the only input of every published statistic.

use crate::{Answer, Card, Driver};

/// The version of the questions that fixes the items of a pattern, their order and their scale.
pub const INSTRUMENT: &str = "card-1";

/// One item of the instrument, in the order of the pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// Satisfaction with the service as a whole.
    Overall,
    /// One of the five drivers.
    Driver(Driver),
}

impl Item {
    /// The items of [`INSTRUMENT`], in the order of their digits.
    pub const ALL: [Self; 6] = [
        Self::Overall,
        Self::Driver(Driver::Timeliness),
        Self::Driver(Driver::Knowledge),
        Self::Driver(Driver::Courtesy),
        Self::Driver(Driver::Fairness),
        Self::Driver(Driver::Outcome),
    ];

    /// The item's name in data and in the words' ids.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Overall => "overall",
            Self::Driver(driver) => driver.as_str(),
        }
    }
}

/// A card's answers, one digit an item: 0 no answer, 1 to 5 the rating, 6 does not apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern(String);

impl Pattern {
    /// The pattern of a card's answers, or `None` if it rates nothing: then it counts in no statistic.
    #[must_use]
    pub fn of(card: &Card) -> Option<Self> {
        if card.overall.is_none() && card.drivers.is_empty() {
            return None;
        }
        let digits = Item::ALL.iter().map(|item| match item {
            Item::Overall => card.overall.map_or('0', crate::Rating::digit),
            Item::Driver(driver) => match card.drivers.answer(*driver) {
                None => '0',
                Some(Answer::Rated(rating)) => rating.digit(),
                Some(Answer::NotApplicable) => '6',
            },
        });
        Some(Self(digits.collect()))
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
