//! What may be in a file of standards, what becomes of it, and whether a standard was met.

use jiff::civil::date;
use proptest::prelude::*;

use super::kept::{millionths, whole};
use super::*;

/// Made by us: every kind of row that is taken, and every reason why one is not.
const SAMPLE: &str = include_str!("sample.csv");
const HEADER: &str = "fiscal_yr,service_id,service_standard_id,service_standard_en,service_standard_fr,type,channel,target,\
                      volume_meeting_target,total_volume,performance,target_met\n";

fn register() -> ByInventoryId {
    let of = |id: &str, slug: &str| (id.to_owned(), (slug.to_owned(), "esdc-edsc".to_owned()));
    [
        of("1242", "passport"),
        of("1003", "employment-insurance"),
        of("1001", "old-age-security"),
        of("srv03048", "citizenship"),
    ]
    .into()
}

fn read_in(text: &str, year: Option<&str>) -> Result<StandardsFile, ReadError> {
    let year = year.map(|year| year.parse().expect("a year"));
    read(text.as_bytes(), &register(), year, date(2026, 11, 28))
}

fn rows(rows: &str) -> StandardsFile {
    read_in(&format!("{HEADER}{rows}"), None).expect("a file with all columns")
}

fn matters(file: &StandardsFile) -> Vec<(u64, &'static str)> {
    file.remarks.iter().map(|remark| (remark.line, remark.matter.as_str())).collect()
}

#[test]
fn every_row_of_the_sample_is_taken_or_left_out_with_its_line_and_reason() {
    let file = read_in(SAMPLE, None).expect("the sample");
    let expected = [
        (10, "decision-rounded"),
        (11, "target-zero"),
        (12, "target-of-hundred"),
        (13, "same-words"),
        (14, "year-unknown"),
        (15, "year-ahead"),
        (16, "service-unknown"),
        (17, "no-id"),
        (18, "twice"),
        (19, "twice"),
        (20, "no-words"),
        (21, "kind-unknown"),
        (22, "channel-unknown"),
        (23, "target-unreadable"),
        (24, "target-too-high"),
        (25, "count-unreadable"),
        (26, "met-missing"),
        (27, "volume-missing"),
        (28, "met-too-many"),
        (29, "performance-unreadable"),
        (30, "performance-of-nothing"),
        (31, "performance-differs"),
        (32, "decision-unknown"),
        (33, "decision-of-nothing"),
        (34, "decision-differs"),
        (35, "field-count"),
    ];
    assert_eq!(matters(&file), expected);
    assert_eq!((file.standards.len(), file.other_years), (12, 0));
    let detail = |line: u64| file.remarks.iter().find(|remark| remark.line == line).expect("a remark").detail.as_str();
    let details = [16, 18, 21, 28, 31, 34, 10].map(detail);
    let told = ["nowhere", "18, 19", "QLT", "3177 > 3068", "0.9 ≠ 80 / 100", "50 / 100 ↔ 0.9", "51811 / 51813 ↔ 1"];
    assert_eq!(details, told);
    let outcomes: Vec<(&str, &str)> =
        file.standards.iter().map(|standard| (standard.id.as_str(), standard.outcome().as_str())).collect();
    let insurance = [("S1", "met"), ("S2", "not-met"), ("S3", "no-target"), ("S4", "met"), ("S5", "met")];
    let passport = [
        ("S1", "met"),
        ("S2", "met"),
        ("S3", "not-met"),
        ("S4", "not-met"),
        ("S5", "no-volume"),
        ("S6", "not-reported"),
        ("S7", "no-target"),
    ];
    assert_eq!(outcomes, [insurance.as_slice(), &passport].concat());
    let known: std::collections::BTreeSet<&str> = file.remarks.iter().map(|remark| remark.matter.as_str()).collect();
    let missing: Vec<&str> = Matter::ALL.iter().map(|one| one.as_str()).filter(|one| !known.contains(one)).collect();
    assert_eq!(missing, ["not-text", "long-words"], "the sample shows everything else");
}

#[test]
fn a_row_becomes_a_standard_of_a_service_that_the_register_has() {
    let file = rows(
        "2023-2024,SRV03048,5583,\"Send a letter  within\n100 days\",Envoyer une lettre,TML,EML,0.995,23,23,1.0,Y\n",
    );
    let expected = ServiceStandard {
        service: "citizenship".into(),
        organisation: "esdc-edsc".into(),
        id: "5583".into(),
        kind: Kind::Timeliness,
        channel: Channel::Email,
        text: ["Send a letter within 100 days".into(), "Envoyer une lettre".into()],
        target: Target::of_millionths(995_000),
        counted: Counted::new(23, 23),
        results: [None, None],
    };
    assert_eq!((&file.standards[..], &file.remarks[..]), (&[expected][..], &[][..]));
}

#[test]
fn a_standard_that_many_rows_are_about_names_the_first_ten_of_them() {
    let row = "2023-2024,1242,S1,Words,Mots,TML,TEL,0.9,1,1,,\n";
    let told = |many| rows(&row.repeat(many)).remarks.into_iter().map(|remark| remark.detail).collect::<Vec<_>>();
    assert_eq!(told(2), vec!["2, 3"; 2]);
    assert_eq!(told(10), vec!["2, 3, 4, 5, 6, 7, 8, 9, 10, 11"; 10]);
    assert_eq!(told(11), vec!["2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …"; 11]);
}

