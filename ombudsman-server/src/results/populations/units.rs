//! How engaged the staff of units are, beside how satisfied the clients of their services are, as published of the cards. Over
//! units it is told how the two go together: an association, and no more.

pub(super) mod shown;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::about::{ALL, is_name, is_text};
use super::figure::{Figure, whole};
use super::inputs::Against;
use super::keys::Keys;
use super::rows::{Row, read};
use super::{ImportError, Measure, RowFault};
use crate::results::disclosure::{FEWEST, Tier};
use crate::results::inference::association;
use crate::results::measures::{real, round_half_up};

/// From so many units on an association is told; below, chance alone makes nearly any line. It is also the number of points from
/// which a trend may be claimed.
pub(super) const FEWEST_UNITS: usize = 8;

const COLUMNS: [&str; 7] = ["unit", "unit_en", "unit_fr", "services", "people", "answered", "engagement"];

/// A unit of which ten or more answered.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its name in data.
    pub name: String,
    /// What people call it, in English.
    pub en: String,
    /// In French.
    pub fr: String,
    /// The services on which it works.
    pub services: BTreeSet<String>,
    /// How many work there.
    pub people: u64,
    /// How many of them answered.
    pub answered: u64,
    /// How engaged they are, 0 to 100, to a whole number: nothing finer is published, so nothing finer is kept.
    pub engagement: u64,
}

/// The units of a file, in the order of their names, and how many there are.
pub(super) fn units(file: &[u8]) -> Result<(Vec<Unit>, u64), ImportError> {
    let (mut units, mut names) = (Vec::new(), BTreeSet::new());
    let rows = read(file, (&COLUMNS, &[]), |row| {
        let unit = unit(row)?;
        if !names.insert(unit.name.clone()) {
            return Err(RowFault::Twice);
        }
        units.push(unit);
        Ok(())
    })?;
    units.sort();
    Ok((units, rows))
}

fn unit(row: &Row<'_>) -> Result<Unit, RowFault> {
    let name = row.need("unit")?.to_owned();
    if !is_name(&name) || name == ALL {
        return Err(RowFault::Unit);
    }
    let text =
        |name| row.need(name).and_then(|text| is_text(text).then(|| text.to_owned()).ok_or(RowFault::Text(name)));
    let number = |name| {
        let number = row.need(name)?.parse::<u64>().ok();
        number.filter(|number| *number > 0).ok_or(RowFault::Number(name))
    };
    let (people, answered) = (number("people")?, number("answered")?);
    if answered > people {
        return Err(RowFault::TooMany);
    }
    if answered < FEWEST {
        return Err(RowFault::Few);
    }
    let services = row.need("services")?.split_whitespace().map(str::to_owned).collect();
    Ok(Unit {
        en: text("unit_en")?,
        fr: text("unit_fr")?,
        services,
        people,
        answered,
        engagement: engagement(row)?,
        name,
    })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 0 to 100")]
fn engagement(row: &Row<'_>) -> Result<u64, RowFault> {
    let score = row.need("engagement")?.parse::<f64>().ok().filter(|score| (0.0..=100.0).contains(score));
    score.map(|score| round_half_up(score) as u64).ok_or(RowFault::Engagement)
}

/// Every number about units, in a fixed order: of each unit, then over all that have both.
pub(super) fn figures(units: &[Unit], against: &Against, keys: &Keys<'_>) -> Vec<Figure> {
    let (mut figures, mut pairs) = (Vec::new(), Vec::new());
    for unit in units {
        let tier = Tier::of(unit.answered);
        let bare = |measure| Figure::bare(ALL, &unit.name, measure, tier);
        let answered = keys.rounded(&["unit", &unit.name], unit.answered);
        figures.push(bare(Measure::Answered).telling_if(i64::try_from(answered).ok()));
        figures.push(bare(Measure::Engagement).of(answered).with_open_ends(unit.engagement));
        let satisfaction = satisfaction(unit, against);
        figures
            .push(Figure::bare(ALL, &unit.name, Measure::ServicesAverage, Tier::Distribution).telling_if(satisfaction));
        let pair = figures.iter().rev().nth(1).filter(|figure| figure.status == "published");
        pairs.extend(pair.and_then(|figure| figure.value).zip(satisfaction));
    }
    figures.extend(together(&pairs));
    figures
}

/// How satisfied the clients of a unit's services are: the mean of their published scores, each service counted once; nothing
/// where one of them has none.
fn satisfaction(unit: &Unit, against: &Against) -> Option<i64> {
    let scores: Option<Vec<u64>> = unit.services.iter().map(|slug| against.scores.get(slug).copied()).collect();
    let scores = scores.filter(|scores| !scores.is_empty())?;
    let n = u64::try_from(scores.len()).ok()?;
    Some(whole(real(scores.iter().sum()) / real(n)))
}

/// How the two go together over units: from the numbers that are published, so that anybody can compute it again.
fn together(pairs: &[(i64, i64)]) -> Vec<Figure> {
    let n = u64::try_from(pairs.len()).unwrap_or(0);
    let bare = |measure| Figure::bare(ALL, ALL, measure, Tier::Distribution).of(n);
    let all = [Measure::Slope, Measure::Pearson, Measure::Spearman];
    let points = pairs.iter().filter_map(|(x, y)| Some((points(*x)?, points(*y)?)));
    let found = association(&points.collect::<Vec<_>>()).filter(|_| pairs.len() >= FEWEST_UNITS);
    let Some(found) = found else { return all.map(|measure| bare(measure).being("below-8")).to_vec() };
    let hundredths = |value: Option<f64>| value.map(|value| whole(100.0 * value));
    let range = crate::results::inference::Interval { low: 100.0 * found.range.low, high: 100.0 * found.range.high };
    vec![
        bare(Measure::Slope).telling_if(hundredths(Some(found.slope))).between(range, super::RangeKind::IfDrawn),
        bare(Measure::Pearson).telling_if(hundredths(found.pearson)),
        bare(Measure::Spearman).telling_if(hundredths(found.spearman)),
    ]
}

fn points(value: i64) -> Option<f64> {
    u64::try_from(value).ok().map(real)
}
