//! The vectors of disclosure control: `cellkey`, `cellkey_rk`, `cellkey_mean`, `audit_small`, `mean_leaks_n`, `secondary`,
//! `reconstruction_attack`.

use std::collections::BTreeSet;
use std::ops::{ControlFlow, RangeInclusive};

use ombudsman_server::results::disclosure::{Bounds, CellKey, Clues, Flow, Place, RecordKey, Table};
use ombudsman_server::results::inference::mean_interval;
use ombudsman_server::results::measures::Counts;
use ring::hmac;

use super::same;

fn key(number: u64) -> RecordKey {
    let secret = hmac::Key::new(hmac::HMAC_SHA256, b"test-secret-0001");
    RecordKey::of(&secret, format!("R{number:05}").as_bytes())
}

fn cell(keys: impl IntoIterator<Item = RecordKey>) -> CellKey {
    keys.into_iter().fold(CellKey::default(), |mut cell, key| {
        cell.add(key, 1);
        cell
    })
}

#[test]
fn cellkey() {
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
        let cell = cell((1..=n).map(key));
        same(cell.fraction(), fraction, 9, "the key as a share");
        assert_eq!(cell.round(n), rounded, "{n}");
    }
}

/// Which answers were drawn is not printed, so the means are met within what they are to show: rounding is even.
#[test]
fn cellkey_mean() {
    let keys: Vec<RecordKey> = (0..40_000).map(key).collect();
    let printed = [1.038_75, 1.937_5, 3.083_75, 3.997_5, 5.0, 5.938_75, 6.99, 7.975, 8.982_5];
    for (n, printed) in (1..).zip(printed) {
        let rounded = keys.chunks(10).map(|draw| cell(draw.iter().take(n).copied()).round(n as u64));
        let mean = f64::from(u32::try_from(rounded.sum::<u64>()).expect("small")) / 4_000.0;
        let exact = f64::from(u8::try_from(n).expect("small"));
        assert!((mean - exact).abs() <= 0.1 && (printed - exact).abs() <= 0.1, "{n}: {mean}, printed {printed}");
    }
}

/// All counts that agree with clues and with what else a reader knows.
fn agreeing(clues: &Clues, also: impl Fn(&Counts) -> bool) -> Vec<Counts> {
    let mut found = Vec::new();
    let all = clues.each(&mut |counts| {
        found.extend(also(&counts).then_some(counts));
        ControlFlow::Continue(())
    });
    assert!(all.is_continue());
    found
}

fn clues(n: RangeInclusive<u64>, score: RangeInclusive<u64>, top_two: RangeInclusive<u64>) -> Clues {
    Clues { n, score, top_two, distribution: None, is_small: false }
}

fn has_interval(counts: &Counts, ends: [f64; 2]) -> bool {
    let is = |found: f64, printed: f64| (found.round() - printed).abs() < 0.5;
    mean_interval(counts).is_some_and(|range| is(range.low, ends[0]) && is(range.high, ends[1]))
}

/// A cell of 1, 1, 2, 4, 4, of which n is known to base 5: it may be 10 to 14, as 12 was rounded to 10.
#[test]
fn audit_small() {
    let any = || clues(10..=14, 69..=69, 0..=100);
    let both = |n| clues(n, 69..=69, 67..=67);
    let ends = [48.0, 89.0];
    let two_digits =
        |counts: &Counts| counts.service_quality_score().is_some_and(|score| (score - 68.75).abs() < 0.005);
    for (what, found, consistent, n, first) in [
        ("the mean in two places", agreeing(&any(), two_digits), 50, vec![12], vec![0, 1, 2, 3]),
        ("the score", agreeing(&any(), |_| true), 110, vec![12, 13], vec![0, 1, 2, 3, 4]),
        ("and the two best", agreeing(&both(10..=14), |_| true), 14, vec![12], vec![0, 1, 2, 3]),
        ("and the interval", agreeing(&both(10..=14), |counts| has_interval(counts, ends)), 1, vec![12], vec![1]),
        ("and n", agreeing(&both(12..=12), |counts| has_interval(counts, ends)), 1, vec![12], vec![1]),
    ] {
        assert_eq!(found.len(), consistent, "{what}");
        let of = |part: fn(&Counts) -> u64| found.iter().map(part).collect::<BTreeSet<_>>();
        assert_eq!(of(Counts::n), n.into_iter().collect(), "{what}");
        assert_eq!(of(|counts| counts.0[0]), first.into_iter().collect(), "{what}");
    }
}