#[test]
fn what_is_too_long_or_no_text_is_left_out() {
    let long = "long ".repeat(401);
    let file = rows(&format!("2023-2024,1242,S1,{long},{long},TML,TEL,0.9,1,1,,\n"));
    assert_eq!(matters(&file), [(2, "long-words")]);
    let mut bytes = format!("{HEADER}2023-2024,1242,S1,Words,Mots,TML,TEL,0.9,1,1,,\n").into_bytes();
    bytes.extend(b"2023-2024,1242,S2,Caf\xe9,Mots,TML,TEL,0.9,1,1,,\n");
    let file = read(bytes.as_slice(), &register(), None, date(2026, 11, 28)).expect("a file");
    assert_eq!((matters(&file), file.standards.len()), (vec![(3, "not-text")], 1));
}

#[test]
fn a_file_is_of_one_year_or_says_which() {
    let two = format!(
        "{HEADER}2022-2023,1242,S1,Words,Mots,TML,TEL,0.9,1,1,,\n2023-2024,1242,S1,Words,Mots,TML,TEL,0.9,0,1,,\n"
    );
    assert!(matches!(read_in(&two, None), Err(ReadError::SeveralYears(years)) if years == ["2022-2023", "2023-2024"]));
    let one = read_in(&two, Some("2022-2023")).expect("one of them");
    assert_eq!((one.standards.len(), one.other_years), (1, 1), "the same standard of another year is not said twice");
    assert!(matches!(read_in(&two, Some("2021-2022")), Err(ReadError::NothingOf(_))));
    assert!(matches!(read_in(HEADER, None), Err(ReadError::NoYear)));
    let missing = match read_in("fiscal_yr,service_id\n", None) {
        Err(ReadError::MissingColumns(columns)) => columns.len(),
        other => panic!("{other:?}"),
    };
    assert_eq!(missing, 8);
    for text in ["2023", "2023-2025", "2023-24", "2023–2024", " 2023-2024", "1023-1024", ""] {
        assert!(text.parse::<FiscalYear>().is_err(), "{text}");
    }
}

#[test]
fn numbers_are_read_as_they_stand_or_not_at_all() {
    let read = ["0.9", "1", "1.0", "0.995", "95", "0.0000001", "1e-1", "-1", ".9", "0.", "0,9", ""].map(millionths);
    let expected = [
        Some(900_000),
        Some(1_000_000),
        Some(1_000_000),
        Some(995_000),
        Some(95_000_000),
        None,
        None,
        None,
        None,
        Some(0),
        None,
        None,
    ];
    assert_eq!(read, expected);
    assert_eq!(
        ["12", "0", "1 000", "+1", "1.0", "99999999999999999999"].map(whole),
        [Some(12), Some(0), None, None, None, None]
    );
}

#[test]
fn the_published_examples_are_decided_without_rounding() {
    for (met, volume, target, is_met, rounded) in [
        (31_283, 31_689, 900_000, true, 9_872),
        (8, 9, 800_000, true, 8_889),
        (5_746, 5_747, 1_000_000, false, 9_998),
        (51_811, 51_813, 1_000_000, false, 10_000),
        (290, 320, 900_000, true, 9_063),
        (80, 100, 800_000, true, 8_000),
    ] {
        let counted = Counted::new(volume, met).expect("counts");
        let target = Target::of_millionths(target).expect("a target");
        assert_eq!((counted.keeps(target), counted.rounded(10_000)), (is_met, Some(rounded)), "{met} of {volume}");
    }
    assert_eq!(Counted::new(8, 9), None);
    assert_eq!(Counted::new(0, 0).and_then(|nothing| nothing.rounded(10_000)), None);
    assert_eq!(Outcome::of(Target::of_millionths(1), Counted::new(0, 0)), Outcome::NoVolume);
}

proptest! {
    /// Meeting one more never turns met into not met, a higher target never the other way, and what is written as the
    /// performance is within half a ten-thousandth.
    #[test]
    fn whoever_keeps_a_standard_more_often_does_not_miss_it(
        volume in 1_u64..1_000_000_000,
        share in 0.0_f64..1.0,
        target in 1_u64..=1_000_000,
    ) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "below 2^53")]
        let met = (volume as f64 * share) as u64;
        let counted = Counted::new(volume, met).expect("counts");
        let one_more = Counted::new(volume, (met + 1).min(volume)).expect("counts");
        let target = Target::of_millionths(target).expect("a target");
        let lower = Target::of_millionths(target.millionths().div_ceil(2)).expect("a target");
        prop_assert!(!counted.keeps(target) || (one_more.keeps(target) && counted.keeps(lower)));
        prop_assert!(Counted::new(volume, volume).expect("counts").keeps(target));
        let rounded = counted.rounded(10_000).expect("something to measure");
        prop_assert!(is_performance(rounded * 100, met, volume));
        prop_assert!(!is_performance(rounded * 100 + 101, met, volume));
        // Millionths of the volume on the one side, of the target on the other: the same inequality in another order.
        let exact = u128::from(met) * 1_000_000 >= u128::from(volume) * u128::from(target.millionths());
        prop_assert_eq!(counted.keeps(target), exact);
    }
}
