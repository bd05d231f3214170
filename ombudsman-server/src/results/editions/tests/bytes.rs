//! The bytes of an edition: the same for the same counts, and what they say.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{Row, built, inputs, quarter};
use crate::registry::{Service, ServiceKind};
use crate::results::editions::document::{Built, Imprint, bytes};
use crate::results::editions::held::Indexed;
use crate::results::editions::inputs::Inputs;
use crate::results::editions::{Document, Why};
use crate::secrets::{Secrets, sha256_hex};

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

/// Whoever knows the form of the inputs could hash every small office and compare.
#[test]
fn what_is_published_holds_nothing_that_a_guess_at_the_inputs_can_be_tested_with() {
    let inputs = inputs(&[("passport", "web", "en", "512345", 12)]);
    let made = |secret: u8| {
        let secrets = Secrets::from_secret(&[secret; 32]).expect("keys");
        let imprint = Imprint { quarter: quarter(), number: 1, reason: None, code_version: "0.0.0" };
        Built::of(&inputs, imprint, &secrets).expect("it can be written")
    };
    let (one, other) = (made(7), made(8));
    let hash = sha256_hex(&bytes(&inputs).expect("it can be written"));
    assert!(!String::from_utf8(one.json).expect("text").contains(&hash));
    assert_ne!(one.document.inputs_hmac, other.document.inputs_hmac, "it comes from the office's key");
}

/// Which cells of the passport as a whole are shown.
fn shown(rows: &[Row]) -> impl Fn(Option<&str>, Option<&str>) -> bool {
    let document = built(&inputs(rows)).document;
    let cuts = document.shown("office", "overall");
    move |channel, language| {
        let is_it = |cut: &crate::results::editions::cut::Cut| {
            cut.service.as_deref() == Some("passport")
                && cut.channel.as_deref() == channel
                && cut.language.as_deref() == language
        };
        cuts.iter().any(is_it)
    }
}

/// No cell is small, and no line tells anything by itself: all − web − en is the five who wrote in French.
#[test]
fn what_channels_and_languages_tell_together_is_withheld() {
    let rows = [
        ("passport", "web", "fr", "512345", 40),
        ("passport", "mail", "en", "444444", 40),
        ("passport", "mail", "fr", "444444", 5),
    ];
    let is_shown = shown(&rows);
    assert!(is_shown(None, None), "the whole stays");
    for (channel, language) in [("web", "en"), ("mail", "fr"), ("mail", "en"), ("web", "fr")] {
        let both = is_shown(Some(channel), None) && is_shown(None, Some(language));
        assert!(!both, "{channel} and {language} tell of five");
    }
    let withheld = built(&inputs(&rows)).withheld;
    assert!(withheld.iter().any(|one| one.why == Why::Together), "{withheld:?}");
}

/// Of eleven in two cells that are listed each has 1 to 10: that is told within ten.
#[test]
fn a_cell_that_is_listed_is_known_to_have_somebody_in_it() {
    let is_shown = shown(&[
        ("passport", "web", "en", "512345", 40),
        ("passport", "phone", "en", "444444", 4),
        ("passport", "kiosk", "en", "444444", 7),
    ]);
    assert!(is_shown(None, None));
    assert!(!is_shown(Some("web"), None), "all less the web would tell of eleven in two cells");
}

/// 80 ± 15.495: the ends are rounded once, and not first to a tenth.
#[test]
fn the_ends_of_a_range_are_rounded_once() {
    let rows = [("passport", "web", "en", "400000", 16), ("passport", "web", "en", "500000", 4)];
    let csv = String::from_utf8(built(&inputs(&rows)).csv).expect("text");
    let line = csv.lines().find(|line| line.starts_with("office,passport,all,all,overall")).expect("a score");
    assert!(line.ends_with(",T1,published,20,80,65,95"), "{line}");
}

#[test]
fn an_edition_keeps_the_kinds_of_its_services_and_one_of_before_them_is_the_same_bytes() {
    let mut services = ["passport", "pension", "permits"].map(|slug| Service::for_testing(slug, "office"));
    let made = |services: &[Service]| {
        let mut inputs = Inputs::about(services);
        assert!(
            inputs.add("passport", ["web", "en", "512345"], 40) && inputs.add("pension", ["web", "en", "444444"], 40)
        );
        inputs.counted_only()
    };
    let before = made(&services);
    let [inputs_before, json_before] =
        [bytes(&before), bytes(&built(&before).document)].map(|made| made.expect("bytes"));
    for text in [inputs_before.clone(), json_before.clone()] {
        assert!(!String::from_utf8(text).expect("text").contains("kind"), "as it was written before there were kinds");
    }
    let read: Inputs = serde_json::from_slice(&inputs_before).expect("inputs of before");
    assert_eq!(built(&read).json, json_before);

    services[0].kind = Some(ServiceKind::Registration);
    services[2].kind = Some(ServiceKind::Permits);
    let with = made(&services);
    let document = built(&with).document;
    assert_eq!(document.kinds, BTreeMap::from([("passport".to_owned(), ServiceKind::Registration)]), "of those rated");
    let read: Inputs = serde_json::from_slice(&bytes(&with).expect("bytes")).expect("inputs");
    assert_eq!(built(&read).json, bytes(&document).expect("bytes"), "the register is not asked again");
    assert_eq!(built(&with).csv, built(&before).csv);
    let only = Indexed::of(document).only("passport").expect("it is named");
    assert_eq!(only.kinds.len(), 1);
}
