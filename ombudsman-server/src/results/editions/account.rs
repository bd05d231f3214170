//! What an edition tells of a service, for somebody who never learned statistics: a few sentences, and charts of the same numbers.

use feedback::Item;

use super::cube::ITEMS;
use super::figure::Figure;
use super::first::First;
use super::table::Value;
use super::told::{Number, Told};
use super::whole::Whole;
use crate::results::chart::{Rated, Ratings, Scored, Scores};
use crate::words::Words;

/// The sentences and charts.
pub(super) struct Account {
    /// How many answered, the score, and of whom it tells; or why there is none.
    pub lead: Vec<String>,
    /// The score and its parts; nothing where none is told.
    pub scores: Option<Scores>,
    /// What to look at first; nothing where the score is not told.
    pub first: Option<First>,
    /// How many gave one of the two best ratings.
    pub top_two: Option<String>,
    /// How many gave each rating.
    pub ratings: Option<Ratings>,
}

impl Account {
    pub(super) fn of(whole: &Whole<'_>, words: &Words) -> Self {
        let overall = whole.score(Item::Overall);
        Self {
            lead: lead(&overall, words),
            scores: scores(whole, words),
            first: overall.number().map(|overall| First::of(overall, whole, words)),
            top_two: whole.top_two().map(|share| top_two(&share, words)),
            ratings: ratings(whole, words),
        }
    }
}

fn lead(overall: &Told, words: &Words) -> Vec<String> {
    let number = match overall {
        Told::Number(number) => number,
        Told::Withheld => return vec![words.text("scores-lead-withheld")],
        Told::Nobody => return vec![words.text("scores-lead-nobody")],
    };
    let score = number.value(words).shown.unwrap_or_default();
    let said = [("answers", words.number(number.n).into()), ("score", score.into())];
    let ends = [("low", words.number(number.mark.low).into()), ("high", words.number(number.mark.high).into())];
    vec![words.with_all("scores-lead", &said), words.with_all("scores-lead-range", &ends)]
}

fn scores(whole: &Whole<'_>, words: &Words) -> Option<Scores> {
    let told = ITEMS.map(|item| (item, whole.score(item)));
    told.iter().any(|(_, told)| told.number().is_some()).then(|| {
        let line = |(item, told): &(Item, Told)| {
            line(words.text(&["item-", item.as_str()].concat()), told.value(words), words)
        };
        let row = |(item, told): &(Item, Told)| Scored {
            label: words.text(&["scores-item-", item.as_str()].concat()),
            shown: told.value(words).shown.unwrap_or_default(),
            mark: told.number().map(|number| number.mark),
            reference: None,
        };
        Scores {
            name: "scores",
            title: words.text("scores-title"),
            description: told.iter().map(line).collect::<Vec<_>>().join(" "),
            rows: told.iter().map(row).collect(),
        }
    })
}

/// A number with its range, said in a line.
pub(super) fn line(name: String, value: Value, words: &Words) -> String {
    let said = [("name", name.into()), ("shown", value.shown.unwrap_or_default().into())];
    match value.range {
        Some(range) => {
            let [name, shown] = said;
            words.with_all("scores-line-range", &[name, shown, ("range", range.into())])
        }
        None => words.with_all("scores-line", &said),
    }
}

fn top_two(share: &Number, words: &Words) -> String {
    let shown = share.value(words).shown.unwrap_or_default();
    words.with_all("ratings-top-two", &[("count", share.mark.most.into()), ("number", shown.into())])
}

fn ratings(whole: &Whole<'_>, words: &Words) -> Option<Ratings> {
    let rows: Vec<Rated> = whole.ratings().rev().map(|figure| rated(figure, words)).collect();
    let said = |row: &Rated| line(row.label.clone(), Value { shown: Some(row.shown.clone()), range: None }, words);
    (!rows.is_empty()).then(|| Ratings {
        title: words.text("ratings-title"),
        description: rows.iter().map(said).collect::<Vec<_>>().join(" "),
        rows,
    })
}

fn rated(figure: &Figure, words: &Words) -> Rated {
    let rating = figure.rating.unwrap_or_default().to_string();
    let name = words.text(&["card-point-", &rating].concat());
    let (shown, share) = match (figure.status.as_str(), figure.value) {
        ("over-95-percent", _) => (words.text("ratings-over-95"), Some(95)),
        (_, None) => (words.text("editions-not-shown"), None),
        (_, Some(0)) => (words.text("ratings-below-5"), Some(0)),
        (_, Some(count)) => {
            let share = Rated::share(count, figure.n.unwrap_or_default());
            (words.with("ratings-about", "number", words.number(count)), Some(share))
        }
    };
    Rated { label: format!("{rating} – {name}"), shown, share }
}