/// 70.65 in two places.
#[test]
fn mean_leaks_n() {
    let fits = |n: u64| (0..=4 * n).any(|quarters| (2_500 * quarters * 2 + n) / (2 * n) == 7_065);
    assert_eq!((10..60).filter(|n| fits(*n)).collect::<Vec<_>>(), [23, 46]);
}

/// The vector's reader does not know that a listed cell has somebody in it; ours does, and the bounds are one narrower. With
/// one more in each hidden cell the two are the same question.
fn bounds_of_anyone(table: &[[u64; 3]; 4], hidden: &[(usize, usize)]) -> Vec<(u64, u64)> {
    let is_hidden = |row, column| hidden.contains(&(row, column));
    let more = |row: usize, column: usize| table[row][column] + u64::from(is_hidden(row, column));
    let rows: Vec<Vec<u64>> = (0..4).map(|row| (0..3).map(|column| more(row, column)).collect()).collect();
    let table = Table::of(&rows);
    let flows: Vec<Flow> = table
        .flows()
        .iter()
        .enumerate()
        .map(|(which, flow)| Flow { is_hidden: which < 12 && is_hidden(which / 3, which % 3), ..*flow })
        .collect();
    let bounds = hidden.iter().map(|(row, column)| Bounds::of(&flows, 3 * row + column));
    bounds.map(|bounds| (bounds.least - 1, bounds.most.expect("totals are published") - 1)).collect()
}

/// Channels by language.
#[test]
fn secondary() {
    let table = [[34, 12, 4], [58, 21, 15], [18, 7, 11], [41, 16, 13]];
    let primary: Vec<(usize, usize)> =
        (0..12).map(|place| (place / 3, place % 3)).filter(|(row, column)| table[*row][*column] < 10).collect();
    assert_eq!(primary, [(0, 2), (2, 1)]);
    assert_eq!(bounds_of_anyone(&table, &primary), [(4, 4), (7, 7)], "small numbers alone are solved");
    let suppressed = Table::of(&table.map(Vec::from)).suppress().expect("it can be protected");
    let hidden: Vec<(usize, usize)> = suppressed
        .hidden
        .iter()
        .map(|(place, _)| if let Place::Cell(row, column) = place { (*row, *column) } else { panic!("a total") })
        .collect();
    assert_eq!(hidden, [(0, 1), (0, 2), (2, 1), (2, 2)]);
    assert_eq!(bounds_of_anyone(&table, &hidden), [(1, 16), (0, 15), (3, 18), (0, 15)]);
}

type Ranges = [(u64, u64); 5];
/// The true counts; score, share of the two best and ends of the interval as published; how many counts agree with the score,
/// with both, with all three; and what follows of each rating, in the same order.
type Attack = ([u64; 5], (u64, u64, [f64; 2]), [usize; 3], [Ranges; 3]);

