//! The columns of the files of numbers, which are also the fields of a number in their JSON: one list for each, from which the
//! file is written and its schemas are made. What each means is in the words (`column-…`).

use serde_json::{Map, Value, json};

use super::in_both;

/// A column.
#[derive(Clone, Copy)]
pub(in crate::results) struct Column {
    pub name: &'static str,
    /// By which name the words say what it means; its own, unless another file has a column of its name.
    said: &'static str,
    holds: Holds,
}

/// What stands in a column.
#[derive(Clone, Copy)]
pub(in crate::results) enum Holds {
    Text,
    TextOrNothing,
    OneOf(&'static [&'static str]),
    /// A number of at least and at most.
    Whole(u64, Option<u64>),
    /// The same, or nothing.
    WholeOrNothing(u64, Option<u64>),
    /// A number below 0, 0 or above, or nothing.
    AnyWholeOrNothing,
    /// One of these, or nothing.
    OneOfOrNothing(&'static [&'static str]),
    /// A share from 0 to 1, or nothing.
    ShareOrNothing,
    /// An http(s) address, or nothing.
    AddressOrNothing,
}

/// A column of this name.
pub(in crate::results) const fn column(name: &'static str, holds: Holds) -> Column {
    Column { name, said: name, holds }
}

/// A column that means something else than the one of `results.csv` that has its name.
pub(in crate::results) const fn another(name: &'static str, said: &'static str, holds: Holds) -> Column {
    Column { name, said, holds }
}

/// The columns of `results.csv`, in their order.
pub(in crate::results::editions) const COLUMNS: [Column; 17] = [
    column("organisation", Holds::Text),
    column("service", Holds::Text),
    column("channel", Holds::Text),
    column("language", Holds::Text),
    column("item", Holds::OneOf(&["overall", "timeliness", "knowledge", "courtesy", "fairness", "outcome"])),
    column("period", Holds::Text),
    column("population", Holds::OneOf(&["card"])),
    column("method_id", Holds::OneOf(&["service-quality-score", "top-two", "ratings"])),
    column("method_version", Holds::Whole(1, None)),
    column("unit", Holds::OneOf(&["points", "percent", "answers"])),
    column("rating", Holds::WholeOrNothing(1, Some(5))),
    column("tier", Holds::OneOf(&["T0", "T1", "T2", "T3"])),
    column("status", Holds::OneOf(&["published", "at-most", "at-least", "over-95-percent", "below-30", "suppressed"])),
    column("n", Holds::WholeOrNothing(0, None)),
    column("value", Holds::WholeOrNothing(0, None)),
    column("low", Holds::WholeOrNothing(0, Some(100))),
    column("high", Holds::WholeOrNothing(0, Some(100))),
];

/// The columns of `complaints.csv`, in their order.
const COMPLAINT_COLUMNS: [Column; 12] = [
    column("cell", Holds::Text),
    column("of", Holds::TextOrNothing),
    column("period", Holds::Text),
    another("population", "complaints-population", Holds::OneOf(&["complaints"])),
    column("method_id", Holds::OneOf(&["complaints", "complaint-share", "days-half", "days-nine-in-ten"])),
    column("method_version", Holds::Whole(1, None)),
    another("unit", "complaints-unit", Holds::OneOf(&["complaints", "percent", "working-days"])),
    column(
        "status",
        Holds::OneOf(&["published", "at-most", "at-least", "below-30", "below-100", "fewer-than-10", "suppressed"]),
    ),
    column("value", Holds::WholeOrNothing(0, None)),
    another("low", "complaints-low", Holds::WholeOrNothing(0, Some(100))),
    another("high", "complaints-high", Holds::WholeOrNothing(0, Some(100))),
    another("organisation", "complaints-organisation", Holds::Text),
];

/// Those of a part that was made by this version of its rules: the first told nothing by organisation.
pub(in crate::results) fn complaint_columns(method_version: i64) -> &'static [Column] {
    const ALL: &[Column] = &COMPLAINT_COLUMNS;
    match ALL.split_last() {
        Some((_, before)) if method_version < 2 => before,
        _ => ALL,
    }
}

/// The columns of `drivers.csv`, in their order.
pub(in crate::results) const DRIVER_COLUMNS: [Column; 15] = [
    column("organisation", Holds::Text),
    another("service", "drivers-service", Holds::Text),
    another(
        "item",
        "drivers-item",
        Holds::OneOf(&["overall", "timeliness", "knowledge", "courtesy", "fairness", "outcome", "achieved", "trust"]),
    ),
    column("group", Holds::TextOrNothing),
    column("period", Holds::Text),
    column("population", Holds::OneOf(&["card"])),
    column(
        "method_id",
        Holds::OneOf(&[
            "driver-ladder",
            "driver-importance-lmg",
            "driver-priority",
            "client-satisfaction-index",
            "achieved",
            "trust-by-satisfaction",
        ]),
    ),
    column("method_version", Holds::Whole(1, None)),
    another("unit", "drivers-unit", Holds::OneOf(&["points", "percent"])),
    column(
        "status",
        Holds::OneOf(&["published", "at-most", "at-least", "below-100", "below-300", "unclear", "suppressed"]),
    ),
    column("n", Holds::WholeOrNothing(0, None)),
    column("value", Holds::WholeOrNothing(0, Some(100))),
    column("low", Holds::WholeOrNothing(0, Some(100))),
    column("high", Holds::WholeOrNothing(0, Some(100))),
    column("reference", Holds::WholeOrNothing(0, Some(100))),
];

