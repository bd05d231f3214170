//! A correction is held against what it corrects: nobody can subtract one from the other.

use proptest::prelude::*;

use super::{Row, inputs, inputs_in, kept, quarter};
use crate::results::disclosure::publishable;
use crate::results::editions::cube::{ITEMS, Rounding, cells};
use crate::results::editions::cut::Cut;
use crate::results::editions::inputs::Inputs;
use crate::results::editions::ledger::{Kept, refused};
use crate::results::editions::made::{Wanted, made};
use crate::results::editions::{Document, PrepareError, Reason};
use crate::secrets::Secrets;

const FIRST: [Row; 3] = [
    ("passport", "web", "en", "512345", 40),
    ("passport", "web", "fr", "444444", 40),
    ("passport", "kiosk", "en", "444444", 20),
];

/// What is refused of a correction that counts these besides.
fn with_more(first: &[Row], more: &[Row]) -> Vec<String> {
    let secrets = Secrets::for_testing();
    let rounding = Rounding { secret: secrets.rounding(), quarter: quarter() };
    let refused = refused(&kept(&[first, more].concat()), &[kept(first)], rounding);
    refused.iter().map(ToString::to_string).collect()
}

#[test]
fn three_late_cards_are_not_published_and_twelve_are() {
    let told = with_more(&FIRST, &[("passport", "web", "en", "512345", 3)]);
    assert!(told.iter().all(|line| line.contains("it leaves a group of fewer than ten")), "{told:?}");
    assert!(
        told.iter().any(|line| line.starts_with("office, overall: Service passport, Channel web, Edition 2: with ")),
        "{told:?}"
    );
    assert_eq!(with_more(&FIRST, &[("passport", "web", "en", "512345", 12)]), [""; 0]);
    let told = with_more(&FIRST, &[("passport", "web", "en", "512345", 6), ("passport", "kiosk", "en", "512345", 6)]);
    assert!(told.iter().any(|line| line.contains("Channel kiosk, Edition 2")), "each channel by itself: {told:?}");
}

/// Eight by phone were withheld; twelve come late, all by phone: all of the phone less those who came is eight.
#[test]
fn a_cell_that_was_withheld_is_not_told_by_its_later_self() {
    let first = [
        ("passport", "web", "en", "512345", 40),
        ("passport", "phone", "en", "444444", 8),
        ("passport", "paper", "en", "444444", 12),
    ];
    let told = with_more(&first, &[("passport", "phone", "en", "444444", 12)]);
    assert!(told.iter().any(|line| line.contains("Channel phone, Edition 2")), "{told:?}");
}

/// Two services of six were left out of the services, not of their sum; two more come to one of them. No cell of a service is
/// shown that could tell it, but the sum is.
#[test]
fn two_late_cards_that_only_the_sum_of_the_services_tells_are_not_published() {
    let first = [
        ("passport", "web", "en", "512345", 40),
        ("pension", "web", "en", "444444", 6),
        ("permits", "web", "en", "444444", 6),
    ];
    assert!(kept(&first).document.shown("office", "overall").contains(&Cut::default()), "the sum is told");
    let told = with_more(&first, &[("permits", "web", "en", "444444", 2)]);
    assert!(told.iter().any(|line| line.starts_with("office, overall: Edition 2: with ")), "{told:?}");
}

/// What a correction of that first edition says.
fn corrected(first: Kept, counted: Inputs) -> Result<Document, PrepareError> {
    let reason = Reason { en: "Late cards.".to_owned(), fr: "Cartes en retard.".to_owned() };
    let wanted = Wanted { quarter: quarter(), reason: Some(reason), adds_complaints: false };
    let made = made(counted, &[first], wanted, &Secrets::for_testing());
    made.map(|made| made.kept.document)
}

#[test]
fn a_service_that_moves_is_held_against_itself_in_its_first_organisation() {
    let more = |n| inputs_in("ministry", &[&FIRST[..], &[("passport", "web", "en", "512345", n)]].concat());
    assert!(matches!(corrected(kept(&FIRST), more(3)), Err(PrepareError::Refused(_))), "three late cards");
    let document = corrected(kept(&FIRST), more(12)).expect("twelve late cards");
    assert!(document.figures.iter().all(|figure| figure.organisation == "office"));
    assert_eq!(document.organisation_name("office", feedback::Language::English), "office (en)");
}

#[test]
fn a_wrong_name_or_number_is_corrected_although_nothing_was_counted_since() {
    let same = corrected(kept(&FIRST), inputs(&FIRST));
    assert!(matches!(same, Err(PrepareError::Unchanged(_))), "it would say the same");
    let mut named = inputs(&FIRST);
    named.0.get_mut("passport").expect("a service").names.fr = "Passeport".to_owned();
    assert_eq!(corrected(kept(&FIRST), named).expect("a name").services["passport"].fr, "Passeport");
    let mut wrong = kept(&FIRST);
    wrong.document.figures[0].value = Some(1);
    assert_ne!(corrected(wrong, inputs(&FIRST)).expect("a number").figures[0].value, Some(1));
}

/// Every number of people in a published cell.
fn published(kept: &Kept) -> Vec<(&'static str, Cut, u64)> {
    let secrets = Secrets::for_testing();
    let rounding = Rounding { secret: secrets.rounding(), quarter: quarter() };
    let of_item = |item: feedback::Item| {
        let cells = cells(&kept.inputs, "office", item, rounding);
        let shown = kept.document.shown("office", item.as_str());
        shown.into_iter().map(move |cut| (item.as_str(), cut.clone(), cells[&cut].counts.n()))
    };
    ITEMS.into_iter().flat_map(of_item).collect()
}

fn row() -> impl Strategy<Value = Row> {
    let service = prop::sample::select(vec!["passport", "pension"]);
    let channel = prop::sample::select(vec!["web", "kiosk", "phone"]);
    let language = prop::sample::select(vec!["en", "fr"]);
    let pattern = prop::sample::select(vec!["512345", "444444", "300000"]);
    (service, channel, language, pattern, prop_oneof![1_u64..14, 1_u64..60])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Of each two cells of which one is a part of the other, and of each cell and its later self, what is left is nobody, or
    /// ten and more.
    #[test]
    fn no_published_pair_of_cells_leaves_a_group_below_ten(
        first in prop::collection::vec(row(), 1..12), more in prop::collection::vec(row(), 0..4),
    ) {
        let (one, two) = (kept(&first), kept(&[first.clone(), more.clone()].concat()));
        let mut all: Vec<_> = published(&one).into_iter().map(|cell| (1, cell)).collect();
        if with_more(&first, &more).is_empty() {
            all.extend(published(&two).into_iter().map(|cell| (2, cell)));
        }
        for (later, (item, whole, n)) in &all {
            prop_assert!(publishable(*n));
            for (earlier, (_, part, m)) in all.iter().filter(|(earlier, (other, ..))| earlier <= later && other == item) {
                let is_nested = whole == part || part.whole().as_ref() == Some(whole) || *whole == Cut::default();
                let left = n.abs_diff(*m);
                prop_assert!(!is_nested || left == 0 || left >= 10, "{whole:?} {later} and {part:?} {earlier} leave {left}");
            }
        }
    }
}
