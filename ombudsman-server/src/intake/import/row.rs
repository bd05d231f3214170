//! A row of cards from elsewhere: its columns are the names of a card's fields, and when it was received.

use std::collections::HashSet;

use csv::StringRecord;
use feedback::{BODY_LIMIT, Card, FaultKind, Fields};
use jiff::Timestamp;
use jiff::civil::{Date, date};

use super::{HeadersError, Refusal};
use crate::intake::sheet;
use crate::registry::Misread;
use crate::secrets::Secrets;
use crate::standard::Standard;

/// The column of when the card was received, which a card does not say of itself.
const RECEIVED_AT: &str = "received_at";
/// The field that may have several values: they stand in one column, spaces between.
const CONSENTS: &str = "consents";
/// The columns without which no row would be a card.
const REQUIRED: [&str; 3] = ["service", "intent", "language"];
/// Nothing is imported that was received before.
const EARLIEST: Date = date(2000, 1, 1);
/// The most characters of a column's name that are said back.
const NAME_LIMIT: usize = 64;

/// The columns of a file, in its order.
#[derive(Debug)]
pub struct Headers(Vec<String>);

impl Headers {
    /// The columns that the first line names, each once and each a card's.
    pub fn read(record: &StringRecord) -> Result<Self, HeadersError> {
        let names: Vec<&str> = record.iter().map(str::trim).collect();
        // A file without a first line begins with a card: nothing of it is said.
        let missing: Vec<_> = REQUIRED.into_iter().filter(|column| !names.contains(column)).collect();
        if !missing.is_empty() {
            return Err(HeadersError::Missing(missing));
        }
        let unknown = names.iter().filter(|name| !is_a_column(name));
        let unknown: Vec<_> =
            unknown.map(|name| format!("{:?}", name.chars().take(NAME_LIMIT).collect::<String>())).collect();
        if !unknown.is_empty() {
            return Err(HeadersError::Unknown(unknown));
        }
        let mut seen = HashSet::new();
        if let Some(twice) = names.iter().find(|name| !seen.insert(**name)) {
            return Err(HeadersError::Twice((*twice).to_owned()));
        }
        Ok(Self(names.into_iter().map(str::to_owned).collect()))
    }
}

/// Whether a column may have this name. The card's own door says what its fields are.
fn is_a_column(name: &str) -> bool {
    let asked = Card::parse(Fields::from_form([(name, "?")])).err().unwrap_or_default();
    let is_unknown = asked.iter().any(|fault| fault.field == name && fault.kind == FaultKind::Unknown);
    [RECEIVED_AT, sheet::FIELD].contains(&name) || !is_unknown
}

/// When a card was received, as its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Received {
    /// At this time.
    At(Timestamp),
    /// On this day of the office's.
    On(Date),
}

/// A row that can be read. Whether it is a card is still to be judged.
pub struct Row {
    fields: Fields,
    received: Option<Received>,
}

/// Reads one row. Empty fields are absent.
pub fn read_row(headers: &Headers, record: &StringRecord) -> Result<Row, Refusal> {
    if record.len() != headers.0.len() {
        let (expected, found) = (headers.0.len() as u64, record.len() as u64);
        return Err(Misread::FieldCount { expected, found }.into());
    }
    let filled = || headers.0.iter().map(String::as_str).zip(record).filter(|(_, value)| !value.trim().is_empty());
    if filled().next().is_none() {
        return Err(Refusal::Empty);
    }
    if filled().map(|(name, value)| name.len() + value.len()).sum::<usize>() > BODY_LIMIT {
        return Err(Refusal::TooLarge);
    }
    let received = filled().find(|(name, _)| *name == RECEIVED_AT).map(|(_, text)| read_time(text)).transpose()?;
    let pairs = filled().filter(|(name, _)| *name != RECEIVED_AT).flat_map(|(name, value)| {
        let values: Vec<&str> = if name == CONSENTS { value.split_whitespace().collect() } else { vec![value.trim()] };
        values.into_iter().map(move |value| (name, value))
    });
    Ok(Row { fields: Fields::from_form(pairs), received })
}

fn read_time(text: &str) -> Result<Received, Refusal> {
    let text = text.trim();
    // A day in full: the library would also take a time without its zone for its day.
    let read = if text.len() == EARLIEST.to_string().len() {
        text.parse().map(Received::On)
    } else {
        text.parse().map(Received::At)
    };
    read.map_err(|_| Refusal::NotATime)
}

impl Row {
    /// When the card was received: for a day, its beginning where the office is.
    pub fn received(&self, standard: &Standard, now: Timestamp) -> Result<Option<Timestamp>, Refusal> {
        let moment = match self.received {
            None => return Ok(None),
            Some(Received::At(moment)) => moment,
            Some(Received::On(day)) => day.to_zoned(standard.zone.clone()).map_err(|_| Refusal::NotATime)?.timestamp(),
        };
        if moment > now {
            return Err(Refusal::InTheFuture);
        }
        if standard.office_date(moment) < EARLIEST {
            return Err(Refusal::TooLongAgo);
        }
        Ok(Some(moment))
    }

    /// Whether it says under which id its card goes.
    #[must_use]
    pub fn has_an_id(&self) -> bool {
        self.fields.get("id").is_some() || self.fields.get(sheet::FIELD).is_some()
    }

    /// The card. Where the row says no id, it follows from what the row says: the same row of the same source is the same
    /// card, whatever the order of the columns.
    pub fn card(mut self, secrets: &Secrets, source: &str, received: Option<Timestamp>) -> Result<Card, Refusal> {
        if !self.has_an_id() {
            let mut pairs: Vec<(&str, &str)> = self.fields.iter().collect();
            pairs.sort_unstable();
            let parts = std::iter::once(source).chain(pairs.into_iter().flat_map(|(name, value)| [name, value]));
            let id = secrets.card_of_row(received, parts);
            self.fields.set("id", &id.to_string());
        }
        sheet::parse(self.fields, secrets).map(|(card, _)| card).map_err(Refusal::Faults)
    }
}

#[cfg(test)]
mod tests;
