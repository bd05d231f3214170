//! The steps of the ladder in bands, so that each band has enough people: steps with few are put together with the next one.

use std::fmt;
use std::str::FromStr;

use feedback::Driver;

use super::publishable;
use super::vague::is_vague;

/// So many steps: from no driver that failed to all five.
pub const STEPS: usize = Driver::ALL.len() + 1;

/// The steps from so many failed drivers to so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Band {
    /// At least so many failed.
    pub from: usize,
    /// At most so many.
    pub to: usize,
}

impl Band {
    /// Whether so many failed drivers are in it.
    #[must_use]
    pub const fn has(self, failed: usize) -> bool {
        self.from <= failed && failed <= self.to
    }

    /// The numbers of failed drivers in it, as disclosure control names them.
    pub fn steps(self) -> impl Iterator<Item = String> {
        (self.from..=self.to).map(|step| step.to_string())
    }

    const fn and(self, next: Self) -> Self {
        Self { from: self.from, to: next.to }
    }
}

impl fmt::Display for Band {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { from, to } = self;
        if from == to { write!(f, "failed-{from}") } else { write!(f, "failed-{from}-{to}") }
    }
}

/// A text that names no band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a band is written like failed-2 or failed-2-5")]
pub struct NotABand;

impl FromStr for Band {
    type Err = NotABand;

    fn from_str(name: &str) -> Result<Self, NotABand> {
        let steps = name.strip_prefix("failed-").ok_or(NotABand)?;
        let (from, to) = steps.split_once('-').unwrap_or((steps, steps));
        let [from, to] = [from, to].map(|step| step.parse().ok().filter(|step| *step < STEPS));
        let (from, to) = from.zip(to).ok_or(NotABand)?;
        if from <= to { Ok(Self { from, to }) } else { Err(NotABand) }
    }
}

/// How many people are on each step, and how many each driver failed, of those who rated everything.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Climbers {
    /// How many no driver failed, one, and so on.
    pub on_step: [u64; STEPS],
    /// How many each driver failed, in their order.
    pub failed_by: [u64; Driver::ALL.len()],
}

/// The bands, the fewest failed drivers first: each has ten people and more, is `safe`, and leaves open how many are on a step of it
/// with fewer. Nothing where there would be one band only, which is no ladder.
#[must_use]
pub fn bands(climbers: &Climbers, safe: impl Fn(Band) -> bool) -> Vec<Band> {
    let mut bands: Vec<Band> = (0..STEPS).map(|step| Band { from: step, to: step }).collect();
    let people = |band: &Band| climbers.on_step[band.from..=band.to].iter().sum::<u64>();
    let fits = |band: &Band| publishable(people(band)) && is_vague(climbers, *band) && safe(*band);
    // From the top, where few are.
    while let Some(place) = bands.iter().rposition(|band| !fits(band)) {
        if bands.len() == 2 {
            return Vec::new();
        }
        let lower = place.saturating_sub(1);
        bands[lower] = bands[lower].and(bands[lower + 1]);
        bands.remove(lower + 1);
    }
    bands
}
