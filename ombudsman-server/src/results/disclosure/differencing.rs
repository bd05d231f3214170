//! Differencing: a year less three of its quarters is the fourth, and two channels and two languages with what they have in
//! common give those who are in neither. Whatever published cells can be added and subtracted to, must be nobody, or ten and
//! more: not only parts of a whole, for cells may overlap and cross.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::equations::{Equation, Equations, Term, and, distance, groups};
use super::{Definition, FEWEST, Released};

/// The smallest groups that people are counted by: everybody is in exactly one, and a cell has a group wholly or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Of whom.
    pub definition: Definition,
    /// How many they are.
    pub n: u64,
}

/// What follows from cells as they are published, one after the other.
pub(super) struct Conclusions<'a> {
    cells: &'a [&'a Released],
    /// Groups that no cell tells apart: in which cells they are, and how many people; the largest first.
    groups: Vec<(Vec<usize>, u64)>,
    published: Vec<usize>,
    equations: Equations,
}

impl<'a> Conclusions<'a> {
    /// Nothing is published yet; `cells` are all that may be.
    pub(super) fn about(cells: &'a [&'a Released], people: &[Group]) -> Self {
        let mut together: BTreeMap<Vec<usize>, u64> = BTreeMap::new();
        for group in people.iter().filter(|group| group.n > 0) {
            let is_in = |cell: &usize| group.definition.is_within(&cells[*cell].definition);
            *together.entry((0..cells.len()).filter(is_in).collect()).or_default() += group.n;
        }
        let mut groups: Vec<_> = together.into_iter().collect();
        groups.sort_by_key(|(_, n)| Reverse(*n));
        Self { cells, groups, published: Vec::new(), equations: Equations::default() }
    }

    /// How many people a cell's groups have.
    pub(super) fn people(&self, cell: usize) -> u64 {
        self.groups.iter().filter(|(cells, _)| cells.contains(&cell)).map(|(_, n)| n).sum()
    }

    /// Publishes what is published already.
    pub(super) fn know(&mut self, cell: usize) {
        self.equations.add(self.equation(cell));
        self.published.push(cell);
    }

    /// Publishes a cell, unless a group below ten would follow: then the cells from which it would, besides this one.
    pub(super) fn publish(&mut self, cell: usize) -> Result<(), Vec<usize>> {
        let told = match self.equations.add(self.equation(cell)) {
            // It says how many are in it anew: two numbers for the same people.
            Some(left) => left.get(&Term::People).is_some_and(|n| distance(*n) < FEWEST).then_some(left),
            None => self.few(cell),
        };
        let Some(told) = told else {
            self.published.push(cell);
            return Ok(());
        };
        self.equations = Equations::default();
        for published in &self.published {
            self.equations.add(self.equation(*published));
        }
        let others = told.keys().filter_map(|term| match term {
            Term::Cell(other) if *other != cell => Some(*other),
            _ => None,
        });
        Err(others.collect())
    }

    fn equation(&self, cell: usize) -> Equation {
        let groups = self.groups.iter().enumerate().filter(|(_, (cells, _))| cells.contains(&cell));
        let mut equation: Equation = groups.map(|(group, _)| (Term::Group(group), 1)).collect();
        equation.insert(Term::Cell(cell), 1);
        equation.extend(Some(self.cells[cell].cell.counts.n()).filter(|n| *n > 0).map(|n| (Term::People, n)));
        equation
    }

    /// A group of fewer than ten that follows from a cell and others.
    fn few(&self, cell: usize) -> Option<Equation> {
        let small = self.groups.partition_point(|(_, n)| *n >= FEWEST);
        // A large group is in no group below ten, so only equations without one can add up to such a group.
        let equations: Vec<(usize, &Equation)> = self.equations.from(small).collect();
        (0..equations.len()).filter(|start| equations[*start].1.contains_key(&Term::Cell(cell))).find_map(|start| {
            let open = (0..equations.len()).filter(|other| *other != start).collect();
            let (first, equation) = equations[start];
            self.grow(equation.clone(), self.groups[first].1, &equations, open, cell)
        })
    }

    /// Adds equations until each group is in the sum once or not at all, and fewer than ten people are. `sure` is how many
    /// are in it whatever is added: an equation's first group is in no other.
    fn grow(
        &self,
        sum: Equation,
        sure: u64,
        equations: &[(usize, &Equation)],
        mut open: Vec<usize>,
        cell: usize,
    ) -> Option<Equation> {
        let odd = groups(&sum).find(|(_, times)| *times != 1);
        let n: u64 = groups(&sum).map(|(group, _)| self.groups[group].1).sum();
        if odd.is_none() && n < FEWEST && sum.contains_key(&Term::Cell(cell)) {
            return Some(sum);
        }
        // Something must be added that has what is odd; if nothing is, what has any group of the sum.
        let mends = |equation: &Equation| match odd {
            Some((group, _)) => equation.contains_key(&Term::Group(group)),
            None => groups(equation).any(|(group, _)| sum.contains_key(&Term::Group(group))),
        };
        while let Some(place) = open.iter().position(|other| mends(equations[*other].1)) {
            let (first, equation) = equations[open.remove(place)];
            let sure = sure + self.groups[first].1;
            if sure < FEWEST {
                let found = self.grow(and(sum.clone(), equation), sure, equations, open.clone(), cell);
                if found.is_some() {
                    return found;
                }
            }
        }
        None
    }
}
