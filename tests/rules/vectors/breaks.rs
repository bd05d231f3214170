//! The monthly files of the Office of the Public Guardian, whole: in each the published percentage changes its formula in April
//! 2026 without saying so. The files are not in the repository. Where `OMBUDSMAN_REFERENCE_DATA` names a folder that has
//! `opg-deputy-report.json` and `opg-make-lpa.json`, they are read; where it is not set, the months around the break are taken
//! from below, as they were published.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ombudsman_server::results::measures::{Counts, Fit, formula_break};
use serde_json::Value;

/// The folder of the whole files.
const FOLDER: &str = "OMBUDSMAN_REFERENCE_DATA";
const OPTIONS: [&str; 5] = ["very-dissatisfied", "dissatisfied", "neither", "satisfied", "very-satisfied"];
const FILES: [&str; 2] = ["opg-deputy-report.json", "opg-make-lpa.json"];

/// A month: its name, the published percentage, and how many gave each rating.
type Month = (String, f64, Counts);

/// The months around the break, of deputy reporting and of making a lasting power of attorney.
const AROUND: [[(&str, f64, [u64; 5]); 6]; 2] = [
    [
        ("2026-01", 81.0, [19, 22, 132, 471, 536]),
        ("2026-02", 81.0, [11, 22, 143, 401, 466]),
        ("2026-03", 80.0, [13, 38, 136, 455, 501]),
        ("2026-04", 84.0, [12, 21, 131, 410, 450]),
        ("2026-05", 85.0, [11, 15, 137, 418, 491]),
        ("2026-06", 82.0, [23, 30, 141, 428, 467]),
    ],
    [
        ("2026-01", 84.0, [556, 348, 1406, 5992, 11_146]),
        ("2026-02", 85.0, [380, 278, 1183, 5190, 9781]),
        ("2026-03", 86.0, [302, 244, 1380, 6044, 11_620]),
        ("2026-04", 89.0, [262, 211, 1098, 4593, 8731]),
        ("2026-05", 90.0, [250, 192, 1054, 4386, 8600]),
        ("2026-06", 90.0, [260, 200, 983, 4049, 8424]),
    ],
];

/// Where a series breaks, and by how much what is published and the score that is always counted alike changed there.
fn broken(months: &[Month]) -> (String, f64, f64) {
    let fits: Vec<Fit> = months.iter().map(|(_, published, counts)| Fit::of(counts, *published)).collect();
    let at = formula_break(&fits).expect("the series breaks");
    let score = |at: usize| months[at].2.service_quality_score().expect("somebody answered");
    (months[at].0.clone(), months[at].1 - months[at - 1].1, score(at) - score(at - 1))
}

/// The months of a file that have counts.
fn read(path: &Path) -> Vec<Month> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let lines: Vec<Value> = serde_json::from_str(&text).expect("a list");
    let mut months: BTreeMap<String, BTreeMap<String, f64>> = BTreeMap::new();
    for line in &lines {
        let [when, what] = ["_timestamp", "dataType"].map(|name| line[name].as_str().expect("a text"));
        // The share of people online, which is not needed here, is a text in some months.
        if let Some(value) = line["count"].as_f64() {
            months.entry(when[..7].to_owned()).or_default().insert(what.to_owned(), value);
        }
    }
    let month = |(name, said): (String, BTreeMap<String, f64>)| {
        let counts: Option<Vec<u64>> =
            OPTIONS.iter().map(|option| said.get(*option)?.to_string().parse().ok()).collect();
        Some((name, *said.get("user-satisfaction-percent")?, Counts(counts?.try_into().ok()?)))
    };
    months.into_iter().filter_map(month).collect()
}

#[test]
fn the_published_percentages_change_their_formula_in_april_2026() {
    let folder = std::env::var_os(FOLDER).map(PathBuf::from);
    for (file, around) in FILES.iter().zip(AROUND) {
        let around = around.map(|(month, published, counts)| (month.to_owned(), published, Counts(counts))).to_vec();
        let months = folder.as_ref().map_or_else(|| around.clone(), |folder| read(&folder.join(file)));
        assert!(months.ends_with(&around), "{file}: the months below are those of the file");
        let (month, published, alike) = broken(&months);
        assert_eq!(month, "2026-04", "{file}");
        assert!(published >= 3.0 && alike.abs() < 1.0, "{file}: {published} published, {alike} counted alike");
    }
}
