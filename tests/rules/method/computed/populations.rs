//! The examples of "Other populations".

use ombudsman_server::results::inference::{Weighted, association, weighted_interval};
use ombudsman_server::results::measures::Counts;
use ombudsman_server::results::populations::scorecard;

use super::{Found, counts, numbers, values};

pub fn computed(name: &str, given: &str) -> Option<Vec<Found>> {
    Some(match name {
        "weighted" => weighted(given)?,
        "carried" => {
            let [score, ratings, effective] = given.split("; ").collect::<Vec<_>>().try_into().ok()?;
            let deviation = Counts(counts(ratings)?).standard_deviation()?;
            let range = weighted_interval(score.parse().ok()?, deviation, effective.parse().ok()?);
            values([range.low, range.high])
        }
        "scorecard" => {
            let [met, judged] = counts(given)?;
            values([scorecard(met, judged)])
        }
        "line" => {
            let found = association(&pairs(given)?)?;
            values([found.slope, found.range.low, found.range.high])
        }
        "together" => {
            let found = association(&pairs(given)?)?;
            values([found.pearson?, found.spearman?])
        }
        _ => return None,
    })
}

/// Ratings, each with its weight: `5:1.25`.
fn weighted(given: &str) -> Option<Vec<Found>> {
    let mut weighted = Weighted::default();
    for answer in given.split_whitespace() {
        let (rating, weight) = answer.split_once(':')?;
        let weight: f64 = weight.parse().ok()?;
        weighted.add(rating.parse().ok()?, weight, weight * weight);
    }
    Some(values([weighted.score()?, weighted.effective_n()?]))
}

fn pairs(given: &str) -> Option<Vec<(f64, f64)>> {
    let pair = |pair: &str| match numbers(pair)?.as_slice() {
        [first, second] => Some((*first, *second)),
        _ => None,
    };
    given.split("; ").map(pair).collect()
}
