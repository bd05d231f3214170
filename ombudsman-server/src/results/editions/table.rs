//! The numbers of an edition as a page shows them: by organisation and service, or all of one service.

use std::collections::BTreeMap;

use feedback::Language;

use super::cut::Cut;
use super::figure::{ALL, Figure};
use super::told::Number;
use super::{Document, Quarter};
use crate::results::measures::Method;
use crate::words::Words;

/// The services of an organisation.
pub struct Tables {
    /// The organisation's name.
    pub organisation: String,
    /// All its services together, then each.
    pub lines: Vec<Line>,
}

/// A row: what it is about, how many answered, and the numbers.
pub struct Line {
    /// The service's name in addresses; none for all services together.
    pub service: Option<String>,
    /// What people call it.
    pub name: String,
    /// About how many answered, where that is told.
    pub answers: Option<String>,
    /// The numbers, in the order of the columns.
    pub values: Vec<Value>,
}

/// A number, or that there is none to show.
#[derive(Default)]
pub struct Value {
    /// It.
    pub shown: Option<String>,
    /// Where it would plausibly be.
    pub range: Option<String>,
}

impl Tables {
    /// Everyone's satisfaction as a whole: score and share of the two best, by organisation and service.
    #[must_use]
    pub fn of(document: &Document, language: Language, words: &Words) -> Vec<Self> {
        let wholes = document.figures.iter().filter(|figure| {
            figure.item == "overall" && figure.channel == ALL && figure.language == ALL && figure.rating.is_none()
        });
        let mut rows: BTreeMap<(&str, Option<String>), Vec<&Figure>> = BTreeMap::new();
        for figure in wholes {
            rows.entry((&figure.organisation, figure.cut().service)).or_default().push(figure);
        }
        let mut tables: Vec<Self> = Vec::new();
        let mut last = "";
        for ((organisation, service), figures) in rows {
            if organisation != last {
                last = organisation;
                let organisation = document.organisation_name(organisation, language).to_owned();
                tables.push(Self { organisation, lines: Vec::new() });
            }
            let Some(table) = tables.last_mut() else { continue };
            let names = service.as_ref().and_then(|slug| document.services.get(slug));
            let name =
                names.map_or_else(|| words.text("editions-all-services"), |names| names.name(language).to_owned());
            table.lines.push(Line::of(service, name, &figures, words));
        }
        tables
    }

    /// The scores of one service: as a whole, by channel, by language; a column for each item. Nothing where nobody rated it.
    #[must_use]
    pub fn of_service(document: &Document, service: &str, words: &Words) -> Vec<Line> {
        let own = document.figures.iter().filter(|figure| figure.service == service && figure.is_score());
        let mut rows: BTreeMap<Cut, Vec<&Figure>> = BTreeMap::new();
        for figure in own {
            rows.entry(figure.cut()).or_default().push(figure);
        }
        let line = |(cut, figures): (Cut, Vec<&Figure>)| {
            let name = match (&cut.channel, &cut.language) {
                (Some(channel), _) => words.text(&["channel-", channel].concat()),
                (None, Some(language)) => words.text(&["language-", language].concat()),
                (None, None) => words.text("editions-everyone"),
            };
            let of_item = |item: &feedback::Item| {
                let figure = figures.iter().find(|figure| figure.item == item.as_str());
                figure.map_or_else(Value::default, |figure| Value::of(figure, words))
            };
            let first = figures.iter().find(|figure| figure.item == "overall");
            let answers = first.and_then(|figure| figure.n).map(|n| words.number(n));
            Line { service: None, name, answers, values: super::cube::ITEMS.iter().map(of_item).collect() }
        };
        rows.into_iter().map(line).collect()
    }
}

impl Line {
    fn of(service: Option<String>, name: String, figures: &[&Figure], words: &Words) -> Self {
        let value = |method: Method| {
            let figure = figures.iter().find(|figure| figure.method_id == method.id);
            figure.map_or_else(Value::default, |figure| Value::of(figure, words))
        };
        let answers = figures.iter().find_map(|figure| figure.n).map(|n| words.number(n));
        Self { service, name, answers, values: vec![value(Method::SCORE), value(Method::TOP_TWO)] }
    }
}

impl Value {
    /// What is shown of a number.
    pub(super) fn of(figure: &Figure, words: &Words) -> Self {
        Number::of(figure).map_or_else(Self::default, |number| number.value(words))
    }
}

/// A quarter as people say it.
#[must_use]
pub fn quarter_in_words(quarter: Quarter, words: &Words) -> String {
    let id = ["editions-quarter-", &quarter.number().to_string()].concat();
    words.with(&id, "year", quarter.year().to_string())
}
