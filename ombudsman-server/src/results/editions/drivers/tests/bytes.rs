//! The bytes of the part: the same for the same counts, once for a quarter.

use proptest::prelude::*;

use super::{Row, part_of};
use crate::results::editions::drivers::Document;
use crate::results::editions::made::{Wanted, made};
use crate::results::editions::open::DRIVER_COLUMNS;
use crate::results::editions::tests::{inputs, kept, quarter};
use crate::results::editions::{PrepareError, Reason};
use crate::secrets::Secrets;

pub(super) fn row() -> impl Strategy<Value = Row> {
    let service = prop::sample::select(vec!["passport", "pension"]);
    let channel = prop::sample::select(vec!["web", "kiosk", "phone"]);
    let language = prop::sample::select(vec!["en", "fr"]);
    let patterns = vec![
        "5555555555",
        "4255553343",
        "3325551222",
        "1111111111",
        "4432225000",
        "5065550004",
        "3000005544",
        "2211131111",
    ];
    (service, channel, language, prop::sample::select(patterns), prop_oneof![3 => 1_u64..14, 2 => 10_u64..60])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn tallies_merged_in_any_order_give_the_same_bytes(rows in prop::collection::vec(row(), 1..16), seed in any::<u64>()) {
        let halves = |(service, channel, language, pattern, n): Row| {
            [(service, channel, language, pattern, n - n / 2), (service, channel, language, pattern, n / 2)]
        };
        let mut other: Vec<Row> = rows.iter().copied().flat_map(halves).filter(|row| row.4 > 0).collect();
        let turn = usize::try_from(seed % other.len() as u64).expect("a place");
        other.rotate_left(turn);
        other.reverse();
        let (one, two) = (part_of(&inputs(&rows)), part_of(&inputs(&other)));
        prop_assert_eq!(&one.json, &two.json);
        prop_assert_eq!(one.csv, two.csv);
        let read: Document = serde_json::from_slice(&one.json).expect("it is its own JSON");
        prop_assert_eq!(read, one.document);
    }

    /// Whatever comes after the first count, however few: its numbers are another quarter's, or nobody's.
    #[test]
    fn a_card_that_comes_after_the_count_is_in_no_number(
        rows in prop::collection::vec(row(), 1..12), more in prop::collection::vec(row(), 1..3),
    ) {
        let reason = Reason { en: "Late cards.".to_owned(), fr: "Cartes en retard.".to_owned() };
        let wanted = Wanted { quarter: quarter(), reason: Some(reason), adds_complaints: true };
        let first = kept(&rows);
        let counted = first.drivers.clone().expect("a part");
        match made(inputs(&[rows, more].concat()), &[first], wanted, &Secrets::for_testing()) {
            Ok(made) => {
                prop_assert_eq!(&made.drivers.document.figures, &counted.figures);
                prop_assert_eq!(&made.drivers.document.counted_in, "2026-Q3.1");
                prop_assert_eq!(&made.drivers.document.edition, "2026-Q3.2");
            }
            Err(refused) => prop_assert!(matches!(refused, PrepareError::Refused(_)), "{}", refused),
        }
    }
}

/// What describes the table to programs is what it has.
#[test]
fn every_line_keeps_to_its_columns() {
    let rows = super::importance::times(&super::importance::HUNDRED, 4);
    let more = [("passport", "web", "en", "4000005354", 40), ("pension", "web", "en", "4000005354", 9)];
    let csv = String::from_utf8(part_of(&inputs(&[rows, more.to_vec()].concat())).csv).expect("text");
    let mut lines = csv.split("\r\n").filter(|line| !line.is_empty());
    assert_eq!(lines.next(), Some(DRIVER_COLUMNS.map(|column| column.name).join(",").as_str()));
    let mut methods = std::collections::BTreeSet::new();
    for line in lines {
        let fields: Vec<&str> = line.split(',').collect();
        assert_eq!(fields.len(), DRIVER_COLUMNS.len(), "{line}");
        for (column, field) in DRIVER_COLUMNS.iter().zip(&fields) {
            assert!(column.holds(field), "{}: `{field}` in {line}", column.name);
        }
        methods.insert(fields[6].to_owned());
    }
    assert_eq!(methods.len(), 6, "of each method there is one: {methods:?}");
}