/// What `kinds` in `results.json` has of a service: a column would change the CSV of editions that are out.
pub(in crate::results) const KIND: Column = column(
    "kind",
    Holds::OneOf(&[
        "information",
        "registration",
        "permits",
        "benefits",
        "grants",
        "taxes",
        "inspection",
        "care",
        "learning",
        "justice",
    ]),
);

impl Column {
    /// What it means, in English and in French.
    pub(in crate::results) fn meaning(&self) -> [String; 2] {
        in_both(|words| words.text(&["column-", self.said].concat()))
    }

    /// Whether this may stand in it, as a table has it.
    #[cfg(test)]
    pub fn holds(&self, text: &str) -> bool {
        let is_within = |least: u64, most: Option<u64>| {
            text.parse::<u64>().is_ok_and(|number| least <= number && most.is_none_or(|most| number <= most))
        };
        match self.holds {
            Holds::Text => !text.is_empty(),
            Holds::TextOrNothing => true,
            Holds::OneOf(names) => names.contains(&text),
            Holds::Whole(least, most) => is_within(least, most),
            Holds::WholeOrNothing(least, most) => text.is_empty() || is_within(least, most),
            Holds::AnyWholeOrNothing => text.is_empty() || text.parse::<i64>().is_ok(),
            Holds::OneOfOrNothing(names) => text.is_empty() || names.contains(&text),
            Holds::ShareOrNothing => {
                text.is_empty() || text.parse::<f64>().is_ok_and(|share| (0.0..=1.0).contains(&share))
            }
            Holds::AddressOrNothing => text.is_empty() || text.starts_with("https://") || text.starts_with("http://"),
        }
    }

    /// As JSON Schema says it.
    pub(in crate::results) fn in_json(&self) -> Value {
        let whole = |kind: Value, least: u64, most: Option<u64>| {
            let mut said = json!({ "type": kind, "minimum": least });
            if let Some(most) = most {
                said["maximum"] = most.into();
            }
            said
        };
        match self.holds {
            Holds::Text => json!({ "type": "string", "minLength": 1 }),
            Holds::TextOrNothing => json!({ "type": ["string", "null"], "minLength": 1 }),
            Holds::OneOf(names) => json!({ "enum": names }),
            Holds::Whole(least, most) => whole(json!("integer"), least, most),
            Holds::WholeOrNothing(least, most) => whole(json!(["integer", "null"]), least, most),
            Holds::AnyWholeOrNothing => json!({ "type": ["integer", "null"] }),
            Holds::OneOfOrNothing(names) => {
                let names = names.iter().map(|name| json!(name));
                json!({ "enum": names.chain([Value::Null]).collect::<Vec<_>>() })
            }
            Holds::ShareOrNothing => json!({ "type": ["number", "null"], "minimum": 0, "maximum": 1 }),
            Holds::AddressOrNothing => json!({ "type": ["string", "null"], "pattern": "^https?://" }),
        }
    }

    /// As a Table Schema says it: its type, and what it is held to.
    pub(in crate::results) fn in_table(&self) -> (&'static str, Value) {
        let mut rules = Map::new();
        let kind = match self.holds {
            Holds::Text | Holds::TextOrNothing | Holds::AddressOrNothing => "string",
            Holds::OneOf(names) | Holds::OneOfOrNothing(names) => {
                rules.insert("enum".to_owned(), json!(names));
                "string"
            }
            Holds::Whole(least, most) | Holds::WholeOrNothing(least, most) => {
                rules.insert("minimum".to_owned(), least.into());
                rules.extend(most.map(|most| ("maximum".to_owned(), most.into())));
                "integer"
            }
            Holds::AnyWholeOrNothing => "integer",
            Holds::ShareOrNothing => {
                rules.insert("minimum".to_owned(), 0.into());
                rules.insert("maximum".to_owned(), 1.into());
                "number"
            }
        };
        let may_be_empty = matches!(
            self.holds,
            Holds::WholeOrNothing(..)
                | Holds::AnyWholeOrNothing
                | Holds::OneOfOrNothing(_)
                | Holds::TextOrNothing
                | Holds::ShareOrNothing
                | Holds::AddressOrNothing
        );
        rules.insert("required".to_owned(), (!may_be_empty).into());
        (kind, Value::Object(rules))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::ServiceKind;

    #[test]
    fn what_describes_an_edition_names_every_kind_of_service() {
        let kinds: Vec<&str> = ServiceKind::ALL.iter().map(|kind| kind.as_str()).collect();
        assert_eq!(KIND.in_json(), json!({ "enum": kinds }));
    }
}
