//! A published number of a survey, with what somebody needs to read it rightly. The names of its fields are those of the columns.

use serde::{Deserialize, Serialize};

use super::about::ALL;
use super::{Measure, RangeKind};
use crate::results::disclosure::{OptionShown, Tier, Whole};
use crate::results::inference::{Interval, wilson};
use crate::results::measures::{real, round_half_up};

/// One number, whole: where it counts in hundredths, 52 is 0.52.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The service, or `all`.
    pub service: String,
    /// The channel of a group, or `all`.
    pub channel: String,
    /// The language of a group, or `all`.
    pub language: String,
    /// What was rated or looked at, or which unit; `all` where it is none of these or all of them.
    pub item: String,
    /// What it measures.
    pub method_id: Measure,
    /// The version of how.
    pub method_version: u16,
    /// What it counts in.
    pub unit: String,
    /// The rating that was counted, 1 to 5, where the number is of one rating.
    pub rating: Option<u8>,
    /// `T0` to `T3`, by how many answered.
    pub tier: String,
    /// `published`, `at-most`, `at-least`, `over-95-percent`, `below-30`, `below-8`, `not-weighted` or `suppressed`.
    pub status: String,
    /// How many answered, to base 5; of the association, how many units.
    pub n: Option<u64>,
    /// The number.
    pub value: Option<i64>,
    /// From.
    pub low: Option<i64>,
    /// To.
    pub high: Option<i64>,
    /// What these two ends are.
    pub range: Option<RangeKind>,
}

impl Figure {
    /// A number of which nothing is told yet.
    pub(super) fn bare(service: &str, item: &str, measure: Measure, tier: Tier) -> Self {
        let tier = match tier {
            Tier::Suppressed => "T0",
            Tier::Score => "T1",
            Tier::TopTwo => "T2",
            Tier::Distribution => "T3",
        };
        Self {
            service: service.to_owned(),
            channel: ALL.to_owned(),
            language: ALL.to_owned(),
            item: item.to_owned(),
            method_id: measure,
            method_version: Measure::VERSION,
            unit: measure.unit().to_owned(),
            rating: None,
            tier: tier.to_owned(),
            status: "suppressed".to_owned(),
            n: None,
            value: None,
            low: None,
            high: None,
            range: None,
        }
    }

    /// The same with another status.
    pub(super) fn being(self, status: &str) -> Self {
        Self { status: status.to_owned(), ..self }
    }

    /// The same of so many answers.
    pub(super) fn of(self, n: u64) -> Self {
        Self { n: Some(n), ..self }
    }

    /// The same of a group.
    pub(super) fn among(self, channel: &str, language: &str) -> Self {
        Self { channel: channel.to_owned(), language: language.to_owned(), ..self }
    }

    /// The same with its number.
    pub(super) fn telling(self, value: i64) -> Self {
        Self { value: Some(value), ..self.being("published") }
    }

    /// The same with its number, if it has one.
    pub(super) fn telling_if(self, value: Option<i64>) -> Self {
        Self { value, ..self.being(if value.is_some() { "published" } else { "suppressed" }) }
    }

    /// The same between two ends.
    pub(super) fn between(self, Interval { low, high }: Interval, kind: RangeKind) -> Self {
        Self { low: Some(whole(low)), high: Some(whole(high)), range: Some(kind), ..self }
    }

    /// The same with a number whose ends stay open.
    pub(super) fn showing(self, whole: Whole) -> Self {
        let status = match whole {
            Whole::Below5 => "at-most",
            Whole::Just(_) => "published",
            Whole::Above95 => "at-least",
        };
        Self { value: Some(whole.drawn().into()), ..self.being(status) }
    }

    /// The same with a score of 0 to 100 whose ends stay open: that everybody said the best or the worst is not told.
    pub(super) fn with_open_ends(self, score: u64) -> Self {
        self.showing(match score {
            ..5 => Whole::Below5,
            96.. => Whole::Above95,
            _ => Whole::Just(u8::try_from(score).unwrap_or(100)),
        })
    }

    /// The same with how many gave a rating.
    pub(super) fn counting(self, rating: u8, option: OptionShown) -> Self {
        let (status, value) = match option {
            OptionShown::Count(count) => ("published", i64::try_from(count).ok()),
            OptionShown::Hidden => ("suppressed", None),
            OptionShown::Over95 => ("over-95-percent", None),
        };
        Self { rating: Some(rating), value, ..self.being(status) }
    }

    /// The same with a share of so many, as they are told: of a hundred, its ends open, and by Wilson where chance could
    /// have put it.
    pub(super) fn sharing(self, share: f64, n: u64, is_drawn: bool) -> Self {
        let (percent, told) = (whole(100.0 * share), |value, status| Self { value: Some(value), ..self.being(status) });
        let (told, [least, most]) = match percent {
            ..5 => (told(4, "at-most"), [0, 4]),
            96.. => (told(96, "at-least"), [96, 100]),
            _ => (told(percent, "published"), [percent, percent]),
        };
        if !is_drawn {
            return told;
        }
        let ends = |of_hundred: u8| wilson(f64::from(of_hundred) / 100.0 * real(n), real(n));
        let [least, most] = [least, most].map(|end| ends(u8::try_from(end).unwrap_or(100)));
        told.between(Interval { low: 100.0 * least.low, high: 100.0 * most.high }, RangeKind::Confidence)
    }

    /// Whether a number is told.
    pub(super) const fn is_told(&self) -> bool {
        self.value.is_some()
    }
}

/// The nearest whole number, halves away from zero.
#[expect(clippy::cast_possible_truncation, reason = "what is published is small")]
pub(super) fn whole(value: f64) -> i64 {
    round_half_up(value) as i64
}
