//! What is told of organisations beside the office, turned round: of all that could be true where the same is told, five numbers
//! at least are left for every count below ten. All small offices are gone through, and all ways to round them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Cell, Told, numbers, told};
use crate::results::complaints::by_organisation::{Received, received};

/// What is told of the office, and of each organisation.
type Published = (String, Vec<Received>);

/// What each organisation received.
type World = Vec<u64>;

/// What is told of the office that has so many: either way of rounding.
fn of_office(n: u64) -> Vec<Told> {
    let ways = [n - n % 5, n.next_multiple_of(5)];
    let told = |shown| told(&numbers(&[(Cell::Received, n, shown)]))[&Cell::Received];
    if ways[0] == ways[1] { vec![told(n)] } else { ways.map(told).to_vec() }
}

/// Every world in which each organisation has one of these counts.
fn worlds(counts: &[Vec<u64>]) -> Vec<World> {
    counts.iter().fold(vec![World::new()], |worlds, counts| {
        let longer = |world: &World| counts.iter().map(|n| [world.as_slice(), &[*n]].concat()).collect::<Vec<_>>();
        worlds.iter().flat_map(longer).collect()
    })
}

/// The worlds in which the same is published.
fn alike(counts: &[Vec<u64>]) -> BTreeMap<Published, Vec<World>> {
    let mut alike: BTreeMap<Published, Vec<World>> = BTreeMap::new();
    let most: u64 = counts.iter().filter_map(|counts| counts.iter().max()).sum();
    let offices: Vec<Vec<Told>> = (0..=most).map(of_office).collect();
    for world in worlds(counts) {
        let n = world.iter().sum::<u64>();
        for office in &offices[usize::try_from(n).expect("a small number")] {
            let own = world.iter().map(|n| received(*office, *n)).collect();
            alike.entry((format!("{office:?}"), own)).or_default().push(world.clone());
        }
    }
    alike
}

/// Where a count below ten could be one of fewer than five.
fn narrow(
    alike: &BTreeMap<Published, Vec<World>>,
    count: impl Fn(&[u64]) -> u64,
) -> Option<(&Published, BTreeSet<u64>)> {
    let counts = |worlds: &[World]| worlds.iter().map(|world| count(world)).collect::<BTreeSet<u64>>();
    let possible = alike.iter().map(|(told, worlds)| (told, counts(worlds)));
    let mut small = possible.filter(|(_, counts)| counts.range(1..10).next().is_some());
    small.find(|(_, counts)| counts.len() < 5)
}

fn untold(world: &[u64]) -> u64 {
    world.iter().filter(|n| **n < 30).sum()
}

#[test]
fn no_count_below_ten_is_left_with_fewer_than_five_numbers() {
    let up_to = |most: u64, many: usize| -> Vec<Vec<u64>> { vec![(0..=most).collect(); many] };
    for counts in [up_to(121, 1), up_to(81, 2), up_to(34, 3)] {
        let alike = alike(&counts);
        for organisation in 0..counts.len() {
            assert_eq!(narrow(&alike, |world| world[organisation]), None, "of {}", counts.len());
        }
        assert_eq!(narrow(&alike, |world| world.iter().sum()), None, "the office, of {}", counts.len());
        assert_eq!(narrow(&alike, untold), None, "those that are not told, together, of {}", counts.len());
    }
}

/// Also where there are many: the others have nobody, or one each, or just enough to be told.
#[test]
fn many_organisations_tell_no_more_of_one() {
    for others in [vec![0, 1], vec![0, 1, 30], vec![0, 30, 39]] {
        let counts: Vec<Vec<u64>> = std::iter::once((0..=34).collect()).chain(vec![others; 5]).collect();
        assert_eq!(narrow(&alike(&counts), |world| world[0]), None);
    }
}

/// Nine of an office that has fewer than ten: that they are named says nothing.
#[test]
fn organisations_of_which_each_has_one_are_told_like_those_with_nobody() {
    let few = of_office(9)[0];
    assert_eq!(few, Told::Few);
    assert_eq!([0, 1, 9].map(|n| received(few, n)), [Received::Below; 3]);
    assert_eq!(received(Told::Count(0), 0), Received::Nothing, "the office says so itself");
    let told = [29, 30, 39, 40].map(|n| received(Told::Count(140), n));
    assert_eq!(told, [Received::Below, Received::AtLeast(30), Received::AtLeast(30), Received::AtLeast(40)]);
}
