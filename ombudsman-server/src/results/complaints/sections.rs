//! The numbers about complaints as a page shows them: said in a sentence first, then in a table for each matter.

use std::collections::BTreeMap;

use super::Document;
use super::by_organisation::{FROM, STEP};
use super::cell::{Cell, SHARES};
use super::figure::{ALL, Figure};
use crate::results::measures::Method;
use crate::words::Words;

/// A matter: its numbers in a table, and what is said of them.
pub(in crate::results) struct Section {
    /// Its name in the words' ids.
    pub name: &'static str,
    /// The rows.
    pub rows: Vec<Row>,
    /// What is said below.
    pub said: Vec<String>,
}

/// A row: a cell, and how many complaints are in it.
pub(in crate::results) struct Row {
    /// The name of the cell in the words' ids.
    pub cell: &'static str,
    /// How many wholes of the same table it is a part of.
    pub depth: usize,
    /// How many, in words.
    pub number: String,
}

/// The matters, each with its cells.
const MATTERS: [(&str, &[Cell]); 8] = [
    (
        "taken-up",
        &[Cell::Received, Cell::ToAcknowledge, Cell::AcknowledgedInTime, Cell::AcknowledgedLate, Cell::Unacknowledged],
    ),
    ("answered", &[Cell::ToAnswer, Cell::AnsweredInTime, Cell::AnsweredLate, Cell::Unanswered]),
    (
        "how",
        &[
            Cell::Answered,
            Cell::Decided,
            Cell::Settled,
            Cell::ForAll,
            Cell::Otherwise,
            Cell::TurnedAway,
            Cell::Appeal,
            Cell::Elsewhere,
            Cell::Request,
            Cell::Court,
        ],
    ),
    ("found", &[Cell::Judged, Cell::Right, Cell::Upheld, Cell::PartlyUpheld, Cell::NotUpheld, Cell::NoFinding]),
    (
        "why",
        &[
            Cell::CauseCapacity,
            Cell::CauseProcedure,
            Cell::CauseTraining,
            Cell::CauseCommunication,
            Cell::CauseSystem,
            Cell::CauseData,
            Cell::CausePolicy,
            Cell::CauseError,
            Cell::CausePartner,
            Cell::CauseCircumstances,
            Cell::CauseUnknown,
        ],
    ),
    ("put-right", &[Cell::Promised, Cell::ToPutRight, Cell::PutRightInTime, Cell::PutRightLate, Cell::NotPutRight]),
    ("reviews", &[Cell::ReviewAsked, Cell::Reviewed, Cell::ReviewChanged, Cell::ReviewStood]),
    ("ended", &[Cell::Ended, Cell::Withdrawn, Cell::Silent, Cell::Together, Cell::Removed]),
];

/// A document, to be said in these words.
pub(super) struct Reading<'a> {
    pub document: &'a Document,
    pub words: &'a Words,
}

