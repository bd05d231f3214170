//! Somebody who adds and subtracts whatever is published of a service, in one edition and in its correction: what is left is nobody, or
//! ten people and more. It is not how the program looks at it: every combination of few cells is tried.

use std::collections::BTreeMap;

use feedback::Item;
use proptest::prelude::*;

use super::Row;
use super::bytes::row;
use crate::results::disclosure::Definition;
use crate::results::editions::counted::{definition, people};
use crate::results::editions::cube::Rounding;
use crate::results::editions::cut::Cut;
use crate::results::editions::drivers::within;
use crate::results::editions::ledger::{Kept, refused};
use crate::results::editions::tests::{kept, quarter};
use crate::secrets::Secrets;

/// So many cells are added and subtracted at most.
const AT_ONCE: usize = 4;

/// The cells of the overall item that an edition tells of a service.
fn told(kept: &Kept, edition: u32, service: &str) -> Vec<Definition> {
    let shown = kept.document.shown("office", "overall");
    let cells = shown.iter().filter(|cut| cut.service.as_deref() == Some(service)).map(|cut| definition(cut, edition));
    let part = kept.drivers.iter().filter(|part| part.is_counted_here());
    let bands = part.flat_map(|part| part.bands("office")).filter(|(of, _)| *of == service);
    let bands = bands.map(|(_, band)| within(definition(&Cut::whole_service(service), edition), band));
    cells.chain(bands).collect()
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
}
