//! A published number about complaints, with what somebody needs to read it rightly.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::by_organisation::{CELL, Received};
use super::cell::{Cell, SHARES};
use super::inputs::Alike;
use super::numbers::quantile;
use super::withhold::Told;
use crate::results::inference::wilson;
use crate::results::measures::{Method, real, round_half_up};

/// From how many complaints on, as they are told, a share and a median are told.
const SHARE_FROM: u64 = 30;

/// From how many on what nine in ten waited is told, so that about ten waited longer.
const NINE_IN_TEN_FROM: u64 = 100;

/// What stands in place of an organisation where a number is of the whole office.
pub(super) const ALL: &str = "all";

/// One number. The names of its fields are those of the columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The cell.
    pub cell: Cell,
    /// The whole of which it is a part, or a share.
    pub of: Option<Cell>,
    /// The method's name.
    pub method_id: String,
    /// Its version.
    pub method_version: u16,
    /// What the number counts in.
    pub unit: String,
    /// `published`, `at-most`, `at-least`, `below-30`, `below-100`, `fewer-than-10` or `suppressed`.
    pub status: String,
    /// The number.
    pub value: Option<u64>,
    /// Where chance alone could have put a share, from.
    pub low: Option<u64>,
    /// To.
    pub high: Option<u64>,
    /// The organisation whose services the complaints are about, or `all`. Editions of before told of the whole office alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
}

impl Figure {
    /// Every number about these complaints, in a fixed order: the counts, the shares, the days.
    pub(super) fn all(told: &BTreeMap<Cell, Told>, complaints: &[&Alike]) -> Vec<Self> {
        let of = |cell: Cell| told.get(&cell).copied().unwrap_or(Told::Withheld);
        let counts = Cell::ALL.iter().map(|cell| Self::count(*cell, of(*cell)));
        let shares = SHARES.iter().map(|(part, whole)| Self::share((*part, of(*part)), (*whole, of(*whole))));
        let all = of(Cell::ToAnswer);
        let days = [
            Self::days(Method::DAYS_HALF, all, SHARE_FROM, quantile(complaints, 50)),
            Self::days(Method::DAYS_NINE_IN_TEN, all, NINE_IN_TEN_FROM, quantile(complaints, 90)),
        ];
        counts.chain(shares).chain(days).collect()
    }

    /// Whether a number is told.
    pub(super) const fn is_told(&self) -> bool {
        self.value.is_some()
    }

    /// The same, said to be of an organisation, or of all.
    pub(super) fn about(self, organisation: &str) -> Self {
        Self { organisation: Some(organisation.to_owned()), ..self }
    }

    /// Whether it is of this organisation, or of all.
    pub(super) fn is_about(&self, organisation: &str) -> bool {
        self.organisation.as_deref().unwrap_or(ALL) == organisation
    }

    fn bare(cell: Cell, method: Method, status: &str) -> Self {
        Self {
            cell,
            of: cell.breakdown().map(|breakdown| breakdown.whole),
            method_id: method.id.to_owned(),
            method_version: method.version,
            unit: method.unit().as_str().to_owned(),
            status: status.to_owned(),
            value: None,
            low: None,
            high: None,
            organisation: None,
        }
    }

    fn count(cell: Cell, told: Told) -> Self {
        let status = match told {
            Told::Count(_) => "published",
            Told::Few => "fewer-than-10",
            Told::Withheld => "suppressed",
        };
        Self { value: told.count(), ..Self::bare(cell, Method::COMPLAINTS, status) }
    }

    /// How many complaints an organisation received.
    pub(super) fn received(received: Received) -> Self {
        let (status, value) = match received {
            Received::Nothing => ("published", Some(0)),
            Received::Below => ("below-30", None),
            Received::AtLeast(least) => ("at-least", Some(least)),
        };
        Self { value, ..Self::bare(CELL, Method::COMPLAINTS, status) }
    }

    /// A share of two numbers that are told: it tells nothing more.
    fn share((part, told): (Cell, Told), (whole, all): (Cell, Told)) -> Self {
        let bare = |status| Self { of: Some(whole), ..Self::bare(part, Method::COMPLAINT_SHARE, status) };
        let (told, all) = match (told, all) {
            (_, Told::Count(all)) if all < SHARE_FROM => return bare("below-30"),
            (Told::Count(told), Told::Count(all)) => (told, all),
            _ => return bare("suppressed"),
        };
        let range = wilson(real(told), real(all));
        let share = percent(real(told) / real(all));
        // Both are rounded: that all or nobody did is more than they say.
        let (status, value) = match share {
            0..5 => ("at-most", 4),
            96.. => ("at-least", 96),
            _ => ("published", share),
        };
        Self { value: Some(value), low: Some(percent(range.low)), high: Some(percent(range.high)), ..bare(status) }
    }

    fn days(method: Method, all: Told, from: u64, days: Option<u32>) -> Self {
        let bare = |status| Self { of: None, ..Self::bare(Cell::ToAnswer, method, status) };
        match all {
            Told::Count(all) if all >= from => Self { value: days.map(u64::from), ..bare("published") },
            Told::Count(_) => bare(if from > SHARE_FROM { "below-100" } else { "below-30" }),
            Told::Few | Told::Withheld => bare("suppressed"),
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share is from 0 to 1")]
fn percent(share: f64) -> u64 {
    round_half_up(100.0 * share) as u64
}
