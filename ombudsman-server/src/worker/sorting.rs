//! Letters that are being sorted, on every core and beside whatever else is done.

use std::sync::Arc;

use tokio::task::{JoinHandle, spawn_blocking};

use super::sort::{SortedCard, sort};
use super::{Recogniser, retry};
use crate::house::House;
use crate::queue::Delivery;

/// A letter as the record needs it; the reason where that cannot be worked out.
type Sorted = Result<SortedCard, &'static str>;

/// Letters that are being sorted.
pub(super) struct Sorting {
    /// The ticket of each, and how many times it has been delivered.
    pub letters: Vec<(String, u32)>,
    house: Arc<House>,
    recogniser: Arc<Recogniser>,
    /// Each core's share, and what comes of it.
    shares: Vec<(Vec<Delivery>, JoinHandle<Vec<Sorted>>)>,
}

impl Sorting {
    /// Begins to sort these.
    pub fn begin(house: &Arc<House>, recogniser: &Arc<Recogniser>, deliveries: &[Delivery]) -> Self {
        let (house, recogniser) = (Arc::clone(house), Arc::clone(recogniser));
        let letters = deliveries.iter().map(|delivery| (delivery.ticket.clone(), delivery.tries)).collect();
        let share = deliveries.len().div_ceil(cores()).max(1);
        let shares = deliveries.chunks(share).map(|share| (share.to_vec(), spawn(&house, &recogniser, share.to_vec())));
        let shares = shares.collect();
        Self { letters, house, recogniser, shares }
    }

    /// All of them, in their order. One on which sorting breaks down fails alone.
    pub async fn end(self) -> Vec<Sorted> {
        let mut sorted = Vec::with_capacity(self.letters.len());
        for (share, task) in self.shares {
            if let Ok(done) = task.await {
                sorted.extend(done);
                continue;
            }
            for delivery in share {
                let alone = spawn(&self.house, &self.recogniser, vec![delivery]).await;
                sorted.extend(alone.unwrap_or_else(|_| vec![Err("sorting it broke down")]));
            }
        }
        sorted
    }
}

fn spawn(house: &Arc<House>, recogniser: &Arc<Recogniser>, share: Vec<Delivery>) -> JoinHandle<Vec<Sorted>> {
    let (house, recogniser) = (Arc::clone(house), Arc::clone(recogniser));
    spawn_blocking(move || share.into_iter().map(|delivery| read_and_sort(&house, &recogniser, delivery)).collect())
}

/// Reads the letter and works out what the record needs, without touching it. The reason if it cannot be done.
fn read_and_sort(house: &House, recogniser: &Recogniser, delivery: Delivery) -> Sorted {
    if delivery.tries > retry::MOST_DELIVERIES {
        // Not even a failure came of it: whatever takes it up does not live to tell.
        return Err("it was taken up many times and never recorded");
    }
    let letter = delivery.letter.ok_or("the letter cannot be read")?;
    sort(house, recogniser, letter)
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}
