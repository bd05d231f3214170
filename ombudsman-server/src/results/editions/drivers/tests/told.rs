//! What is told of a service, and what is not.

use super::{Row, figures, part};

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

/// All in French are on the upper steps: with them the four who wrote in English would follow.
#[test]
fn a_band_gives_way_where_a_language_would_tell_of_few_in_it() {
    let mut rows = CLIMBERS;
    (rows[2].2, rows[4].2) = ("fr", "fr");
    let document = part(&rows);
    let ladder = figures(&document, "driver-ladder");
    let told: Vec<(&str, &str)> = ladder.iter().map(|(group, status, ..)| (*group, *status)).collect();
    assert_eq!(told, [("failed-0", "at-least"), ("failed-1", "published"), ("failed-2-5", "suppressed")]);
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
fn the_index_and_trust_are_told_of_ten_and_more_only() {
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
    let trust = figures(&document, "trust-by-satisfaction");
    assert_eq!(trust, [("dissatisfied", "suppressed", None, None), ("satisfied", "published", Some(40), Some(75))]);
    let few = part(&[("passport", "web", "en", "4000005354", 9)]);
    assert_eq!(figures(&few, "client-satisfaction-index"), [("overall", "suppressed", None, None)]);
}
