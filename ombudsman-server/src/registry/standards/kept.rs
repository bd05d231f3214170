//! How often a standard was kept, and whether that is often enough: whole numbers, so that nothing is rounded before it is decided.

/// The whole, in the millionths in which a target is kept.
const WHOLE: u64 = 1_000_000;
/// So many digits after the point can be kept.
const DIGITS: usize = 6;
/// More than anything is ever counted; what is computed of it fits.
const MOST: u64 = 1_000_000_000_000;

/// How often a standard is to be kept, as a share of the times that it applies: more than 0, at most 1, to a millionth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target(u64);

impl Target {
    /// A target of so many millionths.
    #[must_use]
    pub fn of_millionths(millionths: u64) -> Option<Self> {
        (1..=WHOLE).contains(&millionths).then_some(Self(millionths))
    }

    /// It, in millionths.
    #[must_use]
    pub const fn millionths(self) -> u64 {
        self.0
    }
}

/// How often a standard applied, and how often it was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    volume: u64,
    met: u64,
}

impl Counted {
    /// Kept so often, of so often as it applied; nothing where that cannot be.
    #[must_use]
    pub fn new(volume: u64, met: u64) -> Option<Self> {
        (met <= volume && volume <= MOST).then_some(Self { volume, met })
    }

    /// How often it applied.
    #[must_use]
    pub const fn volume(self) -> u64 {
        self.volume
    }

    /// How often it was kept.
    #[must_use]
    pub const fn met(self) -> u64 {
        self.met
    }

    /// Whether that is as often as the target says: kept · 1,000,000 ≥ target in millionths · volume.
    #[must_use]
    pub fn keeps(self, target: Target) -> bool {
        u128::from(self.met) * u128::from(WHOLE) >= u128::from(target.0) * u128::from(self.volume)
    }

    /// How often it was kept of so many, rounded once, halves up; nothing where it never applied.
    #[must_use]
    pub fn rounded(self, of: u32) -> Option<u64> {
        let (met, volume, of) = (u128::from(self.met), u128::from(self.volume), u128::from(of));
        let twice = 2 * of * met + volume;
        twice.checked_div(2 * volume).and_then(|rounded| u64::try_from(rounded).ok())
    }
}

/// Whether a performance of so many millionths is what these counts give, rounded in whatever way to a ten-thousandth. The counts
/// may be impossible: then the performance is more than the whole, as files have it.
#[must_use]
pub fn is_performance(millionths: u64, met: u64, volume: u64) -> bool {
    let given = u128::from(millionths) * u128::from(volume);
    let exact = u128::from(met) * u128::from(WHOLE);
    // Half a ten-thousandth is fifty millionths.
    volume > 0 && given.abs_diff(exact) <= 50 * u128::from(volume)
}

/// A whole number as a file writes it.
pub(super) fn whole(text: &str) -> Option<u64> {
    let is_whole = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| is_whole && *number <= MOST)
}

/// A decimal number as a file writes it, in millionths.
pub(super) fn millionths(text: &str) -> Option<u64> {
    let (whole_part, digits) = text.split_once('.').unwrap_or((text, "0"));
    let digits = digits.trim_end_matches('0');
    if digits.len() > DIGITS || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part: u64 = format!("{digits:0<DIGITS$}").parse().ok()?;
    whole(whole_part)?.checked_mul(WHOLE)?.checked_add(part)
}
