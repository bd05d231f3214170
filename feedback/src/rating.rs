//! Ratings: five points, five drivers of satisfaction.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// A rating on the five-point scale: 1 very dissatisfied, 5 very satisfied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Rating(u8);

impl Rating {
    /// The five points, lowest first.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// The rating written as `1` to `5`, or `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rating| rating.digit().encode_utf8(&mut [0]) == text)
    }

    /// The points, 1 to 5.
    #[must_use]
    pub const fn points(self) -> u8 {
        self.0
    }

    /// The rating as its digit.
    #[must_use]
    pub const fn digit(self) -> char {
        (b'0' + self.0) as char
    }
}

/// The answer to one driver's question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The person rated it.
    Rated(Rating),
    /// The question does not apply to what they did.
    NotApplicable,
}

impl Answer {
    /// The wire word of [`Answer::NotApplicable`].
    pub const NOT_APPLICABLE: &str = "n/a";

    /// The answer written as `1` to `5` or `n/a`, or `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == Self::NOT_APPLICABLE { Some(Self::NotApplicable) } else { Rating::parse(text).map(Self::Rated) }
    }
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Rated(rating) => rating.serialize(serializer),
            Self::NotApplicable => serializer.serialize_str(Self::NOT_APPLICABLE),
        }
    }
}

/// The five drivers of satisfaction with a public service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Driver {
    /// How long it took.
    Timeliness,
    /// Whether staff or pages knew the answer.
    Knowledge,
    /// Whether people were courteous and went the extra mile.
    Courtesy,
    /// Whether the person was treated fairly.
    Fairness,
    /// Whether the person got what they came for.
    Outcome,
}

impl Driver {
    /// The five drivers, in the order in which they are asked.
    pub const ALL: [Self; 5] = [Self::Timeliness, Self::Knowledge, Self::Courtesy, Self::Fairness, Self::Outcome];

    /// The driver's wire name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Timeliness => "timeliness",
            Self::Knowledge => "knowledge",
            Self::Courtesy => "courtesy",
            Self::Fairness => "fairness",
            Self::Outcome => "outcome",
        }
    }

    /// The name of the driver's field, as in forms and in faults: `drivers.timeliness`.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Timeliness => "drivers.timeliness",
            Self::Knowledge => "drivers.knowledge",
            Self::Courtesy => "drivers.courtesy",
            Self::Fairness => "drivers.fairness",
            Self::Outcome => "drivers.outcome",
        }
    }
}

/// The answers to the five drivers' questions; an unanswered one is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drivers([Option<Answer>; 5]);

impl Drivers {
    /// The answer to this driver's question.
    #[must_use]
    pub const fn answer(&self, driver: Driver) -> Option<Answer> {
        self.0[driver as usize]
    }

    /// Whether none was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    pub(crate) const fn set(&mut self, driver: Driver, answer: Answer) {
        self.0[driver as usize] = Some(answer);
    }
}

impl Serialize for Drivers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for driver in Driver::ALL {
            if let Some(answer) = self.answer(driver) {
                map.serialize_entry(driver.as_str(), &answer)?;
            }
        }
        map.end()
    }
}
