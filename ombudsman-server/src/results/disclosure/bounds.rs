//! What can be concluded about a hidden number from the published ones around it: exactly, by flows.
//!
//! A table with its totals is a flow: from "all" to each row (its total), from the row to each column (the cell), from the
//! column to "all" (its total). What flows into a place flows out of it; nothing is negative. A hidden number can rise as
//! far as the rest can carry the difference back along hidden numbers, and fall as far likewise. What is hidden is never
//! nobody, for cells with nobody in them are not listed: it is 1 at least.

use std::collections::VecDeque;

/// More than any count; what is not bounded from above.
const UNBOUNDED: u64 = u64::MAX / 4;

/// One number of a table: it flows from a place to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flow {
    /// From where.
    pub from: usize,
    /// To where.
    pub to: usize,
    /// The number.
    pub n: u64,
    /// Whether it is not published.
    pub is_hidden: bool,
}

impl Flow {
    /// By how much it can be less than it is.
    const fn spare(&self) -> u64 {
        if self.is_hidden { self.n.saturating_sub(1) } else { self.n }
    }
}

/// The least and the most that a hidden number can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// At least.
    pub least: u64,
    /// At most; `None` if nothing bounds it.
    pub most: Option<u64>,
}

impl Bounds {
    /// Of one of the flows, given all published ones.
    #[must_use]
    pub fn of(flows: &[Flow], which: usize) -> Self {
        let Flow { from, to, n, is_hidden } = flows[which];
        if !is_hidden {
            return Self { least: n, most: Some(n) };
        }
        let rise = carried(flows, which, to, from, UNBOUNDED);
        let fall = carried(flows, which, from, to, flows[which].spare());
        Self { least: n - fall, most: (rise < UNBOUNDED).then(|| n.saturating_add(rise)) }
    }

    /// How far apart the two are.
    #[must_use]
    pub fn width(&self) -> u64 {
        self.most.map_or(u64::MAX, |most| most - self.least)
    }
}

/// How much the other hidden flows can carry from one place to another, at most `wanted`: more along them without bound,
/// less along them while there is something (Edmonds and Karp).
fn carried(flows: &[Flow], without: usize, from: usize, to: usize, wanted: u64) -> u64 {
    let mut values: Vec<u64> = flows.iter().map(Flow::spare).collect();
    let places = flows.iter().map(|flow| flow.from.max(flow.to) + 1).max().unwrap_or(0);
    let mut carried = 0;
    while carried < wanted {
        let Some(path) = shortest(flows, &values, without, places, from, to) else { break };
        let room = |step: &Step| if step.is_along { UNBOUNDED } else { values[step.flow] };
        let more = path.iter().map(room).min().unwrap_or(0).min(wanted - carried);
        if more == UNBOUNDED {
            return UNBOUNDED;
        }
        for step in &path {
            let value = &mut values[step.flow];
            *value = if step.is_along { value.saturating_add(more) } else { *value - more };
        }
        carried += more;
    }
    carried
}

#[derive(Clone, Copy)]
struct Step {
    flow: usize,
    is_along: bool,
}

/// The shortest way from one place to another over hidden flows that still have room.
fn shortest(
    flows: &[Flow],
    values: &[u64],
    without: usize,
    places: usize,
    from: usize,
    to: usize,
) -> Option<Vec<Step>> {
    let mut came: Vec<Option<(usize, Step)>> = vec![None; places];
    let mut queue = VecDeque::from([from]);
    while let Some(place) = queue.pop_front() {
        for (index, flow) in flows.iter().enumerate().filter(|(index, flow)| *index != without && flow.is_hidden) {
            let steps = [(flow.from, flow.to, true), (flow.to, flow.from, false)];
            for (start, end, is_along) in steps {
                let has_room = is_along || values[index] > 0;
                if start == place && has_room && end != from && came[end].is_none() {
                    came[end] = Some((place, Step { flow: index, is_along }));
                    queue.push_back(end);
                }
            }
        }
    }
    let mut path = Vec::new();
    let mut place = to;
    while place != from {
        let (before, step) = came[place]?;
        path.push(step);
        place = before;
    }
    Some(path)
}
