//! What is told of organisations beside the office, worked by hand.

use std::collections::BTreeMap;

use super::{Cell, Told, numbers};
use crate::results::complaints::by_organisation::by_organisation;

/// What is told of the organisations `a`, `b` and so on, where the cells without parts of the office and of each have these
/// counts, each told as this number.
fn told(office: &[(Cell, u64, u64)], all: &[&[(Cell, u64, u64)]]) -> BTreeMap<String, BTreeMap<Cell, Told>> {
    let office = numbers(office);
    let names = ('a'..='z').map(String::from);
    let rows = names.zip(all).map(|(name, cells)| (name, numbers(cells).within(&office)));
    by_organisation(&office, &rows.collect())
}

/// Three of 14, told as 10, are at most 42; of 51 and more the fourth would be known to be 9. A cell without a whole takes all
/// of its tree along, and not even that one of them is small is told.
#[test]
fn what_follows_from_the_office_takes_the_cell_of_every_organisation_along() {
    let (big, small) = ([(Cell::Received, 14, 10)], [(Cell::Received, 9, 10)]);
    let all: [&[_]; 4] = [&big, &big, &big, &small];
    for told in told(&[(Cell::Received, 51, 55)], &all).values() {
        assert_eq!(told[&Cell::Received], Told::Withheld);
    }
    let safe = told(&[(Cell::Received, 51, 50)], &all);
    assert_eq!(["a", "b", "c"].map(|name| safe[name][&Cell::Received]), [Told::Count(10); 3]);
    assert_eq!(safe["d"][&Cell::Received], Told::Few, "of 46 to 54 it is 4 to 9");
}

/// The same in a part of a whole: only the parts are withheld, of everyone, and the wholes are told.
#[test]
fn the_parts_give_way_before_their_whole() {
    let office = [(Cell::Ended, 131, 130), (Cell::Withdrawn, 51, 55), (Cell::Silent, 80, 80)];
    let big = [(Cell::Ended, 34, 35), (Cell::Withdrawn, 14, 10), (Cell::Silent, 20, 20)];
    let small = [(Cell::Ended, 29, 30), (Cell::Withdrawn, 9, 10), (Cell::Silent, 20, 20)];
    let told = told(&office, &[&big, &big, &big, &small]);
    for (name, told) in &told {
        let ended = if name == "d" { 30 } else { 35 };
        assert_eq!(told[&Cell::Ended], Told::Count(ended), "{name}");
        assert_eq!(told[&Cell::Silent], Told::Withheld, "{name}");
        assert_eq!(told[&Cell::Together], Told::Few, "also nobody: {name}");
    }
    assert_eq!(["c", "d"].map(|name| told[name][&Cell::Withdrawn]), [Told::Withheld, Told::Few]);
}

/// Six organisations of which each has somebody make six and more: of fewer than ten, four numbers would be left.
#[test]
fn so_many_small_organisations_that_the_office_would_be_known_are_not_told() {
    let office = [(Cell::ReviewAsked, 6, 5)];
    let (one, nobody) = ([(Cell::ReviewAsked, 1, 0)], [(Cell::ReviewAsked, 0, 0)]);
    for told in told(&office, &[&one, &one, &one, &one, &one, &one, &nobody]).values() {
        assert_eq!(told[&Cell::ReviewAsked], Told::Withheld, "also nobody, or it would be counted who has somebody");
    }
    let few = told(&[(Cell::ReviewAsked, 2, 0)], &[&one, &one, &nobody]);
    assert_eq!(["a", "b"].map(|name| few[name][&Cell::ReviewAsked]), [Told::Few; 2], "each is 1 to 8");
    assert_eq!(few["c"][&Cell::ReviewAsked], Told::Count(0));
}

#[test]
fn no_organisation_is_told_to_have_more_than_the_office() {
    let told = told(&[(Cell::Received, 63, 60)], &[&[(Cell::Received, 62, 65)], &[(Cell::Received, 1, 0)]]);
    assert_eq!(told["a"][&Cell::Received], Told::Count(60));
}
