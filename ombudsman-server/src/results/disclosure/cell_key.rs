//! Rounding to base 5 by a key of the cell: a count goes up or down as the key says, evenly on the average. The key comes
//! from the answers that are in the cell, so the same answers round the same way in every table and every release;
//! otherwise whoever has many tables could take their mean.

use ring::hmac;

/// Keys are of so many bits.
const BITS: u32 = 52;
const MASK: u64 = (1 << BITS) - 1;

/// The key of one answer, or of all answers that are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordKey(u64);

impl RecordKey {
    /// The first 52 bits of the HMAC-SHA-256 of what names the answer.
    #[must_use]
    pub fn of(secret: &hmac::Key, name: &[u8]) -> Self {
        let tag = hmac::sign(secret, name);
        let first = tag.as_ref().iter().take(8).fold(0_u64, |all, byte| all << 8 | u64::from(*byte));
        Self(first >> (64 - BITS))
    }

    /// The key as a number.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0
    }
}

/// The key of a cell: the sum of its answers' keys. Cells add up, in any order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CellKey(u64);

impl CellKey {
    /// Adds so many answers of one key.
    pub fn add(&mut self, key: RecordKey, answers: u64) {
        self.0 = self.0.wrapping_add(key.0.wrapping_mul(answers)) & MASK;
    }

    /// The key of both cells together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0.wrapping_add(other.0) & MASK)
    }

    /// The key as a number from 0 to below 1.
    #[must_use]
    pub fn fraction(self) -> f64 {
        crate::results::measures::real(self.0) / crate::results::measures::real(1 << BITS)
    }

    /// The count of the cell, rounded to base 5. What ends in 0 or 5 stays.
    #[must_use]
    pub const fn round(self, n: u64) -> u64 {
        let over = n % 5;
        // Up where the key is below `over` fifths.
        let goes_up = 5 * (self.0 as u128) < (over as u128) << BITS;
        if over > 0 && goes_up { n.saturating_add(5 - over) } else { n - over }
    }

    /// A share of a hundred, rounded to base 5.
    #[must_use]
    pub fn round_share(self, share: f64) -> u64 {
        let down = (share.clamp(0.0, 100.0) / 5.0).floor();
        let goes_up = self.fraction() < share / 5.0 - down;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share is from 0 to 100")]
        let steps = down as u64 + u64::from(goes_up);
        5 * steps
    }
}
