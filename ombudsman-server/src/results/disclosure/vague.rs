//! What the drivers' own numbers tell of the ladder. An edition tells how many rated each driver 3 or less; added up, that is each
//! person as often as drivers failed them. Somebody who takes that sum for exact can solve for a step that is not told by itself. So of a
//! band the steps with few people must be left with several possible numbers.

use std::collections::{BTreeSet, VecDeque};

use feedback::Driver;

use super::band::{Band, Climbers, STEPS};
use super::publishable;

/// So many numbers are enough for a step with few people, as for a count of complaints.
const ENOUGH: usize = 5;

/// How far a number to base 5 is from the count, at most.
const OFF: u64 = 4;

/// So many ways to spread people over the steps are looked at; what is not found by then is taken not to be there.
const MOST_LOOKED_AT: usize = 16_384;

type OnSteps = [u64; STEPS];
type FailedBy = [u64; Driver::ALL.len()];

/// Whether each step of a band with fewer than ten people could have at least five numbers, for somebody who knows how many are in
/// every other step, how many are in the band, and what the drivers' own numbers tell; or as many as those leave open where nothing is known of
/// the steps.
pub(super) fn is_vague(climbers: &Climbers, band: Band) -> bool {
    let few = |step: &usize| (1..).contains(&climbers.on_step[*step]) && !publishable(climbers.on_step[*step]);
    let few: Vec<usize> = (band.from..=band.to).filter(few).collect();
    let all = Band { from: 0, to: STEPS - 1 };
    few.is_empty() || {
        let (without, with) = (possible(climbers, all, &few), possible(climbers, band, &few));
        with.iter().zip(without).all(|(with, without)| *with >= without)
    }
}

/// How many numbers each of these steps could have, up to as many as are enough, where people move within a band.
fn possible(climbers: &Climbers, band: Band, steps: &[usize]) -> Vec<usize> {
    let (moves, failed_by) = (moves(band), most_even(climbers.failed_by));
    let mut numbers: Vec<BTreeSet<u64>> = vec![BTreeSet::new(); steps.len()];
    let (mut seen, mut next) = (BTreeSet::from([climbers.on_step]), VecDeque::from([climbers.on_step]));
    while let Some(spread) = next.pop_front() {
        for (numbers, step) in numbers.iter_mut().zip(steps) {
            numbers.insert(spread[*step]);
        }
        if seen.len() > MOST_LOOKED_AT || numbers.iter().all(|numbers| numbers.len() >= ENOUGH) {
            break;
        }
        for other in moves.iter().filter_map(|change| moved(spread, *change)) {
            if is_possible(&other, failed_by) && seen.insert(other) {
                next.push_back(other);
            }
        }
    }
    numbers.iter().map(|numbers| numbers.len().min(ENOUGH)).collect()
}

/// Two people of a band move, one a step up and one a step down: as many people are in it, and as many drivers failed in all.
fn moves(band: Band) -> Vec<[i8; STEPS]> {
    let steps = band.from..band.to;
    let pairs = steps.clone().flat_map(|up| steps.clone().map(move |down| (up, down)));
    let change = |(up, down): (usize, usize)| {
        let mut change = [0; STEPS];
        change[up] -= 1;
        change[up + 1] += 1;
        change[down + 1] -= 1;
        change[down] += 1;
        change
    };
    pairs.filter(|(up, down)| up != down).map(change).collect()
}

fn moved(spread: OnSteps, change: [i8; STEPS]) -> Option<OnSteps> {
    let mut moved = spread;
    for (number, change) in moved.iter_mut().zip(change) {
        *number = number.checked_add_signed(change.into())?;
    }
    Some(moved)
}

/// Whether drivers that failed so many can have failed people so (Gale and Ryser): of each number of drivers, those that failed most have
/// no more failures than these people can have had of them.
pub(super) fn is_possible(spread: &OnSteps, mut failed_by: FailedBy) -> bool {
    failed_by.sort_unstable_by(|a, b| b.cmp(a));
    let mut failures = 0;
    (1_u64..).zip(failed_by).all(|(drivers, failed)| {
        failures += failed;
        let most: u64 = (0_u64..).zip(spread).map(|(step, people)| step.min(drivers) * people).sum();
        failures <= most
    })
}

/// How many each driver can have failed, since that is told to base 5, as even as can be: as many in all. It fits wherever another does.
pub(super) fn most_even(failed_by: FailedBy) -> FailedBy {
    let mut even = failed_by;
    loop {
        let most = (0..even.len()).filter(|driver| even[*driver] + OFF > failed_by[*driver]).max_by_key(|d| even[*d]);
        let least = (0..even.len()).filter(|driver| even[*driver] < failed_by[*driver] + OFF).min_by_key(|d| even[*d]);
        match most.zip(least) {
            Some((most, least)) if even[most] > even[least] + 1 => {
                even[most] -= 1;
                even[least] += 1;
            }
            _ => return even,
        }
    }
}
