//! How many complaints are in each cell: exactly, and to base 5 by the key of the cell. The same complaints are rounded alike
//! wherever they are counted, so nobody takes the mean of several numbers.

use std::collections::BTreeMap;

use ring::hmac;

use super::cell::Cell;
use super::inputs::Alike;
use crate::results::disclosure::{CellKey, RecordKey, publishable};
use crate::results::editions::Quarter;

/// The counts of all cells.
pub(super) struct Numbers {
    exact: BTreeMap<Cell, u64>,
    rounded: BTreeMap<Cell, u64>,
}

impl Numbers {
    /// Those of a quarter's complaints.
    pub(super) fn of(complaints: &[&Alike], quarter: Quarter, secret: &hmac::Key) -> Result<Self, serde_json::Error> {
        let mut cells: BTreeMap<Cell, (u64, CellKey)> = BTreeMap::new();
        for alike in complaints {
            let name = format!("{quarter}\ncomplaints\n{}", serde_json::to_string(&alike.kind)?);
            let key = RecordKey::of(secret, name.as_bytes());
            for cell in alike.kind.all_cells() {
                let (n, cell_key) = cells.entry(cell).or_default();
                *n += alike.n;
                cell_key.add(key, alike.n);
            }
        }
        let exact = cells.iter().map(|(cell, (n, _))| (*cell, *n)).collect();
        let rounded = cells.iter().map(|(cell, (n, key))| (*cell, key.round(*n))).collect();
        Ok(Self::rounded_so(exact, rounded))
    }

    /// Those with these counts, rounded so. No part is told to be more than its whole.
    pub(super) fn rounded_so(exact: BTreeMap<Cell, u64>, mut rounded: BTreeMap<Cell, u64>) -> Self {
        for cell in Cell::ALL {
            let whole = cell.breakdown().map(|breakdown| breakdown.whole);
            let whole = whole.filter(|whole| publishable(exact.get(whole).copied().unwrap_or(0)));
            let most = whole.and_then(|whole| rounded.get(&whole).copied()).unwrap_or(u64::MAX);
            rounded.entry(*cell).and_modify(|number| *number = (*number).min(most));
        }
        Self { exact, rounded }
    }

    /// How many are in a cell.
    pub(super) fn exact(&self, cell: Cell) -> u64 {
        self.exact.get(&cell).copied().unwrap_or(0)
    }

    /// Whether somebody is in a cell, and fewer than ten.
    pub(super) fn is_small(&self, cell: Cell) -> bool {
        let n = self.exact(cell);
        n > 0 && !publishable(n)
    }

    /// The same to base 5.
    pub(super) fn rounded(&self, cell: Cell) -> u64 {
        self.rounded.get(&cell).copied().unwrap_or(0)
    }
}

/// The working days that so large a part of all waited at most: of the numbers in their order the first that enough do not
/// exceed.
pub(super) fn quantile(complaints: &[&Alike], percent: u64) -> Option<u32> {
    let mut by_days: BTreeMap<u32, u64> = BTreeMap::new();
    for (days, n) in complaints.iter().filter_map(|alike| Some((alike.kind.days?, alike.n))) {
        *by_days.entry(days).or_default() += n;
    }
    let rank = (by_days.values().sum::<u64>() * percent).div_ceil(100);
    let mut counted = 0;
    by_days.into_iter().find_map(|(days, n)| {
        counted += n;
        (counted >= rank).then_some(days)
    })
}
