//! The numbers of a survey as a page shows them: said in sentences first, then in tables. Everything comes from the document that
//! is published.

use feedback::Language;

use super::about::{ALL, Both};
use super::figure::Figure;
use super::{Document, Kind, Measure, RangeKind, units};
use crate::results::editions::Value;
use crate::words::Words;

/// A matter: a service, or all units together.
pub(super) struct Section {
    /// What it is about.
    pub title: String,
    /// What is said of it.
    pub said: Vec<String>,
    /// A chart, where there is one.
    pub chart: Option<String>,
    /// Its numbers.
    pub tables: Vec<Table>,
}

/// A table.
pub(super) struct Table {
    /// What it is of.
    pub caption: String,
    /// The names of its columns, that of the rows first.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<Line>,
}

/// A row.
pub(super) struct Line {
    /// What it is about.
    pub name: String,
    /// Its numbers, in the order of the columns.
    pub values: Vec<Value>,
}

/// A document, to be said in these words.
pub(super) struct Reading<'a> {
    pub document: &'a Document,
    pub words: &'a Words,
    pub language: Language,
}

impl Reading<'_> {
    /// Everything that is told.
    pub(super) fn sections(&self) -> Vec<Section> {
        if self.document.population == Kind::Engagement {
            return vec![units::shown::section(self)];
        }
        let services = self.document.about.services.iter().map(|service| service.slug.as_str());
        services.map(|slug| self.service(slug)).collect()
    }

    fn service(&self, slug: &str) -> Section {
        let title = self.document.services.get(slug).map_or(slug, |service| match self.language {
            Language::French => service.fr.as_str(),
            _ => service.en.as_str(),
        });
        let title = title.to_owned();
        if self.find(slug, ALL, Measure::Answered).is_none_or(|answered| answered.value.is_none()) {
            let said = vec![self.words.text("populations-few")];
            return Section { title, said, chart: None, tables: Vec::new() };
        }
        let is_of_visits = self.document.population == Kind::MysteryShopping;
        let (said, tables) = if is_of_visits {
            (self.observed(slug), vec![self.criteria(slug)])
        } else {
            (self.answered(slug), vec![self.items(slug), self.groups(slug)])
        };
        let tables = tables.into_iter().filter(|table| !table.rows.is_empty()).collect();
        Section { title, said, chart: None, tables }
    }

    /// The number of this service, item and measure; that of all its groups together.
    pub(super) fn find(&self, service: &str, item: &str, measure: Measure) -> Option<&Figure> {
        self.document.figures.iter().find(|figure| {
            figure.service == service
                && figure.item == item
                && figure.method_id == measure
                && figure.rating.is_none()
                && (figure.channel.as_str(), figure.language.as_str()) == (ALL, ALL)
        })
    }

    /// A text of the survey's own, in the page's language.
    pub(super) fn own<'b>(&self, both: &'b Both) -> &'b str {
        if self.language == Language::French { &both.fr } else { &both.en }
    }

    /// A count.
    pub(super) fn count(&self, figure: Option<&Figure>) -> String {
        let count = figure.and_then(|figure| figure.value).and_then(|value| u64::try_from(value).ok());
        count.map_or_else(|| self.words.text("editions-not-shown"), |count| self.words.number(count))
    }

    /// A number and its range, as a table shows it.
    pub(super) fn value(&self, figure: Option<&Figure>) -> Value {
        let number =
            |value: Option<i64>| value.and_then(|value| u64::try_from(value).ok()).map(|n| self.words.number(n));
        let Some(figure) = figure else { return Value::default() };
        let shown = number(figure.value).map(|shown| match figure.status.as_str() {
            "at-most" => self.words.with("editions-at-most", "number", shown),
            "at-least" => self.words.with("editions-at-least", "number", shown),
            _ => shown,
        });
        let range = number(figure.low)
            .zip(number(figure.high))
            .map(|(low, high)| self.words.with_all("editions-range", &[("low", low.into()), ("high", high.into())]));
        Value { shown, range }
    }

    /// What is said of people who answered about a service.
    fn answered(&self, slug: &str) -> Vec<String> {
        let invited = self.document.about.service(slug).and_then(|service| service.invited).unwrap_or_default();
        let asked = [
            ("answered", self.count(self.find(slug, ALL, Measure::Answered)).into()),
            ("invited", self.words.number(invited).into()),
            ("percent", self.count(self.find(slug, ALL, Measure::Response)).into()),
        ];
        let mut said = vec![self.words.with_all("populations-answered", &asked)];
        let weighted = self.find(slug, "overall", Measure::WeightedScore);
        if let Some(figure) = weighted.filter(|figure| figure.value.is_some()) {
            said.extend(self.score("populations-score-weighted", figure));
        } else if let Some(figure) = self.find(slug, "overall", Measure::Score).filter(|figure| figure.value.is_some())
        {
            said.extend(self.score("populations-score", figure));
        }
        if weighted.is_some_and(|figure| figure.value.is_none()) {
            said.push(self.words.text("populations-not-weighted"));
        }
        if let Some(effective) = self.find(slug, "overall", Measure::Effective) {
            said.push(self.words.with("populations-effective", "number", self.count(Some(effective))));
        }
        said.extend(self.evenness(slug));
        said
    }

    fn score(&self, id: &str, figure: &Figure) -> Vec<String> {
        let shown = self.value(Some(figure)).shown.unwrap_or_default();
        let mut said = vec![self.words.with(id, "score", shown)];
        said.extend(self.range(figure, ["populations-range-confidence", "populations-range-if-drawn"]));
        said
    }

    /// What is said of a range: of a confidence interval the first sentence, else the second.
    pub(super) fn range(&self, figure: &Figure, [confidence, if_drawn]: [&str; 2]) -> Option<String> {
        let (low, high) = figure.low.zip(figure.high)?;
        let end = |end: i64| self.words.number(u64::try_from(end).unwrap_or(0));
        let id = if figure.range == Some(RangeKind::Confidence) { confidence } else { if_drawn };
        Some(self.words.with_all(id, &[("low", end(low).into()), ("high", end(high).into())]))
    }

    fn evenness(&self, slug: &str) -> Vec<String> {
        let Some(light) = self.find(slug, ALL, Measure::Light).and_then(|figure| figure.value) else {
            return Vec::new();
        };
        let mut said = vec![self.words.text(&["populations-even-", &light.to_string()].concat())];
        let of = |measure| self.find(slug, ALL, measure).and_then(|figure| figure.value);
        if let (Some(r), Some(cv)) = (of(Measure::Evenness), of(Measure::Variation)) {
            let both = [("r", self.words.hundredths(r).into()), ("cv", self.words.hundredths(cv).into())];
            said.push(self.words.with_all("populations-even-numbers", &both));
        }
        said
    }

    /// The scores of each item.
    fn items(&self, slug: &str) -> Table {
        let items = super::ratings::ITEMS.map(feedback::Item::as_str);
        let items = || items.into_iter().filter(|item| self.find(slug, item, Measure::Score).is_some());
        let is_weighted = items().any(|item| self.find(slug, item, Measure::WeightedScore).is_some());
        let mut columns = vec![("populations-column-item", None), ("results-column-answers", None)];
        columns.push(("populations-column-score", Some(Measure::Score)));
        columns.extend(is_weighted.then_some(("populations-column-weighted", Some(Measure::WeightedScore))));
        columns.push(("editions-column-top-two", Some(Measure::TopTwo)));
        let row = |item: &str| {
            let n = self.find(slug, item, Measure::Score).and_then(|figure| figure.n);
            let answers = Value { shown: n.map(|n| self.words.number(n)), range: None };
            let measures = columns.iter().filter_map(|(_, measure)| *measure);
            let numbers = measures.map(|measure| self.value(self.find(slug, item, measure)));
            let values = std::iter::once(answers).chain(numbers).collect();
            Line { name: self.words.text(&["item-", item].concat()), values }
        };
        let rows = items().map(row).collect();
        let columns = columns.iter().map(|(id, _)| self.words.text(id)).collect();
        Table { caption: self.words.text("populations-caption-items"), columns, rows }
    }

    /// How many of each group answered.
    fn groups(&self, slug: &str) -> Table {
        let own = self.document.figures.iter().filter(|figure| figure.service == slug);
        let people = own.clone().filter(|figure| figure.method_id == Measure::People);
        let row = |people: &Figure| {
            let is_it = |figure: &&Figure| {
                figure.method_id == Measure::Answered
                    && (&figure.channel, &figure.language) == (&people.channel, &people.language)
            };
            let answered = own.clone().find(is_it);
            let part =
                |beginning: &str, name: &str| (name != ALL).then(|| self.words.text(&[beginning, name].concat()));
            let parts = [part("channel-", &people.channel), part("language-", &people.language)];
            let name = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
            Line { name, values: vec![self.value(Some(people)), self.value(answered)] }
        };
        let rows = people.map(row).collect();
        let columns = ["populations-column-group", "populations-column-people", "results-column-answers"];
        let columns = columns.map(|id| self.words.text(id)).to_vec();
        Table { caption: self.words.text("populations-caption-groups"), columns, rows }
    }

    /// What is said of visits.
    fn observed(&self, slug: &str) -> Vec<String> {
        let visits = self.count(self.find(slug, ALL, Measure::Answered));
        let mut said = vec![self.words.with("populations-visits", "visits", visits)];
        if let Some(met) = self.find(slug, ALL, Measure::Met).filter(|figure| figure.value.is_some()) {
            let shown = self.value(Some(met)).shown.unwrap_or_default();
            said.push(self.words.with("populations-observed", "share", shown));
            let ids = ["populations-observed-range"; 2];
            said.push(self.range(met, ids).unwrap_or_else(|| self.words.text("populations-observed-chosen")));
        }
        said
    }

    fn criteria(&self, slug: &str) -> Table {
        let row = |criterion: &super::about::Criterion| {
            let met = self.find(slug, &criterion.name, Measure::Met);
            let n = met.and_then(|figure| figure.n).map(|n| self.words.number(n));
            let name = if self.language == Language::French { &criterion.fr } else { &criterion.en };
            Line { name: name.clone(), values: vec![Value { shown: n, range: None }, self.value(met)] }
        };
        let rows = self.document.about.criteria.iter().map(row).collect();
        let columns = ["populations-column-criterion", "populations-column-visits", "populations-column-met"];
        let columns = columns.map(|id| self.words.text(id)).to_vec();
        Table { caption: self.words.text("populations-caption-criteria"), columns, rows }
    }
}
