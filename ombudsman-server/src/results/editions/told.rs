//! What an edition tells of one item and one group: a number from 0 to 100, that it is withheld, or that nobody answered.

use super::figure::Figure;
use super::table::Value;
use crate::results::chart::Mark;
use crate::results::measures::Method;
use crate::words::Words;

/// A published number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// How many answered, to base 5.
    pub n: u64,
    /// Where it and its range are.
    pub mark: Mark,
    /// Whether so many answered that it may be compared with others.
    pub is_comparable: bool,
    /// How it was computed.
    pub method: Method,
}

/// What is told, whether a number or not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Told {
    /// A number.
    Number(Number),
    /// Few answered, or it would tell of few.
    Withheld,
    /// The edition has no such figure, because nobody answered.
    Nobody,
}

impl Number {
    /// The number of a figure, where it has one.
    pub(super) fn of(figure: &Figure) -> Option<Self> {
        let (value, (low, high)) = (figure.value?, figure.low.zip(figure.high)?);
        let (least, most) = match figure.status.as_str() {
            "at-most" => (0, value),
            "at-least" => (value, 100),
            _ => (value, value),
        };
        let method = Method::ALL.into_iter().find(|method| method.id == figure.method_id)?;
        Some(Self {
            n: figure.n?,
            mark: Mark { least, most, low, high },
            is_comparable: figure.tier == "T3",
            method: Method { version: figure.method_version, ..method },
        })
    }

    /// Whether it is below another beyond what chance would easily do: both may be compared, and their ranges do not meet.
    pub(super) fn is_clearly_below(&self, other: &Self) -> bool {
        self.is_comparable && other.is_comparable && self.mark.high < other.mark.low
    }

    /// As a page shows it.
    #[must_use]
    pub fn value(&self, words: &Words) -> Value {
        let Mark { least, most, low, high } = self.mark;
        let shown = match (least, most) {
            (least, most) if least == most => words.number(most),
            (0, most) => words.with("editions-at-most", "number", words.number(most)),
            (least, _) => words.with("editions-at-least", "number", words.number(least)),
        };
        let ends = [("low", words.number(low).into()), ("high", words.number(high).into())];
        Value { shown: Some(shown), range: Some(words.with_all("editions-range", &ends)) }
    }
}

impl Told {
    pub(super) fn of(figure: Option<&Figure>) -> Self {
        figure.map_or(Self::Nobody, |figure| Number::of(figure).map_or(Self::Withheld, Self::Number))
    }

    /// The number, if it is one.
    #[must_use]
    pub const fn number(&self) -> Option<&Number> {
        match self {
            Self::Number(number) => Some(number),
            Self::Withheld | Self::Nobody => None,
        }
    }

    /// As a page shows it; what is withheld is never a number.
    #[must_use]
    pub fn value(&self, words: &Words) -> Value {
        let without = |id| Value { shown: Some(words.text(id)), range: None };
        match self {
            Self::Number(number) => number.value(words),
            Self::Withheld => without("editions-not-shown"),
            Self::Nobody => without("scores-no-answers"),
        }
    }
}
