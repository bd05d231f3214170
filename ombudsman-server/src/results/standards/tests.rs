//! From the file to what is published: the same bytes for the same file, a funnel that adds up, and a correction that says in what
//! it differs.

use jiff::civil::date;

use super::document::{Imprint, Source, bytes};
use super::publish::compared;
use super::sums::Sums;
use super::*;
use crate::registry::Service;
use crate::registry::standards::{ByInventoryId, Outcome, StandardsFile, read};
use crate::words::Words;

const SAMPLE: &str = include_str!("../../registry/standards/sample.csv");

fn sample(text: &str) -> StandardsFile {
    let of = |id: &str, slug: &str| (id.to_owned(), (slug.to_owned(), "esdc-edsc".to_owned()));
    let known: ByInventoryId = [of("1242", "passport"), of("1003", "insurance"), of("1001", "pension")].into();
    read(text.as_bytes(), &known, None, date(2026, 11, 28)).expect("the sample")
}

fn files(text: &str) -> [String; 2] {
    let services = ["passport", "insurance", "pension", "permits"].map(|slug| Service::for_testing(slug, "esdc-edsc"));
    let source = Source { name: "sample.csv", sha256: "00" };
    let imprint = Imprint { number: 1, reason: None, source };
    bytes(&sample(text), &services, imprint)
        .expect("it can be written")
        .map(|bytes| String::from_utf8(bytes).expect("text"))
}

#[test]
fn the_files_say_what_the_sample_says_whatever_the_order_of_its_rows() {
    let [json, csv] = files(SAMPLE);
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!((lines.len(), lines.last()), (14, Some(&"")), "a head, twelve standards, and the end of the last line");
    let passport: Vec<&&str> = lines.iter().filter(|line| line.contains(",passport,")).collect();
    assert!(
        passport[0]
            .ends_with(",met,0.9,31689,31283,0.9872,https://www.example.org/standards,https://www.example.org/normes")
    );
    assert!(passport[2].contains(",not-met,1,5747,5746,0.9998,"), "{}", passport[2]);
    assert!(passport[4].ends_with(",no-volume,0.95,0,0,,,") && passport[5].ends_with(",not-reported,0.9,,,,,"));
    assert!(passport[6].ends_with(",no-target,,16,12,0.75,,"), "{}", passport[6]);
    let document: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(document["import"], "2023-2024.1");
    assert_eq!(document["days"], serde_json::json!(["2023-04-01", "2024-03-31"]));
    let named: Vec<&String> = document["services"].as_object().expect("names").keys().collect();
    assert_eq!(named, ["insurance", "passport"], "those that have a standard");
    assert_eq!(document["standards"][0]["performance"], serde_json::json!(0.8));
    assert_eq!(document["standards"][0]["results_fr"], serde_json::Value::Null);

    let (head, rest) = SAMPLE.split_once('\n').expect("a head");
    let mut turned: Vec<&str> = rest.lines().collect();
    turned.reverse();
    assert_eq!(files(&format!("{head}\n{}\n", turned.join("\n"))), [json, csv]);
}

#[test]
fn the_columns_are_the_fields_of_a_standard_and_every_line_keeps_to_them() {
    let [json, csv] = files(SAMPLE);
    let document: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let fields: Vec<&String> = document["standards"][0].as_object().expect("a standard").keys().collect();
    let mut columns: Vec<&str> = open::COLUMNS.iter().map(|column| column.name).collect();
    let mut lines = csv::Reader::from_reader(csv.as_bytes());
    assert_eq!(lines.headers().expect("a head").iter().collect::<Vec<_>>(), columns);
    for line in lines.records().map(|line| line.expect("a line")) {
        for (column, value) in open::COLUMNS.iter().zip(&line) {
            let (kind, rules) = column.in_table();
            let is_kept = match kind {
                "integer" => value.is_empty() || value.parse::<u64>().is_ok(),
                "number" => value.is_empty() || value.parse().is_ok_and(|share: f64| (0.0..=1.0).contains(&share)),
                _ => rules["required"] != true || !value.is_empty(),
            };
            let is_among = rules["enum"].as_array().is_none_or(|names| names.iter().any(|name| name == value));
            assert!(is_kept && is_among, "{}: {value}", column.name);
        }
    }
    columns.sort_unstable();
    let mut fields: Vec<&str> = fields.into_iter().map(String::as_str).collect();
    fields.sort_unstable();
    assert_eq!(fields, columns);
}

