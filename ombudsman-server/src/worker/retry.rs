//! When something is tried again: a card that cannot be recorded, and a record or queue that cannot be used.

use std::time::Duration;

/// How long a card waits after each try that failed; after the last try it is set aside, and kept.
const WAITS: [Duration; 5] = [
    Duration::from_secs(1),
    Duration::from_secs(5),
    Duration::from_secs(30),
    Duration::from_mins(2),
    Duration::from_mins(10),
];
/// A letter that was delivered more often than this, twice as often as it is tried, came to no end at all: whatever takes
/// it up does not live to tell.
pub(super) const MOST_DELIVERIES: u32 = 12;
/// A letter that was delivered more often than this is worked alone.
pub(super) const TOGETHER_TRIES: u32 = 2;
/// How long to wait while the queue or the record cannot be used.
const PAUSES: [Duration; 4] =
    [Duration::from_secs(1), Duration::from_secs(2), Duration::from_secs(4), Duration::from_secs(5)];

/// How long a card waits that failed at this try, give or take a fifth by chance, so that many do not come back at once;
/// `None` if that was the last.
pub(super) fn wait(tries: u32, chance: u8) -> Option<Duration> {
    let wait = WAITS.get(usize::try_from(tries.max(1) - 1).ok()?)?;
    Some(wait.mul_f64(0.8 + 0.4 * f64::from(chance) / 255.0))
}

/// How long to wait after this many troubles in a row.
pub(super) fn pause(troubles: usize) -> Option<Duration> {
    troubles.checked_sub(1).map(|earlier| PAUSES[earlier.min(PAUSES.len() - 1)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_waits_longer_after_each_try_and_is_given_up_after_the_sixth() {
        for (chance, share) in [(0, 0.8), (255, 1.2)] {
            let waits: Vec<f64> =
                (1..=6).filter_map(|tries| wait(tries, chance)).map(|wait| wait.as_secs_f64()).collect();
            let expected = [1.0, 5.0, 30.0, 120.0, 600.0].map(|seconds: f64| seconds * share);
            assert!(waits.iter().zip(expected).all(|(wait, expected)| (wait - expected).abs() < 0.001), "{waits:?}");
            assert_eq!(waits.len(), expected.len());
        }
    }

    #[test]
    fn the_longer_the_trouble_the_longer_the_pause_up_to_five_seconds() {
        let seconds: Vec<u64> = (0..7).filter_map(pause).map(|pause| pause.as_secs()).collect();
        assert_eq!(seconds, [1, 2, 4, 5, 5, 5]);
    }
}
