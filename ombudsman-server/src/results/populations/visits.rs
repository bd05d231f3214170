//! Mystery shopping: what people saw who were sent to look. It is what was observed, and nobody's satisfaction.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::about::{ALL, About};
use super::figure::Figure;
use super::keys::Keys;
use super::rows::{Row, read};
use super::{ImportError, Measure, RowFault};
use crate::results::disclosure::{Tier, publishable};
use crate::results::measures::real;

/// The visits to a service.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Visits {
    /// How many.
    pub visits: u64,
    /// By criterion.
    pub criteria: BTreeMap<String, Judged>,
}

/// What became of a criterion.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judged {
    /// How many visits found it met.
    pub met: u64,
    /// How many did not.
    pub unmet: u64,
}

impl Judged {
    const fn n(self) -> u64 {
        self.met + self.unmet
    }

    fn and(self, other: Self) -> Self {
        Self { met: self.met + other.met, unmet: self.unmet + other.unmet }
    }
}

/// The visits to each service, and how many there were.
pub(super) fn visits(about: &About, file: &[u8]) -> Result<(BTreeMap<String, Visits>, u64), ImportError> {
    let mut found: BTreeMap<String, Visits> = BTreeMap::new();
    let criteria: Vec<&str> = about.criteria.iter().map(|criterion| criterion.name.as_str()).collect();
    let needed: Vec<&str> = ["service"].into_iter().chain(criteria.iter().copied()).collect();
    let rows = read(file, (&needed, &[]), |row| {
        let service = about.service(row.need("service")?).ok_or(RowFault::Service)?;
        let judged = judged(row, &criteria)?;
        let visits = found.entry(service.slug.clone()).or_default();
        visits.visits += 1;
        for (name, is_met) in judged {
            let judged = visits.criteria.entry(name.to_owned()).or_default();
            *judged = judged.and(Judged { met: is_met.into(), unmet: (!is_met).into() });
        }
        Ok(())
    })?;
    Ok((found, rows))
}

/// Which criteria a visit could judge, and whether each was met.
fn judged<'a>(row: &Row<'_>, criteria: &[&'a str]) -> Result<Vec<(&'a str, bool)>, RowFault> {
    let mut judged = Vec::new();
    for name in criteria {
        match row.get(name) {
            Some("yes") => judged.push((*name, true)),
            Some("no") => judged.push((*name, false)),
            Some("n/a") => {}
            _ => return Err(RowFault::Judged((*name).to_owned())),
        }
    }
    if judged.is_empty() { Err(RowFault::Silent) } else { Ok(judged) }
}

impl Visits {
    /// Every number of a service, in a fixed order: all criteria together, then each.
    pub(super) fn figures(&self, about: &About, service: &str, keys: &Keys<'_>) -> Vec<Figure> {
        let tier = Tier::of(self.visits);
        let bare = |item: &str, measure| Figure::bare(service, item, measure, tier);
        if tier == Tier::Suppressed {
            return vec![bare(ALL, Measure::Answered)];
        }
        let visits = keys.rounded(&[service, "visits"], self.visits);
        let mut figures = vec![bare(ALL, Measure::Answered).telling_if(i64::try_from(visits).ok())];
        let all = self.criteria.values().fold(Judged::default(), |all, judged| all.and(*judged));
        // What one visit finds goes together: for the range of all criteria, each visit says one thing.
        figures.push(share(bare(ALL, Measure::Met).of(visits), all, visits, about.is_drawn));
        for criterion in &about.criteria {
            let judged = self.criteria.get(&criterion.name).copied().unwrap_or_default();
            let bare = Figure::bare(service, &criterion.name, Measure::Met, Tier::of(judged.n()));
            if publishable(judged.n()) {
                let n = keys.rounded(&[service, "visits", &criterion.name], judged.n());
                figures.push(share(bare.of(n), judged, n, about.is_drawn));
            } else {
                figures.push(bare);
            }
        }
        figures
    }
}

fn share(bare: Figure, judged: Judged, n: u64, is_drawn: bool) -> Figure {
    bare.sharing(scorecard(judged.met, judged.n()), n, is_drawn)
}

/// The share of criteria that were met among those that could be judged, 0 to 1.
#[must_use]
pub fn scorecard(met: u64, judged: u64) -> f64 {
    if judged == 0 { 0.0 } else { real(met) / real(judged) }
}
