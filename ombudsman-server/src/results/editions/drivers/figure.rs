//! A published number of this part, with all that somebody needs to read it rightly. The names of its fields are those of the columns.

use feedback::Item;
use serde::{Deserialize, Serialize};

use crate::results::chart::Mark;
use crate::results::disclosure::Whole;
use crate::results::editions::told::{Number, Told};
use crate::results::inference::Interval;
use crate::results::measures::{Method, round_half_up};
use crate::results::store::POPULATION;

/// One number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::results::editions) struct Figure {
    /// The organisation's name in addresses.
    pub organisation: String,
    /// The service's.
    pub service: String,
    /// What was rated.
    pub item: String,
    /// Of whom: `failed-2-5` of those whom two to five drivers failed, or the band of satisfaction, or the answer; nothing where it is of
    /// everyone.
    pub group: Option<String>,
    /// The quarter.
    pub period: String,
    /// Who was asked.
    pub population: String,
    /// The method's name.
    pub method_id: String,
    /// Its version.
    pub method_version: u16,
    /// What the number counts in.
    pub unit: String,
    /// `published`, `at-most`, `at-least`, `below-100`, `below-300`, `unclear` or `suppressed`.
    pub status: String,
    /// How many answered, to base 5, where that is told.
    pub n: Option<u64>,
    /// The number.
    pub value: Option<u64>,
    /// Where it would plausibly be, from.
    pub low: Option<u64>,
    /// To.
    pub high: Option<u64>,
    /// What a study of others found, to hold it against.
    pub reference: Option<u64>,
}

impl Figure {
    /// A number of a service that is not told.
    pub(super) fn bare(organisation: &str, service: &str, period: &str) -> Self {
        let text = str::to_owned;
        Self {
            organisation: text(organisation),
            service: text(service),
            item: String::new(),
            group: None,
            period: text(period),
            population: text(POPULATION),
            method_id: String::new(),
            method_version: 0,
            unit: String::new(),
            status: text("suppressed"),
            n: None,
            value: None,
            low: None,
            high: None,
            reference: None,
        }
    }

    /// The same of this method, item and group.
    pub(super) fn of(&self, method: Method, item: Item, group: Option<String>) -> Self {
        Self {
            item: item.as_str().to_owned(),
            group,
            method_id: method.id.to_owned(),
            method_version: method.version,
            unit: method.unit().as_str().to_owned(),
            ..self.clone()
        }
    }

    /// Not told, for this reason.
    pub(super) fn because(self, status: &str) -> Self {
        Self { status: status.to_owned(), ..self }
    }

    /// A whole number of so many answers, with its range.
    pub(super) fn showing(self, n: u64, whole: Whole, range: Interval) -> Self {
        let status = match whole {
            Whole::Below5 => "at-most",
            Whole::Just(_) => "published",
            Whole::Above95 => "at-least",
        };
        Self { n: Some(n), value: Some(whole.drawn().into()), ..self.because(status).between(range) }
    }

    /// With these ends, from 0 to 100, rounded once.
    pub(super) fn between(self, range: Interval) -> Self {
        let range = range.within(0.0, 100.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an end is from 0 to 100")]
        let whole = |end: f64| Some(round_half_up(end) as u64);
        Self { low: whole(range.low), high: whole(range.high), ..self }
    }

    /// The number with its range, where it has both.
    pub(super) fn number(&self) -> Option<Number> {
        let (value, (low, high)) = (self.value?, self.low.zip(self.high)?);
        let (least, most) = match self.status.as_str() {
            "at-most" => (0, value),
            "at-least" => (value, 100),
            _ => (value, value),
        };
        let method = Method::ALL.into_iter().find(|method| method.id == self.method_id)?;
        Some(Number {
            n: self.n.unwrap_or(0),
            mark: Mark { least, most, low, high },
            is_comparable: false,
            method: Method { version: self.method_version, ..method },
        })
    }

    /// What it tells.
    pub(super) fn told(&self) -> Told {
        self.number().map_or(Told::Withheld, Told::Number)
    }

    /// Whether it is of this method.
    pub(super) fn is(&self, method: Method) -> bool {
        self.method_id == method.id
    }
}
