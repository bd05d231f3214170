//! How fast an import goes: people's cards wait in the same queue, so a long file does not fill it in front of them.

use std::time::Duration;

use crate::queue::{Queue, QueueError, Written};

/// After how many cards the queue is looked at.
const LOOK_EVERY: u64 = 1_000;
/// While more cards than this wait, and a worker takes them up, the import waits too.
const MOST_WAITING: u64 = 10_000;
/// How long it waits before it looks again.
const PAUSE: Duration = Duration::from_secs(1);
/// So many looks without a card less, and nobody takes them up: the import goes on, for nobody is held up by it.
const PATIENCE: u32 = 5;

/// The pauses between the tries to keep a card. A queue that is busy or starts anew is no reason to end a long import, and
/// a card that was kept all the same counts once.
const PAUSES: [Duration; 4] = [PAUSE, Duration::from_secs(2), Duration::from_secs(4), Duration::from_secs(8)];

/// Keeps letters, at the last try or sooner.
async fn append(queue: &dyn Queue, letters: &[Written]) -> Result<(), QueueError> {
    for pause in PAUSES {
        if queue.append(letters).await.is_ok() {
            return Ok(());
        }
        tokio::time::sleep(pause).await;
    }
    queue.append(letters).await
}

/// What was seen of the queue.
#[derive(Debug, Default)]
pub(super) struct Pace {
    /// Cards since the queue was looked at.
    since: u64,
    /// How many waited then.
    last: u64,
    /// Looks while it waited since a card was taken up.
    in_vain: u32,
    /// Whether nobody takes cards up, as far as was seen.
    is_alone: bool,
}

impl Pace {
    /// Keeps letters, and waits afterwards, if need be, before others are kept. A queue that cannot be looked at says so
    /// when they come.
    pub(super) async fn append(&mut self, queue: &dyn Queue, letters: &[Written]) -> Result<(), QueueError> {
        append(queue, letters).await?;
        self.since += letters.len() as u64;
        if self.since < LOOK_EVERY {
            return Ok(());
        }
        while let Ok(depth) = queue.depth().await
            && self.is_to_wait(depth.waiting)
        {
            tokio::time::sleep(PAUSE).await;
        }
        Ok(())
    }

    /// Whether to wait, now that so many cards wait.
    fn is_to_wait(&mut self, waiting: u64) -> bool {
        if waiting < self.last + self.since {
            (self.in_vain, self.is_alone) = (0, false);
        } else if self.since == 0 {
            self.in_vain += 1;
        }
        (self.since, self.last) = (0, waiting);
        let is_long = waiting > MOST_WAITING;
        self.is_alone |= is_long && self.in_vain >= PATIENCE;
        is_long && !self.is_alone
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is done at each look, after so many cards and at such a depth.
    fn looks(pace: &mut Pace, looks: &[(u64, u64)]) -> Vec<bool> {
        let look = |(since, waiting): &(u64, u64)| {
            pace.since = *since;
            pace.is_to_wait(*waiting)
        };
        looks.iter().map(look).collect()
    }

    #[test]
    fn an_import_waits_while_a_worker_takes_up_a_long_queue_and_no_longer() {
        let mut pace = Pace::default();
        let falls = [(1_000, 9_000), (1_000, 10_001), (0, 10_001), (0, 10_001), (0, 10_001), (0, 10_001), (0, 10_000)];
        assert_eq!(looks(&mut pace, &falls), [false, true, true, true, true, true, false]);
        assert_eq!(looks(&mut pace, &[(1_000, 10_300), (0, 10_299), (0, 9_000)]), [true, true, false]);
    }

    #[test]
    fn an_import_goes_on_where_nobody_takes_cards_up_until_somebody_does() {
        let mut pace = Pace::default();
        let alone =
            looks(&mut pace, &[(1_000, 50_000), (0, 50_000), (0, 50_001), (0, 50_001), (0, 50_002), (0, 50_002)]);
        assert_eq!(alone, [true, true, true, true, true, false]);
        assert_eq!(looks(&mut pace, &[(1_000, 51_002), (1_000, 52_002), (1_000, 53_050)]), [false; 3]);
        assert_eq!(looks(&mut pace, &[(1_000, 53_000), (0, 52_000)]), [true; 2], "a worker has come");
    }
}
