//! The examples of "Intervals and tests".

use ombudsman_server::results::inference::{
    Interval, Quarter, Response, Tested, benjamini_hochberg, effective_n, finite_population, holm, jackknife,
    mean_interval, newcombe, representativeness, rolling_change, trend, welch, wilson,
};
use ombudsman_server::results::measures::Counts;

use super::{Found, counts, exactly, numbers, values};

pub fn computed(name: &str, given: &str) -> Option<Vec<Found>> {
    let adjusted = |tested: Vec<Tested>| values(tested.iter().map(|tested| tested.adjusted));
    Some(match name {
        "interval" => ends(mean_interval(&Counts(counts(given)?))?),
        "wilson" => {
            let [of, n] = exactly(given)?;
            ends(wilson(of, n))
        }
        "welch" => {
            let (before, after) = given.split_once("; ")?;
            let found = welch(&Counts(counts(before)?), &Counts(counts(after)?))?;
            values([found.difference, found.error, found.t, found.p])
        }
        "newcombe" => {
            let (before, after) = given.split_once("; ")?;
            let ([of, n], [then, of_then]) = (counts(before)?, counts(after)?);
            let found = newcombe((of, n), (then, of_then))?;
            values([found.interval.low, found.interval.high, found.z, found.p])
        }
        "rolling" => rolling(given)?,
        "finite" => {
            let (error, people) = given.split_once(", ")?;
            let [n, population] = counts(people)?;
            values([finite_population(error.parse().ok()?, n, population)])
        }
        "jackknife" => {
            let left_out: Vec<(u64, [f64; 1])> = numbers(given)?.into_iter().map(|without| (1, [without])).collect();
            values(jackknife(&left_out))
        }
        "holm" => adjusted(holm(&numbers(given)?)),
        "signals" => adjusted(benjamini_hochberg(&numbers(given)?)),
        "slope" => {
            let found = trend(&numbers(given)?)?;
            values([found.slope, found.p])
        }
        "evenness" => evenness(given)?,
        "effective" => values([effective_n(numbers(given)?.into_iter().map(|weight| (weight, 1.0)))]),
        _ => return None,
    })
}

fn ends(interval: Interval) -> Vec<Found> {
    values([interval.low, interval.high])
}

/// Each quarter has a score, a deviation and a number of answers.
fn rolling(given: &str) -> Option<Vec<Found>> {
    let quarters = given.split("; ").map(|quarter| {
        let [score, deviation, n] = exactly::<3>(quarter)?;
        Some(Quarter { score, error: deviation / n.sqrt() })
    });
    let found = rolling_change(&quarters.collect::<Option<Vec<_>>>()?, 2)?;
    Some(values([found.after - found.before, found.error, found.z]))
}

fn evenness(given: &str) -> Option<Vec<Found>> {
    let (people, answered) = given.split_once("; ")?;
    let groups = counts::<4>(people)?.into_iter().zip(counts::<4>(answered)?);
    let groups: Vec<Response> = groups.map(|(people, answered)| Response { people, answered }).collect();
    let found = representativeness(&groups)?;
    Some(values([found.r, found.cv]))
}
