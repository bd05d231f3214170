//! The bytes of an edition: the same for the same counts, and what they say.

use proptest::prelude::*;

use super::{Row, built, inputs};
use crate::results::editions::inputs::Inputs;
use crate::results::editions::{Document, Why};

fn row() -> impl Strategy<Value = Row> {
    let service = prop::sample::select(vec!["passport", "pension"]);
    let channel = prop::sample::select(vec!["web", "kiosk", "phone"]);
    let language = prop::sample::select(vec!["en", "fr"]);
    let pattern = prop::sample::select(vec!["512345", "444444", "300000", "156666", "0"]);
    (service, channel, language, pattern, 1_u64..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Cards that are counted one after the other, in parts, or the other way round.
    #[test]
    fn tallies_merged_in_any_order_give_the_same_bytes(rows in prop::collection::vec(row(), 1..24), seed in any::<u64>()) {
        let mut other: Vec<Row> = Vec::new();
        for (place, (service, channel, language, pattern, n)) in (0_u32..).zip(&rows) {
            let part = seed.rotate_left(place) % (n + 1);
            other.extend([(*service, *channel, *language, *pattern, part), (*service, *channel, *language, *pattern, n - part)]);
        }
        other.retain(|row| row.4 > 0);
        other.reverse();
        let turn = usize::try_from(seed % other.len() as u64).expect("a place");
        other.rotate_left(turn);
        let (one, two) = (built(&inputs(&rows)), built(&inputs(&other)));
        prop_assert_eq!(one.json, two.json);
        prop_assert_eq!(one.csv, two.csv);
    }

    #[test]
    fn an_edition_is_read_from_its_bytes_as_it_was_written(rows in prop::collection::vec(row(), 1..12)) {
        let (inputs, built) = (inputs(&rows), built(&inputs(&rows)));
        let read: Document = serde_json::from_slice(&built.json).expect("it is its own JSON");
        prop_assert_eq!(read, built.document);
        let kept = serde_json::to_vec(&inputs).expect("it can be written");
        prop_assert_eq!(serde_json::from_slice::<Inputs>(&kept).expect("it can be read"), inputs);
    }
}

#[test]
fn what_is_withheld_says_nothing_to_the_public_and_why_to_staff() {
    let rows = [
        ("passport", "web", "en", "512345", 40),
        ("passport", "web", "fr", "444444", 80),
        ("passport", "phone", "en", "300000", 4),
        ("passport", "kiosk", "en", "444444", 30),
        ("pension", "web", "en", "512345", 3),
    ];
    let built = built(&inputs(&rows));
    let why = |service: Option<&str>, channel: Option<&str>| {
        let of = |one: &&crate::results::editions::Withheld| {
            one.service.as_deref() == service && one.channel.as_deref() == channel && one.item == "overall"
        };
        built.withheld.iter().filter(of).filter(|one| one.language.is_none()).map(|one| one.why).collect::<Vec<_>>()
    };
    assert_eq!(why(Some("passport"), Some("phone")), [Why::Few]);
    assert_eq!(why(Some("passport"), Some("kiosk")), [Why::Total], "the whole less web would tell the phone");
    assert_eq!(why(Some("pension"), None), [Why::Few]);
    assert_eq!(why(Some("passport"), None), []);
    assert_eq!(why(None, None), [Why::Total], "all services less the passport would tell the other");
    let csv = String::from_utf8(built.csv).expect("text");
    let line = |begins: &str| csv.lines().find(|line| line.starts_with(begins)).map(str::to_owned);
    for few in ["office,pension,all,all,overall", "office,all,all,all,overall", "office,passport,kiosk,all,overall"] {
        let expected = format!("{few},2026-Q3,card,service-quality-score,1,points,,T0,suppressed,,,,");
        assert_eq!(line(few), Some(expected));
    }
    let all = line("office,passport,all,all,overall").expect("the passport as a whole");
    assert!(all.contains(",T3,published,1"), "{all}");
    assert!(csv.split("\r\n").all(|line| line.is_empty() || line.matches(',').count() == 16));
    assert!(csv.ends_with("\r\n"));
}
