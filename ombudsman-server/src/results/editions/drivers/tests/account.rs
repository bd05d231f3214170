//! What the page of a service says in words: no more than the ranges allow.

use feedback::Language;

use super::importance::{HUNDRED, times};
use super::part_of;
use crate::results::editions::drivers::Document;
use crate::results::editions::drivers::account::Together;
use crate::results::editions::tests::{built, inputs};
use crate::results::editions::whole::Whole;
use crate::results::measures::Method;
use crate::words::Words;

/// What is said of how much each part matters, where each is told to matter so much, with this range: time, knowledge, courtesy,
/// fairness, outcome.
fn said(told: [(u64, u64, u64); 5]) -> String {
    let inputs = inputs(&times(&HUNDRED, 4));
    let edition = built(&inputs).document;
    let mut document: Document = part_of(&inputs).document;
    let importance = document.figures.iter_mut().filter(|figure| figure.method_id == "driver-importance-lmg");
    for (figure, (low, value, high)) in importance.zip(told) {
        (figure.low, figure.value, figure.high) = (Some(low), Some(value), Some(high));
    }
    let words = Words::of(Language::English);
    let together = Together::of(&document, "passport", &Whole::of(&edition, "passport"), words).expect("it is told of");
    together.matters.expect("importance is told").said
}

#[test]
fn whole_cards_are_never_said_to_be_all() {
    let inputs = inputs(&times(&HUNDRED, 8));
    let (edition, words) = (built(&inputs).document, Words::of(Language::English));
    let said = |whole: u64| {
        let mut document = part_of(&inputs).document;
        let ladder = document.figures.iter_mut().filter(|figure| figure.is(Method::LADDER));
        for (place, figure) in ladder.enumerate() {
            figure.n = Some(if place == 0 { whole } else { 0 });
            (figure.low, figure.value, figure.high) = (Some(40), Some(50), Some(60));
        }
        Together::of(&document, "passport", &Whole::of(&edition, "passport"), words).expect("it is told of").complete
    };
    let of_a_hundred =
        |share: &str| Some(format!("Of 100 people who rated the service, about {share} rated all five parts too."));
    assert_eq!([said(600), said(760)], ["75", "95"].map(of_a_hundred), "of 800 who rated it");
    assert_eq!([said(790), said(800)], ["95 or more"; 2].map(of_a_hundred));
}

#[test]
fn a_part_is_said_to_matter_most_where_its_range_is_above_every_other() {
    let few = (5, 10, 15);
    let time = "What goes along most with how satisfied people are: the time it took (about 55 of 100).";
    assert_eq!(said([(45, 55, 65), few, few, few, (10, 15, 40)]).to_lowercase(), time.to_lowercase());
    let unclear = "It is not clear which part goes along most with how satisfied people are.";
    assert_eq!(said([(40, 50, 60), few, few, few, (20, 25, 40)]), unclear, "they meet at 40");
    assert_eq!(said([(15, 20, 25); 5]), unclear);
}
