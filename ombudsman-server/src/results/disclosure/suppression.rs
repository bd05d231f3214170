//! Secondary suppression: a hidden number that follows from the totals is not hidden. More numbers are hidden until none
//! can be told within ten; if that cannot be reached, the whole breakdown is dropped.

use super::{Bounds, FEWEST, Flow, publishable};

/// A table of counts whose totals are published with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    rows: usize,
    columns: usize,
    flows: Vec<Flow>,
}

/// A number of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The cell of a row and a column, counted from 0.
    Cell(usize, usize),
    /// The total of a row.
    Row(usize),
    /// The total of a column.
    Column(usize),
    /// The total of all.
    All,
}

/// What must stay hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppressed {
    /// The places, in the order of the table, each with what can still be concluded about it.
    pub hidden: Vec<(Place, Bounds)>,
}

/// The breakdown cannot be published, whatever else is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{place:?} can be told to within {width}, whatever else is hidden: the whole breakdown must be dropped")]
pub struct CannotProtect {
    /// The number that could be told.
    pub place: Place,
    /// How far apart what it can be is.
    pub width: u64,
}

impl Table {
    /// A table by its rows, which are all of one length.
    #[must_use]
    pub fn of(cells: &[Vec<u64>]) -> Self {
        let (rows, columns) = (cells.len(), cells.first().map_or(0, Vec::len));
        let flow = |from, to, n| Flow { from, to, n, is_hidden: false };
        // Places of the flow: 0 is where all begins, then rows, then columns, then where all ends.
        let (row, column, end) = (|r: usize| 1 + r, |c: usize| 1 + rows + c, 1 + rows + columns);
        let at = |r: usize, c: usize| cells[r].get(c).copied().unwrap_or(0);
        let mut flows = Vec::with_capacity((rows + 1) * (columns + 1));
        for r in 0..rows {
            flows.extend((0..columns).map(|c| flow(row(r), column(c), at(r, c))));
        }
        flows.extend((0..rows).map(|r| flow(0, row(r), (0..columns).map(|c| at(r, c)).sum())));
        flows.extend((0..columns).map(|c| flow(column(c), end, (0..rows).map(|r| at(r, c)).sum())));
        flows.push(flow(end, 0, (0..rows).flat_map(|r| (0..columns).map(move |c| at(r, c))).sum()));
        Self { rows, columns, flows }
    }

    /// The totals and cells as flows, in the order of [`Place`].
    #[must_use]
    pub fn flows(&self) -> &[Flow] {
        &self.flows
    }

    /// Hides what must be hidden.
    pub fn suppress(mut self) -> Result<Suppressed, CannotProtect> {
        for flow in &mut self.flows {
            flow.is_hidden = flow.n > 0 && !publishable(flow.n);
        }
        loop {
            self.hide_along_lines();
            let Some((which, bounds)) = self.told().next() else { break };
            let Flow { from, to, .. } = self.flows[which];
            let more = [self.smallest(from), self.smallest(to)];
            if more == [None, None] {
                return Err(CannotProtect { place: self.place(which), width: bounds.width() });
            }
            more.into_iter().flatten().for_each(|flow| self.flows[flow].is_hidden = true);
        }
        let hidden = (0..self.flows.len()).filter(|which| self.flows[*which].is_hidden);
        Ok(Suppressed { hidden: hidden.map(|which| (self.place(which), Bounds::of(&self.flows, which))).collect() })
    }

    /// Hides more until in no line there is one hidden number alone, or hidden numbers of fewer than ten together.
    fn hide_along_lines(&mut self) {
        while let Some(which) = (0..self.rows + self.columns + 2).find_map(|line| self.missing_in(line)) {
            self.flows[which].is_hidden = true;
        }
    }

    /// What else must be hidden in a line, where something must.
    fn missing_in(&self, line: usize) -> Option<usize> {
        let hidden = || self.flows.iter().filter(|flow| flow.is_hidden && (flow.from == line || flow.to == line));
        let is_short =
            hidden().count() == 1 || (hidden().count() > 0 && hidden().map(|flow| flow.n).sum::<u64>() < FEWEST);
        self.smallest(line).filter(|_| is_short)
    }

    /// The smallest number of a line that is not hidden and not nothing: a cell before a total, the first among equals.
    fn smallest(&self, line: usize) -> Option<usize> {
        let cells = self.rows * self.columns;
        let open = |flow: &Flow| !flow.is_hidden && flow.n > 0 && (flow.from == line || flow.to == line);
        (0..self.flows.len())
            .filter(|which| open(&self.flows[*which]))
            .min_by_key(|w| (*w >= cells, self.flows[*w].n, *w))
    }

    /// The hidden numbers that can still be told to within ten.
    fn told(&self) -> impl Iterator<Item = (usize, Bounds)> {
        let hidden = (0..self.flows.len()).filter(|which| self.flows[*which].is_hidden);
        hidden.map(|which| (which, Bounds::of(&self.flows, which))).filter(|(_, bounds)| bounds.width() < FEWEST)
    }

    fn place(&self, which: usize) -> Place {
        let cells = self.rows * self.columns;
        match which {
            cell if cell < cells => Place::Cell(cell / self.columns, cell % self.columns),
            row if row < cells + self.rows => Place::Row(row - cells),
            column if column < cells + self.rows + self.columns => Place::Column(column - cells - self.rows),
            _ => Place::All,
        }
    }
}
