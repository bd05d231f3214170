//! Somebody who knows the rules holds organisations against the office, off the published figures alone: many organisations, of
//! which each can have anything. Organisations add up to the office; what follows from that is all.

use proptest::prelude::*;

use super::attack::way;
use super::{Alike, Cell, alike, built_of, of_organisations};
use crate::results::complaints::Document;
use crate::results::complaints::figure::{ALL, Figure};

/// The least and the most that the count of received complaints can be, by what is told of one.
fn alone(figure: &Figure) -> (u64, u64) {
    match (figure.status.as_str(), figure.value) {
        ("published", Some(0)) => (0, 0),
        ("published", Some(n)) => (10_u64.max(n - 4), n + 4),
        ("at-least", Some(n)) => (n, n + 9),
        ("fewer-than-10", None) => (1, 9),
        ("below-30", None) => (0, 29),
        other => panic!("{other:?} is not said of them"),
    }
}

fn of<'a>(document: &'a Document, name: &str) -> Vec<&'a Figure> {
    document.figures.iter().filter(|figure| figure.is_about(name)).collect()
}

/// What an organisation received, and what else happened to complaints about its services.
fn organisation() -> impl Strategy<Value = (u64, Vec<Alike>)> {
    let n = prop_oneof![2 => Just(0_u64), 4 => 1_u64..10, 1 => 10_u64..30, 2 => 30_u64..50, 1 => 50_u64..2000];
    (n, prop::collection::vec(way(), 0..3))
}

fn named(all: &[(u64, Vec<Alike>)]) -> Vec<(String, Vec<Alike>)> {
    let complaints = |n: u64, more: &[Alike]| {
        let received = (n > 0).then(|| alike(&[Cell::Received], None, n));
        received.into_iter().chain(more.iter().cloned()).collect()
    };
    all.iter().enumerate().map(|(at, (n, more))| (format!("o{at:02}"), complaints(*n, more))).collect()
}

fn document(named: &[(String, Vec<Alike>)]) -> Document {
    let all: Vec<(&str, Vec<Alike>)> = named.iter().map(|(name, own)| (name.as_str(), own.clone())).collect();
    built_of(&of_organisations(&all)).document
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_count_below_ten_of_an_organisation_is_told_or_left_to_be_narrowed_down(
        all in prop::collection::vec(organisation(), 1..24),
    ) {
        let named = named(&all);
        let document = document(&named);
        let office = alone(of(&document, ALL)[0]);
        let own: Vec<(u64, u64)> = named.iter().map(|(name, _)| alone(of(&document, name)[0])).collect();
        let (least, most) = own.iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        let total: u64 = all.iter().map(|(n, _)| n).sum();
        prop_assert!((office.0..=office.1).contains(&total));
        for ((n, _), (from, to)) in all.iter().zip(&own) {
            let others = (least - from, most - to);
            let (from, to) = (*from.max(&office.0.saturating_sub(others.1)), *to.min(&(office.1 - others.0)));
            prop_assert!((from..=to).contains(n), "{n} is not of {from} to {to}");
            prop_assert!(!(1..10).contains(n) || to - from >= 4, "{n} is {from} to {to}");
        }
    }

    /// Who gave up what, who was answered late: nothing of it moves a line of an organisation, nor whether it is there.
    #[test]
    #[test]
    fn the_lines_of_organisations_say_nothing_but_what_they_received(
        all in prop::collection::vec(organisation(), 1..12),
    ) {
        let bare: Vec<(u64, Vec<Alike>)> = all.iter().map(|(n, _)| (*n, Vec::new())).collect();
        let [whole, bare] = [&all, &bare].map(|all| document(&named(all)));
        for (name, _) in named(&all) {
            let lines = of(&whole, &name);
            prop_assert_eq!(lines.iter().map(|line| line.cell).collect::<Vec<_>>(), [Cell::Received]);
            prop_assert_eq!(lines, of(&bare, &name));
        }
    }
}
