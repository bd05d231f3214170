//! How an entry is hashed, and the example of it in the handbook.

use super::*;
use crate::audit::{Action, Actor};

/// The chapter of the handbook that says how an entry is hashed.
const METHOD: &str = include_str!("../../../../docs/METHOD.md");

fn example() -> [Link; 2] {
    let at = 1_777_899_723_000;
    let opened = Entry::of_case("04HMASW9NF6YV", at, Actor::client(), Action::Submit);
    let first = Link::after(None, &opened.to("received").because("complaint").deciding("The line was cut."));
    let officer = Actor::staff("m.tremblay", "officer");
    let taken_up = Entry::of_case("04HMASW9NF6YV", at + 3_600_500, officer, Action::Acknowledge);
    let second = Link::after(Some((first.seq, first.hash.clone())), &taken_up.moving("received", "acknowledged"));
    [first, second]
}

#[test]
fn the_example_of_the_handbook_holds() {
    for link in example() {
        assert!(METHOD.contains(&format!("\n{}\n", link.canonical())), "{}", link.canonical());
        assert!(METHOD.contains(&link.hash), "{}", link.hash);
    }
}

#[test]
fn the_canonical_form_has_its_names_in_order_no_white_space_and_no_needless_escape() {
    let mut link = example()[0].clone();
    link.about = Some("é \"\\\u{1}/\u{7f}\n".to_owned());
    let text = link.canonical();
    let sorted: std::collections::BTreeMap<String, serde_json::Value> = serde_json::from_str(&text).expect("JSON");
    assert_eq!(serde_json::to_string(&sorted).expect("JSON"), text);
    assert!(text.starts_with("{\"about\":\"é \\\"\\\\\\u0001/\u{7f}\\n\",\"action\":\"submit\","), "{text}");
}

#[test]
fn every_part_of_an_entry_is_in_its_hash() {
    let link = example()[1].clone();
    let changed: [fn(&mut Link); 12] = [
        |link| link.chain.push('0'),
        |link| link.seq += 1,
        |link| link.at += 1,
        |link| link.actor.push('x'),
        |link| link.role.push('x'),
        |link| link.action.push('x'),
        |link| link.about = Some(String::new()),
        |link| link.from = None,
        |link| link.to = None,
        |link| link.reason = Some("x".to_owned()),
        |link| link.payload = Some("x".to_owned()),
        |link| link.previous = NONE.to_owned(),
    ];
    for (place, change) in changed.iter().enumerate() {
        let mut other = link.clone();
        change(&mut other);
        assert_ne!(other.computed(), link.hash, "{place}");
    }
}
