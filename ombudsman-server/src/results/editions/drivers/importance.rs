//! How much each driver matters: its share of what the drivers explain together, to base 5, where there are so many cards that no one
//! of them decides it. How far it could be off comes from leaving out one card after the other (the jackknife).

use feedback::{Driver, Item};

use super::figure::Figure;
use super::ladder::Of;
use crate::results::disclosure::{CellKey, publishable};
use crate::results::inference::{Interval, Z95, jackknife};
use crate::results::measures::{Answers, Importance, Ladder, Method, Patterns, Sums};

/// From so many cards on that rate everything: from there on leaving out one hardly ever moves a share by half a step of rounding.
pub(super) const FEWEST: u64 = 300;
/// Shares are told in steps of so many of a hundred.
const STEP: f64 = 5.0;
/// The two ways to share out may differ by so many of a hundred.
const MOST_APART: f64 = STEP;
/// No card may move a share by more: half a step.
const MOST_MOVED: f64 = STEP / 2.0;

type Shares = [f64; Driver::ALL.len()];

/// How much each driver matters, in their order; nothing where nobody rated everything.
pub(super) fn importance(of: &Of<'_>, patterns: &Patterns, bare: &Figure) -> Vec<Figure> {
    let is_complete = |answers: &Answers| Ladder::step(answers).is_some();
    let n: u64 = patterns.iter().filter(|(answers, _)| is_complete(answers)).map(|(_, n)| n).sum();
    let figure = |driver: &Driver| bare.of(Method::IMPORTANCE, Item::Driver(*driver), None);
    let untold = |status: &str| Driver::ALL.iter().map(|driver| figure(driver).because(status)).collect();
    match n {
        0 => return Vec::new(),
        1..FEWEST => return untold(if publishable(n) { "below-300" } else { "suppressed" }),
        _ => {}
    }
    let Some((shares, errors)) = shares(patterns) else { return untold("unclear") };
    let told = |(place, driver): (usize, &Driver)| {
        let mut key = CellKey::default();
        let complete = of.cards.iter().filter(|cards| is_complete(&cards.answers));
        complete.for_each(|cards| key.add(of.rounding.key_for(driver.as_str(), cards), cards.n));
        let half = Z95 * errors[place];
        let range = outwards(Interval::around(shares[place], half).within(0.0, 100.0));
        Figure { value: Some(key.round_share(shares[place])), ..figure(driver).because("published").between(range) }
    };
    Driver::ALL.iter().enumerate().map(told).collect()
}

/// The shares of a hundred and their standard errors; nothing where they are not clear, or hang on one card.
fn shares(patterns: &Patterns) -> Option<(Shares, Shares)> {
    let sums = Sums::of(patterns);
    let all = sums.importance().ok()?;
    let shares = of_hundred(&all);
    let johnson = all.johnson.map(|part| 100.0 * part / all.explained);
    if apart(shares, johnson) > MOST_APART {
        return None;
    }
    let mut left_out: Vec<(u64, Shares)> = Vec::new();
    for (answers, count) in patterns.iter().filter(|(answers, _)| Ladder::step(answers).is_some()) {
        let without = of_hundred(&sums.without_one(answers).importance().ok()?);
        if apart(shares, without) > MOST_MOVED {
            return None;
        }
        left_out.push((count, without));
    }
    Some((shares, jackknife(&left_out)))
}

fn of_hundred(importance: &Importance<5>) -> Shares {
    importance.shares().map(|share| 100.0 * share)
}

fn apart(one: Shares, other: Shares) -> f64 {
    std::iter::zip(one, other).map(|(one, other)| (one - other).abs()).fold(0.0, f64::max)
}

fn outwards(range: Interval) -> Interval {
    Interval { low: STEP * (range.low / STEP).floor(), high: STEP * (range.high / STEP).ceil() }
}
