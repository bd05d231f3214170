//! A file of cards from elsewhere: bytes, lines, rows, cards.

use std::sync::OnceLock;

use jiff::Timestamp;
use ombudsman_server::clock::Clock;
use ombudsman_server::intake::import::{Refusal, Row, Rows};
use ombudsman_server::secrets::{KeySource, Secrets};
use ombudsman_server::standard::Standard;
use tempfile::TempDir;

use super::{Reach, card};

/// Reads bytes as an import does.
///
/// # Panics
/// Where a row is on a line before the one above it, a card is another once it is written and read again, or a refusal says
/// nothing.
pub fn check(bytes: &[u8]) -> Reach {
    let mut rows = match Rows::open(bytes) {
        Ok(rows) => rows,
        Err(refused) => {
            assert!(!refused.to_string().is_empty());
            return Reach::Unread;
        }
    };
    let (mut reach, mut last) = (Reach::Unread, 1);
    // An error ends the file: the import says so and stops.
    while let Ok(Some(numbered)) = rows.read() {
        assert!(numbered.line > last || numbered.line == 0, "line {} comes after line {last}", numbered.line);
        last = last.max(numbered.line);
        reach = reach.max(judged(numbered.row));
    }
    reach
}

fn judged(row: Result<Row, Refusal>) -> Reach {
    let (standard, now) = (Standard::default(), Timestamp::constant(1_800_000_000, 0));
    let card = row.and_then(|row| {
        let received = row.received(&standard, now)?;
        assert!(received.is_none_or(|received| received <= now), "a card from the future");
        row.card(secrets(), "fuzz.csv", received)
    });
    match card {
        Ok(card) => {
            card::is_the_same_again(&card);
            Reach::Taken
        }
        Err(refusal) => {
            assert!(!refusal.to_string().trim().is_empty(), "a row is left out without a reason");
            Reach::Refused
        }
    }
}

/// The keys of an office of the process's own.
fn secrets() -> &'static Secrets {
    static SECRETS: OnceLock<Secrets> = OnceLock::new();
    SECRETS.get_or_init(|| {
        let folder = TempDir::new().expect("a folder for the key");
        let source = KeySource::File(folder.path().join("secret.key"));
        Secrets::open(source, true, Clock::system()).expect("keys")
    })
}
