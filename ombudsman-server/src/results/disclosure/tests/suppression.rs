//! Secondary suppression: the vector, and that nothing hidden can be solved for.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::results::disclosure::{Bounds, CannotProtect, Flow, Place, Table};

fn vector() -> Vec<Vec<u64>> {
    vec![vec![34, 12, 4], vec![58, 21, 15], vec![18, 7, 11], vec![41, 16, 13]]
}

/// The vectors' `secondary`: channels by language. Each hidden cell is listed, so at least one is in it.
#[test]
fn a_table_hides_what_its_totals_would_tell() {
    let suppressed = Table::of(&vector()).suppress().expect("it can be protected");
    let bounds = |least, most| Bounds { least, most: Some(most) };
    let expected = [
        (Place::Cell(0, 1), bounds(2, 15)),
        (Place::Cell(0, 2), bounds(1, 14)),
        (Place::Cell(2, 1), bounds(4, 17)),
        (Place::Cell(2, 2), bounds(1, 14)),
    ];
    assert_eq!(suppressed.hidden, expected);
}

#[test]
fn small_numbers_alone_are_solved_exactly() {
    let table = Table::of(&vector());
    let flows: Vec<Flow> =
        table.flows().iter().map(|flow| Flow { is_hidden: (1..10).contains(&flow.n), ..*flow }).collect();
    let solved: Vec<_> = (0..flows.len()).filter(|w| flows[*w].is_hidden).map(|w| Bounds::of(&flows, w)).collect();
    assert_eq!(solved, [4, 7].map(|n| Bounds { least: n, most: Some(n) }));
}

#[test]
fn a_total_of_few_people_is_hidden_like_a_cell() {
    let suppressed = Table::of(&[vec![3, 3], vec![40, 50], vec![60, 70]]).suppress().expect("it can");
    assert!(suppressed.hidden.iter().any(|(place, _)| *place == Place::Row(0)));
    assert!(suppressed.hidden.iter().all(|(_, bounds)| bounds.width() >= 10));
}

#[test]
fn a_breakdown_that_cannot_be_protected_is_dropped_by_name() {
    // A single row with a single small cell and nothing to hide it behind but totals that are the same number.
    let outcome = Table::of(&[vec![0, 5], vec![0, 0], vec![0, 200]]).suppress();
    if let Err(CannotProtect { width, .. }) = outcome {
        assert!(width < 10);
    } else {
        assert!(outcome.expect("protected").hidden.iter().all(|(_, bounds)| bounds.width() >= 10));
    }
}

/// All tables that have the same published numbers, by trying: the least and the most of each hidden cell,
/// in which somebody is.
fn by_trying(flows: &[Flow], rows: usize, columns: usize, most: u64) -> BTreeMap<usize, (u64, u64)> {
    let cells = rows * columns;
    let mut found = BTreeMap::new();
    let mut values = vec![0; cells];
    loop {
        let table: Vec<Vec<u64>> = values.chunks(columns).map(<[u64]>::to_vec).collect();
        let agrees = Table::of(&table)
            .flows()
            .iter()
            .zip(flows)
            .all(|(try_it, real)| if real.is_hidden { try_it.n > 0 } else { try_it.n == real.n });
        if agrees {
            for (which, value) in values.iter().enumerate().filter(|(which, _)| flows[*which].is_hidden) {
                let (least, greatest) = found.entry(which).or_insert((*value, *value));
                (*least, *greatest) = ((*least).min(*value), (*greatest).max(*value));
            }
        }
        let Some(next) = values.iter().position(|value| *value < most) else { return found };
        values[..next].fill(0);
        values[next] += 1;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn bounds_are_what_trying_all_tables_finds(cells in prop::collection::vec(0_u64..4, 6), hidden in prop::collection::vec(any::<bool>(), 6)) {
        let table = Table::of(&[cells[..3].to_vec(), cells[3..].to_vec()]);
        let flows: Vec<Flow> = table.flows().iter().enumerate()
            .map(|(which, flow)| Flow { is_hidden: flow.n > 0 && hidden.get(which).copied().unwrap_or(false), ..*flow }).collect();
        for (which, (least, most)) in by_trying(&flows, 2, 3, 6) {
            prop_assert_eq!(Bounds::of(&flows, which), Bounds { least, most: Some(most) });
        }
    }

    #[test]
    fn no_group_below_ten_can_be_solved_for_in_a_table(
        (columns, cells) in (1_usize..5).prop_flat_map(|columns| {
            (Just(columns), prop::collection::vec(prop_oneof![0_u64..12, 0_u64..200], columns..6 * columns))
        })
    ) {
        let rows: Vec<Vec<u64>> = cells.chunks_exact(columns).map(<[u64]>::to_vec).collect();
        let table = Table::of(&rows);
        let flows = table.flows().to_vec();
        let Ok(suppressed) = table.suppress() else { return Ok(()) };
        let places: Vec<Place> = suppressed.hidden.iter().map(|(place, _)| *place).collect();
        prop_assert!(suppressed.hidden.iter().all(|(_, bounds)| bounds.width() >= 10));
        // Whatever is published is nobody, or ten and more.
        let small = flows.iter().filter(|flow| (1..10).contains(&flow.n)).count();
        prop_assert!(places.len() >= small);
        for (row, cells) in rows.iter().enumerate() {
            let hidden: u64 = cells.iter().enumerate().filter(|(c, _)| places.contains(&Place::Cell(row, *c))).map(|(_, n)| n).sum();
            let is_total_hidden = places.contains(&Place::Row(row));
            prop_assert!(hidden == 0 || hidden >= 10 || is_total_hidden, "row {row} leaves {hidden}");
        }
    }
}
