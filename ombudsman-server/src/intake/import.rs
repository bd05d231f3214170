//! Cards from elsewhere: a CSV file of what came by phone, on paper or through an older system, a card a row.
//!
//! *Desired properties.* A bad row costs that row and never the file. A file that is imported twice doubles nothing, and
//! neither does one that is mended and imported again. However long the file is, only the ids of its cards are held.
//!
//! *Design.* A row becomes the same fields as a form (`row`) and goes through the card's one door. Where it has no id, the
//! id follows from the office's secret, the source, what the row says and how many rows before it say the same. It waits in the same queue as any card; the
//! worker counts a card once, however often it comes.

mod pace;
mod remark;
mod row;
mod rows;

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::io::Read;
use std::sync::Arc;

use feedback::{Card, CardId, Reference};
use jiff::Timestamp;

use pace::Pace;
pub use remark::{HeadersError, ImportError, Refusal};
pub use row::{Received, Row};
pub use rows::{Numbered, Rows};

use crate::audit::{self, Action, Actor, Entry as Told};
use crate::house::House;
use crate::queue::{Letter, Queue, Written};
use crate::registry;
use crate::standard::Standard;

/// How many rows are kept together: they share a write.
const AT_ONCE: usize = 256;

/// Rows that are the same in every column, without an address and with fewer words than this, are cards of their own: many
/// people give the same ratings, and say "Thank you". Others are one card that stands twice. Source: `docs/METHOD.md`, "Screening".
const FEWEST_WORDS: usize = 3;

/// An import that has read the first line of its file.
pub struct Import<F> {
    house: Arc<House>,
    source: String,
    rows: Rows<F>,
    now: Timestamp,
    standard: Standard,
    /// The services of the register, and whether they take cards.
    services: HashMap<String, bool>,
    /// The closed services that were told of.
    told: HashSet<String>,
    /// The cards of this file so far.
    seen: HashMap<CardId, Seen>,
}

/// A row that may come again.
struct Seen {
    /// The line on which it was first.
    first: u64,
    /// How many rows after it say the same.
    again: u32,
}

/// What became of a row.
#[derive(Debug)]
pub struct Report {
    /// The line of the file on which the row begins, from 1; zero where the reader lost count.
    pub line: u64,
    /// The service that takes no cards at present, where this is the first row about it.
    pub closed: Option<String>,
    /// The card's reference, or why the row was left out.
    pub outcome: Result<Reference, Refusal>,
}

/// How many rows became cards.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Cards that were kept, or would be.
    pub kept: u64,
    /// Rows that were left out.
    pub left_out: u64,
}

/// A row that was judged: its letter, if it is a card.
struct Judged {
    report: Report,
    letter: Option<Written>,
}

impl<F: Read> Import<F> {
    /// Reads the first line of a file, and refuses the file where it names a column that no card has.
    pub async fn open(house: &Arc<House>, source: &str, file: F) -> Result<Self, ImportError> {
        let rows = Rows::open(file)?;
        let services = registry::all(&house.db).await?;
        Ok(Self {
            house: Arc::clone(house),
            source: source.to_owned(),
            rows,
            now: house.clock.now(),
            standard: Standard::default(),
            services: services.into_iter().map(|service| (service.slug, service.is_open)).collect(),
            told: HashSet::new(),
            seen: HashMap::new(),
        })
    }

    /// Keeps every card of the file in the queue, or without a queue judges it only, and tells of each row in the order
    /// of the file. What was told to be kept survives whatever happens to this process.
    pub async fn run(
        mut self,
        queue: Option<Arc<dyn Queue>>,
        tell: impl FnMut(&Report) -> std::io::Result<()>,
    ) -> Result<Counts, ImportError> {
        let mut counts = Counts::default();
        let read = self.read(queue.as_deref(), tell, &mut counts).await;
        if queue.is_some() {
            // The queue may be another program's: what it took is told right after, also where the file broke off.
            let entry = Told::of_office(self.house.clock.millis(), Actor::operator(), Action::ImportCards);
            let entry = entry.about(&format!("{}: {}", self.source, counts.kept));
            audit::note(&self.house.db, &entry).await.map_err(ImportError::Log)?;
        }
        read.map(|()| counts)
    }