#[test]
fn a_funnel_adds_up_and_nothing_that_was_not_measured_is_met_or_reported() {
    let file = sample(SAMPLE);
    let funnel = Funnel::of(file.standards.iter().map(|standard| (standard.outcome(), standard.is_reported())));
    let expected =
        Funnel { developed: 12, met: 5, not_met: 3, no_target: 2, no_volume: 1, not_reported: 1, reported: 3 };
    assert_eq!((funnel, funnel.measured(), funnel.judged()), (expected, 10, 8));
    let told = Funnel::of([(Outcome::NoVolume, true), (Outcome::NotReported, true)]);
    assert_eq!((told.developed, told.measured(), told.reported), (2, 0, 0), "a page does not make a measure");
    let sentences = said(&told, 3, Words::of(feedback::Language::English));
    assert_eq!(sentences[0], "Nothing was measured.");
    assert!(sentences.iter().all(|sentence| !sentence.contains("met")), "{sentences:?}");
    assert!(sentences.last().is_some_and(|sentence| sentence.starts_with("Left out") && sentence.ends_with("3.")));
}

#[test]
fn the_sums_of_services_are_the_funnel_of_their_standards() {
    let kept = |organisation: &str, service: &str, outcome| Kept {
        organisation: organisation.to_owned(),
        service: service.to_owned(),
        outcome,
        is_reported: true,
    };
    let kept = vec![
        kept("esdc-edsc", "passport", Outcome::Met),
        kept("cra-arc", "benefit", Outcome::NotMet),
        kept("esdc-edsc", "passport", Outcome::NoVolume),
        kept("esdc-edsc", "insurance", Outcome::NoTarget),
    ];
    let whole = Funnel::of(kept.iter().map(|kept| (kept.outcome, kept.is_reported)));
    let sums = Sums::of((kept, vec![("pension".to_owned(), 20)]));
    let mut added = Funnel::default();
    for (_, _, funnel) in sums.services(None) {
        added += funnel;
    }
    assert_eq!((added, added.measured(), added.judged()), (whole, 3, 2));
    let own: Vec<(&str, &str, u64)> =
        sums.services(Some("esdc-edsc")).map(|(service, of, funnel)| (service, of, funnel.developed)).collect();
    assert_eq!(own, [("insurance", "esdc-edsc", 1), ("passport", "esdc-edsc", 2)]);
    assert_eq!(sums.services(Some("nowhere")).count(), 0);
    assert_eq!(sums.left_out().collect::<Vec<_>>(), [("pension", 20)]);
}

#[test]
fn a_correction_says_what_is_new_gone_and_other() {
    let before = sample(SAMPLE).standards;
    let other = SAMPLE.replace("0.995,700,1000,0.7,N", "0.995,998,1000,0.998,Y").replace(",S7,", ",S8,");
    let found = compared(before.clone(), sample(&other).standards);
    let ids = |standards: &[crate::registry::standards::ServiceStandard]| {
        standards.iter().map(|standard| standard.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!((ids(&found.added), ids(&found.removed)), (vec!["S8".to_owned()], vec!["S7".to_owned()]));
    let [(old, new)] = &found.changed[..] else { panic!("one has changed: {:?}", found.changed) };
    assert_eq!([old.outcome(), new.outcome()], [Outcome::NotMet, Outcome::Met]);
    assert_eq!(compared(before.clone(), before), Difference::default());
}
