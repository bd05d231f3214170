//! How the five drivers do: the share of those who rated each 4 or 5.

use feedback::{Driver, Item};

use super::{Counts, Tally};

/// One driver's ratings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DriverPerformance {
    /// Which driver.
    pub driver: Driver,
    /// Its ratings; "does not apply" is not among them.
    pub rated: Counts,
    /// To how many it did not apply.
    pub not_applicable: u64,
}

impl DriverPerformance {
    /// The share of 4 and 5 among those who rated it, of a hundred.
    #[must_use]
    pub fn percent(&self) -> Option<f64> {
        self.rated.top_two_percent()
    }
}

/// The drivers, the best first; those that nobody rated last; equal ones in the order in which they are asked.
#[must_use]
pub fn driver_performance(tally: &Tally) -> Vec<DriverPerformance> {
    let of_item = |(item, histogram): (Item, &super::Histogram)| match item {
        Item::Driver(driver) => {
            Some(DriverPerformance { driver, rated: histogram.rated, not_applicable: histogram.not_applicable })
        }
        _ => None,
    };
    let mut drivers: Vec<_> = tally.items().filter_map(of_item).collect();
    let rank = |driver: &DriverPerformance| driver.percent().unwrap_or(-1.0);
    drivers.sort_by(|a, b| rank(b).total_cmp(&rank(a)));
    drivers
}