    async fn read(
        &mut self,
        queue: Option<&dyn Queue>,
        mut tell: impl FnMut(&Report) -> std::io::Result<()>,
        counts: &mut Counts,
    ) -> Result<(), ImportError> {
        let mut pace = Pace::default();
        loop {
            let (rows, is_over) = self.next_together();
            let (letters, reports): (Vec<_>, Vec<_>) = rows.into_iter().map(|row| (row.letter, row.report)).unzip();
            let letters: Vec<Written> = letters.into_iter().flatten().collect();
            if let (Some(queue), Some(first)) = (queue, reports.first()) {
                let kept = pace.append(queue, &letters).await;
                kept.map_err(|source| ImportError::Queue { line: first.line, source })?;
            }
            for report in &reports {
                match report.outcome {
                    Ok(_) => counts.kept += 1,
                    Err(_) => counts.left_out += 1,
                }
                tell(report).map_err(ImportError::Report)?;
            }
            if is_over? {
                return Ok(());
            }
        }
    }

    /// The next rows, judged, as many as are kept together; and whether the file ends after them, or why it cannot be read
    /// further.
    fn next_together(&mut self) -> (Vec<Judged>, Result<bool, ImportError>) {
        let mut rows = Vec::with_capacity(AT_ONCE);
        while rows.len() < AT_ONCE {
            match self.next() {
                Ok(Some(row)) => rows.push(row),
                Ok(None) => return (rows, Ok(true)),
                Err(error) => return (rows, Err(error)),
            }
        }
        (rows, Ok(false))
    }

    /// The next row, judged; nothing at the end of the file.
    fn next(&mut self) -> Result<Option<Judged>, ImportError> {
        let Some(Numbered { line, row }) = self.rows.read().map_err(ImportError::Unreadable)? else { return Ok(None) };
        Ok(Some(match row.and_then(|row| self.judge(line, row)) {
            Ok(judged) => judged,
            Err(refusal) => Judged { report: Report { line, closed: None, outcome: Err(refusal) }, letter: None },
        }))
    }

    fn judge(&mut self, line: u64, row: Row) -> Result<Judged, Refusal> {
        let received = row.received(&self.standard, self.now)?;
        let has_an_id = row.has_an_id();
        let mut card = row.card(&self.house.secrets, &self.source, received)?;
        let Some(is_open) = self.services.get(card.service.as_str()).copied() else {
            return Err(Refusal::UnknownService);
        };
        match self.seen.entry(card.id) {
            Entry::Vacant(place) => drop(place.insert(Seen { first: line, again: 0 })),
            Entry::Occupied(seen) if has_an_id => return Err(Refusal::SameId { first: seen.get().first }),
            Entry::Occupied(seen) if is_one_persons(&card) => {
                return Err(Refusal::Same { first: seen.get().first });
            }
            Entry::Occupied(mut seen) => {
                seen.get_mut().again += 1;
                let parts = [card.id.to_string(), seen.get().again.to_string()];
                card.id = self.house.secrets.card_of_row(received, parts.iter().map(String::as_str));
            }
        }
        let letter = self.letter(&card, received.unwrap_or(self.now))?;
        let slug = card.service.as_str();
        let closed = (!is_open && self.told.insert(slug.to_owned())).then(|| slug.to_owned());
        let outcome = Ok(self.house.secrets.reference(&card.id));
        Ok(Judged { report: Report { line, closed, outcome }, letter: Some(letter) })
    }

    fn letter(&self, card: &Card, received: Timestamp) -> Result<Written, Refusal> {
        let letter = Letter::Card {
            card,
            received_at: received.as_millisecond(),
            source: Some(self.source.clone()),
            suspicions: Vec::new(),
            entered_by: None,
            network: String::new(),
        };
        letter.write().map_err(|_| Refusal::Unwritable)
    }
}

/// Whether no two people would send this card alike.
fn is_one_persons(card: &Card) -> bool {
    let texts = [&card.comment, &card.put_right].into_iter().flatten();
    let words: usize = texts.map(|text| text.as_str().split_whitespace().count()).sum();
    words >= FEWEST_WORDS || card.reply.as_ref().is_some_and(|reply| reply.to.is_some())
}
