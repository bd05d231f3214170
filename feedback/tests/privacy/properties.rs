//! What must hold of every text: no failure, places that can be cut at, and nothing of known shape left behind.

use feedback::danger::names_danger;
use feedback::privacy::{Kind, find, redacted, replaced};
use proptest::prelude::*;

fn token(kind: Kind) -> String {
    format!("[{}]", kind.as_str().to_uppercase())
}

/// Any characters, and pieces of which personal information is made, close together.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "130692544",
        "130-692-544",
        "123 123 123",
        "613",
        "555",
        "0123",
        "-",
        " ",
        ".",
        ",",
        "(",
        ")",
        "+1",
        "@",
        "example.ca",
        "jane.doe",
        "K1A",
        "0B1",
        "4111 1111 1111 1111",
        "8.8.8.8",
        "::",
        "2001:db8",
        "fe80",
        "SIN ",
        "né le ",
        "born ",
        "1980-02-03",
        "mars",
        "2023-2024",
        "client ",
        "health card ",
        "[SIN]",
        "[EMAIL]",
        "[",
        "]",
        "rue ",
        "Main ",
        "St",
        "12",
        "Mr. ",
        "my officer ",
        "Roy",
        "GA302922",
        "A123456BC",
        "TREM",
        "8051 1234",
        "\n",
        "\u{a0}",
        "\u{200b}",
        "e\u{301}",
        "🙂",
        "$",
        "1-800-622-6232",
        "info@canada.ca",
        "passport ",
        "d.o.b ",
    ]);
    let piece = prop_oneof![4 => pieces.prop_map(str::to_owned), 1 => any::<String>(), 1 => "\\PC{0,3}"];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Kinds that are found by their own shape; the words beside them may change nothing.
const BY_SHAPE: [Kind; 4] = [Kind::PaymentCard, Kind::Phone, Kind::Email, Kind::PostalCode];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn findings_are_in_order_apart_and_can_be_cut_at(text in text()) {
        let mut last = 0;
        for hit in find(&text) {
            prop_assert!(last <= hit.start && hit.start < hit.end, "{hit:?}");
            prop_assert!(text.get(hit.start..hit.end).is_some(), "{hit:?}");
            last = hit.end;
        }
    }

    #[test]
    fn nothing_of_known_shape_is_left_after_one_replacement(text in text()) {
        // Whether a published mailbox has something personal in it may hang on words beside it.
        prop_assume!(!text.contains("canada.ca"));
        let once = replaced(&text, &find(&text), token);
        let left: Vec<_> = find(&once).into_iter().filter(|hit| BY_SHAPE.contains(&hit.kind)).collect();
        prop_assert!(left.is_empty(), "{left:?} in {once:?}");
    }

    #[test]
    fn nothing_at_all_is_left_after_redaction(text in text()) {
        prop_assert_eq!(find(&redacted(&text, |kind| Some(token(kind))).expect("an end")), []);
    }

    #[test]
    fn any_text_can_be_asked_for_danger(text in any::<String>()) {
        prop_assert_eq!(names_danger(&text), names_danger(&text.to_lowercase()));
    }
}
