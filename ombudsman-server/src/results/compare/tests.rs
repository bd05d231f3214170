//! Who is above, below or like the others, and that nothing is compared of too few.

use feedback::Language;

use super::group::{Group, Peers};
use super::{Funnel, Place, Published};
use crate::registry::ServiceKind;
use crate::results::editions::{Document, Overall};
use crate::words::Words;

/// So many answers, and how many of a hundred are satisfied.
fn published(services: &[(u64, u64)]) -> Vec<Published> {
    services.iter().map(|(n, share)| Published { n: *n, least: *share, most: *share }).collect()
}

/// Twelve services, of which ten are alike.
const TWELVE: [(u64, u64); 12] = [
    (200, 80),
    (350, 82),
    (1000, 79),
    (120, 78),
    (600, 81),
    (400, 79),
    (150, 83),
    (220, 80),
    (800, 80),
    (300, 81),
    (500, 93),
    (450, 66),
];

#[test]
fn of_twelve_services_ten_are_within_chance_one_is_above_and_one_below() {
    let services = published(&TWELVE);
    let funnel = Funnel::of(&services).expect("twelve");
    assert!((funnel.centre - 0.801_198).abs() < 1e-6 && funnel.between <= 0.0, "{funnel:?}");
    let places = funnel.places(&services);
    assert_eq!(places[..10], [Place::Within; 10]);
    assert_eq!(places[10..], [Place::Above, Place::Below]);
}

#[test]
fn services_that_all_differ_are_not_said_to_be_above_and_below() {
    let services = published(&[(1000, 60), (2000, 80), (5000, 90), (1000, 75), (300, 70)]);
    let funnel = Funnel::of(&services).expect("five");
    assert!((funnel.spread - 113.491_613).abs() < 1e-6 && (funnel.between - 0.153_776).abs() < 1e-6, "{funnel:?}");
    assert_eq!(funnel.places(&services), [Place::Within; 5], "that is how these services are");
    let narrow = Funnel { between: 0.0, ..funnel };
    assert_eq!(narrow.places(&services)[2], Place::Above, "by chance alone it would be");
}

#[test]
fn a_whole_number_may_be_half_more_or_less() {
    let services = published(&[(100_000, 80), (100_000, 80), (100_000, 81)]);
    let funnel = Funnel::of(&services).expect("three");
    let exact = |share| funnel.away(Published { n: 100_000, least: share, most: share });
    assert!(exact(81) < 2.0, "{}: 80.5 may be what it is", exact(81));
    assert!(exact(80).abs() <= 0.0, "80.33 is 80 as it is shown");
    let open = Published { n: 400, least: 96, most: 100 };
    assert!(funnel.away(open) > 6.0, "of `96 or more` the nearest end counts");
}

#[test]
fn of_services_that_chance_alone_tells_apart_the_nearest_are_only_perhaps_other() {
    let services =
        published(&[(400, 80), (400, 80), (400, 80), (400, 80), (400, 80), (400, 80), (400, 86), (400, 86), (400, 73)]);
    let funnel = Funnel { between: 0.0, ..Funnel::of(&services).expect("nine") };
    let places = funnel.places(&services);
    assert_eq!(places[..6], [Place::Within; 6]);
    assert_eq!(places[6..], [Place::PerhapsAbove, Place::PerhapsAbove, Place::Below]);
}

#[test]
fn fewer_than_three_services_or_a_hundred_answers_are_not_compared() {
    assert_eq!(Funnel::of(&published(&TWELVE[..2])), None);
    assert_eq!(Funnel::of(&published(&[(400, 80), (250, 82), (95, 79)])), None);
    assert!(Funnel::of(&published(&[(400, 80), (250, 82), (100, 79)])).is_some());
}

#[test]
fn limits_stay_between_nobody_and_everybody() {
    for (centre, n) in [(0.01, 100.0), (0.99, 100.0), (0.0, 100.0), (1.0, 1000.0), (0.5, 1e9)] {
        let funnel = Funnel { centre, spread: 1.0, between: 0.0 };
        let (inner, outer) = (funnel.inner(n), funnel.outer(n));
        let ends = [0.0, outer.low, inner.low, centre, inner.high, outer.high, 1.0];
        assert!(ends.windows(2).all(|pair| pair[0] <= pair[1] + 1e-12), "{ends:?}");
    }
}

