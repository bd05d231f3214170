//! The examples of "Exact formulas", "Drivers, index and change", "Statistical disclosure control" and "What answers tell together".

use feedback::Driver;
use ombudsman_server::results::disclosure::{Cell, CellKey, Climbers, RecordKey, Shown, Tier, bands};
use ombudsman_server::results::measures::{
    Capture, Change, Correlations, Counts, Importance, Ladder, Patterns, SatisfactionIndex, complete, covered,
    driver_performance, priorities, round_half_up, score,
};
use ring::hmac;

use super::{Found, counts, exactly, numbers, values, words};

pub fn computed(name: &str, given: &str) -> Option<Vec<Found>> {
    let number = match name {
        "s" => f64::from(score(given.parse().ok()?)?),
        "round" => round_half_up(given.parse().ok()?),
        "SQS" => Counts(counts(given)?).service_quality_score()?,
        "mean" => Counts(counts(given)?).mean_rating()?,
        "top2" => Counts(counts(given)?).top_two_percent()?,
        "net" => Counts(counts(given)?).net_percent()?,
        "SD" => Counts(counts(given)?).standard_deviation()?,
        "SE" => Counts(counts(given)?).standard_error()?,
        "CSI" => SatisfactionIndex::of(&patterns(given)?).value()?,
        "performance" => performance(given)?,
        "ladder" => {
            let (failed, cards) = given.split_once("; ")?;
            Ladder::of(&patterns(cards)?).0.get(failed.parse::<usize>().ok()?)?.service_quality_score()?
        }
        "change" => change(given)?.points(),
        "percent" => change(given)?.percent()?,
        "response" => {
            let [offered, completed] = counts(given)?.map(Some);
            Capture { offered, completed, ..Capture::default() }.response_percent()?
        }
        _ => return of_many(name, given),
    };
    Some(values([number]))
}

fn of_many(name: &str, given: &str) -> Option<Vec<Found>> {
    match name {
        "LMG" => {
            let (together, with_overall) = given.split_once("; ")?;
            let together = together.parse().ok()?;
            let of = Correlations { among: [[1.0, together], [together, 1.0]], with_overall: exactly(with_overall)? };
            Some(values(Importance::of(&of).ok()?.lmg))
        }
        "gap" => {
            let (shares, performances) = given.split_once("; ")?;
            let placed = priorities(exactly(shares)?, exactly(performances)?);
            let gap = |driver: Driver| placed.iter().find(|placed| placed.driver == driver).map(|placed| placed.gap);
            Driver::ALL.into_iter().map(gap).collect::<Option<Vec<f64>>>().map(values)
        }
        "tier" => Some(words([tier(Tier::of(given.parse().ok()?))])),
        "base5" => {
            let n: u64 = given.parse().ok()?;
            let mut cell = CellKey::default();
            (1..=n).for_each(|number| cell.add(key(&format!("R{number:05}")), 1));
            Some(words([cell.round(n)]))
        }
        "share5" => {
            let mut cell = CellKey::default();
            cell.add(key("R00001"), 1);
            Some(words([cell.round_share(given.parse().ok()?)]))
        }
        "covered" => {
            let [told, all] = counts(given)?;
            Some(words([covered(told, all)?]))
        }
        "complete" => {
            let (bands, rated) = given.split_once("; ")?;
            let bands: Option<Vec<u64>> = bands.split_whitespace().map(|band| band.parse().ok()).collect();
            Some(words([complete(&bands?, rated.parse().ok()?)?]))
        }
        "bands" => {
            let (on_step, failed_by) = given.split_once("; ")?;
            let climbers = Climbers { on_step: counts(on_step)?, failed_by: counts(failed_by)? };
            Some(words(bands(&climbers, |_| true)))
        }
        "shown" => Some(shown(counts(given)?)),
        _ => None,
    }
}

fn patterns(given: &str) -> Option<Patterns> {
    Patterns::of(given.split_whitespace().map(|pattern| (pattern, 1))).ok()
}

fn performance(given: &str) -> Option<f64> {
    let (name, cards) = given.split_once("; ")?;
    let found = driver_performance(&patterns(cards)?.tally());
    found.iter().find(|found| found.driver.as_str() == name)?.percent()
}

fn change(given: &str) -> Option<Change> {
    let [before, after] = numbers(given)?.try_into().ok()?;
    Some(Change { before, after })
}

/// The key that the vectors have.
fn key(name: &str) -> RecordKey {
    RecordKey::of(&hmac::Key::new(hmac::HMAC_SHA256, b"test-secret-0001"), name.as_bytes())
}

fn shown(counts: [u64; 5]) -> Vec<Found> {
    let mut cell = Cell::default();
    (1..).zip(counts).for_each(|(rating, count)| cell.add(rating, key("R00001"), count));
    let Some(shown) = Shown::of(&cell) else { return words([tier(Tier::Suppressed)]) };
    let ends = [shown.range.low, shown.range.high].map(round_half_up);
    words([tier(shown.tier).to_owned(), shown.n.to_string(), shown.score.drawn().to_string()])
        .into_iter()
        .chain(values(ends))
        .collect()
}

const fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Suppressed => "T0",
        Tier::Score => "T1",
        Tier::TopTwo => "T2",
        Tier::Distribution => "T3",
    }
}
