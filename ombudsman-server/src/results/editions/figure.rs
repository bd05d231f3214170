//! A published number, with all that somebody needs to read it rightly: how it was computed, of whom, over which time, by
//! which tier, and whether it is shown.

use serde::{Deserialize, Serialize};

use super::cut::Cut;
use crate::results::disclosure::{OptionShown, Shown, Tier, Whole};
use crate::results::inference::Interval;
use crate::results::measures::{Method, round_half_up};
use crate::results::store::POPULATION;

/// What stands where a service, a channel or a language would, if there is no such limit.
pub(super) const ALL: &str = "all";

/// One number. The names of its fields are those of the columns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The organisation's name in addresses.
    pub organisation: String,
    /// The service's, or `all`.
    pub service: String,
    /// The channel, or `all`.
    pub channel: String,
    /// The language of the card, or `all`.
    pub language: String,
    /// What was rated.
    pub item: String,
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
    /// The rating that was counted, 1 to 5, where the number is of one rating.
    pub rating: Option<u8>,
    /// `T0` to `T3`; what is withheld is `T0`, however many answered.
    pub tier: String,
    /// `published`, `at-most`, `at-least`, `over-95-percent`, `below-30`, or `suppressed`.
    pub status: String,
    /// How many answered, to base 5.
    pub n: Option<u64>,
    /// The number.
    pub value: Option<u64>,
    /// Where it would plausibly be, from; rounded once.
    pub low: Option<u64>,
    /// To.
    pub high: Option<u64>,
}

impl Figure {
    /// Whether it is the score, by which a cell is shown or not.
    pub(super) fn is_score(&self) -> bool {
        self.method_id == Method::SCORE.id
    }

    /// Whether nothing is told of its cell.
    #[must_use]
    pub fn is_suppressed(&self) -> bool {
        self.status == "suppressed"
    }

    /// Of whom it is, within its organisation.
    pub(super) fn cut(&self) -> Cut {
        let limit = |name: &str| (name != ALL).then(|| name.to_owned());
        Cut { service: limit(&self.service), channel: limit(&self.channel), language: limit(&self.language) }
    }

    /// The numbers of a cell; of one that is withheld, that they are.
    pub(super) fn of_cell(organisation: &str, cut: &Cut, item: &str, period: &str, shown: Option<&Shown>) -> Vec<Self> {
        let name = |limit: &Option<String>| limit.clone().unwrap_or_else(|| ALL.to_owned());
        let tier = match shown.map_or(Tier::Suppressed, |shown| shown.tier) {
            Tier::Suppressed => "T0",
            Tier::Score => "T1",
            Tier::TopTwo => "T2",
            Tier::Distribution => "T3",
        };
        let bare = |method: Method| Self {
            organisation: organisation.to_owned(),
            service: name(&cut.service),
            channel: name(&cut.channel),
            language: name(&cut.language),
            item: item.to_owned(),
            period: period.to_owned(),
            population: POPULATION.to_owned(),
            method_id: method.id.to_owned(),
            method_version: method.version,
            unit: method.unit().as_str().to_owned(),
            rating: None,
            tier: tier.to_owned(),
            status: "suppressed".to_owned(),
            n: shown.map(|shown| shown.n),
            value: None,
            low: None,
            high: None,
        };
        let Some(shown) = shown else { return vec![bare(Method::SCORE), bare(Method::TOP_TWO)] };
        let top_two = match shown.top_two {
            Some((share, range)) => bare(Method::TOP_TWO).showing(share, range),
            None => Self { status: "below-30".to_owned(), ..bare(Method::TOP_TWO) },
        };
        let ratings = (1..).zip(shown.distribution.into_iter().flatten());
        let ratings = ratings.map(|(rating, option)| bare(Method::RATINGS).counting(rating, option));
        [bare(Method::SCORE).showing(shown.score, shown.range), top_two].into_iter().chain(ratings).collect()
    }

    fn showing(self, whole: Whole, range: Interval) -> Self {
        let status = match whole {
            Whole::Below5 => "at-most",
            Whole::Just(_) => "published",
            Whole::Above95 => "at-least",
        };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an end is from 0 to 100")]
        let whole_end = |end: f64| Some(round_half_up(end) as u64);
        Self {
            status: status.to_owned(),
            value: Some(whole.drawn().into()),
            low: whole_end(range.low),
            high: whole_end(range.high),
            ..self
        }
    }

    fn counting(self, rating: u8, option: OptionShown) -> Self {
        let (status, value) = match option {
            OptionShown::Count(count) => ("published", Some(count)),
            OptionShown::Hidden => ("suppressed", None),
            OptionShown::Over95 => ("over-95-percent", None),
        };
        Self { rating: Some(rating), status: status.to_owned(), value, ..self }
    }
}
