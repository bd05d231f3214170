//! The overall score of a service or an organisation over quarters, in a chart, a table and a sentence on its last change.

use super::account::line;
use super::history::{Beside, Quarterly, beside, history};
use super::table::{Line, Value, quarter_in_words};
use super::told::{Number, Told};
use super::{Edition, Quarter, Whose};
use crate::house::House;
use crate::http::Failure;
use crate::results::chart::{Captions, Dot, Trend};
use crate::words::Words;

/// The chart, the table and the sentences.
pub struct Course {
    /// Nothing where there are not two quarters, or no score.
    pub chart: Option<Trend>,
    /// How the last score is beside the one before.
    pub change: Option<String>,
    /// What the chart does not draw, and where it parts.
    pub notes: Vec<String>,
    /// The quarters, the oldest first.
    pub lines: Vec<Line>,
}

impl Course {
    /// That of an organisation's services together, up to an edition.
    pub async fn of_organisation(
        house: &House,
        edition: &Edition,
        organisation: &str,
        words: &Words,
    ) -> Result<Self, Failure> {
        let quarters = history(house, edition, Whose::Organisation(organisation)).await?;
        Ok(Self::of(&quarters, words))
    }

    pub(super) fn of(quarters: &[Quarterly], words: &Words) -> Self {
        let lines: Vec<Line> = quarters.iter().map(|one| quarter_line(one, words)).collect();
        Self {
            chart: chart(quarters, words),
            change: beside(quarters).map(|(before, beside)| change(before, beside, words)),
            notes: notes(quarters, words),
            lines,
        }
    }
}

fn number(one: &Quarterly) -> Option<&Number> {
    one.told.as_ref().and_then(Told::number)
}

fn quarter_line(one: &Quarterly, words: &Words) -> Line {
    let missing = || Value { shown: Some(words.text("trend-no-edition")), range: None };
    Line {
        service: None,
        name: quarter_in_words(one.quarter, words),
        answers: number(one).map(|number| words.number(number.n)),
        values: vec![one.told.as_ref().map_or_else(missing, |told| told.value(words))],
    }
}

fn chart(quarters: &[Quarterly], words: &Words) -> Option<Trend> {
    let [first, .., last] = quarters else { return None };
    let dots: Vec<Option<Dot>> = quarters
        .iter()
        .map(|one| number(one).map(|Number { mark, method, .. }| Dot { mark: *mark, method: *method }))
        .collect();
    let said = |one: &Quarterly| {
        let Line { name, mut values, .. } = quarter_line(one, words);
        line(name, values.remove(0), words)
    };
    let captions = Captions {
        name: "trend".to_owned(),
        title: words.text("trend-title"),
        description: quarters.iter().map(said).collect::<Vec<_>>().join(" "),
        first: in_short(first.quarter, words),
        last: in_short(last.quarter, words),
        new_method: words.text("trend-new-method"),
    };
    dots.iter().any(Option::is_some).then(|| Trend::of(captions, &dots))
}

fn in_short(quarter: Quarter, words: &Words) -> String {
    let id = ["trend-quarter-", &quarter.number().to_string()].concat();
    words.with(&id, "year", quarter.year().to_string())
}

fn change(before: Quarter, beside: Beside, words: &Words) -> String {
    let id = match beside {
        Beside::OtherMethod => "trend-other-method",
        Beside::TooFew => "trend-too-few",
        Beside::AboutTheSame => "trend-about-the-same",
        Beside::Higher => "trend-higher",
        Beside::Lower => "trend-lower",
    };
    words.with(id, "quarter", quarter_in_words(before, words))
}

fn notes(quarters: &[Quarterly], words: &Words) -> Vec<String> {
    let without = quarters.iter().filter(|one| number(one).is_none());
    let gaps = without.map(|one| quarter_in_words(one.quarter, words)).collect::<Vec<_>>().join("; ");
    let shown: Vec<&Quarterly> = quarters.iter().filter(|one| number(one).is_some()).collect();
    let breaks =
        shown.windows(2).filter(|pair| number(pair[0]).map(|one| one.method) != number(pair[1]).map(|one| one.method));
    let breaks = breaks.map(|pair| words.with("trend-break", "quarter", quarter_in_words(pair[1].quarter, words)));
    let gaps = (!gaps.is_empty()).then(|| words.with("trend-gaps", "quarters", gaps));
    gaps.into_iter().chain(breaks).collect()
}
