//! Engagement and satisfaction as a page shows them: a chart of the units, the sentence that it is an association and no cause, and
//! every number in a table.

use askama::Template;

use super::FEWEST_UNITS;
use crate::results::chart::Scatter;
use crate::results::measures::real;
use crate::results::populations::about::ALL;
use crate::results::populations::sections::{Line, Reading, Section, Table};
use crate::results::populations::{Measure, figure::Figure};

/// Everything that is told of units.
pub(in crate::results::populations) fn section(reading: &Reading<'_>) -> Section {
    let words = reading.words;
    let (mut said, chart) = match line(reading) {
        Some(line) => (together(reading), chart(reading, line)),
        None => (vec![words.with("populations-units-few", "number", FEWEST_UNITS.to_string())], None),
    };
    said.extend(
        reading.document.against.as_ref().map(|edition| words.with("populations-against", "edition", edition.as_str())),
    );
    Section { title: words.text("populations-units-title"), said, chart, tables: vec![table(reading)] }
}

/// The points of the units that have both numbers.
fn points(reading: &Reading<'_>) -> Vec<(String, [u64; 2])> {
    let value = |unit: &str, measure| {
        let told = reading.find(ALL, unit, measure).filter(|figure| figure.status == "published");
        told.and_then(|figure| figure.value).and_then(|value| u64::try_from(value).ok())
    };
    let both = |unit: &str| Some([value(unit, Measure::Engagement)?, value(unit, Measure::ServicesAverage)?]);
    let units = reading.document.units.iter();
    units.filter_map(|(unit, name)| Some((reading.own(name).to_owned(), both(unit)?))).collect()
}

/// The slope of the line and where it begins, as far as they are told: it goes through the mean of the points.
fn line(reading: &Reading<'_>) -> Option<(f64, f64)> {
    let slope = hundredths(reading, Measure::Slope)?;
    let points = points(reading);
    let n = real(u64::try_from(points.len()).ok()?);
    let mean = |place: usize| points.iter().map(|(_, point)| real(point[place])).sum::<f64>() / n;
    let slope = f64::from(i32::try_from(slope).ok()?) / 100.0;
    Some((slope, slope.mul_add(-mean(0), mean(1))))
}

fn hundredths(reading: &Reading<'_>, measure: Measure) -> Option<i64> {
    reading.find(ALL, ALL, measure).and_then(|figure| figure.value)
}

/// What is said of how the two go together.
fn together(reading: &Reading<'_>) -> Vec<String> {
    let words = reading.words;
    let slope = reading.find(ALL, ALL, Measure::Slope);
    let number = |of: fn(&Figure) -> Option<i64>| slope.and_then(of).map_or_else(String::new, |n| words.hundredths(n));
    let units = slope.and_then(|figure| figure.n).map_or_else(String::new, |n| words.number(n));
    let values = [
        ("units", units.into()),
        ("slope", number(|figure| figure.value).into()),
        ("low", number(|figure| figure.low).into()),
        ("high", number(|figure| figure.high).into()),
    ];
    let mut said = vec![words.text("populations-association"), words.with_all("populations-slope", &values)];
    let both = hundredths(reading, Measure::Pearson).zip(hundredths(reading, Measure::Spearman));
    said.extend(both.map(|(pearson, spearman)| {
        let values = [("pearson", words.hundredths(pearson).into()), ("spearman", words.hundredths(spearman).into())];
        words.with_all("populations-coefficients", &values)
    }));
    said
}

fn chart(reading: &Reading<'_>, line: (f64, f64)) -> Option<String> {
    let words = reading.words;
    let points = points(reading);
    let told = points.iter().map(|(name, [engagement, score])| {
        let numbers =
            [("unit", name.as_str().into()), ("engagement", (*engagement).into()), ("score", (*score).into())];
        words.with_all("populations-chart-point", &numbers)
    });
    let scatter = Scatter {
        title: words.text("populations-chart-title"),
        description: told.collect::<Vec<_>>().join(" "),
        across: words.text("populations-column-engagement"),
        up: words.text("populations-column-clients"),
        points: points.iter().map(|(_, point)| *point).collect(),
        line,
    };
    scatter.render().ok()
}

/// Every number of each unit, in the order of their names in data.
fn table(reading: &Reading<'_>) -> Table {
    let columns = ["unit", "engagement", "clients"].map(|name| ["populations-column-", name].concat());
    let [unit, engagement, clients] = columns.map(|id| reading.words.text(&id));
    let columns = vec![unit, reading.words.text("results-column-answers"), engagement, clients];
    let row = |(unit, name): (&String, &crate::results::populations::about::Both)| {
        let of = |measure| reading.value(reading.find(ALL, unit, measure));
        let values = [Measure::Answered, Measure::Engagement, Measure::ServicesAverage].map(of).into();
        Line { name: reading.own(name).to_owned(), values }
    };
    let rows = reading.document.units.iter().map(row).collect();
    Table { caption: reading.words.text("populations-units-title"), columns, rows }
}
