//! The rounding of counts: the vectors, and that it is even and adds up.

use proptest::prelude::*;

use super::secret;
use crate::results::disclosure::{CellKey, RecordKey};
use crate::results::measures::round_half_up;

fn key(number: u64) -> RecordKey {
    RecordKey::of(&secret(), format!("R{number:05}").as_bytes())
}

fn cell(from: u64, n: u64) -> CellKey {
    let mut cell = CellKey::default();
    (from..from + n).for_each(|number| cell.add(key(number), 1));
    cell
}

/// The vectors' `cellkey` and `cellkey_rk`.
#[test]
fn counts_round_as_the_vectors_say() {
    let keys = [1, 2, 3].map(|number| key(number).number());
    assert_eq!(keys, [431_706_631_608_105, 3_943_663_585_269_135, 3_823_399_947_614_468]);
    for (n, fraction, rounded) in [
        (0, 0.0, 0),
        (1, 0.095_858_128, 5),
        (2, 0.971_527_351, 0),
        (3, 0.820_492_682, 0),
        (4, 0.907_192_351, 0),
        (5, 0.093_735_588, 5),
        (7, 0.048_955_979, 10),
        (12, 0.226_848_543, 15),
        (13, 0.756_783_585, 10),
        (23, 0.624_582_886, 20),
        (107, 0.242_075_49, 110),
    ] {
        let cell = cell(1, n);
        assert!((round_half_up(cell.fraction() * 1e9) / 1e9 - fraction).abs() < 1e-12, "{n}: {}", cell.fraction());
        assert_eq!(cell.round(n), rounded, "{n}");
    }
}

#[test]
fn rounding_is_even_on_the_average() {
    for n in 1..10_u64 {
        let sum: u64 = (0..4_000).map(|draw| cell(10 * draw, n).round(n)).sum();
        let off = sum.abs_diff(4_000 * n);
        assert!(off <= 400, "{n} is off by {off} of 4,000: more than a tenth");
    }
}

proptest! {
    #[test]
    fn the_same_answers_round_alike_in_whatever_parts_they_come(n in 0_u64..200, cut in 0_u64..200) {
        let cut = cut.min(n);
        let (whole, parts) = (cell(1, n), cell(1 + cut, n - cut).and(cell(1, cut)));
        prop_assert_eq!(whole, parts);
        prop_assert!(whole.round(n).abs_diff(n) < 5);
        prop_assert_eq!(whole.round(n) % 5, 0);
    }

    #[test]
    fn many_answers_of_one_key_are_as_many_times_one(answers in 0_u64..50) {
        let mut by_one = CellKey::default();
        (0..answers).for_each(|_| by_one.add(key(7), 1));
        let mut at_once = CellKey::default();
        at_once.add(key(7), answers);
        prop_assert_eq!(by_one, at_once);
    }
}
