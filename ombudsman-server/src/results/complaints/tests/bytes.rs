//! The bytes of the part: the same for the same complaints, and what they say.

use super::{Cell, alike, built, built_of, of_organisations};
use crate::results::complaints::figure::ALL;
use crate::results::complaints::{Document, Inputs};
use crate::results::editions::complaint_columns;
use crate::secrets::sha256_hex;

/// 120 complaints: 96 answered in time, 14 late and 10 open past their date.
fn some() -> Vec<crate::results::complaints::inputs::Alike> {
    vec![
        alike(&[Cell::AnsweredInTime, Cell::Upheld, Cell::CauseSystem], Some(5), 40),
        alike(&[Cell::AnsweredInTime, Cell::NotUpheld], Some(6), 56),
        alike(&[Cell::AnsweredLate, Cell::Settled], Some(12), 14),
        alike(&[Cell::Unanswered], Some(30), 10),
    ]
}

fn line(csv: &[u8], begins: &str) -> String {
    let csv = String::from_utf8(csv.to_vec()).expect("text");
    csv.split("\r\n").find(|line| line.starts_with(begins)).map(str::to_owned).unwrap_or_default()
}

#[test]
fn counts_shares_and_days_are_told_with_how_they_were_counted() {
    let built = built(some());
    let number = |begins: &str| line(&built.csv, begins);
    assert_eq!(
        number("to-answer,,2026-Q3,complaints,complaints,"),
        "to-answer,,2026-Q3,complaints,complaints,1,complaints,published,120,,"
    );
    assert_eq!(
        number("unanswered,"),
        "unanswered,to-answer,2026-Q3,complaints,complaints,1,complaints,published,10,,",
        "what ends in 0 stays"
    );
    let shown = number("answered-in-time,answered,");
    assert!(shown.ends_with(",published,95,,") || shown.ends_with(",published,100,,"), "{shown}");
    let share = number("answered-in-time,to-answer,");
    assert!(
        share.contains("complaint-share,1,percent,published,79,71,85") || share.contains("published,83,76,89"),
        "{share}"
    );
    assert_eq!(
        number("to-answer,,2026-Q3,complaints,days-half,"),
        "to-answer,,2026-Q3,complaints,days-half,1,working-days,published,6,,"
    );
    assert!(number("to-answer,,2026-Q3,complaints,days-nine").ends_with(",published,12,,"), "the 108th of 120");
    assert!(number("review-changed,reviewed,2026-Q3,complaints,complaint-share").ends_with(",below-30,,,"));
    assert!(built.csv.ends_with(b"\r\n") && built.json.ends_with(b"\n"));
}

#[test]
fn the_part_is_read_from_its_bytes_and_made_again_from_its_inputs() {
    let one = built(some());
    let kept: Inputs = serde_json::from_slice(&one.inputs).expect("they can be read");
    let again = built_of(&kept);
    assert_eq!((&again.json, &again.csv), (&one.json, &one.csv));
    assert_eq!(serde_json::from_slice::<Document>(&one.json).expect("it can be read"), one.document);
    let json = String::from_utf8(one.json).expect("text");
    assert!(!json.contains(&sha256_hex(&one.inputs)), "nobody can try out guesses");
}

/// All of 57 in time: that nobody was late is more than two rounded numbers say.
#[test]
fn a_share_of_all_is_told_as_an_open_end() {
    let built = built(vec![alike(&[Cell::AcknowledgedInTime], None, 57)]);
    let share = line(&built.csv, "acknowledged-in-time,to-acknowledge,2026-Q3,complaints,complaint-share");
    assert!(share.contains(",at-least,96,"), "{share}");
}

#[test]
fn each_organisation_has_one_line_after_those_of_the_office_which_stay_as_they_are() {
    let other = vec![alike(&[Cell::Received, Cell::AnsweredLate, Cell::Settled], Some(12), 47)];
    let inputs = of_organisations(&[("cra-arc", some()), ("esdc-edsc", other.clone()), ("statcan", Vec::new())]);
    let both = built_of(&inputs);
    let office = built([some(), other].concat());
    assert_eq!((office.document.method_version, both.document.method_version), (1, 2));
    let all: Vec<_> = both.document.figures.iter().filter(|figure| figure.is_about(ALL)).collect();
    assert_eq!(all.len(), office.document.figures.len());
    for (of_all, before) in all.iter().zip(&office.document.figures) {
        assert_eq!((of_all.cell, &of_all.status, of_all.value), (before.cell, &before.status, before.value));
    }
    let csv = String::from_utf8(both.csv.clone()).expect("text");
    let lines: Vec<&str> = csv.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 1 + all.len() + 3, "of each organisation one, also of that with nobody");
    assert!(lines[0].ends_with(",high,organisation") && lines[1].ends_with(",all"), "{}", lines[1]);
    let own = "received,,2026-Q3,complaints,complaints,1,complaints";
    let told = [("below-30,", "cra-arc"), ("at-least,40", "esdc-edsc"), ("below-30,", "statcan")];
    assert_eq!(lines[lines.len() - 3..], told.map(|(said, name)| format!("{own},{said},,,{name}")));
    for line in &lines[1..] {
        let values: Vec<&str> = line.split(',').collect();
        assert_eq!(values.len(), complaint_columns(2).len(), "{line}");
        let mut held = complaint_columns(2).iter().zip(&values);
        assert!(held.all(|(column, value)| column.holds(value)), "{line}");
    }
    let before = String::from_utf8([office.csv, office.json].concat()).expect("text");
    assert!(!before.contains("organisation"), "what was published before there was this stays as it is");
    let kept: Inputs = serde_json::from_slice(&both.inputs).expect("they can be read");
    assert_eq!(built_of(&kept).json, both.json);
}

/// A quarter in which nothing happened is of the version that it was made by.
#[test]
fn inputs_without_a_complaint_still_say_how_they_were_counted() {
    let [now, before] = [of_organisations(&[]), serde_json::from_str("[]").expect("inputs of before")];
    assert_eq!([&now, &before].map(|inputs| built_of(inputs).document.method_version), [2, 1]);
    assert_eq!(built_of(&now).inputs, b"{\"all\":[],\"received\":{}}\n");
    assert!(now.is_empty() && before.is_empty());
}
