//! The classes of records, and from when they are kept no longer.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Deserialize;

use crate::casework::{Label, Labels};

/// From when the time is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum After {
    Closed,
    Received,
}

/// A class of records.
#[derive(Debug, Clone, Deserialize)]
struct Class {
    months: i32,
    after: After,
    /// Whether the law wants it kept for that long even where its person asks to have it removed.
    #[serde(default)]
    is_owed: bool,
}

/// Read once. Text that is part of the program and cannot be read is caught by the tests of every build; a class that is
/// not there is kept.
static CLASSES: LazyLock<BTreeMap<String, Class>> =
    LazyLock::new(|| toml::from_str(include_str!("classes.toml")).unwrap_or_default());

/// What is known of a record that is to be removed one day.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The day on which it was received.
    pub received_on: Date,
    /// The day on which its case was closed; `None` where it has none.
    pub closed_on: Option<Date>,
    /// What a person saw in it.
    pub labels: Labels,
}

impl Kept {
    /// The names of its classes.
    fn classes(&self) -> impl Iterator<Item = &'static str> {
        let first = if self.closed_on.is_some() { "case" } else { "card" };
        std::iter::once(first).chain(self.labels.has(Label::Accessibility).then_some("accessibility"))
    }

    /// Its class, as it is counted: the one that keeps it longest.
    #[must_use]
    pub fn class(&self) -> &'static str {
        self.classes().max_by_key(|class| self.until(class)).unwrap_or("card")
    }

    fn until(&self, class: &str) -> Option<Date> {
        let class = CLASSES.get(class)?;
        let from = match class.after {
            After::Closed => self.closed_on.unwrap_or(self.received_on),
            After::Received => self.received_on,
        };
        Some(from.saturating_add(class.months.months()))
    }

    /// The last day on which it is kept, where its person asked to have it removed, or has not. Its own class ends with the
    /// request; what the law wants kept does not.
    #[must_use]
    pub fn kept_until(&self, is_asked: bool) -> Date {
        let owed = |class: &&str| !is_asked || CLASSES.get(*class).is_some_and(|class| class.is_owed);
        let days = self.classes().filter(owed).map(|class| self.until(class).unwrap_or(Date::MAX));
        days.max().unwrap_or(Date::MIN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn each_class_is_kept_for_its_months_and_what_the_law_wants_is_kept_whoever_asks() {
        assert_eq!(CLASSES.keys().map(String::as_str).collect::<Vec<_>>(), ["accessibility", "card", "case"]);
        let (received_on, closed_on) = (date(2026, 5, 4), Some(date(2026, 5, 29)));
        let labels = Labels::parse("accessibility");
        for (kept, class, until, asked) in [
            (Kept { received_on, closed_on: None, labels: Labels::default() }, "card", date(2027, 6, 4), Date::MIN),
            (Kept { received_on, closed_on, labels: Labels::default() }, "case", date(2028, 5, 29), Date::MIN),
            (
                Kept { received_on, closed_on, labels: labels.clone() },
                "accessibility",
                date(2033, 5, 4),
                date(2033, 5, 4),
            ),
            (
                Kept { received_on, closed_on: Some(date(2033, 1, 3)), labels },
                "case",
                date(2035, 1, 3),
                date(2033, 5, 4),
            ),
        ] {
            assert_eq!((kept.class(), kept.kept_until(false), kept.kept_until(true)), (class, until, asked));
        }
    }
}
