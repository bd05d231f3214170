//! The pattern: a card's ratings as a short string, the only input of every published statistic.

use crate::{Achieved, Answer, Card, Driver, Rating};

/// One item of the instrument, in the order of the pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// Satisfaction with the service as a whole.
    Overall,
    /// One of the five drivers.
    Driver(Driver),
    /// Whether the person got what they needed: 1 no, 3 partly, 5 yes.
    Achieved,
    /// Against what the person expected: 1 much worse, 5 much better. The Client Satisfaction Index's second item.
    Expectations,
    /// Against the best service that the person can imagine. The index's third item.
    Ideal,
    /// Whether the person trusts the service to treat people right.
    Trust,
}

impl Item {
    /// The items of the newest [`crate::Instrument`], in the order of their digits. A new instrument only appends
    /// items, so that an earlier pattern reads as one whose later items nobody answered.
    pub const ALL: [Self; 10] = [
        Self::Overall,
        Self::Driver(Driver::Timeliness),
        Self::Driver(Driver::Knowledge),
        Self::Driver(Driver::Courtesy),
        Self::Driver(Driver::Fairness),
        Self::Driver(Driver::Outcome),
        Self::Achieved,
        Self::Expectations,
        Self::Ideal,
        Self::Trust,
    ];

    /// The optional part, which a service switches on.
    pub const MORE: [Self; 3] = [Self::Expectations, Self::Ideal, Self::Trust];

    /// The item's name in data and in the words' ids.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Overall => "overall",
            Self::Driver(driver) => driver.as_str(),
            Self::Achieved => "achieved",
            Self::Expectations => "expectations",
            Self::Ideal => "ideal",
            Self::Trust => "trust",
        }
    }

    /// The name of the item's field, as in forms and in faults.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Driver(driver) => driver.field(),
            item => item.as_str(),
        }
    }

    /// The card's answer to it, as a digit.
    fn digit(self, card: &Card) -> char {
        let rated = |rating: Option<Rating>| rating.map_or('0', Rating::digit);
        match self {
            Self::Overall => rated(card.overall),
            Self::Driver(driver) => match card.drivers.answer(driver) {
                None => '0',
                Some(Answer::Rated(rating)) => rating.digit(),
                Some(Answer::NotApplicable) => '6',
            },
            Self::Achieved => match card.achieved {
                None => '0',
                Some(Achieved::No) => '1',
                Some(Achieved::Partly) => '3',
                Some(Achieved::Yes) => '5',
            },
            Self::Expectations => rated(card.expectations),
            Self::Ideal => rated(card.ideal),
            Self::Trust => rated(card.trust),
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
        let digits: String = Item::ALL.iter().map(|item| item.digit(card)).collect();
        digits.contains(|digit| digit != '0').then_some(Self(digits))
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
