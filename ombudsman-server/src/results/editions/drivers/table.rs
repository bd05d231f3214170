//! A table of what this part tells of a service: a row each, and a label beside every number on a phone.

use askama::Template;

use crate::results::editions::table::Value;
use crate::results::editions::told::Number;
use crate::words::Words;

/// The table.
#[derive(Template)]
#[template(path = "results/service_table.html")]
pub(in crate::results::editions) struct Table {
    pub caption: String,
    /// Of what a row is, then what its numbers are.
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
}

/// A row.
pub(in crate::results::editions) struct Row {
    pub name: String,
    pub values: Vec<Value>,
}

impl Table {
    pub(super) fn of(caption: &str, columns: &[&str], rows: Vec<Row>, words: &Words) -> Self {
        let text = |id: &&str| words.text(id);
        Self { caption: words.text(caption), columns: columns.iter().map(text).collect(), rows }
    }
}

/// A number without a range.
pub(super) fn plain(number: Option<u64>, words: &Words) -> Value {
    Value { shown: number.map(|number| words.number(number)), range: None }
}

/// How many answered.
pub(super) fn answers(number: Option<&Number>, words: &Words) -> Value {
    plain(number.map(|number| number.n), words)
}
