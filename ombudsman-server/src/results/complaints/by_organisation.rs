//! What is told of the complaints of each organisation, beside what is told of the whole office: how many were received, and
//! nothing else.
//!
//! Whether a number is told must itself tell nothing. So it hangs on the organisation's own count alone, at a border far above the
//! counts that are protected, and every organisation of the register is listed. The cell is one without parts: nothing follows
//! from it but that organisations add up to the office. The numbers are cut down to base 10, and so is their sum; the office's is to
//! base 5, at most 4 from the count. So it leaves room for 0 to 4 complaints at least in everybody who is not told: five numbers.

use super::cell::Cell;
use super::withhold::Told;

/// The only cell that is told of an organisation.
pub(super) const CELL: Cell = Cell::Received;

/// From how many complaints on an organisation's number is told.
pub(super) const FROM: u64 = 30;

/// How far apart the numbers are that are told.
pub(super) const STEP: u64 = 10;

/// What is told of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Received {
    /// None, as the whole office.
    Nothing,
    /// Fewer than 30, or none.
    Below,
    /// This many or more, and fewer than 10 more.
    AtLeast(u64),
}

/// What is told of an organisation that received so many, where this is told of the office.
pub(super) const fn received(office: Told, n: u64) -> Received {
    match (office, n) {
        (Told::Count(0), _) => Received::Nothing,
        (_, FROM..) => Received::AtLeast(n - n % STEP),
        _ => Received::Below,
    }
}