impl Reading<'_> {
    /// The most important in sentences.
    pub(super) fn lead(&self) -> Vec<String> {
        let number = |cell| self.number(cell).into();
        let words = self.words;
        let received = words.with("complaints-lead-received", "received", self.number(Cell::Received));
        let all = [
            ("all", number(Cell::ToAnswer)),
            ("intime", number(Cell::AnsweredInTime)),
            ("late", number(Cell::AnsweredLate)),
            ("open", number(Cell::Unanswered)),
        ];
        let answers = match self.count(Cell::ToAnswer).map(|figure| (figure.value, figure.status.as_str())) {
            Some((Some(0), _)) => Some(words.text("complaints-lead-nothing")),
            Some((Some(_), _)) => Some(words.with_all("complaints-lead-answers", &all)),
            Some((None, "fewer-than-10")) => Some(words.text("complaints-lead-few")),
            _ => None,
        };
        let judged = self.count(Cell::Judged).and_then(|figure| figure.value).filter(|judged| *judged > 0);
        let right = [("judged", number(Cell::Judged)), ("right", number(Cell::Right))];
        let right = judged.map(|_| words.with_all("complaints-lead-right", &right));
        [Some(received), answers, right].into_iter().flatten().collect()
    }

    /// How many complaints each organisation received, in words, by its name in addresses; nothing where that was not counted.
    pub(super) fn by_organisation(&self) -> BTreeMap<&str, String> {
        let figures = self.document.figures.iter().filter(|figure| !figure.is_about(ALL));
        figures.filter_map(|figure| Some((figure.organisation.as_deref()?, self.received(figure)))).collect()
    }

    fn received(&self, figure: &Figure) -> String {
        let words = self.words;
        match figure.value {
            Some(0) => words.text("complaints-nobody"),
            Some(least) => {
                let ends = [("from", words.number(least).into()), ("to", words.number(least + STEP - 1).into())];
                words.with_all("complaints-from-to", &ends)
            }
            None => words.with("complaints-below", "number", FROM),
        }
    }

    /// Every matter of which there is something to show.
    pub(super) fn sections(&self) -> Vec<Section> {
        let all = MATTERS.iter().map(|(name, cells)| self.section(name, cells));
        all.filter(|section| !section.rows.is_empty()).collect()
    }

    /// Whether a page shows a cell: not the parts of what nobody is in, nor of what is not told.
    fn is_shown(&self, cell: Cell) -> bool {
        let number = |cell| self.count(cell).and_then(|figure| figure.value);
        cell.breakdown().is_none_or(|breakdown| number(breakdown.whole) > Some(0))
    }

    fn section(&self, name: &'static str, cells: &[Cell]) -> Section {
        let depth = |cell: Cell| cell.with_wholes().skip(1).filter(|whole| cells.contains(whole)).count();
        let row = |cell: &Cell| Row { cell: cell.as_str(), depth: depth(*cell), number: self.number(*cell) };
        let shares = SHARES.iter().filter(|(part, _)| cells.contains(part)).filter_map(|(part, _)| self.share(*part));
        let days = [("complaints-days-half", Method::DAYS_HALF), ("complaints-days-most", Method::DAYS_NINE_IN_TEN)];
        let days = days.into_iter().filter(|_| cells.contains(&Cell::ToAnswer)).filter_map(|(id, method)| {
            let days = self.figure(Cell::ToAnswer, method)?.value?;
            Some(self.words.with(id, "days", days))
        });
        Section {
            name,
            rows: cells.iter().filter(|cell| self.is_shown(**cell)).map(row).collect(),
            said: shares.chain(days).collect(),
        }
    }

    fn figure(&self, cell: Cell, method: Method) -> Option<&Figure> {
        let mut figures = self.document.figures.iter().filter(|figure| figure.is_about(ALL));
        figures.find(|figure| figure.cell == cell && figure.method_id == method.id)
    }

    fn count(&self, cell: Cell) -> Option<&Figure> {
        self.figure(cell, Method::COMPLAINTS)
    }

    /// How many are in a cell.
    fn number(&self, cell: Cell) -> String {
        let words = self.words;
        match self.count(cell).map(|figure| (figure.value, figure.status.as_str())) {
            Some((Some(0), _)) => words.text("complaints-nobody"),
            Some((Some(number), _)) => words.with("complaints-about", "number", words.number(number)),
            Some((None, "fewer-than-10")) => words.text("complaints-few"),
            _ => words.text("editions-not-shown"),
        }
    }

    /// Which share of its whole a part is.
    fn share(&self, part: Cell) -> Option<String> {
        let words = self.words;
        let figure = self.figure(part, Method::COMPLAINT_SHARE)?;
        let (value, low, high) = (figure.value?, figure.low?, figure.high?);
        let share = match figure.status.as_str() {
            "at-most" => words.with("editions-at-most", "number", words.number(value)),
            "at-least" => words.with("editions-at-least", "number", words.number(value)),
            _ => words.number(value),
        };
        let what = words.text(&["complaints-cell-", part.as_str()].concat());
        let values = [
            ("what", what.into()),
            ("share", share.into()),
            ("low", words.number(low).into()),
            ("high", words.number(high).into()),
        ];
        Some(words.with_all("complaints-share", &values))
    }
}