/// The shape of the Office of the Public Guardian's ratings, at 10 to 80 answers.
const ATTACKS: [Attack; 10] = [
    (
        [0, 0, 1, 4, 5],
        (85, 90, [72.0, 98.0]),
        [9, 3, 1],
        [
            [(0, 1), (0, 2), (0, 3), (0, 6), (4, 8)],
            [(0, 1), (0, 1), (0, 1), (2, 4), (5, 7)],
            [(0, 0), (0, 0), (1, 1), (4, 4), (5, 5)],
        ],
    ),
    (
        [0, 1, 2, 4, 5],
        (77, 75, [61.0, 93.0]),
        [27, 9, 1],
        [
            [(0, 2), (0, 3), (0, 5), (0, 11), (1, 9)],
            [(0, 2), (0, 3), (0, 3), (0, 5), (4, 9)],
            [(0, 0), (1, 1), (2, 2), (4, 4), (5, 5)],
        ],
    ),
    (
        [0, 1, 2, 5, 7],
        (80, 80, [67.0, 93.0]),
        [34, 10, 1],
        [
            [(0, 3), (0, 4), (0, 6), (0, 12), (3, 12)],
            [(0, 3), (0, 3), (0, 3), (0, 6), (6, 12)],
            [(0, 0), (1, 1), (2, 2), (5, 5), (7, 7)],
        ],
    ),
    (
        [0, 1, 3, 7, 9],
        (80, 80, [70.0, 90.0]),
        [64, 15, 1],
        [
            [(0, 4), (0, 5), (0, 8), (0, 16), (4, 16)],
            [(0, 4), (0, 4), (0, 4), (0, 8), (8, 16)],
            [(0, 0), (1, 1), (3, 3), (7, 7), (9, 9)],
        ],
    ),
    (
        [1, 1, 3, 9, 11],
        (78, 80, [67.0, 89.0]),
        [136, 21, 2],
        [
            [(0, 5), (0, 7), (0, 11), (0, 22), (3, 19)],
            [(0, 5), (0, 5), (0, 5), (2, 12), (8, 18)],
            [(0, 1), (1, 4), (1, 3), (8, 9), (11, 12)],
        ],
    ),
    (
        [1, 1, 4, 11, 13],
        (78, 80, [69.0, 88.0]),
        [431, 56, 2],
        [
            [(0, 6), (0, 9), (0, 13), (0, 27), (3, 23)],
            [(0, 6), (0, 6), (0, 6), (2, 15), (9, 22)],
            [(0, 1), (1, 4), (2, 4), (10, 11), (13, 14)],
        ],
    ),
    (
        [1, 2, 5, 14, 18],
        (79, 80, [71.0, 87.0]),
        [789, 90, 5],
        [
            [(0, 8), (0, 11), (0, 17), (0, 34), (6, 31)],
            [(0, 8), (0, 8), (0, 8), (1, 18), (14, 31)],
            [(0, 2), (0, 5), (3, 6), (13, 14), (18, 19)],
        ],
    ),
    (
        [1, 2, 6, 18, 23],
        (80, 82, [73.0, 87.0]),
        [1_304, 110, 10],
        [
            [(0, 10), (0, 13), (0, 20), (0, 41), (9, 40)],
            [(0, 9), (0, 9), (0, 9), (4, 23), (18, 37)],
            [(0, 2), (0, 7), (2, 7), (15, 18), (23, 26)],
        ],
    ),
    (
        [1, 2, 8, 22, 27],
        (80, 82, [74.0, 86.0]),
        [3_094, 234, 17],
        [
            [(0, 12), (0, 16), (0, 24), (0, 49), (11, 48)],
            [(0, 11), (0, 11), (0, 11), (3, 27), (22, 46)],
            [(0, 2), (0, 7), (4, 9), (19, 23), (26, 30)],
        ],
    ),
    (
        [2, 3, 10, 29, 36],
        (79, 81, [74.0, 85.0]),
        [7_770, 408, 27],
        [
            [(0, 17), (0, 22), (0, 34), (0, 68), (12, 63)],
            [(0, 15), (0, 15), (0, 15), (6, 38), (27, 59)],
            [(0, 4), (0, 11), (4, 12), (25, 30), (35, 40)],
        ],
    ),
];

#[test]
fn reconstruction_attack() {
    for (counts, (score, top_two, ends), agree, ranges) in ATTACKS {
        let n = counts.iter().sum::<u64>();
        let both = || clues(n..=n, score..=score, top_two..=top_two);
        let found = [
            agreeing(&clues(n..=n, score..=score, 0..=100), |_| true),
            agreeing(&both(), |_| true),
            agreeing(&both(), |counts| has_interval(counts, ends)),
        ];
        assert_eq!(found.each_ref().map(Vec::len), agree, "{n}");
        let range = |found: &[Counts], rating: usize| {
            let given = || found.iter().map(|counts| counts.0[rating]);
            (given().min().unwrap_or(0), given().max().unwrap_or(0))
        };
        let concluded = found.each_ref().map(|found| std::array::from_fn(|rating| range(found, rating)));
        assert_eq!(concluded, ranges, "{n}");
    }
}
