//! Somebody who adds and subtracts whatever is published of a service, in one edition and in its correction: what is left is nobody, or
//! ten people and more. It is not how the program looks at it: every combination of few cells is tried.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use feedback::Item;
use proptest::prelude::*;

use super::Row;
use super::bytes::row;
use crate::results::disclosure::{Cell, Clues, Definition, Dimension, Shown};
use crate::results::editions::counted::{definition, people};
use crate::results::editions::cube::{Rounding, cells};
use crate::results::editions::cut::Cut;
use crate::results::editions::drivers::within;
use crate::results::editions::inputs::Inputs;
use crate::results::editions::ledger::{Kept, refused};
use crate::results::editions::tests::{kept, quarter};
use crate::results::measures::Counts;
use crate::secrets::Secrets;

/// So many cells are added and subtracted at most.
const AT_ONCE: usize = 4;

/// The cells that an edition tells of those who rated a service as a whole: the ladder and trust are of them as well.
fn told(kept: &Kept, edition: u32, service: &str) -> Vec<Definition> {
    let shown = kept.document.shown("office", "overall");
    let cells = shown.iter().filter(|cut| cut.service.as_deref() == Some(service)).map(|cut| definition(cut, edition));
    let part = || kept.drivers.iter().filter(|part| part.is_counted_here());
    let whole = || definition(&Cut::whole_service(service), edition);
    let bands = part().flat_map(|part| part.bands("office")).filter(|(of, _)| *of == service);
    let bands = bands.map(|(_, band)| within(whole(), band));
    let of_trust = trust(kept, service).into_iter().map(|band| whole().only(Dimension::Trust, [band]));
    cells.chain(bands).chain(of_trust).collect()
}

/// The bands of satisfaction of which an edition tells trust.
fn trust<'a>(kept: &'a Kept, service: &str) -> Vec<&'a str> {
    let figures = kept.drivers.iter().flat_map(|part| &part.figures);
    let own = figures.filter(|figure| figure.service == service && figure.method_id == "trust-by-satisfaction");
    own.filter(|figure| figure.value.is_some()).filter_map(|figure| figure.group.as_deref()).collect()
}

/// Everyone rated the passport as a whole and trust alike. How many gave each rating, at least and at most, as far as it follows from
/// the service as a whole and the bands, each to base 5.
fn left_open(inputs: &Inputs) -> [(u64, u64); 5] {
    let secrets = Secrets::for_testing();
    let rounding = Rounding { secret: secrets.rounding(), quarter: quarter() };
    let whole = cells(inputs, "office", Item::Overall, rounding)[&Cut::whole_service("passport")];
    let told = [[1, 2], [3, 3], [4, 5]].map(|[low, high]: [u8; 2]| {
        let mut band = Cell::default();
        for cards in inputs.cards("office") {
            let rating = cards.answers.rating(Item::Trust).filter(|rating| (low..=high).contains(rating));
            if let Some(rating) = rating {
                band.add(rating, rounding.key(&cards), cards.n);
            }
        }
        Shown::of(&band).map_or(0, |shown| shown.n)
    });
    let is_so = |(n, told): (u64, u64)| if told == 0 { n == 0 } else { n >= 10 && n.abs_diff(told) <= 4 };
    let mut open = [(u64::MAX, 0); 5];
    let shown = Shown::of(&whole).expect("the service is told of");
    let _all = Clues::of(&shown).each(&mut |Counts([one, two, three, four, five])| {
        if std::iter::zip([one + two, three, four + five], told).all(is_so) {
            for ((least, most), n) in open.iter_mut().zip([one, two, three, four, five]) {
                (*least, *most) = ((*least).min(n), (*most).max(n));
            }
        }
        ControlFlow::Continue(())
    });
    open
}

/// The least number of people that combinations of cells leave, other than nobody.
fn least_left(editions: &[&Kept], service: &str) -> Option<u64> {
    let inputs: Vec<_> = editions.iter().map(|kept| &kept.inputs).collect();
    let cells: Vec<Definition> = (1..).zip(editions).flat_map(|(number, kept)| told(kept, number, service)).collect();
    let own = people(&inputs, "office", Item::Overall);
    let own: Vec<_> = own.into_iter().filter(|(cut, _)| cut.service.as_deref() == Some(service)).collect();
    // People who are in the same cells are one group.
    let mut groups: BTreeMap<Vec<bool>, u64> = BTreeMap::new();
    for (_, group) in own {
        *groups.entry(cells.iter().map(|cell| group.definition.is_within(cell)).collect()).or_default() += group.n;
    }
    let mut least = None;
    combine(&groups, 0, &mut vec![0; cells.len()], AT_ONCE, &mut least);
    least
}

fn combine(groups: &BTreeMap<Vec<bool>, u64>, place: usize, times: &mut [i8], left: usize, least: &mut Option<u64>) {
    if place == times.len() || left == 0 {
        let of =
            |cells: &[bool]| -> i8 { cells.iter().zip(&*times).map(|(is_in, times)| i8::from(*is_in) * times).sum() };
        let each: Vec<(i8, u64)> = groups.iter().map(|(cells, n)| (of(cells), *n)).collect();
        let n = each.iter().filter(|(times, _)| *times == 1).map(|(_, n)| n).sum::<u64>();
        if n > 0 && each.iter().all(|(times, _)| matches!(times, 0 | 1)) {
            *least = Some(least.map_or(n, |least| least.min(n)));
        }
        return;
    }
    for sign in [0, 1, -1] {
        times[place] = sign;
        combine(groups, place + 1, times, left - usize::from(sign != 0), least);
    }
    times[place] = 0;
}

fn later(first: &[Row], more: &[Row]) -> Option<(Kept, Kept)> {
    let secrets = Secrets::for_testing();
    let (one, mut two) = (kept(first), kept(&[first, more].concat()));
    // A correction carries on what was counted first.
    two.drivers = one.drivers.clone();
    let rounding = Rounding { secret: secrets.rounding(), quarter: quarter() };
    let before = std::slice::from_ref(&one);
    refused(&two, before, rounding).is_empty().then_some((one, two))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_is_published_of_a_service_leaves_a_group_below_ten(
        rows in prop::collection::vec(row(), 2..14),
    ) {
        let one = kept(&rows);
        for service in ["passport", "pension"] {
            prop_assert!(least_left(&[&one], service).is_none_or(|n| n >= 10), "{service}");
        }
    }

    #[test]
    fn nor_with_its_correction(
        rows in prop::collection::vec(row(), 2..8), more in prop::collection::vec(row(), 1..3),
    ) {
        if let Some((one, two)) = later(&rows, &more) {
            for service in ["passport", "pension"] {
                prop_assert!(least_left(&[&one, &two], service).is_none_or(|n| n >= 10), "{service}");
            }
        }
    }

    #[test]
    fn trust_leaves_open_how_many_gave_each_rating(
        n in prop::array::uniform5(prop_oneof![1 => Just(0_u64), 1 => 1_u64..12, 2 => 10_u64..45]),
    ) {
        let patterns = ["1000000001", "2000000002", "3000000003", "4000000004", "5000000005"];
        let rows = patterns.into_iter().zip(n).filter(|(_, n)| *n > 0);
        let rows: Vec<Row> = rows.map(|(pattern, n)| ("passport", "web", "en", pattern, n)).collect();
        prop_assume!(!rows.is_empty());
        let kept = kept(&rows);
        if !trust(&kept, "passport").is_empty() {
            let open = left_open(&kept.inputs);
            prop_assert!(open.iter().all(|(least, most)| least < most || *most == 0), "{open:?} of {n:?}");
        }
    }
}
