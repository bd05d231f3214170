//! What is told of a service, and what is not.

use super::{Row, figures, part};
use crate::results::editions::cube::Rounding;
use crate::results::editions::drivers::figure::Figure;
use crate::results::editions::drivers::ladder::Of;
use crate::results::editions::drivers::single::index;
use crate::results::editions::drivers::trust::trust;
use crate::results::editions::inputs::Cards;
use crate::results::editions::tests::{inputs, quarter};
use crate::results::measures::Patterns;
use crate::secrets::Secrets;

/// Everyone rated everything.
const CLIMBERS: [Row; 5] = [
    ("passport", "web", "en", "555555", 60),
    ("passport", "web", "en", "425555", 30),
    ("passport", "web", "en", "333555", 15),
    ("passport", "web", "en", "222255", 4),
    ("passport", "web", "en", "111111", 3),
];

#[test]
fn the_ladder_tells_each_step_and_puts_those_with_few_people_together() {
    let document = part(&CLIMBERS);
    let ladder = figures(&document, "driver-ladder");
    let groups: Vec<(&str, Option<u64>)> = ladder.iter().map(|(group, _, _, value)| (*group, *value)).collect();
    // 60 · 100 of 60; 30 · 75 of 30; 15 · 50 + 4 · 25 + 3 · 0 of 22 is 38.6.
    assert_eq!(groups, [("failed-0", Some(96)), ("failed-1", Some(75)), ("failed-2-5", Some(39))], "{ladder:?}");
    assert!(ladder.iter().all(|(_, _, n, _)| n.is_some_and(|n| n % 5 == 0)));
    let references: Vec<Option<u64>> = document.figures[..3].iter().map(|figure| figure.reference).collect();
    assert_eq!(references, [Some(87), Some(74), None]);
}

/// All in French are on the upper steps: with them the four who wrote in English would follow. Everyone rated everything, so one band
/// that is withheld alone would follow from the whole.
#[test]
fn the_ladder_gives_way_where_a_language_would_tell_of_few_in_a_band() {
    let mut rows = CLIMBERS;
    (rows[2].2, rows[4].2) = ("fr", "fr");
    let document = part(&rows);
    let ladder = figures(&document, "driver-ladder");
    let told: Vec<(&str, &str)> = ladder.iter().map(|(group, status, ..)| (*group, *status)).collect();
    assert_eq!(told, [("overall", "suppressed")]);
}

/// 62 rated the service as a whole, 57 of them everything: both ladders less all are the five.
#[test]
fn a_band_gives_way_where_the_ladder_less_the_whole_would_tell_of_few() {
    let rows = [
        ("passport", "web", "en", "555555", 30),
        ("passport", "web", "en", "425555", 14),
        ("passport", "web", "en", "322555", 13),
        ("passport", "web", "en", "506555", 5),
    ];
    let document = part(&rows);
    let ladder = figures(&document, "driver-ladder");
    let told: Vec<(&str, &str)> = ladder.iter().map(|(group, status, ..)| (*group, *status)).collect();
    assert_eq!(told, [("failed-0", "at-least"), ("failed-1", "published"), ("failed-2-5", "suppressed")]);
    let many = [&rows[..3], &[("passport", "web", "en", "506555", 12)]].concat();
    assert!(figures(&part(&many), "driver-ladder").iter().all(|(_, status, ..)| *status != "suppressed"));
}

#[test]
fn where_one_band_is_left_or_the_whole_is_withheld_no_ladder_is_told() {
    let good = [("passport", "web", "en", "555555", 60), ("passport", "web", "en", "222222", 4)];
    assert_eq!(figures(&part(&good), "driver-ladder"), [("overall", "suppressed", None, None)]);
    let few = [("passport", "web", "en", "555555", 6)];
    assert_eq!(figures(&part(&few), "driver-ladder"), [("overall", "suppressed", None, None)]);
    let nobody = [("passport", "web", "en", "500000", 60)];
    assert_eq!(figures(&part(&nobody), "driver-ladder"), []);
}

