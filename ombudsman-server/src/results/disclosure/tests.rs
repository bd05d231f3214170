//! Disclosure control against the vectors, and against whoever would solve for a person.

mod cell_key;
mod differencing;
mod reconstruction;
mod shown;
mod steps;
mod suppression;
mod tier;

use ring::hmac;

use super::{Cell, RecordKey};

/// The secret of the vectors.
fn secret() -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, b"test-secret-0001")
}

/// A cell with these counts; the answers to each rating share a key.
fn cell(counts: [u64; 5]) -> Cell {
    let mut cell = Cell::default();
    for (rating, count) in (1_u8..).zip(counts) {
        cell.add(rating, RecordKey::of(&secret(), &[rating]), count);
    }
    cell
}