/// A figure of an edition, as its JSON has it.
fn figure(service: &str, (tier, status): (&str, &str), n: Option<u64>, share: Option<u64>) -> serde_json::Value {
    serde_json::json!({
        "organisation": "office", "service": service, "channel": "all", "language": "all", "item": "overall",
        "period": "2026-Q3", "population": "card", "method_id": "top-two", "method_version": 1, "unit": "percent",
        "rating": null, "tier": tier, "status": status, "n": n, "value": share, "low": share, "high": share,
    })
}

fn group(figures: &[serde_json::Value]) -> Group {
    group_of(Peers::Organisation("office"), figures, &serde_json::json!({}))
}

/// The same for these peers, where the services have these kinds.
fn group_of(peers: Peers<'_>, figures: &[serde_json::Value], kinds: &serde_json::Value) -> Group {
    let names: serde_json::Map<_, _> = figures
        .iter()
        .filter_map(|figure| figure["service"].as_str())
        .map(|slug| {
            let names =
                serde_json::json!({ "en": slug, "fr": slug, "organisation_en": "Office", "organisation_fr": "Bureau" });
            (slug.to_owned(), names)
        })
        .collect();
    let document: Document = serde_json::from_value(serde_json::json!({
        "edition": "2026-Q3.1", "quarter": "2026-Q3", "number": 1, "reason": null, "days": ["2026-07-01", "2026-09-30"],
        "population": "card", "aggregation": "experience", "licence": "", "code_version": "", "method_version": 2,
        "inputs_hmac": "", "services": names, "kinds": kinds, "figures": figures,
    }))
    .expect("a document");
    let words = Words::of(Language::English);
    Group::of(&Overall::of(&document), peers, Language::English, words)
}

#[test]
fn what_is_withheld_or_of_few_is_listed_by_name_and_not_compared() {
    let many = ("T3", "published");
    let figures = [
        figure("Éclairage", many, Some(400), Some(80)),
        figure("bridges", many, Some(250), Some(82)),
        figure("Archives", many, Some(1000), Some(79)),
        figure("dogs", ("T2", "published"), Some(100), Some(20)),
        figure("cats", ("T0", "suppressed"), None, None),
    ];
    let found = group(&figures);
    let names: Vec<&str> = found.compared.iter().map(|one| one.member.name.as_str()).collect();
    assert_eq!(names, ["Archives", "bridges", "Éclairage"], "by name, and not by share");
    assert_eq!(found.others.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["cats", "dogs"]);
    let two = group(&figures[1..]);
    assert!(two.funnel.is_none() && two.compared.is_empty());
    assert_eq!(two.others.len(), 4, "those that could be compared are not, where too few others can");
    assert!(group(&[]).funnel.is_none());
}

#[test]
fn services_of_one_kind_are_compared_whatever_their_organisation_and_those_without_a_kind_are_not_among_them() {
    let of = |organisation: &str, service: &str, n, share| {
        let mut figure = figure(service, ("T3", "published"), Some(n), Some(share));
        figure["organisation"] = organisation.into();
        figure
    };
    let figures = [
        of("office", "pension", 400, 80),
        of("office", "permits", 900, 20),
        of("bureau", "benefit", 250, 82),
        of("other", "allowance", 1000, 79),
        of("other", "unknown", 500, 50),
        of("third", "grant", 95, 79),
    ];
    let kinds = serde_json::json!({
        "pension": "benefits", "benefit": "benefits", "allowance": "benefits", "grant": "benefits", "permits": "permits",
    });
    let found = group_of(Peers::Kind(ServiceKind::Benefits), &figures, &kinds);
    let compared: Vec<[&str; 2]> =
        found.compared.iter().map(|one| [one.member.organisation.as_str(), one.member.service.as_str()]).collect();
    assert_eq!(compared, [["other", "allowance"], ["bureau", "benefit"], ["office", "pension"]]);
    assert_eq!(found.compared[0].member.name, "allowance (Office)", "each with its organisation");
    assert_eq!(found.others.iter().map(|one| one.service.as_str()).collect::<Vec<_>>(), ["grant"], "few rated it");
    let permits = group_of(Peers::Kind(ServiceKind::Permits), &figures, &kinds);
    assert!(permits.funnel.is_none() && permits.others.len() == 1, "one is no group");
    let of_before = group_of(Peers::Kind(ServiceKind::Benefits), &figures, &serde_json::json!({}));
    assert!(of_before.funnel.is_none() && of_before.compared.is_empty() && of_before.others.is_empty());
}