#[test]
fn whether_people_got_what_they_needed_is_told_from_a_hundred_answers_on() {
    let told = |yes, no| {
        let document = part(&[("passport", "web", "en", "5555555", yes), ("passport", "web", "fr", "2222221", no)]);
        let told = figures(&document, "achieved");
        told.into_iter()
            .map(|(group, status, n, value)| (group.to_owned(), status.to_owned(), n, value))
            .collect::<Vec<_>>()
    };
    let of = |group: &str, status: &str, n, value| (group.to_owned(), status.to_owned(), n, value);
    let all = [("no", "published", 20), ("partly", "at-most", 4), ("yes", "published", 80)];
    assert_eq!(told(80, 20), all.map(|(group, status, value)| of(group, status, Some(100), Some(value))));
    let few = ["no", "partly", "yes"];
    assert_eq!(told(40, 20), few.map(|group| of(group, "below-100", None, None)));
    assert_eq!(told(4, 2), few.map(|group| of(group, "suppressed", None, None)));
}

#[test]
fn the_index_is_told_of_ten_and_more_only() {
    // Overall 4, achieved yes, expectations 3, ideal 5, trust 4: (75 + 50 + 100) / 3 = 75.
    let rows = [
        ("passport", "web", "en", "4000005354", 40),
        ("passport", "web", "fr", "1000005112", 9),
        ("passport", "web", "en", "3000005000", 20),
    ];
    let document = part(&rows);
    let [(_, status, n, value)] = figures(&document, "client-satisfaction-index")[..] else { panic!("one index") };
    // 40 · 75 + 9 · 0 of 49 is 61.2.
    assert_eq!((status, value), ("published", Some(61)));
    assert!(matches!(n, Some(45 | 50)));
    let few = part(&[("passport", "web", "en", "4000005354", 9)]);
    assert_eq!(figures(&few, "client-satisfaction-index"), [("overall", "suppressed", None, None)]);
}

/// The bands are overall ratings: where one of them is told, so is much of the others.
#[test]
fn trust_is_told_of_a_hundred_and_more_and_of_all_bands_or_none() {
    let told = |satisfied, dissatisfied| {
        let document = part(&[
            ("passport", "web", "en", "4000005354", satisfied),
            ("passport", "web", "en", "1000005112", dissatisfied),
        ]);
        let told = figures(&document, "trust-by-satisfaction");
        told.into_iter()
            .map(|(band, status, n, value)| (band.to_owned(), status.to_owned(), n, value))
            .collect::<Vec<_>>()
    };
    let of = |band: &str, status: &str, value: Option<u64>| (band.to_owned(), status.to_owned(), None::<u64>, value);
    let none = |status: &str| ["dissatisfied", "neither", "satisfied"].map(|band| of(band, status, None));
    let all = [of("dissatisfied", "published", Some(25)), of("satisfied", "published", Some(75))];
    assert_eq!(told(100, 20), all, "nobody rated the service 3");
    assert_eq!(told(100, 9), none("suppressed"), "nor is it told that nobody rated the service 3");
    assert_eq!(told(70, 20), none("below-100"));
    assert_eq!(told(5, 2), none("suppressed"));
}

/// 67 of 100 by 24 people has 1,498 explanations; with the three bands it would have one.
#[test]
fn trust_does_not_tell_what_few_people_said_of_the_service_as_a_whole() {
    let rows = [
        ("passport", "web", "en", "2000000002", 10),
        ("passport", "web", "en", "3000000003", 1),
        ("passport", "web", "en", "5000000005", 13),
    ];
    let bands = ["dissatisfied", "neither", "satisfied"].map(|band| (band, "below-100", None::<u64>, None::<u64>));
    assert_eq!(figures(&part(&rows), "trust-by-satisfaction"), bands);
}

#[test]
fn of_a_service_that_is_withheld_as_a_whole_neither_index_nor_trust_is_told() {
    let inputs = inputs(&[("passport", "web", "en", "4000005354", 100), ("passport", "web", "en", "1000005112", 20)]);
    let cards: Vec<Cards<'_>> = inputs.cards("office").collect();
    let mut patterns = Patterns::default();
    for cards in &cards {
        patterns.add(cards.answers, cards.n);
    }
    let secrets = Secrets::for_testing();
    let rounding = Rounding { secret: secrets.rounding(), quarter: quarter() };
    let of = Of { service: "passport", cards: &cards, rounding, known: Vec::new(), people: Vec::new() };
    let bare = Figure::bare("office", "passport", "2026-Q3");
    let index = index(&of, &patterns, &bare).expect("people rated all three");
    assert_eq!((index.status.as_str(), index.value), ("suppressed", None));
    let told: Vec<_> = trust(&of, &[], &bare).into_iter().map(|figure| (figure.status, figure.value)).collect();
    assert_eq!(told, ["suppressed"; 3].map(|status| (status.to_owned(), None::<u64>)));
}
