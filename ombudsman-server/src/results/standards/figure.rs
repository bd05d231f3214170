//! A standard as it is published: the same in both files.

use serde::Serialize;

use crate::registry::standards::{Counted, FiscalYear, ServiceStandard};

/// Digits of a target, and of a performance.
const TARGET_DIGITS: u32 = 6;
const PERFORMANCE_DIGITS: u32 = 4;

/// A standard of a service in a year. Its fields stand in the order of the columns.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Figure<'a> {
    pub organisation: &'a str,
    pub service: &'a str,
    pub fiscal_year: String,
    pub standard: &'a str,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub channel: &'static str,
    pub text_en: &'a str,
    pub text_fr: &'a str,
    pub status: &'static str,
    pub target: Option<f64>,
    pub volume: Option<u64>,
    pub met: Option<u64>,
    pub performance: Option<f64>,
    pub results_en: Option<&'a str>,
    pub results_fr: Option<&'a str>,
}

impl<'a> Figure<'a> {
    /// As a standard of this year is published.
    pub(super) fn of(year: FiscalYear, standard: &'a ServiceStandard) -> Self {
        let [text_en, text_fr] = &standard.text;
        let [results_en, results_fr] = &standard.results;
        let counted = standard.counted;
        let performance = counted.and_then(|counted| counted.rounded(10_u32.pow(PERFORMANCE_DIGITS)));
        Self {
            organisation: &standard.organisation,
            service: &standard.service,
            fiscal_year: year.to_string(),
            standard: &standard.id,
            kind: standard.kind.as_str(),
            channel: standard.channel.as_str(),
            text_en,
            text_fr,
            status: standard.outcome().as_str(),
            target: standard.target.and_then(|target| share(target.millionths(), TARGET_DIGITS)),
            volume: counted.map(Counted::volume),
            met: counted.map(Counted::met),
            performance: performance.and_then(|performance| share(performance, PERFORMANCE_DIGITS)),
            results_en: results_en.as_deref(),
            results_fr: results_fr.as_deref(),
        }
    }
}

/// The number nearest to so many parts of a whole: read from its digits, so that it is written with the same.
fn share(parts: u64, digits: u32) -> Option<f64> {
    let whole = 10_u64.pow(digits);
    format!("{}.{:0width$}", parts / whole, parts % whole, width = digits as usize).parse().ok()
}
