//! A funnel: how far a share may be from that of the whole group by chance alone, by how many answered. It comes from published
//! figures only, so that a reader can draw it again. Pure.

use std::f64::consts::FRAC_PI_2;

use crate::results::inference::{Interval, Tested, Z95, benjamini_hochberg, holm, two_sided_normal};
use crate::results::measures::real;

/// The 99.9th hundredth of the standard normal distribution: 99.8 of a hundred lie between it and its negative.
pub const Z998: f64 = 3.090_232_306_167_813;
/// So many answers a service must have to be compared.
pub const FEWEST_ANSWERS: u64 = 100;
/// So many services must be compared: of two, either is what the other is not.
pub const FEWEST_SERVICES: usize = 3;
/// The shares are whole numbers: each may be half more or half less.
const HALF: f64 = 0.5;
/// One in so many at either end counts as the next one does, when the spread is measured.
const TRIMMED: usize = 10;

/// What is published of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// How many answered, to base 5.
    pub n: u64,
    /// Of a hundred, how many gave one of the two best ratings, at least.
    pub least: u64,
    /// At most; the same, where the number itself is told.
    pub most: u64,
}

/// Where a service is beside its group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Below, and hardly by chance (Holm).
    Below,
    /// Perhaps below: among such, one in twenty is there by chance (Benjamini and Hochberg).
    PerhapsBelow,
    /// No farther away than chance would easily put it.
    Within,
    /// Perhaps above.
    PerhapsAbove,
    /// Above, and hardly by chance.
    Above,
}

/// The group's share, and how far away a service may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Funnel {
    /// The share of all who answered, 0 to 1.
    pub centre: f64,
    /// How many times farther apart the services are than chance alone would put them.
    pub spread: f64,
    /// How much services usually differ beyond chance, as an angle; 0 where they do not.
    pub between: f64,
}

impl Published {
    fn share(self) -> f64 {
        f64::midpoint(real(self.least), real(self.most)) / 100.0
    }

    /// What it may be that is nearest to another share.
    fn nearest_to(self, other: f64) -> f64 {
        let [low, high] = [real(self.least) - HALF, real(self.most) + HALF].map(|end| (end / 100.0).clamp(0.0, 1.0));
        other.clamp(low, high)
    }
}

impl Funnel {
    /// Of services that may all be compared. `None` where they are fewer than three, or one has fewer than a hundred answers.
    #[must_use]
    pub fn of(services: &[Published]) -> Option<Self> {
        let is_enough = services.iter().all(|service| service.n >= FEWEST_ANSWERS);
        if services.len() < FEWEST_SERVICES || !is_enough {
            return None;
        }
        let answers: f64 = services.iter().map(|service| real(service.n)).sum();
        let centre = services.iter().map(|service| real(service.n) * service.share()).sum::<f64>() / answers;
        let number = real(services.len().try_into().ok()?);
        let away = |service: &Published| (angle(service.share()) - angle(centre)) / chance(real(service.n));
        let spread = trimmed(services.iter().map(away).collect()).iter().map(|z| z * z).sum::<f64>() / number;
        // Of services that differ by chance alone the spread is about 1, and rarely farther from it than this.
        let is_more_than_chance = spread > 2.0_f64.mul_add((2.0 / number).sqrt(), 1.0);
        let weights: Vec<f64> = services.iter().map(|service| 4.0 * real(service.n)).collect();
        let (sum, squares) = (weights.iter().sum::<f64>(), weights.iter().map(|weight| weight * weight).sum::<f64>());
        let square = number.mul_add(spread, 1.0 - number) / (sum - squares / sum);
        let between = if is_more_than_chance { square.max(0.0).sqrt() } else { 0.0 };
        Some(Self { centre, spread, between })
    }

    /// Between which shares a service with so many answers would be, `z` standard errors to either side.
    #[must_use]
    pub fn limits(&self, n: f64, z: f64) -> Interval {
        let end = |side: f64| {
            let sine = side.mul_add(z * self.error(n), angle(self.centre)).clamp(0.0, FRAC_PI_2).sin();
            sine * sine
        };
        Interval { low: end(-1.0), high: end(1.0) }
    }

    /// Within which it would be 95 times of 100.
    #[must_use]
    pub fn inner(&self, n: f64) -> Interval {
        self.limits(n, Z95)
    }

    /// Within which it would be 998 times of 1,000.
    #[must_use]
    pub fn outer(&self, n: f64) -> Interval {
        self.limits(n, Z998)
    }

    /// Where each service is, in the order given: all are tested together.
    #[must_use]
    pub fn places(&self, services: &[Published]) -> Vec<Place> {
        let away: Vec<f64> = services.iter().map(|service| self.away(*service)).collect();
        let p: Vec<f64> = away.iter().map(|z| two_sided_normal(*z)).collect();
        let (headlines, signals) = (holm(&p), benjamini_hochberg(&p));
        let tested = away.iter().zip(headlines).zip(signals);
        let place = |((z, headline), signal): ((&f64, Tested), Tested)| match (headline.is_change, signal.is_change) {
            (true, _) if *z > 0.0 => Place::Above,
            (true, _) => Place::Below,
            (false, true) if *z > 0.0 => Place::PerhapsAbove,
            (false, true) => Place::PerhapsBelow,
            (false, false) => Place::Within,
        };
        tested.map(place).collect()
    }

    /// How far from the centre a service is at least, in standard errors.
    #[must_use]
    pub fn away(&self, service: Published) -> f64 {
        (angle(service.nearest_to(self.centre)) - angle(self.centre)) / self.error(real(service.n))
    }

    fn error(&self, n: f64) -> f64 {
        chance(n).hypot(self.between)
    }
}

/// The angle of a share: its error is the same for every share.
fn angle(share: f64) -> f64 {
    share.clamp(0.0, 1.0).sqrt().asin()
}

/// The standard error of an angle.
fn chance(n: f64) -> f64 {
    0.5 / n.sqrt()
}

/// The same numbers, with those at either end as near as the next ones.
fn trimmed(mut away: Vec<f64>) -> Vec<f64> {
    away.sort_by(f64::total_cmp);
    let cut = away.len() / TRIMMED;
    if let (Some(low), Some(high)) = (away.get(cut).copied(), away.iter().rev().nth(cut).copied()) {
        for z in &mut away {
            *z = z.clamp(low, high);
        }
    }
    away
}
