//! The calendars and standards that the office knows by name: `presets.toml`, read once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Time;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::{Standard, Terms};
use crate::calendar::{Calendar, Rule};

#[derive(Deserialize)]
struct Presets {
    calendars: BTreeMap<String, Closing>,
    standards: BTreeMap<String, Preset>,
}

#[derive(Deserialize)]
struct Closing {
    closing: Vec<Rule>,
}

#[derive(Deserialize)]
struct Preset {
    calendar: String,
    zone: String,
    /// The zone by its rule, for machines that carry no time zone data.
    zone_by_rule: String,
    closes_at: Time,
    #[serde(flatten)]
    terms: Terms,
}

static PRESETS: LazyLock<Presets> =
    LazyLock::new(|| toml::from_str(include_str!("presets.toml")).expect("the presets of this program can be read"));

static FEDERAL: LazyLock<Standard> =
    LazyLock::new(|| named("canada-federal").expect("the presets of this program have its own office"));

/// The standard of this name.
#[must_use]
pub fn named(name: &str) -> Option<Standard> {
    let preset = PRESETS.standards.get(name)?;
    let calendar = Calendar::closing(&PRESETS.calendars.get(&preset.calendar)?.closing);
    let by_rule = || TimeZone::posix(&preset.zone_by_rule).unwrap_or(TimeZone::UTC);
    let zone = TimeZone::get(&preset.zone).unwrap_or_else(|_| by_rule());
    Some(Standard { closes_at: preset.closes_at, zone, calendar, terms: preset.terms })
}

/// The federal office's.
pub(super) fn federal() -> Standard {
    FEDERAL.clone()
}
