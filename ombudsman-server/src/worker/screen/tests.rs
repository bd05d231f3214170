//! What looks like a machine, and what like the same said twice.

use super::*;
use feedback::Fields;

fn card(comment: &str) -> Card {
    let id = "0193f2a4-7c00-7000-8000-000000000001";
    let fields =
        [("id", id), ("service", "passport"), ("intent", "complaint"), ("language", "en"), ("comment", comment)];
    Card::parse(Fields::from_form(fields)).expect("a card")
}

#[test]
fn a_person_who_names_pages_is_no_machine_and_a_machine_that_sends_links_is() {
    for (comment, suspicions, reason) in [
        ("The page https://a.ca/x sends me to https://a.ca/y and back.", &[][..], None),
        ("It went fast, thank you.", &[Suspicion::TooFast], None),
        ("See https://a.ca/1 https://a.ca/2 https://a.ca/3", &[], Some("links only-links")),
        (
            "Cheap <a href='http://x.example'>pills</a> http://x.example",
            &[Suspicion::TooFast],
            Some("too-fast links only-links markup"),
        ),
        ("An honest sentence.", &[Suspicion::HiddenField], Some("hidden-field")),
    ] {
        assert_eq!(spam(&card(comment), suspicions).as_deref(), reason, "{comment}");
    }
}

#[test]
fn the_same_words_are_alike_however_they_are_set_and_short_ones_never() {
    let of = |comment| likeness(&card(comment), None, "a");
    assert_eq!(of("I waited THREE weeks."), of(" i waited\nthree  weeks. "));
    assert_ne!(of("I waited three weeks."), of("I waited four weeks."));
    assert_eq!(of("Too slow."), None);
    let elsewhere = likeness(&card("I waited three weeks."), None, "b");
    assert_ne!(of("I waited three weeks."), elsewhere, "two people may say the same");
    assert_eq!(likeness(&card("I waited three weeks."), None, ""), None, "nobody knows where it came from");
}
