//! What is suspicious about a form, and what is not.

use super::*;

fn signs(pairs: &[(&str, &str)]) -> (Signs, Vec<String>) {
    let mut pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let signs = Signs::take(&mut pairs);
    (signs, pairs.into_iter().map(|(name, _)| name).collect())
}

fn suspicions(begun: &str, website: &str, after_millis: i64) -> Vec<Suspicion> {
    let now = Timestamp::from_millisecond(1_000_000 + after_millis).expect("a time");
    signs(&[("begun", begun), ("website", website)]).0.suspicions(&Secrets::for_testing(), now, 2)
}

#[test]
fn what_is_no_field_of_the_card_is_taken_out() {
    let (signs, left) = signs(&[("id", "x"), ("begun", "1.a"), ("proof", "p"), ("website", ""), ("overall", "5")]);
    assert_eq!(left, ["id", "overall"]);
    assert_eq!((signs.begun.as_str(), signs.proof.as_deref(), signs.is_baited), ("1.a", Some("p"), false));
}

#[test]
fn a_form_is_suspicious_within_two_seconds_of_its_page_and_with_the_hidden_field() {
    let page = begun(&Secrets::for_testing(), Timestamp::from_millisecond(1_000_000).expect("a time"));
    assert_eq!(suspicions(&page, "", 1_999), [Suspicion::TooFast]);
    assert_eq!(suspicions(&page, "", 2_000), []);
    assert_eq!(suspicions(&page, "", 604_800_000), [], "a week later");
    assert_eq!(suspicions(&page, "", -5), [], "the clock was set back");
    assert_eq!(suspicions(&page, "https://spam.example", 9_000), [Suspicion::HiddenField]);
    assert_eq!(suspicions(&page, "x", 0), [Suspicion::HiddenField, Suspicion::TooFast]);
}

#[test]
fn a_time_that_is_missing_or_not_ours_says_nothing() {
    for begun in ["", "1000000", "1000000.", "1000000.abcd", ".", "x.y"] {
        assert_eq!(suspicions(begun, "", 0), [], "{begun}");
    }
}
