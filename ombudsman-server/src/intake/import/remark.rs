//! What there is to say of an import: why a file is refused, and why a row is left out. Nothing that was written in a
//! row is said back.

use feedback::{BODY_LIMIT, Fault, Language};

use crate::db::DbError;
use crate::http::Failure;
use crate::queue::QueueError;
use crate::registry::Misread;
use crate::words::Words;

/// Why an import ends before the end of its file.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The first line.
    #[error("{0}. Nothing was kept. docs/OPERATIONS.md, \"Import cards\", lists the columns.")]
    Headers(#[from] HeadersError),
    /// The register.
    #[error("The register could not be read: {0}. Nothing was kept. Check the record, and import the file again.")]
    Register(#[from] DbError),
    /// The file could not be read to its end.
    #[error(
        "The file could not be read to its end ({0}). What was reported as kept is kept. Check the file and import it \
         again: what is imported twice counts once."
    )]
    Unreadable(#[source] csv::Error),
    /// The queue could not be used.
    #[error(
        "The import stopped at line {line}: {source}. What was reported as kept is kept. Import the file again when the \
         queue can be used: what is imported twice counts once."
    )]
    Queue {
        /// The line of the row that it came to.
        line: u64,
        /// What the queue said.
        source: QueueError,
    },
    /// The log could not be written.
    #[error(
        "The log could not be written: {0}. What was reported as kept is kept. Check the record, and import the file again: \
         what is imported twice counts once."
    )]
    Log(#[source] DbError),
    /// The report could not be printed.
    #[error(
        "The report could not be printed ({0}), so the import stopped. Import the file again: what is imported twice \
         counts once."
    )]
    Report(#[source] std::io::Error),
}

/// Why the first line of a file cannot be that of cards.
#[derive(Debug, thiserror::Error)]
pub enum HeadersError {
    /// Columns that every card needs are not there. What is there is not said: it may be a card.
    #[error(
        "The first line names no column {}. Save the file as UTF-8 text separated by commas, with the names of its \
         columns in the first line", .0.join(", ")
    )]
    Missing(Vec<&'static str>),
    /// No field of a card has these names, each in quotes.
    #[error("The first line names columns that no card has: {}", .0.join(", "))]
    Unknown(Vec<String>),
    /// Two columns have this name.
    #[error("The first line names the column {0} twice")]
    Twice(String),
    /// It is not text.
    #[error("The first line could not be read ({0}). Save the file as UTF-8 text separated by commas")]
    Unreadable(#[source] csv::Error),
}

/// Why a row was left out.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The row could not be read.
    #[error(transparent)]
    Misread(#[from] Misread),
    /// Nothing stands in it.
    #[error("the row is empty")]
    Empty,
    /// More than any card may have.
    #[error("the row is larger than {BODY_LIMIT} bytes")]
    TooLarge,
    /// The time is not written as one.
    #[error(
        "received_at: This is not a day such as 2026-01-31, or a time with its zone such as 2026-01-31T09:30:00-05:00."
    )]
    NotATime,
    /// It is still to come.
    #[error("received_at: This is in the future.")]
    InTheFuture,
    /// It is too long ago to be meant.
    #[error("received_at: This is before the year 2000.")]
    TooLongAgo,
    /// What is wrong with the fields, as at any door.
    #[error("{}", sentences(.0))]
    Faults(Vec<Fault>),
    /// The register has no such service.
    #[error("service: The register has no service of this name. `import services` adds services.")]
    UnknownService,
    /// An earlier row says the same, and no two people would.
    #[error(
        "it is the same as line {first} in every column. If two people sent it, give each row an id, or the time of day \
         in received_at."
    )]
    Same {
        /// The line of that row.
        first: u64,
    },
    /// An earlier row has its id.
    #[error("id: Line {first} has the same id. Each card has its own.")]
    SameId {
        /// The line of that row.
        first: u64,
    },
    /// The card could not be written as JSON.
    #[error("the card could not be written")]
    Unwritable,
}

/// The faults as the doors say them, each behind the name of its column.
fn sentences(faults: &[Fault]) -> String {
    let said = Failure::Card(faults.to_vec()).errors(Words::of(Language::English));
    said.into_iter().map(|(field, sentence)| [field, sentence].join(": ")).collect::<Vec<_>>().join(" ")
}
