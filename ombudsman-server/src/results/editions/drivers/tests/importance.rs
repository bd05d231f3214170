//! How much each driver matters: told of so many cards that none of them decides it, and in steps.

use super::{Document, Row, figures, part};
use crate::results::editions::drivers::importance::FEWEST;

/// Cards in which time and outcome go with satisfaction; the number of each in a hundred.
pub(super) const HUNDRED: [Row; 12] = [
    ("passport", "web", "en", "555555", 22),
    ("passport", "web", "en", "545444", 9),
    ("passport", "web", "fr", "444554", 14),
    ("passport", "web", "en", "434545", 8),
    ("passport", "phone", "en", "425454", 6),
    ("passport", "web", "en", "343443", 9),
    ("passport", "web", "fr", "324542", 6),
    ("passport", "web", "en", "233332", 7),
    ("passport", "phone", "fr", "224451", 5),
    ("passport", "web", "en", "112222", 5),
    ("passport", "web", "en", "121341", 5),
    ("passport", "web", "en", "453355", 4),
];

pub(super) fn times(rows: &[Row], times: u64) -> Vec<Row> {
    rows.iter()
        .map(|(service, channel, language, pattern, n)| (*service, *channel, *language, *pattern, n * times))
        .collect()
}

#[test]
fn importance_is_told_of_three_hundred_cards_and_more_in_steps_of_five() {
    let rows = times(&HUNDRED, 4);
    let document = part(&rows);
    let importance = figures(&document, "driver-importance-lmg");
    assert_eq!(importance.len(), 5);
    assert!(
        importance.iter().all(|(_, status, n, value)| {
            *status == "published" && n.is_none() && value.is_some_and(|value| value % 5 == 0)
        }),
        "{importance:?}"
    );
    let value = |item: &str| importance.iter().find(|figure| figure.0 == item).and_then(|figure| figure.3);
    assert!(value("outcome") > value("courtesy"), "{importance:?}");
    let ends = document.figures.iter().filter(|figure| figure.method_id == "driver-importance-lmg");
    assert!(ends.clone().all(|figure| figure.low.is_some_and(|low| low % 5 == 0 && Some(low) <= figure.value)));
    let parts: Vec<&str> = figures(&document, "driver-priority").into_iter().map(|figure| figure.0).collect();
    let each = ["timeliness", "knowledge", "courtesy", "fairness", "outcome"];
    assert_eq!(parts, each, "each part's performance is published, and none is put in a group by rounded numbers");

    assert_eq!(FEWEST, 300);
    let few = part(&times(&HUNDRED, 2));
    assert!(figures(&few, "driver-importance-lmg").iter().all(|(_, status, ..)| *status == "below-300"));
    assert_eq!(figures(&few, "driver-priority"), []);
    let fewer = part(&[("passport", "web", "en", "555555", 4)]);
    assert!(figures(&fewer, "driver-importance-lmg").iter().all(|(_, status, ..)| *status == "suppressed"));
}

#[test]
fn importance_is_unclear_where_one_card_decides_it_or_nothing_differs() {
    let alike = [("passport", "web", "en", "555555", 400)];
    let one = [
        ("passport", "web", "en", "555555", 400),
        ("passport", "web", "en", "452514", 1),
        ("passport", "web", "en", "111111", 1),
    ];
    for rows in [&alike[..], &one] {
        let document = part(rows);
        assert!(
            figures(&document, "driver-importance-lmg").iter().all(|(_, status, ..)| *status == "unclear"),
            "{rows:?}"
        );
    }
}

/// One card more or less moves no number by more than a step.
#[test]
fn one_card_more_moves_no_share_by_more_than_a_step() {
    let rows = times(&HUNDRED, 4);
    let before = part(&rows);
    let shares = |document: &Document| -> Vec<Option<u64>> {
        figures(document, "driver-importance-lmg").into_iter().map(|figure| figure.3).collect()
    };
    let mut compared = 0;
    for pattern in ["111111", "555555", "151515", "515151", "115555"] {
        let after = part(&[&rows[..], &[("passport", "web", "en", pattern, 1)]].concat());
        for (before, after) in shares(&before).into_iter().zip(shares(&after)) {
            // Where that card would decide it, nothing is told.
            let (before, Some(after)) = (before.expect("a share"), after) else { continue };
            assert!(before.abs_diff(after) <= 5, "{pattern}: {before}, then {after}");
            compared += 1;
        }
    }
    assert!(compared > 0, "of none of these cards importance is told");
}
