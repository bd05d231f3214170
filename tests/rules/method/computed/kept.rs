//! The examples of "Service standards".

use ombudsman_server::registry::standards::{Counted, Outcome, Target};

use super::{Found, counts, exactly, values, words};

pub fn computed(name: &str, given: &str) -> Option<Vec<Found>> {
    match name {
        "P" => {
            let [met, volume] = counts(given)?;
            Some(values([in_whole(Counted::new(volume, met)?.rounded(10_000)?) / 10_000.0]))
        }
        "outcome" => {
            let [met, volume, target] = counts(given)?;
            Some(words([Outcome::of(Target::of_millionths(target), Counted::new(volume, met)).as_str()]))
        }
        "measured" => {
            let [measured, developed] = exactly(given)?;
            Some(values([100.0 * measured / developed]))
        }
        _ => None,
    }
}

fn in_whole(number: u64) -> f64 {
    u32::try_from(number).map_or(f64::NAN, f64::from)
}
