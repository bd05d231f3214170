//! The keys by which the counts of a survey are rounded, under a key of the office: the same answers round alike wherever they stand.

use ring::hmac;

use super::counts::Ratings;
use crate::results::disclosure::{Cell, CellKey, RecordKey};

/// The keys of one survey.
pub(super) struct Keys<'a> {
    /// The office's key.
    pub secret: &'a hmac::Key,
    /// The survey's name.
    pub survey: &'a str,
}

impl Keys<'_> {
    fn key(&self, parts: &[&str]) -> RecordKey {
        let name = ["survey", self.survey].iter().chain(parts).copied().collect::<Vec<_>>().join("\n");
        RecordKey::of(self.secret, name.as_bytes())
    }

    /// So many of the same, to base 5.
    pub(super) fn rounded(&self, parts: &[&str], n: u64) -> u64 {
        let mut key = CellKey::default();
        key.add(self.key(parts), n);
        key.round(n)
    }

    /// How many answered in a group, to base 5.
    pub(super) fn rounded_people(&self, service: &str, (channel, language): (&str, &str), ratings: &Ratings) -> u64 {
        self.rounded(&[service, channel, language, "people"], ratings.answered(channel, language))
    }

    /// How many answered about a service, to base 5.
    pub(super) fn rounded_all(&self, service: &str, ratings: &Ratings) -> u64 {
        let mut all = CellKey::default();
        for (channel, language, group) in ratings.groups() {
            all.add(self.key(&[service, channel, language, "people"]), group.people.n);
        }
        all.round(ratings.people())
    }

    /// The ratings of an item, with the keys of their rounding; `eligible` could have rated.
    pub(super) fn cell(&self, service: &str, item: &str, ratings: &Ratings, eligible: Option<u64>) -> Cell {
        let mut cell = Cell::default();
        cell.eligible = eligible;
        for (channel, language, group) in ratings.groups() {
            for (rating, sum) in (1_u8..).zip(group.items.get(item).into_iter().flatten()) {
                cell.add(rating, self.key(&[service, channel, language, item, &rating.to_string()]), sum.n);
            }
        }
        cell
    }
}
