//! A letter is the same after it waited as text, whatever is in it; letters of older forms can still be read.

use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::subsequence;
use serde_json::{Value, json};

use super::*;

/// Anything that a card's JSON may hold.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn letter() -> impl Strategy<Value = Letter> {
    let suspicions = vec![Suspicion::HiddenField, Suspicion::TooFast];
    let whence = (of(any::<String>()), of(any::<String>()), any::<String>());
    (value(), any::<i64>(), whence, subsequence(suspicions, 0..=2)).prop_map(
        |(card, received_at, (source, entered_by, network), suspicions)| Letter::Card {
            card,
            received_at,
            source,
            entered_by,
            suspicions,
            network,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_letter_reads_back_as_it_was_written(letter in letter()) {
        let written = letter.write().expect("JSON");
        prop_assert_eq!(serde_json::from_str::<Letter>(&written.0).expect("a letter"), letter);
    }

    #[test]
    fn any_text_is_a_letter_or_none(text in "\\PC{0,80}") {
        let _ = serde_json::from_str::<Letter>(&text);
    }
}

#[test]
fn a_letter_from_before_sources_and_suspicions_can_be_read() {
    let old = json!({ "form": "card-1", "card": { "id": "x" }, "received_at": 5 });
    let letter: Letter = serde_json::from_value(old).expect("a letter");
    let Letter::Card { received_at, source, suspicions, .. } = letter;
    assert_eq!((received_at, source, suspicions), (5, None, Vec::new()));
}
